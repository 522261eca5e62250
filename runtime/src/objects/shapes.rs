//! Shapes: what compiled code assumes of the instances of one class, and when it is no longer so.
//!
//! ```text
//! class Point:                          shape of Point: fields x at 16, y at 32; norm is the function Point.norm
//!     def __init__(self, x, y): ...     p.x, p.norm():  if type id of p == shape.type_id: the field; call Point.norm
//! ```
//!
//! The record is static data of the program ([`ShapeDesc`]), reached from the code of the class's body. When the
//! statement has made the class, all that is assumed is looked up in the class itself; what holds then is checked again
//! whenever a class changes an attribute of such a name. What does not hold leaves a zero, which no object matches: compiled
//! code then asks by name. Two things retire a shape for good: the statement ran again, so that there are two such classes;
//! and an assignment to the `__class__` of an instance, because values that compiled code holds still carry the old class.

use super::attributes::{generic_setattr, is_generic};
use super::function::FunctionObj;
use super::instance;
use super::super_object;
use crate::core::{Gc, StrObj, Value};
use crate::types::{TypeObj, flags, type_by_id, type_lookup, type_of};
use runtime_interface::layout::{CodeDesc, ShapeDesc, ShapeMethod};
use runtime_interface::tag;
use std::collections::HashMap;

/// A shape whose class was made.
struct Made {
    desc: *mut ShapeDesc,
    class: u64,
    retired: bool,
}

#[derive(Default)]
struct Shapes {
    made: Vec<Made>,
    /// Which of them assume something of an attribute.
    by_name: HashMap<String, Vec<usize>>,
}

fn shapes() -> &'static mut Shapes {
    static mut SHAPES: Option<Shapes> = None;
    // SAFETY: one mutator thread; no reference is kept across calls.
    unsafe { (*(&raw mut SHAPES)).get_or_insert_with(Shapes::default) }
}

/// A class statement (by the code of its body) made a class.
pub fn class_made(body: *const u8, t: Gc<TypeObj>) {
    if body.is_null() {
        return;
    }
    // SAFETY: descriptions are static data of the program.
    let desc = unsafe { (*(body as *const CodeDesc)).shape };
    if desc.is_null() {
        return;
    }
    let all = shapes();
    if let Some(at) = all.made.iter().position(|made| made.desc == desc) {
        all.made[at].retired = true;
        // What follows the class in the order of look-up may be assumed of others, too.
        (0..all.made.len()).for_each(check);
        return;
    }
    let at = all.made.len();
    all.made.push(Made { desc, class: t.id, retired: false });
    // SAFETY: as above.
    let names = unsafe {
        fields(desc).iter().copied().flatten().chain(methods(desc).iter().map(|m| name_at(m.name)))
    };
    for name in names {
        let interested = all.by_name.entry(name.to_string_lossy()).or_default();
        if !interested.contains(&at) {
            interested.push(at);
        }
    }
    check(at);
}

/// A class took the place of one that a statement made.
pub fn class_replaced(old: Gc<TypeObj>, new: Gc<TypeObj>) {
    let all = shapes();
    for at in 0..all.made.len() {
        if all.made[at].class == old.id {
            all.made[at].class = new.id;
            check(at);
        }
    }
}

/// A class changed its attribute `name`. A special method may change how any name is looked up.
pub fn class_changed(name: &str) {
    let all = shapes();
    if name.starts_with("__") {
        (0..all.made.len()).for_each(check);
    } else if let Some(interested) = all.by_name.get(name) {
        interested.clone().into_iter().for_each(check);
    }
}

/// The class of an instance was assigned.
pub fn class_assigned(old: Gc<TypeObj>, new: Gc<TypeObj>) {
    let all = shapes();
    for at in 0..all.made.len() {
        if [old.id, new.id].contains(&all.made[at].class) {
            all.made[at].retired = true;
            check(at);
        }
    }
}

/// Writes down what holds now.
fn check(at: usize) {
    let &Made { desc, class, retired } = &shapes().made[at];
    let t = type_by_id(class);
    // SAFETY: the record is static data of the program; nobody else writes to it.
    unsafe {
        let holds = !retired && fields_hold(desc, t) && methods_hold(desc, t);
        (*desc).type_id = if holds { class } else { 0 };
        (*desc).class = if holds && init_holds(desc, t) { t.as_ptr() as u64 } else { 0 };
    }
}

