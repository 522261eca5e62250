//! Instances of classes of the program: fixed fields first, a dict when it is needed.
//!
//! ```text
//! header | payload of the builtin base | dict pointer or null | field 0 | field 1 | ...
//! ```
//! The fields are the attributes that the class's methods assign to `self`, or its `__slots__`.
//! Other attributes go to the dict. When `__dict__` is asked for, the instance changes to *dict
//! mode*: all its attributes move to the dict and the fields stay unbound for good, so the dict is
//! live. A field that is unbound is looked for in the dict, which makes both modes one look-up.
//!
//! `__dict__` shows attributes in order of assignment. The header holds that order: 0 means that the fields that are
//! bound are the first ones, assigned in slot order; other orders have a node in a trie.

use crate::containers::{DictObj, TupleObj};
use crate::core::{Gc, Header, R, StrObj, Value};
use crate::memory::{self, Tracer};
use crate::types::{TypeObj, flags, type_by_id, type_of};
use runtime_interface::layout::{fields, header};
use runtime_interface::tag;
use std::collections::HashMap;

/// A new instance of a class: the payload zeroed, no dict, every field unbound.
#[inline]
pub fn allocate(cls: Gc<TypeObj>) -> Gc<Header> {
    const DICT_THEN_FIELDS: usize = 16;
    if cls.fields_offset != DICT_THEN_FIELDS || cls.slots.finalize.is_some() {
        return allocate_any(cls);
    }
    let size = cls.instance_size;
    let o = memory::allocate(cls.id, size);
    // SAFETY: fresh memory of that size.
    unsafe {
        let words = o.as_ptr() as *mut u64;
        words.add(1).write(0);
        let mut field = words.add(2) as *mut Value;
        let end = words.byte_add(size) as *mut Value;
        while field < end {
            field.write(Value::UNBOUND);
            field = field.add(1);
        }
    }
    o
}

/// As [`allocate`] for any layout.
#[inline(never)]
fn allocate_any(cls: Gc<TypeObj>) -> Gc<Header> {
    let size = cls.instance_size.max(8);
    let o = memory::allocate(cls.id, size);
    let (dict, fields) = (cls.dict_offset, cls.fields_offset);
    // SAFETY: fresh memory of that size.
    unsafe {
        let base = o.as_ptr() as *mut u8;
        let end = if fields != 0 { fields } else { size };
        std::ptr::write_bytes(base.add(8), 0, end - 8);
        debug_assert!(dict == 0 || dict + 8 <= end);
        if fields != 0 {
            let first = base.add(fields) as *mut Value;
            for i in 0..field_count(cls) {
                first.add(i).write(Value::UNBOUND);
            }
        }
        if cls.slots.finalize.is_some() {
            memory::register_finalizer(o.as_ptr());
        }
    }
    o
}

/// `id(v)` of a heap object; for immediates a number that only equal values share.
pub fn address(v: Value) -> u64 {
    if v.is_heap() { v.bits } else { (v.tag << 56) ^ v.bits.wrapping_mul(32).wrapping_add(0x7f00_0000) }
}

/// The hash of objects that compare by identity.
pub fn identity_hash(v: Value) -> i64 {
    let h = address(v).rotate_right(4) as i64;
    if h == -1 { -2 } else { h }
}

/// `<__main__.C object at 0x...>`
pub fn default_repr(v: Value) -> Gc<StrObj> {
    let t = type_of(v);
    let name = crate::types::naming::qualified_with_module(t);
    StrObj::from_str(&format!("<{name} object at {:#x}>", address(v)))
}

// ---- fields ----

#[inline(always)]
pub fn field_count(t: Gc<TypeObj>) -> usize {
    if t.field_names.is_heap() { t.field_names.cast::<TupleObj>().len } else { 0 }
}

/// Whether two strings have the same text.
pub fn same_text(a: Gc<StrObj>, b: Gc<StrObj>) -> bool {
    crate::text::object::equal(a, b)
}

