//! The module `_generated`: methods that `dataclasses` and `namedtuple` make at run time from a list of names.
//!
//! ```text
//! @dataclass                      CPython compiles the text      here: a function object whose parameters are those of
//! class Point:                    def __init__(self, x, y=0):    the text, whose entry is `init` below, and whose
//!     x: int                          self.x = x                 closure holds what the entry needs: names, factories
//!     y: int = 0                      self.y = y
//! ```
//!
//! Calls bind as those of a compiled function do. An exception from inside passes a frame `File "<string>", line 3, in
//! __init__`, as with CPython: each statement of the text that may raise has its line.

use crate::containers::repr::{InProgress, finish, push_repr, units};
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Args, Gc, Header, R, StrObj, Value};
use crate::exceptions::raise_exception;
use crate::exceptions::traceback::tp_trace;
use crate::memory::{Root, ValueArray};
use crate::objects::call::raw_args;
use crate::objects::function::{self, BoxedEntry, FunctionObj};
use crate::objects::offers::{self, Wanted};
use crate::objects::{attributes, binding, instance, ops, shapes};
use crate::text::units::Buffer;
use crate::types::lookup::as_type;
use crate::types::spec::{MethodDef, ModuleSpec};
use crate::types::wrapped;
use crate::types::{Compare, TypeObj, flags, type_lookup, type_object, type_of};
use runtime_interface::layout::{CodeDesc, ModuleDesc, Site, header};
use runtime_interface::tag;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_generated",
    functions: &[
        MethodDef::function("method", method),
        MethodDef::function("dotted", dotted),
        MethodDef::function("replaced", replaced),
    ],
    setup: |_| Ok(()),
    doc: "Methods made from lists of names.",
};

super::native_module!(tp_module__generated, MODULE);

/// What stands in a function's closure.
mod closure {
    /// What the kind needs: see the entries.
    pub const DATA: usize = 0;
    /// Address of the sites, one for each line from the `def` line on.
    pub const SITES: usize = 1;
    /// The version of the class whose fields the steps of `init` assign in their order.
    pub const IN_ORDER: usize = 2;
    pub const COUNT: usize = 3;
}

/// Strings that descriptions of generated code point to; those live as long as the program.
static TEXTS: Root = Root::new();

fn keep(v: Value) {
    if TEXTS.get().is_unbound() {
        TEXTS.set(ListObj::new().value());
    }
    ListObj::push(TEXTS.get().cast(), v);
}

/// `@dotted`: messages show the class with its module, as it is a native one in CPython.
fn dotted(args: &Args) -> R {
    args.exactly("dotted", 1)?;
    if args.pos[0].tag == tag::TYPE {
        let mut class: Gc<TypeObj> = args.pos[0].cast();
        class.flags |= flags::DOTTED;
    }
    Ok(args.pos[0])
}

/// `replaced(old, new)`: the class `new` is made for the statement that made `old`.
fn replaced(args: &Args) -> R {
    args.exactly("replaced", 2)?;
    if let (Some(old), Some(new)) = (as_type(args.pos[0]), as_type(args.pos[1])) {
        shapes::class_replaced(old, new);
    }
    Ok(Value::NONE)
}

/// What the compiler says in the docstring of a method that does the same (`data_classes.rs` there).
fn describe(kind: &str, data: &[Value]) -> R<Option<String>> {
    let text = |v: &Value| v.cast::<StrObj>().to_string_lossy();
    match (kind, data) {
        ("__init__", [steps, for_post_init, frozen, _]) => {
            let mut described = Vec::new();
            for step in TupleObj::as_slice(steps.cast()) {
                let [name, parameter, factory, _, is_stored] = TupleObj::as_slice(step.cast()) else {
                    return Ok(None);
                };
                let made_by = match factory.is_none() {
                    true => "-".to_owned(),
                    false => match attributes::getattr_optional(*factory, name!("__name__"))? {
                        Some(name) if name.tag == tag::STR => text(&name),
                        _ => return Ok(None),
                    },
                };
                let stored = if is_stored.bits != 0 { "stored" } else { "given" };
                described.push(format!("{} {} {made_by} {stored}", text(name), parameter.as_i64()));
            }
            let post_init = match for_post_init.is_none() {
                true => "-".to_owned(),
                false => {
                    let names: Vec<String> =
                        TupleObj::as_slice(for_post_init.cast()).iter().map(text).collect();
                    names.join(" ")
                }
            };
            let kind = if frozen.bits != 0 { "frozen" } else { "plain" };
            Ok(Some(format!("{};{post_init};{kind}", described.join(","))))
        }
        ("__eq__" | "__lt__" | "__le__" | "__gt__" | "__ge__" | "__hash__", names) => {
            Ok(Some(names.iter().map(text).collect::<Vec<_>>().join(",")))
        }
        _ => Ok(None),
    }
}