fn name_at(p: *const u8) -> Gc<StrObj> {
    Gc::from_ptr(p as *mut StrObj)
}

/// # Safety
/// `desc` is a shape of the program.
unsafe fn fields(desc: *mut ShapeDesc) -> &'static [Option<Gc<StrObj>>] {
    // SAFETY: by contract; a null pointer is `None`.
    unsafe {
        std::slice::from_raw_parts((*desc).fields as *const Option<Gc<StrObj>>, (*desc).field_count as usize)
    }
}

/// # Safety
/// As [`fields`]; no other such slice is in use.
unsafe fn methods(desc: *mut ShapeDesc) -> &'static mut [ShapeMethod] {
    // SAFETY: by contract.
    unsafe { std::slice::from_raw_parts_mut(desc.add(1) as *mut ShapeMethod, (*desc).method_count as usize) }
}

unsafe fn fields_hold(desc: *mut ShapeDesc, t: Gc<TypeObj>) -> bool {
    let plain_store = t.slots.setattr.is_none_or(|f| f as usize == generic_setattr as *const () as usize);
    let slotted = t.flags & flags::SLOTTED != 0;
    // SAFETY: as in the caller.
    let (fields, first, frozen) =
        unsafe { (fields(desc), (*desc).first_field as usize, (*desc).frozen != 0) };
    is_generic(t)
        && (plain_store || frozen)
        && t.layout == tag::OBJECT
        && (fields.is_empty() || t.fields_offset == first)
        && fields.iter().enumerate().all(|(i, &name)| {
            let Some(name) = name else { return true };
            let nothing_before = match type_lookup(t, name) {
                Some(f) if slotted => f.tag == tag::MEMBER_DESCRIPTOR,
                Some(f) => type_of(f).slots.set.is_none(),
                None => true,
            };
            nothing_before && instance::field_index(t, name) == Some(i)
        })
}

unsafe fn methods_hold(desc: *mut ShapeDesc, t: Gc<TypeObj>) -> bool {
    // SAFETY: as in the caller.
    unsafe { methods(desc) }.iter_mut().all(|method| {
        let name = name_at(method.name);
        let found = match method.after.is_null() {
            true => type_lookup(t, name),
            false => class_after(method.after).and_then(|class| super_object::find_after(t, class, name)),
        };
        match found {
            Some(f) if is_code(f, method.code) => {
                method.function = f.bits as *const u8;
                let is_field = t.flags & flags::SLOTTED == 0 && instance::field_index(t, name).is_some();
                !is_field || !method.after.is_null()
            }
            Some(_) => false,
            None => method.code.is_null(),
        }
    })
}

/// The one class that the statement with this body made.
fn class_after(body: *const u8) -> Option<Value> {
    // SAFETY: descriptions are static data of the program.
    let desc = unsafe { (*(body as *const CodeDesc)).shape };
    let made = shapes().made.iter().find(|made| made.desc == desc && !made.retired)?;
    Some(type_by_id(made.class).value())
}

unsafe fn init_holds(desc: *mut ShapeDesc, t: Gc<TypeObj>) -> bool {
    // SAFETY: as in the caller.
    let (size, init) = unsafe { ((*desc).size as usize, (*desc).init) };
    let Some(f) = type_lookup(t, name!("__init__")) else { return false };
    // SAFETY: as in the caller.
    unsafe { (*desc).init_function = f.bits as *const u8 }
    !init.is_null()
        && is_code(f, init)
        && t.instance_size == size
        && is_called_as_usual(t)
        && t.flags & flags::ABSTRACT == 0
        && t.slots.finalize.is_none()
        && super::object_type::makes_plain_instances(t)
}

/// Whether the metaclass, if there is one, leaves calls of the class to `type`.
fn is_called_as_usual(t: Gc<TypeObj>) -> bool {
    let (metaclass, plain) = (type_of(t.value()), type_by_id(tag::TYPE));
    metaclass.slots.call.map(|f| f as usize) == plain.slots.call.map(|f| f as usize)
}

fn is_code(f: Value, code: *const u8) -> bool {
    f.tag == tag::FUNCTION && std::ptr::eq(f.cast::<FunctionObj>().code as *const u8, code)
}
