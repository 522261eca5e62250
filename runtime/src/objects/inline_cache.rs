//! Attribute access and method calls from compiled code, with an inline cache per site.
//!
//! What a cell is, see `cache_cell`. Compiled code tests the armed half in line; here is what it calls otherwise.

use super::attributes::{self, is_generic};
use super::builtin_function::{BuiltinObj, MethodDescriptorObj};
use super::cache_cell::{Cell, Use, arm, arm_shared, class_made_by, fill, shared};
use super::call::{call_raw, raw_args};
use super::descriptors::{PropertyObj, wrapped_function};
use super::function::FunctionObj;
use super::instance::{self, existing_dict};
use super::module;
use super::ops;
use super::super_object::{self, SuperObj};
use crate::containers::{DictObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Gc, R, StrObj, Value};
use crate::modules::collections::tuplegetter;
use crate::types::lookup::as_type;
use crate::types::{TypeObj, flags, type_by_id, type_lookup, type_of};
use runtime_interface::layout::{caches, header, native_constants};
use runtime_interface::tag;

/// A field at byte offset `bits`.
const FIELD: u64 = 1;
/// A function or native method on the class.
const METHOD: u64 = 2;
/// Any other attribute of the class that is no descriptor.
const CLASS_VALUE: u64 = 3;
/// A property: the value is its getter.
const PROPERTY: u64 = 4;
/// The receiver is a class of this version: the attribute, ready to use.
const OF_CLASS: u64 = 5;
/// The receiver is a class: a class method's function, to be called with the class.
const CLASS_METHOD: u64 = 6;
/// The receiver is a module: the address of a global's slot.
const MODULE_SLOT: u64 = 7;
/// Store to the field at byte offset `bits`, whose index is `tag`.
const STORE_FIELD: u64 = 8;
/// As `STORE_FIELD` for a `__slots__` entry.
const STORE_SLOT: u64 = 9;
/// The index of a named tuple's field.
const TUPLE_ITEM: u64 = 10;

fn name_at(p: *mut u8) -> Gc<StrObj> {
    Gc::from_ptr(p as *mut StrObj)
}

