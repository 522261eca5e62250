//! Fills the slots of a class of the program from what its MRO holds, when it is made and whenever
//! one of its dunders (or a base's) changes.
//!
//! For each slot: no dunder in the MRO, no slot; only wrapper descriptors of one builtin, that
//! builtin's own function (unwrapping if instances wrap); anything else, the trampoline.

use super::dunders::{DUNDERS, Group};
use super::lookup::{direct_subclasses, lookup_with_owner};
use super::{TypeObj, flags, trampolines, type_by_id, wrapped};
use crate::core::{Gc, StrObj, Value};
use crate::objects::builtin_function::WrapperDescriptorObj;
use runtime_interface::tag;

/// Fills every slot of a new class.
pub fn fill_slots(t: Gc<TypeObj>) {
    {
        let mut t = t;
        t.flags &= !flags::CUSTOM_GETATTR;
    }
    let mut at = 0;
    while at < DUNDERS.len() {
        let group = DUNDERS[at].group;
        fill_group(t, group);
        // Rows of a group are adjacent, but for those of binary operators' pairs, which are too.
        while at < DUNDERS.len() && DUNDERS[at].group == group {
            at += 1;
        }
    }
    sequence_slots(t);
}

/// Sequence concatenation and repetition have no dunder of their own: they go with the layout.
fn sequence_slots(t: Gc<TypeObj>) {
    let mut t = t;
    if t.flags & flags::WRAPS != 0 || t.layout == t.id {
        return;
    }
    let inner = type_by_id(t.layout).slots;
    t.slots.concat = inner.concat;
    t.slots.repeat = inner.repeat;
    t.slots.in_place_concat = inner.in_place_concat;
    t.slots.in_place_repeat = inner.in_place_repeat;
}

/// To be called when the attribute `name` of `t` changed: slots of `t` and of its subclasses.
pub fn update_slot(t: Gc<TypeObj>, name: &str) {
    let Some(row) = super::dunders::find(name) else { return };
    update_group(t, DUNDERS[row].group);
}

fn update_group(t: Gc<TypeObj>, group: Group) {
    if t.flags & flags::HEAP != 0 {
        fill_group(t, group);
    }
    for s in direct_subclasses(t) {
        update_group(s, group);
    }
}

fn fill_group(t: Gc<TypeObj>, group: Group) {
    let mut owner: Option<Gc<TypeObj>> = None;
    let mut plain = true;
    let mut found_any = false;
    for (i, row) in DUNDERS.iter().enumerate() {
        if row.group != group {
            continue;
        }
        let name = dunder_name(i);
        let Some((found, holder)) = lookup_with_owner(t, name) else { continue };
        found_any = true;
        if found.tag == tag::WRAPPER_DESCRIPTOR {
            let wrapper: Gc<WrapperDescriptorObj> = found.cast();
            if DUNDERS[wrapper.row].group == group && owner.is_none_or(|o| o == wrapper.owner) {
                owner = Some(wrapper.owner);
                continue;
            }
            // `__lt__` of object beside `__eq__` of a builtin is the usual case: the deeper one.
            if let Some(o) = owner
                && wrapper.owner.id == tag::OBJECT
                && o.id != tag::OBJECT
            {
                continue;
            }
            if owner.is_some_and(|o| o.id == tag::OBJECT) {
                owner = Some(wrapper.owner);
                continue;
            }
        } else if group == Group::New
            && let Some(o) = crate::objects::builtin_function::new_function_owner(found)
        {
            owner = Some(o);
            continue;
        } else if group == Group::Hash && found.is_none() && holder.flags & flags::HEAP == 0 {
            // An unhashable builtin in the MRO.
            owner = Some(holder);
            continue;
        }
        plain = false;
    }
    if !found_any {
        clear(t, group);
    } else if !plain {
        trampolines::install(t, group);
    } else if let Some(o) = owner {
        take_builtin(t, group, o);
    }
}

/// Uses the function of the builtin `owner` for the group.
fn take_builtin(t: Gc<TypeObj>, group: Group, owner: Gc<TypeObj>) {
    let wraps = t.flags & flags::WRAPS != 0 && owner.id == t.layout;
    if wraps {
        return wrapped::install(t, group);
    }
    let mut t = t;
    let from = owner.slots;
    let s = &mut t.slots;
    match group {
        Group::Repr => s.repr = from.repr,
        Group::Str => s.str = from.str,
        Group::Hash => s.hash = from.hash,
        Group::Compare => s.compare = from.compare,
        Group::Bool => s.bool = from.bool,
        Group::Len => s.len = from.len,
        Group::GetItem => s.getitem = from.getitem,
        Group::SetItem => s.setitem = from.setitem,
        Group::Contains => s.contains = from.contains,
        Group::Iter => s.iter = from.iter,
        Group::Next => s.next = from.next,
        Group::Call => s.call = from.call,
        Group::Init => s.init = from.init,
        Group::GetAttr => s.getattr = from.getattr,
        Group::SetAttr => s.setattr = from.setattr,
        Group::Get => s.get = from.get,
        Group::Set => s.set = from.set,
        Group::Binary(op) => s.binary[op as usize] = from.binary[op as usize],
        Group::InPlace(op) => s.in_place[op as usize] = from.in_place[op as usize],
        Group::Neg => s.neg = from.neg,
        Group::Pos => s.pos = from.pos,
        Group::Abs => s.abs = from.abs,
        Group::Invert => s.invert = from.invert,
        Group::Int => s.int = from.int,
        Group::Float => s.float = from.float,
        Group::Index => s.index = from.index,
        Group::Finalize => s.finalize = from.finalize,
        Group::New => s.new = from.new,
    }
}

fn clear(t: Gc<TypeObj>, group: Group) {
    let none = super::Slots::NONE;
    let mut t = t;
    let s = &mut t.slots;
    match group {
        Group::Bool => s.bool = none.bool,
        Group::Len => s.len = none.len,
        Group::GetItem => s.getitem = none.getitem,
        Group::SetItem => s.setitem = none.setitem,
        Group::Contains => s.contains = none.contains,
        Group::Iter => s.iter = none.iter,
        Group::Next => s.next = none.next,
        Group::Call => s.call = none.call,
        Group::Get => s.get = none.get,
        Group::Set => s.set = none.set,
        Group::Binary(op) => s.binary[op as usize] = None,
        Group::InPlace(op) => s.in_place[op as usize] = None,
        Group::Neg => s.neg = none.neg,
        Group::Pos => s.pos = none.pos,
        Group::Abs => s.abs = none.abs,
        Group::Invert => s.invert = none.invert,
        Group::Int => s.int = none.int,
        Group::Float => s.float = none.float,
        Group::Index => s.index = none.index,
        Group::Finalize => s.finalize = none.finalize,
        // `object` has the rest, so they are always found.
        _ => {}
    }
}

/// The `str` of a row's name, made once.
fn dunder_name(row: usize) -> Gc<StrObj> {
    // A list that is a root for the rest of the program.
    static mut NAMES: Value = Value::UNBOUND;
    // SAFETY: one mutator thread; registered as a root before anything can collect it.
    unsafe {
        if NAMES.is_unbound() {
            let list = crate::containers::ListObj::with_capacity(DUNDERS.len());
            for d in DUNDERS {
                crate::containers::ListObj::push(list, StrObj::from_str(d.name).value());
            }
            NAMES = list.value();
            crate::memory::register_roots(&raw mut NAMES, 1);
        }
        crate::containers::ListObj::get(NAMES.cast(), row).cast()
    }
}
