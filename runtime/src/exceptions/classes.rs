//! The builtin exception classes: made from the interface's table, all over one layout.

use super::{
    ExceptionObj, allocate, exception_of, extra, get_extra, groups, os_error, set_extra, unicode_error,
};
use crate::containers::{DictObj, TupleObj};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::objects::{builtin_function as native, ops};
use crate::types::naming::{class_name, type_name};
use crate::types::{GetSet, MethodDef, Slots, TypeObj, flags, registry, type_by_id, type_object, type_of};
use runtime_interface::tag;
use runtime_interface::tag::exception::{self, TABLE};

/// Type objects of all exception classes, without dicts.
pub fn register_bare_classes() {
    for &(id, name, _) in TABLE {
        let t = registry::bare(id, name, super::DESCRIPTOR, slots_of(id));
        let mut t = t;
        t.flags = flags::BASE | flags::EXCEPTION;
        t.dict_offset = std::mem::offset_of!(ExceptionObj, dict);
        type_object::register(id, t);
        crate::memory::register_layout(id, super::DESCRIPTOR);
    }
}

/// Bases, methods and inherited slots.
pub fn complete_classes() {
    for &(id, _, base) in TABLE {
        let t = type_by_id(id);
        let base = TABLE.iter().find(|row| row.1 == base).map_or(tag::OBJECT, |row| row.0);
        registry::set_base(t, type_by_id(base));
        let own = t.slots;
        let dict = DictObj::new();
        {
            let mut t = t;
            t.dict = dict.value();
            t.barrier();
        }
        DictObj::set_str(dict, name!("__new__"), native::new_function(t));
        registry::fill_wrappers(t, dict, &own);
        let (methods, getset) = members_of(id);
        for m in methods {
            DictObj::set_str(dict, StrObj::from_str(m.name), native::for_class(m, t));
        }
        for g in getset {
            DictObj::set_str(dict, StrObj::from_str(g.name), native::getset(g, t));
        }
        DictObj::set_str(dict, name!("__doc__"), Value::NONE);
        registry::inherit(t);
    }
    // `class ExceptionGroup(BaseExceptionGroup, Exception)`
    let mut group = type_by_id(exception::ExceptionGroup);
    let bases = [type_by_id(exception::BaseExceptionGroup).value(), type_by_id(exception::Exception).value()];
    group.bases = TupleObj::from_slice(&bases).value();
    if let Ok(mro) = crate::objects::mro::linearize(group, &bases) {
        group.mro = mro;
    }
    group.barrier();
    crate::types::lookup::add_subclass(type_by_id(exception::Exception), group);
}

fn slots_of(id: u64) -> Slots {
    let mut s = Slots { new: Some(new), ..Slots::NONE };
    match id {
        exception::BaseException => {
            s = Slots { new: Some(new), init: Some(init), repr: Some(repr), str: Some(str), ..Slots::NONE };
        }
        exception::KeyError => s.str = Some(key_error_str),
        exception::StopIteration => s.init = Some(init_stop_iteration),
        exception::SystemExit => s.init = Some(init_system_exit),
        exception::NameError => s.init = Some(init_name_error),
        exception::AttributeError => s.init = Some(init_attribute_error),
        exception::ImportError => {
            s.init = Some(init_import_error);
            s.str = Some(import_error_str);
        }
        exception::SyntaxError => {
            s.init = Some(init_syntax_error);
            s.str = Some(syntax_error_str);
        }
        exception::UnicodeDecodeError => {
            s.init = Some(unicode_error::init_decode);
            s.str = Some(unicode_error::decode_str);
        }
        exception::UnicodeEncodeError => {
            s.init = Some(unicode_error::init_encode);
            s.str = Some(unicode_error::encode_str);
        }
        exception::UnicodeTranslateError => {
            s.init = Some(unicode_error::init_translate);
            s.str = Some(unicode_error::translate_str);
        }
        exception::OSError => {
            s.new = Some(os_error::new);
            s.init = Some(os_error::init);
            s.str = Some(os_error::str);
        }
        exception::BaseExceptionGroup => {
            s.new = Some(groups::new);
            s.init = Some(groups::init);
            s.str = Some(groups::str);
            s.repr = Some(groups::repr);
        }
        _ => s.new = None,
    }
    if id == exception::ExceptionGroup {
        s.new = Some(groups::new);
    } else if s.new.is_none() {
        s.new = if is_os_error(id) { Some(os_error::new) } else { Some(new) };
    }
    s
}