/// The slot of a field by its name.
#[inline]
pub fn field_index(t: Gc<TypeObj>, name: Gc<StrObj>) -> Option<usize> {
    if !t.field_names.is_heap() {
        return None;
    }
    // SAFETY: one mutator thread; a live string.
    unsafe {
        if !(*name.header()).has(header::STATIC) {
            return search_fields(t, name);
        }
        let at = ((t.id as usize * 31) ^ (name.as_ptr() as usize >> 4)) % REMEMBERED;
        let entry = (&raw mut FOUND as *mut Found).add(at);
        if (*entry).class != t.id || (*entry).name != name.as_ptr() as usize {
            let found = search_fields(t, name).map_or(0, |i| i + 1);
            *entry = Found { class: t.id, name: name.as_ptr() as usize, found };
        }
        (*entry).found.checked_sub(1)
    }
}

/// Answers of [`field_index`] for names that are static, so that their addresses name them. A class keeps its fields,
/// and ids are never used twice. All zero, so that it takes no room in executables.
const REMEMBERED: usize = 512;
static mut FOUND: [Found; REMEMBERED] = [Found { class: 0, name: 0, found: 0 }; REMEMBERED];

#[derive(Clone, Copy)]
struct Found {
    class: u64,
    name: usize,
    /// The slot and 1; 0 for none.
    found: usize,
}

#[inline(never)]
fn search_fields(t: Gc<TypeObj>, name: Gc<StrObj>) -> Option<usize> {
    let names = TupleObj::as_slice(t.field_names.cast());
    let at = name.as_ptr() as u64;
    names.iter().position(|n| n.bits == at).or_else(|| names.iter().position(|n| same_text(n.cast(), name)))
}

#[inline(always)]
fn field_address(v: Value, t: Gc<TypeObj>, i: usize) -> *mut Value {
    (v.bits as usize + t.fields_offset + 16 * i) as *mut Value
}

/// Field `i` as it is stored, which may be [`fields::WORD`].
#[inline(always)]
fn raw_field(v: Value, t: Gc<TypeObj>, i: usize) -> Value {
    // SAFETY: instances of `t` have the field.
    unsafe { *field_address(v, t, i) }
}

/// Field `i`, perhaps unbound.
#[inline(always)]
pub fn field(v: Value, t: Gc<TypeObj>, i: usize) -> Value {
    let x = raw_field(v, t, i);
    if x.tag == fields::WORD { crate::numbers::int_object::from_u64(x.bits) } else { x }
}

/// Whether what a field holds is a value as it is.
#[inline(always)]
pub fn is_value(stored: Value) -> bool {
    !stored.is_unbound() && stored.tag != fields::WORD
}

/// Stores field `i` with the barrier; `UNBOUND` deletes. The order of assignment is not touched.
#[inline(always)]
pub fn set_field(v: Value, t: Gc<TypeObj>, i: usize, x: Value) {
    // SAFETY: instances of `t` have the field.
    unsafe { *field_address(v, t, i) = x }
    memory::write_barrier(v.header());
}

// ---- order of assignment ----

const ORDER_SHIFT: u32 = header::ORDER_SHIFT;
/// States below are "the first k fields, in slot order".
const FIRST_NODE: u64 = 4096;
const LAST_NODE: u64 = FIRST_NODE - 1 + (1 << (64 - ORDER_SHIFT));

/// The trie of assignment orders that are not slot order.
#[derive(Default)]
struct Orders {
    /// (state before, field) by node.
    nodes: Vec<(u64, usize)>,
    next: HashMap<(u64, usize), u64>,
}

fn orders() -> &'static mut Orders {
    static mut ORDERS: Option<Orders> = None;
    // SAFETY: one mutator thread; no reference is kept across calls.
    unsafe { (*(&raw mut ORDERS)).get_or_insert_with(Orders::default) }
}

/// How many fields are bound if the order is slot order, else a node.
fn order_state(v: Value, t: Gc<TypeObj>) -> u64 {
    // SAFETY: a live object.
    match unsafe { (*v.header()).0 >> ORDER_SHIFT } {
        0 => (0..field_count(t)).take_while(|&i| !raw_field(v, t, i).is_unbound()).count() as u64,
        node => FIRST_NODE - 1 + node,
    }
}

fn set_order_state(v: Value, state: u64) {
    let node = (state + 1).saturating_sub(FIRST_NODE);
    // SAFETY: a live object.
    unsafe {
        let h = v.header();
        (*h).0 = ((*h).0 & ((1 << ORDER_SHIFT) - 1)) | (node << ORDER_SHIFT);
    }
}

