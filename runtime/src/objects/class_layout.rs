//! Where the instances of a new class keep their payload, dict and fields.

use super::instance::{self, same_text};
use super::ops;
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::{Gc, R, StrObj, Value};
use crate::memory::{self, Descriptor, Size, Trace};
use crate::types::lookup::{as_type, mro_of};
use crate::types::naming::{class_name, type_name};
use crate::types::{TypeObj, flags, is_subtype, type_by_id};
use runtime_interface::tag;

/// The base whose payload instances start with (CPython's `best_base`).
pub fn best_base(bases: &[Value]) -> R<Gc<TypeObj>> {
    let mut best: Option<Gc<TypeObj>> = None;
    for b in bases {
        let Some(b) = as_type(*b) else {
            return Err(raise!(TypeError, "bases must be types"));
        };
        if b.flags & flags::BASE == 0 {
            return Err(raise!(TypeError, "type '{}' is not an acceptable base type", class_name(b)));
        }
        best = Some(match best {
            None => b,
            Some(old) if old.layout == b.layout || b.layout == tag::OBJECT => {
                let both_slotted = old.flags & b.flags & flags::SLOTTED != 0;
                if both_slotted
                    && instance::field_count(old) > 0
                    && instance::field_count(b) > 0
                    && !is_subtype(old, b)
                    && !is_subtype(b, old)
                {
                    return Err(raise!(TypeError, "multiple bases have instance lay-out conflict"));
                }
                old
            }
            Some(old) if old.layout == tag::OBJECT => b,
            Some(old) => {
                let (o, n) = (type_by_id(old.layout), type_by_id(b.layout));
                if is_subtype(n, o) {
                    b
                } else if is_subtype(o, n) || (o.flags & n.flags & flags::EXCEPTION != 0) {
                    old
                } else {
                    return Err(raise!(TypeError, "multiple bases have instance lay-out conflict"));
                }
            }
        });
    }
    Ok(best.expect("a class has at least one base"))
}

/// The names in `__slots__`, mangled and checked; `None` if the class has no `__slots__`.
struct SlotNames {
    /// A list of `str`.
    names: Gc<ListObj>,
    wants_dict: bool,
}

fn slot_names(t: Gc<TypeObj>, namespace: Gc<DictObj>, base_has_dict: bool) -> R<Option<SlotNames>> {
    let Some(slots) = DictObj::get_str(namespace, name!("__slots__")) else { return Ok(None) };
    let given = ListObj::new();
    if ops::as_str(slots).is_some() {
        ListObj::push(given, slots);
    } else {
        let it = ops::iter(slots)?;
        loop {
            let x = ops::next(it)?;
            if x.is_unbound() {
                break;
            }
            ListObj::push(given, x);
        }
    }
    let names = ListObj::new();
    let mut wants_dict = false;
    let mut i = 0;
    while i < given.len {
        let x = ListObj::get(given, i);
        i += 1;
        let Some(s) = ops::as_str(x) else {
            let name = type_name(x);
            return Err(raise!(TypeError, "__slots__ items must be strings, not '{name}'"));
        };
        let text = s.to_string_lossy();
        if text.is_empty() || !is_identifier(&text) {
            return Err(raise!(TypeError, "__slots__ must be identifiers"));
        }
        match text.as_str() {
            "__dict__" => {
                if base_has_dict || wants_dict {
                    return Err(raise!(TypeError, "__dict__ slot disallowed: we already got one"));
                }
                wants_dict = true;
            }
            "__weakref__" => {}
            _ => {
                let text = mangle(&t.name.to_string_lossy(), &text);
                let s = StrObj::from_str(&text);
                if DictObj::get_str(namespace, s).is_some() && !text.starts_with("__") {
                    return Err(raise!(ValueError, "'{text}' in __slots__ conflicts with class variable"));
                }
                ListObj::push(names, s.value());
            }
        }
    }
    Ok(Some(SlotNames { names, wants_dict }))
}

fn is_identifier(s: &str) -> bool {
    let mut chars = s.chars();
    chars.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_')
}

/// `__x` in class `C` is `_C__x`.
pub fn mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || class.is_empty() {
        return name.to_owned();
    }
    format!("_{class}{name}")
}

const MOST_FIELDS: usize = 200;

fn add_name(names: Gc<ListObj>, s: Gc<StrObj>) {
    if names.len < MOST_FIELDS && !ListObj::as_slice(names).iter().any(|n| same_text(n.cast(), s)) {
        ListObj::push(names, s.value());
    }
}