/// `method(kind, class, parameters, keyword_only, defaults, kwdefaults, data, line, lines)`: the method `kind` of a class
/// (or of one with that qualified name); the last `keyword_only` parameters are keyword-only; the text has `lines` lines from
/// its `def` at line `line`.
fn method(args: &Args) -> R {
    args.exactly("method", 9)?;
    let [kind, class, parameters, keyword_only, defaults, kwdefaults, data, line, lines] = args.pos[..]
    else {
        return Err(raise!(TypeError, "method() takes 9 arguments"));
    };
    let kind: Gc<StrObj> = kind.cast();
    let name = kind.to_string_lossy();
    let Some((_, entry)) = ENTRIES.iter().find(|(known, _)| *known == name) else {
        return Err(raise!(ValueError, "no such method: '{name}'"));
    };
    let owner = match class.tag {
        tag::STR => class,
        _ => attributes::getattr(class, name!("__qualname__"))?,
    };
    let qualname = StrObj::from_str(&format!("{}.{name}", owner.cast::<StrObj>().to_string_lossy()));
    let parameters: Gc<TupleObj> = parameters.cast();
    let keyword_only = keyword_only.as_i64() as u32;
    let line = line.as_i64() as u32;
    let bound = |v: Value| if v.is_none() { Value::UNBOUND } else { v };
    let (defaults, kwdefaults) = (bound(defaults), bound(kwdefaults));
    let data_items = TupleObj::as_slice(data.cast());
    if let Some(description) = describe(&name, data_items)? {
        let asks_factory = if name == "__init__" { data_items[3] } else { Value::UNBOUND };
        let description = &description;
        let wanted = Wanted {
            name: kind,
            parameters,
            keyword_only,
            defaults,
            kwdefaults,
            line,
            description,
            asks_factory,
        };
        if let Some(offered) = offers::accept(class, &wanted)? {
            return Ok(offered);
        }
    }
    for text in [kind.value(), qualname.value(), parameters.value()] {
        keep(text);
    }
    let names: Vec<u64> = TupleObj::as_slice(parameters).iter().map(|name| name.bits).collect();
    let count = names.len() as u32;
    let code: &'static CodeDesc = Box::leak(Box::new(CodeDesc {
        name: kind.header() as *const u8,
        qualname: qualname.header() as *const u8,
        module: (module() as *const ModuleDesc).cast(),
        entry: *entry as usize as *const u8,
        names: names.leak().as_ptr().cast(),
        doc: std::ptr::null(),
        flags: 0,
        positional: count - keyword_only,
        positional_only: 0,
        keyword_only,
        free: 0,
        first_line: line,
        frame_size: 0,
        name_count: count,
        free_names: std::ptr::null(),
        shape: std::ptr::null_mut(),
    }));
    let site = |line| Site {
        code: (code as *const CodeDesc).cast(),
        line,
        end_line: line,
        column: 0,
        end_column: 0,
        anchor_line: 0,
        anchor_column: 0,
        anchor_end_line: 0,
        anchor_end_column: 0,
    };
    let sites: Vec<Site> = (0..lines.as_i64() as u32).map(site).collect();
    let cells = ValueArray::new(closure::COUNT);
    ValueArray::set(cells, closure::DATA, data);
    ValueArray::set(cells, closure::SITES, Value::int(sites.leak().as_ptr() as usize as i64));
    ValueArray::set(cells, closure::IN_ORDER, Value::NONE);
    Ok(function::made_at_run_time(code, *entry, cells, defaults, kwdefaults))
}

