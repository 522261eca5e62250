//! Makes the type objects of the builtin types from their specifications, at start-up.

use super::dunders::DUNDERS;
use super::type_object::{self, flags};
use super::{Slots, TypeObj, TypeSpec, builtin_types::BUILTIN_TYPES, lookup};
use crate::containers::{DictObj, TupleObj};
use crate::core::{Gc, StrObj, Value};
use crate::memory::{Descriptor, Size};
use crate::objects::builtin_function as native;
use runtime_interface::tag;

/// Makes and registers every builtin type; the first thing at start-up after memory.
pub fn register_all() {
    type_object::reserve_table();
    register_internal_layouts();
    for spec in BUILTIN_TYPES {
        crate::memory::register_layout(spec.id, spec.descriptor);
    }
    // Types exist before their dicts: every header that a dict's making needs is then valid.
    for spec in BUILTIN_TYPES {
        register_bare(spec);
    }
    crate::exceptions::classes::register_bare_classes();
    for spec in BUILTIN_TYPES {
        complete(super::type_by_id(spec.id), spec);
    }
    crate::exceptions::classes::complete_classes();
}

/// Layouts that no Python type names: storage, and ints that do not fit a word.
fn register_internal_layouts() {
    use crate::memory::{Trace, register_layout};
    let array = |item| Size::Array { base: 16, item };
    register_layout(tag::VALUE_ARRAY, Descriptor { size: array(16), trace: Trace::Values { base: 16 } });
    register_layout(tag::BYTE_ARRAY, Descriptor { size: array(1), trace: Trace::None });
    register_layout(tag::BIGINT, crate::numbers::int_object::DESCRIPTOR);
}

/// A type object with name, base and own slots, entered under its id.
pub fn register_bare(spec: &'static TypeSpec) -> Gc<TypeObj> {
    // Types of native modules come here only, when their module is first imported.
    crate::memory::register_layout(spec.id, spec.descriptor);
    let t = bare(spec.id, spec.name, spec.descriptor, spec.slots);
    {
        let mut t = t;
        t.spec = spec;
        t.flags = if spec.subclassable { flags::BASE } else { 0 };
        if spec.wrapped {
            t.flags |= flags::WRAPPABLE;
        }
        if spec.module != "builtins" {
            t.flags |= flags::DOTTED;
        }
        match spec.id {
            tag::LIST | tag::TUPLE | tag::RANGE | tag::DEQUE | tag::MEMORYVIEW => t.flags |= flags::SEQUENCE,
            tag::DICT | tag::MAPPING_PROXY | tag::DEFAULTDICT | tag::ORDERED_DICT => {
                t.flags |= flags::MAPPING
            }
            _ => {}
        }
    }
    type_object::register(spec.id, t);
    // Types of native modules are registered when their module is imported: the collector has to know them, too.
    crate::memory::register_layout(spec.id, spec.descriptor);
    if spec.id == tag::INT {
        type_object::register(tag::BIGINT, t);
    }
    t
}

/// A type object without a dict or MRO.
pub fn bare(id: u64, name: &str, descriptor: Descriptor, slots: Slots) -> Gc<TypeObj> {
    let name = StrObj::from_str(name);
    let mut t: Gc<TypeObj> = crate::memory::allocate(tag::TYPE, size_of::<TypeObj>()).cast();
    let header = crate::core::Header::new(tag::TYPE);
    // SAFETY: fresh memory of that size.
    unsafe {
        t.as_ptr().write(TypeObj {
            header,
            id,
            layout: id,
            flags: 0,
            name,
            qualname: name,
            base: None,
            bases: Value::UNBOUND,
            mro: Value::UNBOUND,
            dict: Value::UNBOUND,
            instance_size: 0,
            dict_offset: 0,
            fields_offset: 0,
            field_names: Value::UNBOUND,
            field_kinds: std::ptr::null(),
            subclasses: Value::UNBOUND,
            version: lookup::fresh_version(),
            spec: std::ptr::null(),
            descriptor,
            slots,
        });
    }
    if let Size::Fixed(size) = descriptor.size {
        t.instance_size = size;
    }
    t
}

