//! Functions compiled from Python, and their code objects.

use crate::containers::{DictObj, TupleObj};
use crate::core::{Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor, ValueArray};
use crate::types::naming::type_name;
use crate::types::{GetSet, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::layout::{self, CodeDesc, ModuleDesc, StaticPtr, code_flags};
use runtime_interface::tag;

/// How compiled code is entered with boxed arguments.
pub type BoxedEntry = unsafe extern "C" fn(*mut Header, *const Value, usize, *mut TupleObj) -> Value;

/// The layout that `runtime_interface::layout::functions` gives offsets of.
#[repr(C)]
pub struct FunctionObj {
    pub header: Header,
    pub entry: BoxedEntry,
    pub code: *const CodeDesc,
    /// The cells of the free variables.
    pub closure: Option<Gc<ValueArray>>,
    /// Tuple, or `UNBOUND`.
    pub defaults: Value,
    /// Dict, or `UNBOUND`.
    pub kwdefaults: Value,
    pub dict: *mut DictObj,
    /// What was assigned or asked for: see [`extra`].
    pub extra: Option<Gc<ValueArray>>,
}
// SAFETY: described by FUNCTION below.
unsafe impl HeapObject for FunctionObj {
    const TAG: u64 = tag::FUNCTION;
}
const _: () = assert!(std::mem::offset_of!(FunctionObj, defaults) as u64 == layout::functions::DEFAULTS);

/// Slots of [`FunctionObj::extra`]: attributes that differ from the code's, `UNBOUND` if they do not.
mod extra {
    pub const NAME: usize = 0;
    pub const QUALNAME: usize = 1;
    pub const MODULE: usize = 2;
    pub const DOC: usize = 3;
    pub const ANNOTATIONS: usize = 4;
    pub const TYPE_PARAMS: usize = 5;
    pub const COUNT: usize = 6;
}

/// A pointer in a code description as a `str` object.
pub fn static_str(p: StaticPtr) -> Gc<StrObj> {
    Gc::from_ptr(p as *mut StrObj)
}

impl FunctionObj {
    #[inline(always)]
    pub fn code(&self) -> &'static CodeDesc {
        // SAFETY: descriptions are static data of the program.
        unsafe { &*self.code }
    }
}

/// The file that tracebacks show.
pub fn file_of(code: &CodeDesc) -> Gc<StrObj> {
    match code.flags & code_flags::GENERATED {
        0 => static_str(module_of(code).file),
        _ => name!("<string>"),
    }
}

fn module_of(code: &CodeDesc) -> &'static ModuleDesc {
    // SAFETY: as above.
    unsafe { &*(code.module as *const ModuleDesc) }
}

fn get_extra(f: Gc<FunctionObj>, i: usize) -> Value {
    f.extra.map_or(Value::UNBOUND, |e| ValueArray::get(e, i))
}
fn set_extra(f: Gc<FunctionObj>, i: usize, v: Value) {
    let mut f = f;
    let e = match f.extra {
        Some(e) => e,
        None => {
            let e = ValueArray::new(extra::COUNT);
            f.extra = Some(e);
            f.barrier();
            e
        }
    };
    ValueArray::set(e, i, v);
}

/// The names of the parameters, in the code's order.
pub fn parameter_names(code: &CodeDesc) -> &'static [Gc<StrObj>] {
    let n = code.positional
        + code.keyword_only
        + (code.flags & code_flags::VARARGS != 0) as u32
        + (code.flags & code_flags::VARKW != 0) as u32;
    if n == 0 {
        return &[];
    }
    // SAFETY: static data as the interface says.
    unsafe { std::slice::from_raw_parts(code.names as *const Gc<StrObj>, n as usize) }
}