/// Decides the layout of a class whose base, MRO and name are set. `fields` are the names that its
/// methods assign to `self` (a tuple, or `UNBOUND`). Slot descriptors go into the namespace.
pub fn lay_out(t: Gc<TypeObj>, base: Gc<TypeObj>, namespace: Gc<DictObj>, fields: Value) -> R<()> {
    let mut t = t;
    t.layout = base.layout;
    let builtin = type_by_id(t.layout);
    t.flags |= builtin.flags & (flags::EXCEPTION | flags::SEQUENCE | flags::MAPPING);
    for b in mro_of(t) {
        t.flags |= b.cast::<TypeObj>().flags & (flags::SEQUENCE | flags::MAPPING);
    }
    if builtin.flags & flags::WRAPPABLE != 0 {
        t.flags |= flags::WRAPS;
    }
    let is_meta = t.layout == tag::TYPE;
    let payload = if t.layout == tag::OBJECT {
        8
    } else if t.flags & flags::WRAPS != 0 {
        size_of::<super::unwrap::WrapperObj>()
    } else {
        builtin.instance_size.next_multiple_of(8)
    };
    let bases_have_dict = mro_of(t)[1..].iter().any(|c| c.cast::<TypeObj>().dict_offset != 0);
    let slots = slot_names(t, namespace, bases_have_dict)?;
    if let Some(s) = &slots
        && s.names.len > 0
        && (t.flags & flags::WRAPS != 0 && matches!(t.layout, tag::INT | tag::BYTES | tag::TUPLE) || is_meta)
    {
        let name = class_name(builtin);
        return Err(raise!(TypeError, "nonempty __slots__ not supported for subtype of '{name}'"));
    }
    let has_dict = !is_meta && (bases_have_dict || slots.as_ref().is_none_or(|s| s.wants_dict));
    // Fields: slots by name from the whole MRO, else what the methods assign.
    let bases_slotted = mro_of(t)[1..].iter().any(|c| {
        let c: Gc<TypeObj> = c.cast();
        c.flags & flags::SLOTTED != 0 && instance::field_count(c) > 0
    });
    let names = ListObj::new();
    let slotted = bases_slotted || slots.as_ref().is_some_and(|s| s.names.len > 0);
    if !is_meta {
        for c in &mro_of(t)[1..] {
            let c: Gc<TypeObj> = c.cast();
            if c.field_names.is_heap() && (c.flags & flags::SLOTTED != 0) == slotted {
                for n in TupleObj::as_slice(c.field_names.cast()) {
                    add_name(names, n.cast());
                }
            }
        }
        if slotted {
            t.flags |= flags::SLOTTED;
            if let Some(s) = &slots {
                for n in ListObj::as_slice(s.names) {
                    add_name(names, n.cast());
                }
            }
        } else if has_dict && fields.tag == tag::TUPLE {
            for n in TupleObj::as_slice(fields.cast()) {
                add_name(names, n.cast());
            }
        }
    }
    if let Some(s) = &slots {
        for i in 0..s.names.len {
            let n: Gc<StrObj> = ListObj::get(s.names, i).cast();
            DictObj::set_str(namespace, n, super::builtin_function::member(n, t));
        }
    }
    let mut size = payload;
    t.dict_offset = 0;
    if has_dict {
        if builtin.dict_offset != 0 && t.flags & flags::WRAPS == 0 {
            t.dict_offset = builtin.dict_offset;
        } else {
            t.dict_offset = size;
            size += 8;
        }
    }
    if names.len > 0 {
        t.field_names = TupleObj::from_slice(ListObj::as_slice(names)).value();
        t.barrier();
        t.fields_offset = size;
        size += 16 * names.len;
    } else if slotted {
        t.flags &= !flags::SLOTTED;
    }
    t.instance_size = size;
    t.descriptor = describe(t, payload);
    memory::register_layout(t.id, t.descriptor);
    Ok(())
}

fn describe(t: Gc<TypeObj>, payload: usize) -> Descriptor {
    let size = Size::Fixed(t.instance_size);
    let plain = t.layout == tag::OBJECT || t.flags & flags::WRAPS != 0;
    if t.layout == tag::TYPE {
        return type_by_id(tag::TYPE).descriptor;
    }
    if !plain || t.instance_size / 8 > 63 {
        return Descriptor { size, trace: Trace::Custom(instance::trace) };
    }
    let mut values = 0u64;
    let mut pointers = 0u64;
    if payload > 8 {
        values |= 1 << 1;
    }
    if t.dict_offset != 0 {
        pointers |= 1 << (t.dict_offset / 8);
    }
    for i in 0..instance::field_count(t) {
        values |= 1 << (t.fields_offset / 8 + 2 * i);
    }
    Descriptor { size, trace: Trace::Words { pointers, values } }
}