/// Gives a registered builtin type its base, MRO, dict of methods, and inherited slots.
pub fn complete(t: Gc<TypeObj>, spec: &'static TypeSpec) {
    if spec.id != tag::OBJECT {
        set_base(t, super::type_by_id(spec.base));
    } else {
        let mut t = t;
        t.bases = TupleObj::from_slice(&[]).value();
        t.mro = TupleObj::from_slice(&[t.value()]).value();
    }
    {
        let mut t = t;
        t.dict_offset = spec.dict_offset;
        if t.dict_offset == 0
            && let Some(base) = t.base
        {
            t.dict_offset = base.dict_offset;
        }
    }
    fill_dict(t, spec);
    inherit(t);
}

/// Single inheritance of a native type.
pub fn set_base(t: Gc<TypeObj>, base: Gc<TypeObj>) {
    let mut t = t;
    t.base = Some(base);
    t.bases = TupleObj::from_slice(&[base.value()]).value();
    t.barrier();
    let rest = lookup::mro_of(base);
    let mro = crate::containers::ListObj::with_capacity(rest.len() + 1);
    crate::containers::ListObj::push(mro, t.value());
    for c in rest {
        crate::containers::ListObj::push(mro, *c);
    }
    t.mro = TupleObj::from_slice(crate::containers::ListObj::as_slice(mro)).value();
    t.barrier();
    lookup::add_subclass(base, t);
}

fn fill_dict(t: Gc<TypeObj>, spec: &'static TypeSpec) {
    let dict = DictObj::new();
    {
        let mut t = t;
        t.dict = dict.value();
        t.barrier();
    }
    if spec.slots.new.is_some() {
        DictObj::set_str(dict, name!("__new__"), native::new_function(t));
    }
    fill_wrappers(t, dict, &spec.slots);
    for m in spec.methods {
        let name = StrObj::from_str(m.name);
        DictObj::set_str(dict, name, native::for_class(m, t));
    }
    for g in spec.getset {
        let name = StrObj::from_str(g.name);
        DictObj::set_str(dict, name, native::getset(g, t));
    }
    // Functions and properties have a `__doc__` of each instance: their getset is there already.
    if DictObj::get_str(dict, name!("__doc__")).is_none() {
        let doc = if spec.doc.is_empty() { Value::NONE } else { StrObj::from_str(spec.doc).value() };
        DictObj::set_str(dict, name!("__doc__"), doc);
    }
    // Only classes outside `builtins` hold their module; `type.__module__` knows the rest.
    if spec.module != "builtins" {
        DictObj::set_str(dict, name!("__module__"), StrObj::from_str(spec.module).value());
    }
    // CPython: a type with its own equality and no hash is unhashable.
    if spec.slots.compare.is_some() && spec.slots.hash.is_none() {
        DictObj::set_str(dict, name!("__hash__"), Value::NONE);
    }
}

/// The dunders of the filled slots.
pub fn fill_wrappers(t: Gc<TypeObj>, dict: Gc<DictObj>, slots: &Slots) {
    for (i, row) in DUNDERS.iter().enumerate() {
        if row.is_filled(slots) {
            let name = StrObj::from_str(row.name);
            DictObj::set_str(dict, name, native::wrapper(t, i));
        }
    }
}

/// Copies the slots that the type leaves empty from its base.
pub fn inherit(t: Gc<TypeObj>) {
    let Some(base) = t.base else { return };
    let mut t = t;
    let own_equality = t.slots.compare.is_some() && t.slots.hash.is_none();
    let own_new = t.slots.new;
    let inherited = base.slots;
    t.slots.inherit(&inherited);
    if own_equality {
        t.slots.hash = Some(crate::objects::protocols::unhashable_slot);
    }
    // A native type without `new` cannot be instantiated by calling it, whatever its base.
    if own_new.is_none() && base.id == tag::OBJECT {
        t.slots.new = None;
    }
}