fn is_os_error(id: u64) -> bool {
    (exception::OSError..=exception::TimeoutError).contains(&id)
}

fn members_of(id: u64) -> (&'static [MethodDef], &'static [GetSet]) {
    const VALUE: &[GetSet] = &[field::<0>("value")];
    const CODE: &[GetSet] = &[field::<0>("code")];
    const NAME: &[GetSet] = &[field::<0>("name")];
    const NAME_AND_OBJ: &[GetSet] = &[field::<0>("name"), field::<1>("obj")];
    const IMPORT: &[GetSet] =
        &[field::<0>("msg"), field::<1>("name"), field::<2>("path"), field::<3>("name_from")];
    const OS: &[GetSet] =
        &[field::<0>("errno"), field::<1>("strerror"), field::<2>("filename"), field::<3>("filename2")];
    const SYNTAX: &[GetSet] = &[
        field::<0>("msg"),
        field::<1>("filename"),
        field::<2>("lineno"),
        field::<3>("offset"),
        field::<4>("text"),
        field::<5>("end_lineno"),
        field::<6>("end_offset"),
        field::<7>("print_file_and_line"),
    ];
    const UNICODE: &[GetSet] = &[
        field::<0>("encoding"),
        field::<1>("object"),
        field::<2>("start"),
        field::<3>("end"),
        field::<4>("reason"),
    ];
    match id {
        exception::BaseException => (BASE_METHODS, BASE_GETSET),
        exception::StopIteration => (&[], VALUE),
        exception::SystemExit => (&[], CODE),
        exception::NameError => (&[], NAME),
        exception::AttributeError => (&[], NAME_AND_OBJ),
        exception::ImportError => (&[], IMPORT),
        exception::OSError => (&[], OS),
        exception::SyntaxError => (&[], SYNTAX),
        exception::UnicodeDecodeError | exception::UnicodeEncodeError | exception::UnicodeTranslateError => {
            (&[], UNICODE)
        }
        exception::BaseExceptionGroup => (groups::METHODS, groups::GETSET),
        _ => (&[], &[]),
    }
}

/// An attribute kept in `extra`.
pub const fn field<const I: usize>(name: &'static str) -> GetSet {
    GetSet { name, get: get_field::<I>, set: Some(set_field::<I>) }
}
pub fn get_field<const I: usize>(v: Value) -> R {
    Ok(get_extra(v, I))
}
fn set_field<const I: usize>(v: Value, x: Value) -> R<()> {
    set_extra(v, I, x.bound().unwrap_or(Value::NONE));
    Ok(())
}

// ---- BaseException ----

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    Ok(allocate(cls, args.pos))
}

pub fn init(v: Value, args: &Args) -> R<()> {
    if !args.kw.is_empty() {
        let name = type_name(v);
        return Err(raise!(TypeError, "{name}() takes no keyword arguments"));
    }
    set_args(v, args.pos);
    Ok(())
}

/// Whether calling the class does no more than keep the arguments.
pub fn only_keeps_arguments(cls: Gc<TypeObj>) -> bool {
    cls.slots.new.is_some_and(|f| std::ptr::fn_addr_eq(f, new as fn(Gc<TypeObj>, &Args) -> R))
        && cls.slots.init.is_some_and(|f| std::ptr::fn_addr_eq(f, init as fn(Value, &Args) -> R<()>))
}

pub fn set_args(v: Value, args: &[Value]) {
    let args = TupleObj::from_slice(args).value();
    let mut e = exception_of(v);
    e.args = args;
    e.barrier();
}

pub fn args_of<'a>(v: Value) -> &'a [Value] {
    let args = exception_of(v).args;
    if args.tag == tag::TUPLE { TupleObj::as_slice(args.cast()) } else { &[] }
}

pub fn str(v: Value) -> R {
    Ok(match args_of(v) {
        [] => StrObj::from_str("").value(),
        [one] => ops::str(*one)?.value(),
        _ => ops::repr(exception_of(v).args)?.value(),
    })
}