/// The file that such code seems to come from.
fn module() -> &'static ModuleDesc {
    static mut MODULE: Option<&'static ModuleDesc> = None;
    // SAFETY: one mutator thread.
    if let Some(module) = unsafe { MODULE } {
        return module;
    }
    let text = |s: &str| {
        let text = StrObj::from_str(s);
        keep(text.value());
        text.header() as *const u8
    };
    let none = std::ptr::null();
    let made: &'static ModuleDesc = Box::leak(Box::new(ModuleDesc {
        name: text("dataclasses"),
        file: text("<string>"),
        package: text(""),
        source: none,
        source_len: 0,
        globals: std::ptr::null_mut(),
        global_names: none,
        global_count: 0,
        body: none,
        code: none,
        is_package: 0,
        object: std::ptr::null_mut(),
        doc: none,
        warnings: none,
    }));
    // SAFETY: as above.
    unsafe { MODULE = Some(made) };
    made
}

// ---- entries ----

/// One call: the function and its bound arguments.
struct Call<'a> {
    function: Gc<FunctionObj>,
    args: &'a [Value],
}

impl Call<'_> {
    fn cell(&self, i: usize) -> Value {
        self.function.closure.map_or(Value::UNBOUND, |cells| ValueArray::get(cells, i))
    }

    fn data(&self) -> &[Value] {
        TupleObj::as_slice(self.cell(closure::DATA).cast())
    }

    /// Says in the traceback that the statement `line` lines below the `def` raised.
    fn at<T>(&self, line: usize, result: R<T>) -> R<T> {
        if result.is_err() {
            let sites = self.cell(closure::SITES).as_i64() as usize as *const Site;
            // SAFETY: `method` made a site for each line.
            tp_trace(unsafe { sites.add(line) } as *mut u8);
        }
        result
    }
}

/// Most calls have at most so many arguments.
const FEW: usize = 16;

unsafe fn enter(
    callee: *mut Header,
    values: *const Value,
    count: usize,
    kwnames: *mut TupleObj,
    body: fn(&Call) -> R,
) -> Value {
    let function: Gc<FunctionObj> = Gc::from_ptr(callee.cast());
    let code = function.code();
    // SAFETY: the boxed convention.
    let args = unsafe { raw_args(values, count, kwnames) };
    if args.kw.is_empty() && code.keyword_only == 0 && count == code.positional as usize {
        return body(&Call { function, args: args.pos }).in_band();
    }
    let total = (code.positional + code.keyword_only) as usize;
    let mut few = [Value::UNBOUND; FEW];
    let many = (total > FEW).then(|| ValueArray::new(total));
    let out = many.map_or(few.as_mut_ptr(), ValueArray::items);
    // SAFETY: there is room for all parameters, on the stack or in a collected array.
    unsafe {
        match binding::bind(function, &args, out) {
            Ok(()) => body(&Call { function, args: std::slice::from_raw_parts(out, total) }).in_band(),
            Err(_) => Value::ERROR,
        }
    }
}

macro_rules! entries {
    ($($name:literal => $body:ident;)*) => {
        static ENTRIES: &[(&str, BoxedEntry)] = &[$(($name, {
            unsafe extern "C" fn entry(
                callee: *mut Header,
                values: *const Value,
                count: usize,
                kwnames: *mut TupleObj,
            ) -> Value {
                // SAFETY: by contract of the boxed convention.
                unsafe { enter(callee, values, count, kwnames, $body) }
            }
            entry
        })),*];
    };
}

entries! {
    "__init__" => init;
    "__repr__" => repr;
    "__eq__" => eq;
    "__lt__" => lt;
    "__le__" => le;
    "__gt__" => gt;
    "__ge__" => ge;
    "__hash__" => hash;
    "__setattr__" => frozen_setattr;
    "__delattr__" => frozen_delattr;
    "__new__" => tuple_new;
}