/// Points the instance at its dict.
unsafe fn store_dict(v: Value, slot: *mut *mut DictObj, dict: Gc<DictObj>) {
    // SAFETY: the caller has the slot of a live object.
    unsafe {
        *slot = dict.as_ptr();
        (*v.header()).0 |= header::HAS_DICT;
    }
    memory::write_barrier(v.header());
}

fn order_after(state: u64, field: usize) -> u64 {
    if state == field as u64 && state + 1 < FIRST_NODE {
        return state + 1;
    }
    let orders = orders();
    if let Some(&s) = orders.next.get(&(state, field)) {
        return s;
    }
    let s = FIRST_NODE + orders.nodes.len() as u64;
    if s >= LAST_NODE {
        return state;
    }
    orders.nodes.push((state, field));
    orders.next.insert((state, field), s);
    s
}

/// Fields in order of assignment.
fn order_of(state: u64) -> Vec<usize> {
    let mut state = state;
    let mut tail = Vec::new();
    while state >= FIRST_NODE {
        let (before, field) = orders().nodes[(state - FIRST_NODE) as usize];
        tail.push(field);
        state = before;
    }
    (0..state as usize).chain(tail.into_iter().rev()).collect()
}

// ---- own attributes ----

#[inline(always)]
fn dict_slot(v: Value, t: Gc<TypeObj>) -> Option<*mut *mut DictObj> {
    if t.dict_offset == 0 || !v.is_heap() {
        return None;
    }
    Some((v.bits as usize + t.dict_offset) as *mut *mut DictObj)
}

/// The instance's dict if it has one already.
#[inline(always)]
pub fn existing_dict(v: Value, t: Gc<TypeObj>) -> Option<Gc<DictObj>> {
    // SAFETY: instances of `t` have the pointer.
    dict_slot(v, t).and_then(|p| Gc::from_nullable(unsafe { *p }))
}

/// An attribute of the instance itself.
#[inline]
pub fn get_own(v: Value, t: Gc<TypeObj>, name: Gc<StrObj>) -> Option<Value> {
    if !v.is_heap() {
        return None;
    }
    if t.flags & flags::SLOTTED == 0
        && t.field_names.is_heap()
        && let Some(i) = field_index(t, name)
    {
        let x = field(v, t, i);
        if !x.is_unbound() {
            return Some(x);
        }
    }
    existing_dict(v, t).and_then(|d| DictObj::get_str(d, name))
}

fn in_dict_mode(v: Value) -> bool {
    // SAFETY: a live object.
    unsafe { (*v.header()).has(header::DICT_MODE) }
}

/// Sets an attribute of the instance itself; `false` if it has no place for it.
pub fn set_own(v: Value, t: Gc<TypeObj>, name: Gc<StrObj>, x: Value) -> bool {
    if !v.is_heap() {
        return false;
    }
    if t.flags & flags::SLOTTED == 0
        && t.field_names.is_heap()
        && !in_dict_mode(v)
        && let Some(i) = field_index(t, name)
    {
        if raw_field(v, t, i).is_unbound() {
            if existing_dict(v, t).is_some() {
                // A late attribute came before this field: only a dict can tell the order.
                let dict = dict_of(v, t).expect("has fields, so has a dict");
                DictObj::set_str(dict, name, x);
                return true;
            }
            set_order_state(v, order_after(order_state(v, t), i));
        }
        set_field(v, t, i, x);
        return true;
    }
    let Some(slot) = dict_slot(v, t) else { return false };
    // SAFETY: instances of `t` have the pointer.
    unsafe {
        if (*slot).is_null() {
            store_dict(v, slot, DictObj::new());
        }
        DictObj::set_str(Gc::from_ptr(*slot), name, x);
    }
    true
}