pub fn repr(v: Value) -> R {
    let name = type_of(v).name.to_string_lossy();
    let inner = match args_of(v) {
        [one] => format!("({})", text(ops::repr(*one)?)),
        _ => text(ops::repr(exception_of(v).args)?),
    };
    Ok(from_text(&format!("{name}{inner}")))
}

// `repr` of arguments may hold lone surrogates; they are rare enough here to go through Rust text.
fn text(s: Gc<StrObj>) -> String {
    s.to_string_lossy()
}
fn from_text(s: &str) -> Value {
    StrObj::from_str(s).value()
}

fn key_error_str(v: Value) -> R {
    match args_of(v) {
        [one] => Ok(ops::repr(*one)?.value()),
        _ => str(v),
    }
}

fn with_traceback(args: &Args) -> R {
    args.skip_receiver().exactly("BaseException.with_traceback", 1)?;
    set_traceback(args.receiver(), args.pos[1])?;
    Ok(args.receiver())
}
fn add_note(args: &Args) -> R {
    args.skip_receiver().exactly("BaseException.add_note", 1)?;
    if ops::as_str(args.pos[1]).is_none() {
        let name = type_name(args.pos[1]);
        return Err(raise!(TypeError, "note must be a str, not '{name}'"));
    }
    super::add_note(args.receiver(), args.pos[1])?;
    Ok(Value::NONE)
}
fn setstate(args: &Args) -> R {
    let state = args.get(1).unwrap_or(Value::NONE);
    if state.tag == tag::DICT {
        let mut position = 0;
        while let Some((k, x)) = DictObj::next_entry(state.cast(), &mut position) {
            if let Some(name) = ops::as_str(k) {
                ops::setattr(args.receiver(), name, x)?;
            }
        }
    }
    Ok(Value::NONE)
}
fn reduce(args: &Args) -> R {
    let v = args.receiver();
    let t = type_of(v);
    let args = exception_of(v).args;
    match crate::objects::instance::existing_dict(v, t) {
        Some(d) => Ok(TupleObj::from_slice(&[t.value(), args, d.value()]).value()),
        None => Ok(TupleObj::pair(t.value(), args).value()),
    }
}

fn get_args(v: Value) -> R {
    Ok(exception_of(v).args)
}
fn assign_args(v: Value, x: Value) -> R<()> {
    if x.is_unbound() {
        return Err(raise!(TypeError, "args may not be deleted"));
    }
    let list = crate::containers::ListObj::new();
    let it = ops::iter(x)?;
    loop {
        let item = ops::next(it)?;
        if item.is_unbound() {
            break;
        }
        crate::containers::ListObj::push(list, item);
    }
    set_args(v, crate::containers::ListObj::as_slice(list));
    Ok(())
}
fn get_cause(v: Value) -> R {
    Ok(exception_of(v).cause)
}
fn assign_cause(v: Value, x: Value) -> R<()> {
    if !x.is_none() && !super::is_exception(x) {
        return Err(raise!(TypeError, "exception cause must be None or derive from BaseException"));
    }
    super::set_cause(v, x);
    Ok(())
}
fn get_context(v: Value) -> R {
    Ok(exception_of(v).context)
}
fn assign_context(v: Value, x: Value) -> R<()> {
    if !x.is_none() && !super::is_exception(x) {
        return Err(raise!(TypeError, "exception context must be None or derive from BaseException"));
    }
    super::set_context(v, x);
    Ok(())
}
fn get_suppress(v: Value) -> R {
    Ok(Value::bool(exception_of(v).suppress_context != 0))
}
fn assign_suppress(v: Value, x: Value) -> R<()> {
    let mut e = exception_of(v);
    if !x.is_bool() {
        return Err(raise!(TypeError, "attribute value type must be bool"));
    }
    e.suppress_context = x.as_bool() as u64;
    Ok(())
}
fn get_traceback(v: Value) -> R {
    Ok(exception_of(v).traceback)
}
fn set_traceback(v: Value, x: Value) -> R<()> {
    if x.tag != tag::TRACEBACK && !x.is_none() {
        return Err(raise!(TypeError, "__traceback__ must be a traceback or None"));
    }
    let mut e = exception_of(v);
    e.traceback = x;
    e.barrier();
    Ok(())
}
fn get_dict(v: Value) -> R {
    Ok(crate::objects::instance::dict_of(v, type_of(v)).map_or(Value::NONE, Value::obj))
}

