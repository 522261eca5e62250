//! Binding the arguments of a call to a compiled function's parameters, with CPython's TypeErrors.

use super::function::{FunctionObj, parameter_names, qualname};
use super::instance::same_text;
use super::offers;
use crate::containers::{DictObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::exceptions::suggestions;
use runtime_interface::layout::{CodeDesc, code_flags};

/// `out` receives the positional parameters, the keyword-only ones, then `*args`, then `**kwargs`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_bind_arguments(
    function: *mut u8,
    values: *mut u8,
    count: i64,
    kwnames: *mut u8,
    out: *mut u8,
) -> i64 {
    // SAFETY: compiled code passes the boxed call's arguments and room for the parameters.
    unsafe {
        let f: Gc<FunctionObj> = Gc::from_ptr(function as *mut FunctionObj);
        let args = super::call::raw_args(values as *const Value, count as usize, kwnames as *mut TupleObj);
        bind(f, &args, out as *mut Value).in_band()
    }
}

/// # Safety
/// `out` must have room for every parameter.
pub unsafe fn bind(f: Gc<FunctionObj>, args: &Args, out: *mut Value) -> R<()> {
    let code = f.code();
    let positional = code.positional as usize;
    let total = positional + code.keyword_only as usize;
    let has_varargs = code.flags & code_flags::VARARGS != 0;
    let has_varkw = code.flags & code_flags::VARKW != 0;
    let given = args.pos.len();
    // SAFETY: `out` has room for every parameter.
    let slot = |i: usize| unsafe { &mut *out.add(i) };
    let kwargs = if has_varkw { Some(DictObj::new()) } else { None };
    let direct = given.min(positional);
    for (i, v) in args.pos[..direct].iter().enumerate() {
        *slot(i) = *v;
    }
    for i in direct..total {
        *slot(i) = Value::UNBOUND;
    }
    if has_varargs {
        *slot(total) = TupleObj::from_slice(&args.pos[direct..]).value();
    }
    if let Some(d) = kwargs {
        *slot(total + has_varargs as usize) = d.value();
    }
    let names = parameter_names(code);
    for (k, v) in args.kw_names.iter().zip(args.kw) {
        let k: Gc<StrObj> = k.cast();
        let first = code.positional_only as usize;
        let at = (first..total)
            .find(|&i| names[i] == k)
            .or_else(|| (first..total).find(|&i| same_text(names[i], k)));
        match at {
            Some(i) if slot(i).is_unbound() => *slot(i) = *v,
            Some(_) => {
                let (q, k) = (qualname(f), k.to_string_lossy());
                return Err(raise!(TypeError, "{q}() got multiple values for argument '{k}'"));
            }
            None => match kwargs {
                Some(d) => DictObj::set_str(d, k, *v),
                None => return Err(unexpected_keyword(f, code, args, k)),
            },
        }
    }
    if given > positional && !has_varargs {
        let kwonly_given = (positional..total).filter(|&i| !slot(i).is_unbound()).count();
        return Err(too_many_positional(f, given, kwonly_given));
    }
    if given < positional {
        let defaults = match f.defaults.bound() {
            Some(t) => TupleObj::as_slice(t.cast()),
            None => &[],
        };
        let required = positional - defaults.len().min(positional);
        let missing: Vec<usize> = (given..required).filter(|&i| slot(i).is_unbound()).collect();
        if !missing.is_empty() {
            return Err(missing_arguments(f, &missing, "positional"));
        }
        for i in given.max(required)..positional {
            if slot(i).is_unbound() {
                *slot(i) = offers::argument_for(code, defaults[defaults.len() - (positional - i)]);
            }
        }
    }
    if code.keyword_only > 0 {
        let mut missing = Vec::new();
        for i in positional..total {
            if slot(i).is_unbound() {
                let default = f.kwdefaults.bound().and_then(|d| DictObj::get_str(d.cast(), names[i]));
                match default {
                    Some(v) => *slot(i) = offers::argument_for(code, v),
                    None => missing.push(i),
                }
            }
        }
        if !missing.is_empty() {
            return Err(missing_arguments(f, &missing, "keyword-only"));
        }
    }
    Ok(())
}

#[cold]
fn unexpected_keyword(
    f: Gc<FunctionObj>,
    code: &CodeDesc,
    args: &Args,
    k: Gc<StrObj>,
) -> crate::core::Raised {
    let names = parameter_names(code);
    let q = qualname(f);
    let positional_only = &names[..code.positional_only as usize];
    let wrong: Vec<String> = positional_only
        .iter()
        .filter(|n| args.kw_names.iter().any(|k| same_text(**n, k.cast())))
        .map(|n| n.to_string_lossy())
        .collect();
    if !wrong.is_empty() {
        let wrong = wrong.join(", ");
        return raise!(
            TypeError,
            "{q}() got some positional-only arguments passed as keyword arguments: '{wrong}'"
        );
    }
    let total = (code.positional + code.keyword_only) as usize;
    let candidates: Vec<String> =
        names[code.positional_only as usize..total].iter().map(|n| n.to_string_lossy()).collect();
    let k = k.to_string_lossy();
    match suggestions::best(&candidates, &k) {
        Some(s) => {
            raise!(TypeError, "{q}() got an unexpected keyword argument '{k}'. Did you mean '{s}'?")
        }
        None => raise!(TypeError, "{q}() got an unexpected keyword argument '{k}'"),
    }
}

#[cold]
fn too_many_positional(f: Gc<FunctionObj>, given: usize, kwonly_given: usize) -> crate::core::Raised {
    let q = qualname(f);
    let positional = f.code().positional as usize;
    let defaults = f.defaults.bound().map_or(0, |t| t.cast::<TupleObj>().len);
    let (takes, plural) = if defaults > 0 {
        (format!("from {} to {positional}", positional - defaults), true)
    } else {
        (positional.to_string(), positional != 1)
    };
    let s = |many: bool| if many { "s" } else { "" };
    let extra = if kwonly_given > 0 {
        format!(
            " positional argument{} (and {kwonly_given} keyword-only argument{})",
            s(given != 1),
            s(kwonly_given != 1)
        )
    } else {
        String::new()
    };
    let verb = if given == 1 && kwonly_given == 0 { "was" } else { "were" };
    raise!(TypeError, "{q}() takes {takes} positional argument{} but {given}{extra} {verb} given", s(plural))
}

#[cold]
fn missing_arguments(f: Gc<FunctionObj>, missing: &[usize], kind: &str) -> crate::core::Raised {
    let names = parameter_names(f.code());
    let quoted: Vec<String> = missing.iter().map(|&i| format!("'{}'", names[i].to_string_lossy())).collect();
    let (q, n) = (qualname(f), missing.len());
    let s = if n == 1 { "" } else { "s" };
    let list = match quoted.as_slice() {
        [one] => one.clone(),
        [a, b] => format!("{a} and {b}"),
        [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
        [] => String::new(),
    };
    raise!(TypeError, "{q}() missing {n} required {kind} argument{s}: {list}")
}
