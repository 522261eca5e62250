//! Methods that the compiler wrote for a data class, between the class statement and the decorator.
//!
//! ```text
//! @dataclass            the body puts the functions into the namespace like any `def`; they are taken out before
//! class Point: ...      anything sees it, and `_generated.method` takes one where it would make the same method
//! ```
//!
//! What the compiler assumed of the class stands in the function's docstring, which Python code does not see.

use super::function::{FunctionObj, parameter_names};
use crate::containers::{DictObj, TupleObj};
use crate::core::{Gc, R, StrObj, Value};
use crate::memory::Root;
use crate::types::{TypeObj, type_of};
use runtime_interface::layout::{CodeDesc, code_flags};
use runtime_interface::tag;

/// By type id, the functions by name.
static OFFERS: Root = Root::new();
/// What stands in the defaults of a data class's `__init__` for "call the factory".
static ASKS_FACTORY: Root = Root::new();

/// Takes the offered methods out of a namespace that the body with this code has filled.
pub fn take(namespace: Value, code: *const u8) -> R {
    // SAFETY: descriptions are static data of the program.
    let offers = !code.is_null() && unsafe { (*(code as *const CodeDesc)).flags } & code_flags::OFFERS != 0;
    if !offers || namespace.tag != tag::DICT {
        return Ok(Value::UNBOUND);
    }
    let namespace: Gc<DictObj> = namespace.cast();
    let found = DictObj::new();
    let mut position = 0;
    while let Some((name, value)) = DictObj::next_entry(namespace, &mut position) {
        if is_generated(value) {
            DictObj::insert(found, name, value)?;
        }
    }
    position = 0;
    while let Some((name, _)) = DictObj::next_entry(found, &mut position) {
        DictObj::del_str(namespace, name.cast());
    }
    Ok(found.value())
}

fn is_generated(v: Value) -> bool {
    v.tag == tag::FUNCTION && v.cast::<FunctionObj>().code().flags & code_flags::GENERATED != 0
}

/// The statement made this class.
pub fn class_made(t: Gc<TypeObj>, offered: Value) -> R<()> {
    if offered.is_unbound() {
        return Ok(());
    }
    if OFFERS.get().is_unbound() {
        OFFERS.set(DictObj::new().value());
    }
    DictObj::insert(OFFERS.get().cast(), Value::int(t.id as i64), offered)
}

/// What a method has to be like.
pub struct Wanted<'a> {
    pub name: Gc<StrObj>,
    pub parameters: Gc<TupleObj>,
    pub keyword_only: u32,
    pub defaults: Value,
    pub kwdefaults: Value,
    pub line: u32,
    pub description: &'a str,
    pub asks_factory: Value,
}

/// The offered method of a class, if it is as wanted.
pub fn accept(class: Value, wanted: &Wanted) -> R<Option<Value>> {
    if OFFERS.get().is_unbound() || class.tag < tag::FIRST_HEAP || type_of(class).layout != tag::TYPE {
        return Ok(None);
    }
    let id = Value::int(class.cast::<TypeObj>().id as i64);
    let Some(offered) = DictObj::get(OFFERS.get().cast(), id)? else { return Ok(None) };
    let Some(f) = DictObj::get_str(offered.cast(), wanted.name) else { return Ok(None) };
    let mut f: Gc<FunctionObj> = f.cast();
    let code = f.code();
    let names = parameter_names(code);
    let parameters = TupleObj::as_slice(wanted.parameters);
    let doc: Gc<StrObj> = Gc::from_ptr(code.doc as *mut StrObj);
    let as_wanted = code.keyword_only == wanted.keyword_only
        && code.first_line == wanted.line
        && names.len() == parameters.len()
        && names
            .iter()
            .zip(parameters)
            .all(|(name, p)| name.to_string_lossy() == p.cast::<StrObj>().to_string_lossy())
        && doc.to_string_lossy() == wanted.description;
    if !as_wanted {
        return Ok(None);
    }
    f.defaults = wanted.defaults;
    f.kwdefaults = wanted.kwdefaults;
    f.barrier();
    if !wanted.asks_factory.is_unbound() {
        ASKS_FACTORY.set(wanted.asks_factory);
    }
    Ok(Some(f.value()))
}

/// The argument for a parameter with this default: a generated method tells by an absent one that a factory is asked.
#[inline]
pub fn argument_for(code: &CodeDesc, default: Value) -> Value {
    if code.flags & code_flags::GENERATED != 0 && default.is(ASKS_FACTORY.get()) {
        return Value::UNBOUND;
    }
    default
}