/// `f.__qualname__` as messages need it.
pub fn qualname(f: Gc<FunctionObj>) -> String {
    match get_extra(f, extra::QUALNAME).bound() {
        Some(q) => q.cast::<StrObj>().to_string_lossy(),
        None => static_str(f.code().qualname).to_string_lossy(),
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_make_function(
    code: *mut u8,
    defaults: Value,
    kwdefaults: Value,
    cells: *mut u8,
    count: i64,
) -> Value {
    // SAFETY: compiled code passes its static description and `count` cells.
    unsafe {
        let code = code as *const CodeDesc;
        let closure = if count == 0 {
            None
        } else {
            let array = ValueArray::new(count as usize);
            for i in 0..count as usize {
                ValueArray::set(array, i, *(cells as *const Value).add(i));
            }
            Some(array)
        };
        let entry = std::mem::transmute::<StaticPtr, BoxedEntry>((*code).entry);
        memory::new(FunctionObj {
            header: Header(0),
            entry,
            code,
            closure,
            defaults,
            kwdefaults,
            dict: std::ptr::null_mut(),
            extra: None,
        })
        .value()
    }
}

/// A function whose description is not the compiler's (see `modules/generated.rs`).
pub fn made_at_run_time(
    code: &'static CodeDesc,
    entry: BoxedEntry,
    closure: Gc<ValueArray>,
    defaults: Value,
    kwdefaults: Value,
) -> Value {
    let (closure, dict) = (Some(closure), std::ptr::null_mut());
    let header = Header(0);
    memory::new(FunctionObj { header, entry, code, closure, defaults, kwdefaults, dict, extra: None }).value()
}

/// The annotations are a function that makes the dict, called when they are first asked for.
#[unsafe(no_mangle)]
pub extern "C" fn tp_set_annotations(f: Value, annotations: Value) {
    if let Some(f) = f.exact::<FunctionObj>() {
        set_extra(f, extra::ANNOTATIONS, annotations);
    }
}

// ---- attributes ----

fn this(v: Value) -> Gc<FunctionObj> {
    v.cast()
}

fn expect_text(x: Value, name: &str) -> R<()> {
    if x.is_unbound() || x.tag != tag::STR {
        return Err(raise!(TypeError, "{name} must be set to a string object"));
    }
    Ok(())
}

fn name(v: Value) -> R {
    let f = this(v);
    Ok(get_extra(f, extra::NAME).bound().unwrap_or_else(|| static_str(f.code().name).value()))
}
fn set_name(v: Value, x: Value) -> R<()> {
    expect_text(x, "__name__")?;
    set_extra(this(v), extra::NAME, x);
    Ok(())
}
fn get_qualname(v: Value) -> R {
    let f = this(v);
    Ok(get_extra(f, extra::QUALNAME).bound().unwrap_or_else(|| static_str(f.code().qualname).value()))
}
fn set_qualname(v: Value, x: Value) -> R<()> {
    expect_text(x, "__qualname__")?;
    set_extra(this(v), extra::QUALNAME, x);
    Ok(())
}
fn module(v: Value) -> R {
    let f = this(v);
    Ok(get_extra(f, extra::MODULE).bound().unwrap_or_else(|| static_str(module_of(f.code()).name).value()))
}
fn set_module(v: Value, x: Value) -> R<()> {
    set_extra(this(v), extra::MODULE, x.bound().unwrap_or(Value::NONE));
    Ok(())
}
fn doc(v: Value) -> R {
    let f = this(v);
    Ok(get_extra(f, extra::DOC).bound().unwrap_or_else(|| {
        let d = f.code().doc;
        if d.is_null() || f.code().flags & code_flags::GENERATED != 0 {
            Value::NONE
        } else {
            static_str(d).value()
        }
    }))
}
fn set_doc(v: Value, x: Value) -> R<()> {
    set_extra(this(v), extra::DOC, x.bound().unwrap_or(Value::NONE));
    Ok(())
}
fn defaults(v: Value) -> R {
    Ok(this(v).defaults.bound().unwrap_or(Value::NONE))
}
fn set_defaults(v: Value, x: Value) -> R<()> {
    let mut f = this(v);
    if x.is_unbound() || x.is_none() {
        f.defaults = Value::UNBOUND;
    } else if x.tag == tag::TUPLE {
        f.defaults = x;
        f.barrier();
    } else {
        return Err(raise!(TypeError, "__defaults__ must be set to a tuple object"));
    }
    Ok(())
}
fn kwdefaults(v: Value) -> R {
    Ok(this(v).kwdefaults.bound().unwrap_or(Value::NONE))
}
fn set_kwdefaults(v: Value, x: Value) -> R<()> {
    let mut f = this(v);
    if x.is_unbound() || x.is_none() {
        f.kwdefaults = Value::UNBOUND;
    } else if x.tag == tag::DICT {
        f.kwdefaults = x;
        f.barrier();
    } else {
        return Err(raise!(TypeError, "__kwdefaults__ must be set to a dict object"));
    }
    Ok(())
}
fn annotations(v: Value) -> R {
    let f = this(v);
    let made = match get_extra(f, extra::ANNOTATIONS).bound() {
        Some(a) if a.tag == tag::FUNCTION => super::ops::call(a, &[])?,
        Some(a) => return Ok(a),
        None => DictObj::new().value(),
    };
    set_extra(f, extra::ANNOTATIONS, made);
    Ok(made)
}
fn set_annotations(v: Value, x: Value) -> R<()> {
    if x.tag != tag::DICT && !x.is_none() && !x.is_unbound() {
        return Err(raise!(TypeError, "__annotations__ must be set to a dict object"));
    }
    let x = if x.tag == tag::DICT { x } else { DictObj::new().value() };
    set_extra(this(v), extra::ANNOTATIONS, x);
    Ok(())
}
fn type_params(v: Value) -> R {
    Ok(get_extra(this(v), extra::TYPE_PARAMS).bound().unwrap_or_else(|| TupleObj::empty().value()))
}
fn set_type_params(v: Value, x: Value) -> R<()> {
    set_extra(this(v), extra::TYPE_PARAMS, x);
    Ok(())
}
fn closure(v: Value) -> R {
    Ok(match this(v).closure {
        Some(c) if this(v).code().free > 0 => TupleObj::from_slice(ValueArray::as_slice(c)).value(),
        _ => Value::NONE,
    })
}
fn code(v: Value) -> R {
    Ok(code_object(this(v).code))
}
fn globals(v: Value) -> R {
    Ok(super::module::globals_of(this(v).code().module as *mut ModuleDesc))
}
fn get_dict(v: Value) -> R {
    let d = super::instance::dict_of(v, crate::types::type_of(v));
    Ok(d.map_or(Value::NONE, Value::obj))
}
fn set_dict(v: Value, x: Value) -> R<()> {
    if x.tag != tag::DICT {
        let t = type_name(x);
        return Err(raise!(TypeError, "__dict__ must be set to a dictionary, not a '{t}'"));
    }
    super::instance::set_dict(v, x.cast())?;
    Ok(())
}

fn repr(v: Value) -> R {
    Ok(StrObj::from_str(&format!("<function {} at {:#x}>", qualname(this(v)), v.bits)).value())
}

fn call(f: Value, args: &crate::core::Args) -> R {
    super::call::call_args(f, args)
}

fn get(f: Value, instance: Value, _owner: Value) -> R {
    Ok(if instance.is_unbound() { f } else { super::method::bind(f, instance) })
}

const fn rw(name: &'static str, get: fn(Value) -> R, set: fn(Value, Value) -> R<()>) -> GetSet {
    GetSet { name, get, set: Some(set) }
}
const fn ro(name: &'static str, get: fn(Value) -> R) -> GetSet {
    GetSet { name, get, set: None }
}

pub static FUNCTION: TypeSpec = TypeSpec {
    id: tag::FUNCTION,
    name: "function",
    descriptor: Descriptor::words::<FunctionObj>(
        word_of!(FunctionObj, closure) | word_of!(FunctionObj, dict) | word_of!(FunctionObj, extra),
        word_of!(FunctionObj, defaults) | word_of!(FunctionObj, kwdefaults),
    ),
    slots: Slots { repr: Some(repr), call: Some(call), get: Some(get), ..Slots::NONE },
    getset: &[
        rw("__name__", name, set_name),
        rw("__qualname__", get_qualname, set_qualname),
        rw("__module__", module, set_module),
        rw("__doc__", doc, set_doc),
        rw("__defaults__", defaults, set_defaults),
        rw("__kwdefaults__", kwdefaults, set_kwdefaults),
        rw("__annotations__", annotations, set_annotations),
        rw("__type_params__", type_params, set_type_params),
        ro("__closure__", closure),
        ro("__code__", code),
        ro("__globals__", globals),
        rw("__dict__", get_dict, set_dict),
    ],
    dict_offset: std::mem::offset_of!(FunctionObj, dict),
    ..TypeSpec::DEFAULT
};

// ---- code objects ----

/// What `f.__code__` gives: a view of the function's description.
#[repr(C)]
pub struct CodeObj {
    pub header: Header,
    pub desc: *const CodeDesc,
}
// SAFETY: described by CODE below.
unsafe impl HeapObject for CodeObj {
    const TAG: u64 = tag::CODE;
}

pub fn code_object(desc: *const CodeDesc) -> Value {
    memory::new(CodeObj { header: Header(0), desc }).value()
}

fn desc(v: Value) -> &'static CodeDesc {
    // SAFETY: descriptions are static data of the program.
    unsafe { &*v.cast::<CodeObj>().desc }
}
fn co_name(v: Value) -> R {
    Ok(static_str(desc(v).name).value())
}
fn co_qualname(v: Value) -> R {
    Ok(static_str(desc(v).qualname).value())
}
fn co_filename(v: Value) -> R {
    Ok(file_of(desc(v)).value())
}
fn co_firstlineno(v: Value) -> R {
    Ok(Value::int(desc(v).first_line as i64))
}
fn co_argcount(v: Value) -> R {
    Ok(Value::int(desc(v).positional as i64))
}
fn co_posonlyargcount(v: Value) -> R {
    Ok(Value::int(desc(v).positional_only as i64))
}
fn co_kwonlyargcount(v: Value) -> R {
    Ok(Value::int(desc(v).keyword_only as i64))
}
fn co_varnames(v: Value) -> R {
    let d = desc(v);
    let n = (d.name_count as usize).max(parameter_names(d).len());
    // SAFETY: static data as the interface says.
    let names = unsafe { std::slice::from_raw_parts(d.names as *const Gc<StrObj>, n) };
    let t = TupleObj::new(n);
    for (i, s) in names.iter().enumerate() {
        TupleObj::set(t, i, s.value());
    }
    Ok(t.value())
}
fn co_freevars(v: Value) -> R {
    let d = desc(v);
    let t = TupleObj::new(d.free as usize);
    for i in 0..d.free as usize {
        // SAFETY: static data as the interface says.
        let s = unsafe { *(d.free_names as *const Gc<StrObj>).add(i) };
        TupleObj::set(t, i, s.value());
    }
    Ok(t.value())
}
fn co_nlocals(v: Value) -> R {
    Ok(Value::int(desc(v).name_count as i64))
}
fn co_flags(v: Value) -> R {
    let f = desc(v).flags;
    let mut flags = 3;
    for (ours, theirs) in [
        (code_flags::VARARGS, 4),
        (code_flags::VARKW, 8),
        (code_flags::GENERATOR, 32),
        (code_flags::COROUTINE, 128),
    ] {
        if f & ours != 0 {
            flags |= theirs;
        }
    }
    Ok(Value::int(flags))
}
fn repr_code(v: Value) -> R {
    let d = desc(v);
    let (name, at) = (static_str(d.name).to_string_lossy(), v.bits);
    let (file, line) = (file_of(d).to_string_lossy(), d.first_line);
    Ok(StrObj::from_str(&format!("<code object {name} at {at:#x}, file \"{file}\", line {line}>")).value())
}
/// Code objects are made anew at every look: equal if they are views of one function.
fn compare_code(a: Value, b: Value, op: crate::types::Compare) -> R {
    let (Some(x), Some(y)) = (a.exact::<CodeObj>(), b.exact::<CodeObj>()) else {
        return Ok(Value::NOT_IMPLEMENTED);
    };
    match op {
        crate::types::Compare::Eq => Ok(Value::bool(x.desc == y.desc)),
        crate::types::Compare::Ne => Ok(Value::bool(x.desc != y.desc)),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}
fn hash_code(v: Value) -> R<i64> {
    Ok(v.cast::<CodeObj>().desc as i64 >> 4)
}

pub static CODE: TypeSpec = TypeSpec {
    id: tag::CODE,
    name: "code",
    descriptor: Descriptor::plain::<CodeObj>(),
    slots: Slots { repr: Some(repr_code), compare: Some(compare_code), hash: Some(hash_code), ..Slots::NONE },
    getset: &[
        ro("co_name", co_name),
        ro("co_qualname", co_qualname),
        ro("co_filename", co_filename),
        ro("co_firstlineno", co_firstlineno),
        ro("co_argcount", co_argcount),
        ro("co_posonlyargcount", co_posonlyargcount),
        ro("co_kwonlyargcount", co_kwonlyargcount),
        ro("co_varnames", co_varnames),
        ro("co_freevars", co_freevars),
        ro("co_nlocals", co_nlocals),
        ro("co_flags", co_flags),
    ],
    ..TypeSpec::DEFAULT
};
