//! Looking names up along the MRO, with a cache keyed on the class's version.

use super::{TypeObj, type_object::MAX_TYPES};
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::{Gc, StrObj, Value};
use runtime_interface::{layout::header, tag};

const CACHE_SIZE: usize = 4096;

/// A remembered look-up. The name is a static string, so its address names it for good; versions
/// are never used twice, so a matching version means that the value is still in a live class dict:
/// the entries need not be roots.
#[derive(Clone, Copy)]
struct Entry {
    version: u64,
    name: usize,
    value: Value,
}

/// All zero, so that it takes no room in executables; no class has version 0.
static mut CACHE: [Entry; CACHE_SIZE] =
    [Entry { version: 0, name: 0, value: Value { tag: 0, bits: 0 } }; CACHE_SIZE];
static mut NEXT_VERSION: u64 = 1;

/// A version that no class had before.
pub fn fresh_version() -> u64 {
    // SAFETY: one mutator thread.
    unsafe {
        NEXT_VERSION += 1;
        NEXT_VERSION
    }
}

/// The class's namespace.
#[inline(always)]
pub fn type_dict(t: Gc<TypeObj>) -> Option<Gc<DictObj>> {
    if t.dict.is_heap() { Some(t.dict.cast()) } else { None }
}

/// The classes of the MRO.
#[inline(always)]
pub fn mro_of<'a>(t: Gc<TypeObj>) -> &'a [Value] {
    if t.mro.is_heap() { TupleObj::as_slice(t.mro.cast()) } else { &[] }
}

/// The attribute of that name in the class or its bases, unbound by any descriptor.
pub fn type_lookup(t: Gc<TypeObj>, name: Gc<StrObj>) -> Option<Value> {
    // SAFETY: one mutator thread; the index is in range.
    unsafe {
        let cached = (*name.header()).has(header::STATIC);
        let slot = (t.version.wrapping_mul(31) as usize ^ (name.as_ptr() as usize >> 4)) & (CACHE_SIZE - 1);
        let entry = (&raw mut CACHE as *mut Entry).add(slot);
        if cached && (*entry).version == t.version && (*entry).name == name.as_ptr() as usize {
            return (*entry).value.bound();
        }
        let found = search(t, name);
        if cached {
            *entry = Entry {
                version: t.version,
                name: name.as_ptr() as usize,
                value: found.unwrap_or(Value::UNBOUND),
            };
        }
        found
    }
}

fn search(t: Gc<TypeObj>, name: Gc<StrObj>) -> Option<Value> {
    lookup_with_owner(t, name).map(|(value, _)| value)
}

/// The attribute and the class whose dict holds it.
pub fn lookup_with_owner(t: Gc<TypeObj>, name: Gc<StrObj>) -> Option<(Value, Gc<TypeObj>)> {
    for c in mro_of(t) {
        let c: Gc<TypeObj> = c.cast();
        if let Some(found) = type_dict(c).and_then(|d| DictObj::get_str(d, name)) {
            return Some((found, c));
        }
    }
    None
}

/// Whether `t` is `base` or derives from it.
#[inline]
pub fn is_subtype(t: Gc<TypeObj>, base: Gc<TypeObj>) -> bool {
    t == base || mro_of(t).iter().any(|c| c.bits == base.as_ptr() as u64)
}

/// To be called after an attribute of the class changed: no cached look-up on it or on its
/// subclasses holds any longer.
pub fn bump_version(t: Gc<TypeObj>) {
    let mut t = t;
    t.version = fresh_version();
    for s in direct_subclasses(t) {
        bump_version(s);
    }
}

/// Direct subclasses in order of their creation.
pub fn direct_subclasses(t: Gc<TypeObj>) -> impl Iterator<Item = Gc<TypeObj>> {
    let list = if t.subclasses.is_heap() { Some(t.subclasses.cast::<ListObj>()) } else { None };
    let mut i = 0;
    std::iter::from_fn(move || {
        let list = list?;
        if i < list.len {
            i += 1;
            Some(ListObj::get(list, i - 1).cast())
        } else {
            None
        }
    })
}

/// Adds a direct subclass.
pub fn add_subclass(base: Gc<TypeObj>, t: Gc<TypeObj>) {
    let mut base = base;
    if !base.subclasses.is_heap() {
        base.subclasses = ListObj::new().value();
        base.barrier();
    }
    ListObj::push(base.subclasses.cast(), t.value());
}

/// Whether `v` is a class (an instance of `type` or of a metaclass).
#[inline]
pub fn as_type(v: Value) -> Option<Gc<TypeObj>> {
    if v.tag == tag::TYPE || (v.tag >= tag::FIRST_CLASS && super::type_by_id(v.type_id()).layout == tag::TYPE)
    {
        Some(v.cast())
    } else {
        None
    }
}

const _: () = assert!(MAX_TYPES > tag::FIRST_CLASS as usize);