/// Whether the instance has an own attribute that hides one of the class.
#[inline(always)]
fn hidden(v: Value, t: Gc<TypeObj>, name: Gc<StrObj>) -> bool {
    existing_dict(v, t).is_some_and(|d| DictObj::get_str(d, name).is_some())
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_getattr(v: Value, name: *mut u8, cache: *mut u8) -> Value {
    let (name, cache) = (name_at(name), cache as *mut Cell);
    // SAFETY: compiled code passes a cell of its own or null.
    unsafe {
        if !cache.is_null() && v.is_heap() {
            let c = &*cache;
            if v.tag == tag::MODULE {
                if c.key == v.bits && c.kind == MODULE_SLOT {
                    let x = *(c.value.bits as *const Value);
                    if !x.is_unbound() {
                        return x;
                    }
                }
            } else {
                let t = type_of(v);
                if c.key == t.version {
                    match c.kind {
                        FIELD => {
                            let x = *((v.bits + c.value.bits) as *const Value);
                            if instance::is_value(x) {
                                return x;
                            }
                        }
                        PROPERTY => {
                            let result = ops::call(c.value(), &[v]);
                            if result.is_err() {
                                crate::exceptions::complete_attribute_error(name.value(), v);
                            }
                            return result.in_band();
                        }
                        TUPLE_ITEM => {
                            if let Some(item) = tuplegetter::item_of(v, c.value.bits as usize) {
                                return item;
                            }
                        }
                        CLASS_VALUE if !hidden(v, t, name) => return c.value(),
                        METHOD if !hidden(v, t, name) && c.value.tag == tag::FUNCTION => {
                            return super::method::bind(c.value(), v);
                        }
                        _ => {}
                    }
                } else if v.tag >= tag::FIRST_CLASS
                    && let Some([offset, ..]) = shared(cache, t.id, name, Use::ReadField)
                {
                    let x = *((v.bits + offset) as *const Value);
                    if instance::is_value(x) {
                        return x;
                    }
                } else if c.kind == OF_CLASS
                    && let Some(cls) = as_type(v)
                    && c.key == cls.version
                {
                    return c.value();
                }
            }
        }
        getattr_slow(v, name, cache).in_band()
    }
}

unsafe fn getattr_slow(v: Value, name: Gc<StrObj>, cache: *mut Cell) -> R {
    let t = type_of(v);
    // SAFETY: as in the caller.
    unsafe {
        if v.tag == tag::MODULE {
            if let Some(slot) = module::slot_address(v, name) {
                fill(cache, v.bits, MODULE_SLOT, Value { tag: 0, bits: slot as u64 });
            }
        } else if v.tag == tag::TYPE {
            // A plain class: what its MRO holds, if nothing on `type` goes first.
            let cls: Gc<TypeObj> = v.cast();
            if let Some(f) = type_lookup(cls, name)
                && (f.tag == tag::FUNCTION || type_of(f).slots.get.is_none())
                && type_lookup(t, name).is_none()
            {
                fill(cache, cls.version, OF_CLASS, f);
            }
        } else if v.is_heap() && is_generic(t) {
            let found = type_lookup(t, name);
            let own = if t.flags & flags::SLOTTED == 0 { instance::field_index(t, name) } else { None };
            let offset = |i: usize| Value { tag: 0, bits: (t.fields_offset + 16 * i) as u64 };
            match found {
                Some(f) if f.tag == tag::PROPERTY => {
                    let getter = f.cast::<PropertyObj>().getter;
                    if !getter.is_none() {
                        fill(cache, t.version, PROPERTY, getter);
                    }
                }
                Some(f) if let Some(index) = tuplegetter::index_of(f) => {
                    fill(cache, t.version, TUPLE_ITEM, Value { tag: 0, bits: index as u64 });
                }
                Some(f) if f.tag == tag::MEMBER_DESCRIPTOR => {
                    if let Some(i) = instance::field_index(t, name) {
                        fill(cache, t.version, FIELD, offset(i));
                        arm_shared(cache, name, t.id, Use::ReadField, [offset(i).bits, 0, 0]);
                    }
                }
                Some(f) if own.is_none() => {
                    if f.tag == tag::FUNCTION {
                        fill(cache, t.version, METHOD, f);
                    } else if type_of(f).slots.get.is_none() {
                        fill(cache, t.version, CLASS_VALUE, f);
                    }
                }
                Some(f) if type_of(f).slots.set.is_some() => {}
                _ => {
                    if let Some(i) = own {
                        fill(cache, t.version, FIELD, offset(i));
                        arm_shared(cache, name, t.id, Use::ReadField, [offset(i).bits, 0, 0]);
                    }
                }
            }
        }
    }
    attributes::getattr(v, name)
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_setattr(v: Value, name: *mut u8, x: Value, cache: *mut u8) -> i64 {
    let cache = cache as *mut Cell;
    // SAFETY: compiled code passes a cell of its own or null.
    unsafe {
        if !cache.is_null() && v.tag >= tag::FIRST_CLASS {
            let c = &*cache;
            let t = type_of(v);
            if c.key == t.version {
                let slot = (v.bits + c.value.bits) as *mut Value;
                if c.kind == STORE_FIELD {
                    if (*slot).is_unbound() {
                        // First assignment: in slot order there is nothing to note.
                        let h = v.header();
                        let in_order = c.value.tag == 0 || !(*slot.sub(1)).is_unbound();
                        if (*h).0 & header::NOT_PLAIN == 0 && in_order {
                            *slot = x;
                            crate::memory::write_barrier(h);
                            return 0;
                        }
                    } else {
                        *slot = x;
                        crate::memory::write_barrier(v.header());
                        return 0;
                    }
                } else if c.kind == STORE_SLOT {
                    *slot = x;
                    crate::memory::write_barrier(v.header());
                    return 0;
                }
            } else if let Some([offset, ..]) = shared(cache, t.id, name_at(name), Use::StoreField) {
                let slot = (v.bits + offset) as *mut Value;
                if !(*slot).is_unbound() {
                    *slot = x;
                    crate::memory::write_barrier(v.header());
                    return 0;
                }
            }
        }
        setattr_slow(v, name_at(name), x, cache).in_band()
    }
}

unsafe fn setattr_slow(v: Value, name: Gc<StrObj>, x: Value, cache: *mut Cell) -> R<()> {
    let t = type_of(v);
    if v.tag >= tag::FIRST_CLASS
        && t.slots.setattr.is_some_and(|f| f as usize == attributes::generic_setattr as *const () as usize)
        && let Some(i) = instance::field_index(t, name)
    {
        let found = type_lookup(t, name);
        let member = found.is_some_and(|f| f.tag == tag::MEMBER_DESCRIPTOR);
        let blocked = found.is_some_and(|f| type_of(f).slots.set.is_some());
        let at = Value { tag: i as u64, bits: (t.fields_offset + 16 * i) as u64 };
        // SAFETY: as in the caller.
        unsafe {
            if member && t.flags & flags::SLOTTED != 0 {
                fill(cache, t.version, STORE_SLOT, at);
                arm_shared(cache, name, t.id, Use::StoreField, [at.bits, 0, 0]);
            } else if !blocked && t.flags & flags::SLOTTED == 0 {
                fill(cache, t.version, STORE_FIELD, at);
                // The header is never UNBOUND.
                let before = if i == 0 { 0 } else { at.bits - 16 };
                arm_shared(cache, name, t.id, Use::StoreField, [at.bits, before, 0]);
            }
        }
    }
    attributes::setattr(v, name, x)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_delattr(v: Value, name: *mut u8) -> i64 {
    attributes::delattr(v, name_at(name)).in_band()
}

/// Whether calling what instances of `t` find on their class only puts the instance before the arguments.
fn is_plain_method(f: Value, t: Gc<TypeObj>) -> bool {
    match f.tag {
        tag::FUNCTION => true,
        tag::METHOD_DESCRIPTOR => crate::types::is_subtype(t, f.cast::<MethodDescriptorObj>().owner),
        _ => false,
    }
}

/// Calls a function or native method found on the receiver's class; there is room before `values`.
#[inline(always)]
unsafe fn call_on(f: Value, v: Value, values: *mut Value, n: usize, kwnames: *mut TupleObj) -> R {
    // SAFETY: by contract of `tp_call_method`.
    unsafe {
        let first = values.sub(1);
        if f.tag == tag::FUNCTION {
            first.write(v);
            let function: Gc<FunctionObj> = f.cast();
            return (function.entry)(f.header(), first, n + 1, kwnames).checked();
        }
        let d: Gc<MethodDescriptorObj> = f.cast();
        let receiver = if d.owner.id == tag::OBJECT { v } else { ops::unwrap(v) };
        first.write(receiver);
        ((*d.def).function)(&raw_args(first, n + 1, kwnames))
    }
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_call_method(
    v: Value,
    name: *mut u8,
    values: *mut u8,
    count: i64,
    kwnames: *mut u8,
    cache: *mut u8,
) -> Value {
    super::weak_reference::safepoint();
    let (name, cache) = (name_at(name), cache as *mut Cell);
    let (values, n, kwnames) = (values as *mut Value, count as usize, kwnames as *mut TupleObj);
    // SAFETY: compiled code passes the arguments, room before them, and a cell of its own or null.
    unsafe {
        if !cache.is_null() {
            let c = &*cache;
            if v.tag == tag::MODULE {
                if c.key == v.bits && c.kind == MODULE_SLOT {
                    let f = *(c.value.bits as *const Value);
                    if !f.is_unbound() {
                        return call_raw(f, values, n, kwnames).in_band();
                    }
                }
            } else {
                let t = type_of(v);
                if c.key == t.version {
                    if c.kind == METHOD && !hidden(v, t, name) {
                        return call_on(c.value(), v, values, n, kwnames).in_band();
                    }
                } else if v.tag >= tag::FIRST_CLASS
                    && let Some([function, dict_offset, _]) = shared(cache, t.id, name, Use::Method)
                    && (dict_offset == 0 || *((v.bits + dict_offset) as *const u64) == 0)
                {
                    let f = Value { tag: tag::FUNCTION, bits: function };
                    return call_on(f, v, values, n, kwnames).in_band();
                } else if let Some(cls) = as_type(v)
                    && c.key == cls.version
                {
                    if c.kind == OF_CLASS {
                        return call_raw(c.value(), values, n, kwnames).in_band();
                    }
                    if c.kind == CLASS_METHOD {
                        let first = values.sub(1);
                        first.write(v);
                        return call_raw(c.value(), first, n + 1, kwnames).in_band();
                    }
                }
            }
        }
        call_method_slow(v, name, values, n, kwnames, cache).in_band()
    }
}

unsafe fn call_method_slow(
    v: Value,
    name: Gc<StrObj>,
    values: *mut Value,
    n: usize,
    kwnames: *mut TupleObj,
    cache: *mut Cell,
) -> R {
    let t = type_of(v);
    // SAFETY: as in the caller.
    unsafe {
        if v.tag == tag::MODULE {
            if let Some(slot) = module::slot_address(v, name) {
                fill(cache, v.bits, MODULE_SLOT, Value { tag: 0, bits: slot as u64 });
            }
        } else if v.tag == tag::SUPER {
            let s: Gc<SuperObj> = v.cast();
            if !s.object.is_unbound()
                && !s.object.is(s.object_type)
                && let Some(f) = super_object::find(s, name)
                && f.tag == tag::FUNCTION
            {
                return call_on(f, s.object, values, n, kwnames);
            }
        } else if v.tag == tag::TYPE {
            let cls: Gc<TypeObj> = v.cast();
            if type_lookup(t, name).is_none()
                && let Some(f) = type_lookup(cls, name)
            {
                match f.tag {
                    tag::FUNCTION => fill(cache, cls.version, OF_CLASS, f),
                    tag::STATICMETHOD => fill(cache, cls.version, OF_CLASS, wrapped_function(f)),
                    tag::CLASSMETHOD => {
                        let function = wrapped_function(f);
                        if function.tag == tag::FUNCTION {
                            fill(cache, cls.version, CLASS_METHOD, function);
                        }
                    }
                    _ => {}
                }
            }
        } else if is_generic(t)
            && let Some(f) = type_lookup(t, name)
        {
            if is_plain_method(f, t) && (!v.is_heap() || instance::get_own(v, t, name).is_none()) {
                if t.flags & flags::SLOTTED != 0 || instance::field_index(t, name).is_none() {
                    fill(cache, t.version, METHOD, f);
                    if v.tag >= tag::FIRST_CLASS && f.tag == tag::FUNCTION {
                        arm_shared(cache, name, t.id, Use::Method, [f.bits, t.dict_offset as u64, 0]);
                    }
                }
                return call_on(f, v, values, n, kwnames);
            }
        }
        let f = match attributes::getattr(v, name) {
            Ok(f) => f,
            Err(raised) => {
                crate::exceptions::traceback::mark_callee();
                return Err(raised);
            }
        };
        call_raw(f, values, n, kwnames)
    }
}

/// What to call for `v.name(...)`, and the receiver to pass first, or `UNBOUND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_load_method(v: Value, name: *mut u8, out: *mut u8, cache: *mut u8) -> Value {
    let t = type_of(v);
    let n = name_at(name);
    let out = out as *mut Value;
    let cell = cache as *mut Cell;
    // SAFETY: compiled code passes room for one value, and a cell of its own or null.
    unsafe {
        if !cell.is_null() && (*cell).key == t.version && (*cell).kind == METHOD && !hidden(v, t, n) {
            out.write(v);
            return (*cell).value();
        }
        if is_generic(t)
            && let Some(f) = type_lookup(t, n)
            && is_plain_method(f, t)
            && (!v.is_heap() || instance::get_own(v, t, n).is_none())
        {
            if t.flags & flags::SLOTTED != 0 || instance::field_index(t, n).is_none() {
                fill(cell, t.version, METHOD, f);
            }
            out.write(v);
            return f;
        }
        out.write(Value::UNBOUND);
        tp_getattr(v, name, cache)
    }
}

/// Calls what [`tp_load_method`] answered; there is room before `values`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_call_loaded(
    f: Value,
    receiver: Value,
    values: *mut u8,
    count: i64,
    kwnames: *mut u8,
) -> Value {
    let (values, n, kwnames) = (values as *mut Value, count as usize, kwnames as *mut TupleObj);
    // SAFETY: as the row says.
    unsafe {
        if receiver.is_unbound() {
            return call_raw(f, values, n, kwnames).in_band();
        }
        call_on(f, receiver, values, n, kwnames).in_band()
    }
}

// ---- what typed code asks before a direct call ----

/// Whether `v.name(...)` calls exactly the Python function of this code with `v` first, `v` being an instance of the class
/// that the statement with this body made, which has no attribute `unless`. The cell is armed for that class, or, if it
/// has another method, marked until the class changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_find_method(
    v: Value,
    name: *mut u8,
    unless: *mut u8,
    code: *mut u8,
    class_body: *mut u8,
    cache: *mut u8,
) -> bool {
    let (name, cell) = (name_at(name), cache as *mut Cell);
    // SAFETY: compiled code passes a cell of its own.
    unsafe {
        if (*cell).armed_for == 0 {
            let Some(id) = class_made_by(class_body) else { return false };
            let t = type_by_id(id);
            let hidden = !unless.is_null() && type_lookup(t, name_at(unless)).is_some();
            let is_field = t.flags & flags::SLOTTED == 0 && instance::field_index(t, name).is_some();
            let found = if is_generic(t) && !hidden && !is_field { type_lookup(t, name) } else { None };
            match found {
                Some(f) if is_code(f, code) => arm(cell, name, id, [f.bits, t.dict_offset as u64, 0]),
                _ => arm(cell, name, caches::NO_CLASS, [0; 3]),
            }
        }
        (*cell).armed_for == v.tag && type_of(v).id == v.tag && !self::hidden(v, type_of(v), name)
    }
}

/// Whether `super(class, v).name(...)` calls exactly the Python function of this code with `v` first; then the cell is armed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_find_super_method(
    class: Value,
    v: Value,
    name: *mut u8,
    code: *mut u8,
    cache: *mut u8,
) -> bool {
    let name = name_at(name);
    let t = type_of(v);
    if class.tag != tag::TYPE || v.tag < tag::FIRST_CLASS || v.tag != t.id {
        return false;
    }
    if !crate::types::is_subtype(t, class.cast()) || name.eq_str("__class__") {
        return false;
    }
    let Some(f) = super_object::find_after(t, class, name) else { return false };
    if !is_code(f, code) {
        return false;
    }
    // SAFETY: compiled code passes a cell of its own.
    unsafe { arm(cache as *mut Cell, name, t.id, [f.bits, class.bits, 0]) }
    true
}