const BASE_METHODS: &[MethodDef] = &[
    MethodDef::method("with_traceback", with_traceback),
    MethodDef::method("add_note", add_note),
    MethodDef::method("__setstate__", setstate),
    MethodDef::method("__reduce__", reduce),
];
const BASE_GETSET: &[GetSet] = &[
    GetSet { name: "args", get: get_args, set: Some(assign_args) },
    GetSet { name: "__cause__", get: get_cause, set: Some(assign_cause) },
    GetSet { name: "__context__", get: get_context, set: Some(assign_context) },
    GetSet { name: "__suppress_context__", get: get_suppress, set: Some(assign_suppress) },
    GetSet { name: "__traceback__", get: get_traceback, set: Some(set_traceback) },
    GetSet { name: "__dict__", get: get_dict, set: None },
];

// ---- classes with attributes of their own ----

fn init_stop_iteration(v: Value, args: &Args) -> R<()> {
    init(v, args)?;
    set_extra(v, extra::VALUE, args.get(0).unwrap_or(Value::NONE));
    Ok(())
}

fn init_system_exit(v: Value, args: &Args) -> R<()> {
    init(v, args)?;
    let code = match args.pos {
        [] => Value::NONE,
        [one] => *one,
        _ => exception_of(v).args,
    };
    set_extra(v, extra::CODE, code);
    Ok(())
}

/// Takes the keywords in `names` into `extra` from slot `first` on.
fn take_keywords(v: Value, args: &Args, names: &[&str], first: usize) -> R<()> {
    for (k, x) in args.kw_names.iter().zip(args.kw) {
        let k: Gc<StrObj> = k.cast();
        match names.iter().position(|n| k.eq_str(n)) {
            Some(i) => set_extra(v, first + i, *x),
            None => {
                let (name, k) = (class_name(type_of(v)), k.to_string_lossy());
                return Err(raise!(TypeError, "{name}() got an unexpected keyword argument '{k}'"));
            }
        }
    }
    Ok(())
}

fn init_name_error(v: Value, args: &Args) -> R<()> {
    set_args(v, args.pos);
    take_keywords(v, args, &["name"], extra::NAME)
}
fn init_attribute_error(v: Value, args: &Args) -> R<()> {
    set_args(v, args.pos);
    take_keywords(v, args, &["name", "obj"], extra::NAME)
}
fn init_import_error(v: Value, args: &Args) -> R<()> {
    set_args(v, args.pos);
    take_keywords(v, args, &["name", "path", "name_from"], extra::IMPORT_NAME)?;
    if args.pos.len() == 1 {
        set_extra(v, extra::MSG, args.pos[0]);
    }
    Ok(())
}
fn import_error_str(v: Value) -> R {
    let msg = get_extra(v, extra::MSG);
    if msg.tag == tag::STR { Ok(msg) } else { str(v) }
}

fn init_syntax_error(v: Value, args: &Args) -> R<()> {
    init(v, args)?;
    if let Some(msg) = args.get(0) {
        set_extra(v, 0, msg);
    }
    if args.pos.len() == 2 {
        let info = ops::unwrap(args.pos[1]);
        if info.tag != tag::TUPLE {
            return Err(raise!(TypeError, "'{}' object is not iterable", type_name(info)));
        }
        let info: Gc<TupleObj> = info.cast();
        if info.len != 4 && info.len != 6 {
            return Err(raise!(
                TypeError,
                "function takes {} ({} given)",
                if info.len < 4 { "at least 4 arguments" } else { "at most 6 arguments" },
                info.len
            ));
        }
        for i in 0..info.len {
            set_extra(v, 1 + i, TupleObj::get(info, i));
        }
    }
    Ok(())
}
fn syntax_error_str(v: Value) -> R {
    let msg = text(ops::str(get_extra(v, 0))?);
    let (file, line) = (get_extra(v, 1), get_extra(v, 2));
    let file = ops::as_str(file).map(|f| text(f).rsplit('/').next().unwrap_or("").to_owned());
    Ok(match (file, line.tag == tag::INT) {
        (Some(f), true) => from_text(&format!("{msg} ({f}, line {})", line.as_i64())),
        (Some(f), false) => from_text(&format!("{msg} ({f})")),
        (None, true) => from_text(&format!("{msg} (line {})", line.as_i64())),
        (None, false) => from_text(&msg),
    })
}