/// Data: the steps, the names of fields that go to `__post_init__` (None if there is no such method), whether frozen,
/// the value that stands for "call the factory".
///
/// A step is (name, number of its parameter or -1, factory or None, default, whether it is stored). It stands in the line
/// of its number; `__post_init__` in the one after.
fn init(call: &Call) -> R {
    let [steps, for_post_init, frozen, asks_factory] = call.data() else { return Ok(Value::NONE) };
    let this = call.args[0];
    let set = if frozen.bits != 0 { attributes::generic_setattr } else { ops::setattr };
    let post_names = (!for_post_init.is_none()).then(|| TupleObj::as_slice(for_post_init.cast()));
    let init_only = post_names.filter(|names| !names.is_empty()).map(|_| DictObj::new());
    let mut line = 0;
    let t = type_of(this);
    let version = t.version;
    let mut in_order = frozen.bits == 0 && assigns_in_order(call, this, t, steps.cast());
    for step in TupleObj::as_slice(steps.cast()) {
        let [name, parameter, factory, default, is_stored] = TupleObj::as_slice(step.cast()) else {
            continue;
        };
        let name: Gc<StrObj> = name.cast();
        let given = match parameter.as_i64() {
            -1 => Value::UNBOUND,
            n => call.args[n as usize + 1],
        };
        let stored = is_stored.bits != 0;
        line += stored as usize;
        let value = if given.is_unbound() && factory.is_none() {
            *default
        } else if given.is_unbound() || given.tag == asks_factory.tag && given.bits == asks_factory.bits {
            call.at(line, ops::call(*factory, &[]))?
        } else {
            given
        };
        // What a factory calls may change the class.
        in_order &= t.version == version;
        if stored && in_order {
            instance::set_field(this, t, line - 1, value);
        } else if stored {
            call.at(line, set(this, name, value))?;
        } else if let Some(values) = init_only {
            DictObj::set_str(values, name, value);
        }
    }
    if let Some(names) = post_names {
        let values = TupleObj::new(names.len());
        for (i, name) in names.iter().enumerate() {
            let value = init_only.and_then(|d| DictObj::get_str(d, name.cast()));
            TupleObj::set(values, i, value.unwrap_or(Value::NONE));
        }
        let called = ops::call_method(this, name!("__post_init__"), TupleObj::as_slice(values));
        call.at(line + 1, called)?;
    }
    Ok(Value::NONE)
}

/// Whether the stored steps are the fields of a new plain instance, in their order.
fn assigns_in_order(call: &Call, this: Value, t: Gc<TypeObj>, steps: Gc<TupleObj>) -> bool {
    let Some(cells) = call.function.closure else { return false };
    let version = Value::int(t.version as i64);
    if !ValueArray::get(cells, closure::IN_ORDER).is(version) {
        let steps = TupleObj::as_slice(steps).iter().map(|step| TupleObj::as_slice(step.cast()));
        let stored = steps.filter(|step| step[4].bits != 0).map(|step| step[0].cast::<StrObj>());
        let plain_store =
            t.slots.setattr.is_none_or(|f| f as usize == attributes::generic_setattr as *const () as usize);
        let holds = plain_store
            && t.flags & flags::SLOTTED == 0
            && this.tag >= tag::FIRST_CLASS
            && stored.enumerate().all(|(i, name)| {
                instance::field_index(t, name) == Some(i)
                    && type_lookup(t, name).is_none_or(|f| type_of(f).slots.set.is_none())
            });
        if !holds {
            return false;
        }
        ValueArray::set(cells, closure::IN_ORDER, version);
    }
    // SAFETY: a live object.
    let flags = unsafe { (*this.header()).0 } & header::NOT_PLAIN;
    flags == 0 && (instance::field_count(t) == 0 || instance::field(this, t, 0).is_unbound())
}

/// Data: the names.
fn repr(call: &Call) -> R {
    let this = call.args[0];
    let _guard = crate::core::mutator::DepthGuard::enter("while getting the repr of an object")?;
    let Some(_shown) = InProgress::enter(this.cast::<Header>()) else {
        return Ok(StrObj::from_str("...").value());
    };
    let made = || -> R {
        let class = ops::getattr(this, name!("__class__"))?;
        let mut out = Buffer::new();
        let class_name = ops::str(ops::getattr(class, name!("__qualname__"))?)?;
        out.push_units(units(&class_name));
        out.push_str("(");
        for (i, name) in call.data().iter().enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            out.push_units(units(&name.cast::<StrObj>()));
            out.push_str("=");
            push_repr(&mut out, ops::getattr(this, name.cast())?)?;
        }
        out.push_str(")");
        Ok(finish(out))
    };
    call.at(1, made())
}