/// Deletes an attribute of the instance itself; `false` if it has none of that name.
pub fn delete_own(v: Value, t: Gc<TypeObj>, name: Gc<StrObj>) -> bool {
    if !v.is_heap() {
        return false;
    }
    if t.flags & flags::SLOTTED == 0
        && t.field_names.is_heap()
        && let Some(i) = field_index(t, name)
        && !raw_field(v, t, i).is_unbound()
    {
        let kept = order_of(order_state(v, t)).into_iter().filter(|f| *f != i);
        set_field(v, t, i, Value::UNBOUND);
        set_order_state(v, kept.fold(0, order_after));
        return true;
    }
    existing_dict(v, t).is_some_and(|d| DictObj::del_str(d, name))
}

/// The live `__dict__`: the instance changes to dict mode. `None` if it can have no dict.
pub fn dict_of(v: Value, t: Gc<TypeObj>) -> Option<Gc<DictObj>> {
    let slot = dict_slot(v, t)?;
    // SAFETY: instances of `t` have the pointer.
    let existing = Gc::from_nullable(unsafe { *slot });
    let has_fields = t.flags & flags::SLOTTED == 0 && t.field_names.is_heap();
    if !has_fields || in_dict_mode(v) {
        if let Some(d) = existing {
            return Some(d);
        }
        let d = DictObj::new();
        // SAFETY: as above.
        unsafe { store_dict(v, slot, d) }
        return Some(d);
    }
    let d = DictObj::new();
    let names = TupleObj::as_slice(t.field_names.cast());
    let order = order_of(order_state(v, t));
    // The trie may have had no more room.
    let forgotten: Vec<usize> = (0..names.len()).filter(|i| !order.contains(i)).collect();
    for i in order.into_iter().chain(forgotten) {
        let x = field(v, t, i);
        if !x.is_unbound() {
            DictObj::set_str(d, names[i].cast(), x);
            set_field(v, t, i, Value::UNBOUND);
        }
    }
    if let Some(late) = existing {
        let mut position = 0;
        while let Some((k, x)) = DictObj::next_entry(late, &mut position) {
            DictObj::set_str(d, k.cast(), x);
        }
    }
    // SAFETY: a live object and its dict pointer.
    unsafe {
        (*v.header()).0 |= header::DICT_MODE;
        store_dict(v, slot, d);
    }
    set_order_state(v, 0);
    Some(d)
}

/// `v.__dict__ = d`
pub fn set_dict(v: Value, d: Gc<DictObj>) -> R<bool> {
    let t = type_of(v);
    if dict_of(v, t).is_none() {
        return Ok(false);
    }
    let slot = dict_slot(v, t).expect("has a dict");
    // SAFETY: instances of `t` have the pointer.
    unsafe { store_dict(v, slot, d) }
    Ok(true)
}

/// Names of the instance's own attributes, for `dir()`.
pub fn own_names(v: Value) -> Vec<String> {
    let t = type_of(v);
    let mut found = Vec::new();
    if t.flags & flags::SLOTTED == 0 && t.field_names.is_heap() && v.is_heap() {
        let names = TupleObj::as_slice(t.field_names.cast());
        for (i, n) in names.iter().enumerate() {
            if !raw_field(v, t, i).is_unbound() {
                found.push(n.cast::<StrObj>().to_string_lossy());
            }
        }
    }
    if let Some(d) = existing_dict(v, t) {
        let mut position = 0;
        while let Some((k, _)) = DictObj::next_entry(d, &mut position) {
            if let Some(s) = k.exact::<StrObj>() {
                found.push(s.to_string_lossy());
            }
        }
    }
    found
}

/// Traces an instance of a class of the program: base payload, dict, fields.
pub fn trace(o: *mut Header, tracer: &mut Tracer) {
    // SAFETY: a live object whose type is registered.
    unsafe {
        let t = type_by_id((*o).type_id());
        let v = Value { tag: t.id, bits: o as u64 };
        if t.flags & flags::WRAPS != 0 {
            tracer.value(v.cast::<super::unwrap::WrapperObj>().inner);
        } else if t.layout != tag::OBJECT && t.layout != t.id {
            let base = type_by_id(t.layout);
            memory::trace_payload(&base.descriptor, o, tracer);
        }
        if let Some(d) = existing_dict(v, t) {
            tracer.object(d);
        }
        if t.fields_offset != 0 {
            for i in 0..field_count(t) {
                tracer.value(raw_field(v, t, i));
            }
        }
    }
}