/// Whether calling the class makes an instance by `object.__new__` and calls exactly the Python function of this code as
/// `__init__`; then the cell is armed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_find_init(class: Value, code: *mut u8, cache: *mut u8) -> bool {
    if class.tag != tag::TYPE {
        return false;
    }
    let t: Gc<TypeObj> = class.cast();
    let plain = t.layout == tag::OBJECT
        && t.flags & flags::ABSTRACT == 0
        && super::object_type::makes_plain_instances(t);
    let name = name!("__init__");
    let Some(f) = type_lookup(t, name) else { return false };
    if !plain || !is_code(f, code) {
        return false;
    }
    // SAFETY: compiled code passes a cell of its own.
    unsafe { arm(cache as *mut Cell, name, class.bits, [f.bits, 0, 0]) }
    true
}

/// Whether the value is the function `name` of the native module `module`, as it was made, or that module with that
/// function, or the number that the name stands for, still in it; then the cell is armed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_is_native(v: Value, module: *mut u8, name: *mut u8, cache: *mut u8) -> bool {
    let (module, name) = (name_at(module), name_at(name));
    let Ok(native) = module::import_native(module) else { return false };
    let Some(held) = module::native_attribute(native, name) else { return false };
    let original = held.tag == tag::BUILTIN && {
        let f: Gc<BuiltinObj> = held.cast();
        // SAFETY: definitions are static.
        f.receiver.is_unbound() && unsafe { name.eq_str((*f.def).name) } && is_named(f.module, module)
    };
    let is_found = match native_constant(module, name) {
        Some(tag) => held.tag == tag && v.is(native),
        None => original && (v.is(held) || v.is(native)),
    };
    if !is_found {
        return false;
    }
    // SAFETY: compiled code passes a cell of its own.
    unsafe { arm(cache as *mut Cell, name, v.bits, [held.bits, v.tag, 0]) }
    true
}

fn native_constant(module: Gc<StrObj>, name: Gc<StrObj>) -> Option<u64> {
    native_constants::tag_of(&module.to_string_lossy(), &name.to_string_lossy())
}

fn is_named(module: Value, name: Gc<StrObj>) -> bool {
    ops::as_str(module).is_some_and(|m| instance::same_text(m, name))
}

fn is_code(f: Value, code: *mut u8) -> bool {
    f.tag == tag::FUNCTION && std::ptr::eq(f.cast::<FunctionObj>().code as *const u8, code)
}

/// A new instance of a class for which [`tp_find_init`] holds.
#[unsafe(no_mangle)]
pub extern "C" fn tp_new_instance(class: Value) -> Value {
    let t: Gc<TypeObj> = class.cast();
    Value { tag: t.id, bits: instance::allocate(t).as_ptr() as u64 }
}

/// `__init__` returned something.
#[unsafe(no_mangle)]
pub extern "C" fn tp_raise_init_returned(result: Value) {
    let name = crate::types::naming::type_name(result);
    let _ = raise!(TypeError, "__init__() should return None, not '{name}'");
}