fn same_class(call: &Call) -> R<bool> {
    let mine = ops::getattr(call.args[0], name!("__class__"))?;
    let theirs = ops::getattr(call.args[1], name!("__class__"))?;
    Ok(mine.tag == theirs.tag && mine.bits == theirs.bits)
}

/// Data: the names.
fn eq(call: &Call) -> R {
    let (a, b) = (call.args[0], call.args[1]);
    if a.tag == b.tag && a.bits == b.bits {
        return Ok(Value::TRUE);
    }
    if !call.at(3, same_class(call))? {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let names = call.data();
    let answer = || -> R {
        let mut answer = Value::TRUE;
        for (i, name) in names.iter().enumerate() {
            let (x, y) = (ops::getattr(a, name.cast())?, ops::getattr(b, name.cast())?);
            answer = ops::compare(x, y, Compare::Eq)?;
            if i + 1 < names.len() && !ops::truth(answer)? {
                break;
            }
        }
        Ok(answer)
    };
    call.at(4, answer())
}

fn lt(call: &Call) -> R {
    ordered(call, Compare::Lt)
}
fn le(call: &Call) -> R {
    ordered(call, Compare::Le)
}
fn gt(call: &Call) -> R {
    ordered(call, Compare::Gt)
}
fn ge(call: &Call) -> R {
    ordered(call, Compare::Ge)
}

/// Data: the names.
fn ordered(call: &Call, op: Compare) -> R {
    if !call.at(1, same_class(call))? {
        return Ok(Value::NOT_IMPLEMENTED);
    }
    let answer = || {
        let (a, b) = (values(call, call.args[0])?, values(call, call.args[1])?);
        ops::compare(a.value(), b.value(), op)
    };
    call.at(2, answer())
}

/// The values of the fields named in the data.
fn values(call: &Call, of: Value) -> R<Gc<TupleObj>> {
    let names = call.data();
    let all = TupleObj::new(names.len());
    for (i, name) in names.iter().enumerate() {
        TupleObj::set(all, i, ops::getattr(of, name.cast())?);
    }
    Ok(all)
}

/// Data: the names.
fn hash(call: &Call) -> R {
    let hash = || Ok(Value::int(ops::hash(values(call, call.args[0])?.value())?));
    call.at(1, hash())
}

fn frozen_setattr(call: &Call) -> R {
    frozen(call, "assign to", name!("__setattr__"))
}

fn frozen_delattr(call: &Call) -> R {
    frozen(call, "delete", name!("__delattr__"))
}

/// Data: the class, the names of its fields, FrozenInstanceError.
fn frozen(call: &Call, what: &str, method: Gc<StrObj>) -> R {
    let [class, names, error] = call.data() else { return Ok(Value::NONE) };
    let (this, name) = (call.args[0], call.args[1]);
    let own = type_of(this).value();
    let is_class = own.tag == class.tag && own.bits == class.bits;
    if is_class || call.at(1, ops::contains(*names, name))? {
        let raised = || -> R {
            let text = format!("cannot {what} field {}", ops::repr(name)?.to_string_lossy());
            let exception = ops::call(*error, &[StrObj::from_str(&text).value()])?;
            Err(raise_exception(exception))
        };
        return call.at(2, raised());
    }
    let passed = || {
        let next = ops::call(type_object::type_by_id(tag::SUPER).value(), &[*class, this])?;
        ops::call_method(next, method, &call.args[1..])
    };
    call.at(3, passed())
}

/// `Point.__new__(_cls, x, y)` of a named tuple. Data: `tuple.__new__`.
fn tuple_new(call: &Call) -> R {
    let fields = TupleObj::from_slice(&call.args[1..]);
    // What `tuple.__new__` does with a class of named tuples.
    if let Some(cls) = as_type(call.args[0])
        && cls.flags & flags::WRAPS != 0
        && cls.layout == tag::TUPLE
    {
        return Ok(wrapped::wrap(cls, fields.value()));
    }
    match call.data() {
        [new] => ops::call(*new, &[call.args[0], fields.value()]),
        _ => Ok(fields.value()),
    }
}
