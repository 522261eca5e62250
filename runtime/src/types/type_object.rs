//! The type object itself and the table from type ids to type objects.

use super::slots::Slots;
use crate::core::{Gc, Header, HeapObject, StrObj, Value};
use crate::memory::Descriptor;
use runtime_interface::tag;

/// A class, builtin or user-defined. Instances of metaclasses start with this layout too.
#[repr(C)]
pub struct TypeObj {
    pub header: Header,
    /// The id in the headers of its instances.
    pub id: u64,
    /// The builtin type whose payload its instances start with (`OBJECT` for plain classes).
    pub layout: u64,
    /// [`flags`]
    pub flags: u64,
    pub name: Gc<StrObj>,
    pub qualname: Gc<StrObj>,
    /// First base in the sense of CPython's `tp_base`; none for `object`.
    pub base: Option<Gc<TypeObj>>,
    /// Tuple of the bases.
    pub bases: Value,
    /// Tuple: this class, then the rest of the MRO.
    pub mro: Value,
    /// The namespace: a dict.
    pub dict: Value,
    /// Bytes of an instance.
    pub instance_size: usize,
    /// Byte offset of the instance's `__dict__` pointer; 0 if instances have none.
    pub dict_offset: usize,
    /// Byte offset of the instance's fields (values); their names are `field_names`.
    pub fields_offset: usize,
    /// Tuple of names: fields of instances in slot order (`__slots__`, and names known statically).
    pub field_names: Value,
    /// `[u64]` by field: the tag that compiled code takes for granted in every initialized instance, or 0; null if there is
    /// none. Whoever stores another one says so (`objects::shapes::surprise`).
    pub field_kinds: *const u64,
    /// List of weakly meant direct subclasses, for slot updates and `__subclasses__`.
    pub subclasses: Value,
    /// Changes whenever an attribute of this class or of one in its MRO changes. No two states of
    /// any two classes ever share a version.
    pub version: u64,
    /// The specification of a builtin type; null for classes of the program.
    pub spec: *const super::TypeSpec,
    pub descriptor: Descriptor,
    pub slots: Slots,
}

/// Flags of a [`TypeObj`].
pub mod flags {
    /// Made by a class statement or `type(...)`.
    pub const HEAP: u64 = 1;
    /// May be subclassed.
    pub const BASE: u64 = 2;
    /// Instances wrap an immutable builtin in their `inner` field.
    pub const WRAPS: u64 = 4;
    /// Has abstract methods left: cannot be instantiated.
    pub const ABSTRACT: u64 = 8;
    /// Has user-defined `__getattribute__` or `__getattr__`.
    pub const CUSTOM_GETATTR: u64 = 16;
    pub const EXCEPTION: u64 = 32;
    /// Counts as a sequence, or as a mapping, in `match`.
    pub const SEQUENCE: u64 = 64;
    pub const MAPPING: u64 = 128;
    /// A type outside `builtins` that is native, in CPython at least: messages show its module.
    pub const DOTTED: u64 = 256;
    /// The fields of instances are `__slots__`: reached through member descriptors only.
    pub const SLOTTED: u64 = 2048;
    /// A builtin type whose subclasses wrap (see `WRAPS`).
    pub const WRAPPABLE: u64 = 1024;
}

// SAFETY: registered with a custom trace function beside its TypeSpec.
unsafe impl HeapObject for TypeObj {
    const TAG: u64 = tag::TYPE;
}

/// Most type ids a program may make.
pub const MAX_TYPES: usize = 1 << 20;

/// Type id → type object; a reserved range that is committed as it fills.
static mut TABLE: *mut *mut TypeObj = std::ptr::null_mut();
static mut COUNT: usize = tag::FIRST_CLASS as usize;

/// Reserves the table. Called once at start-up.
pub fn reserve_table() {
    // SAFETY: a fresh reservation, before any other use of the table.
    unsafe {
        let bytes = MAX_TYPES * size_of::<usize>();
        let p = libc::mmap(
            std::ptr::null_mut(),
            bytes,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        );
        assert!(p != libc::MAP_FAILED, "no address space for the type table");
        TABLE = p as *mut *mut TypeObj;
    }
}

/// The type with this id, which is registered.
#[inline(always)]
pub fn type_by_id(id: u64) -> Gc<TypeObj> {
    // SAFETY: ids come from headers and tags of live objects.
    unsafe { Gc::from_ptr(*TABLE.add(id as usize)) }
}

/// The type with this id, if one is registered.
pub fn registered(id: u64) -> Option<Gc<TypeObj>> {
    // SAFETY: the table is zero where nothing is registered.
    unsafe { if TABLE.is_null() { None } else { Gc::from_nullable(*TABLE.add(id as usize)) } }
}

/// Enters a builtin type under its fixed id.
pub fn register(id: u64, t: Gc<TypeObj>) {
    assert!((id as usize) < MAX_TYPES);
    // SAFETY: in the reserved range.
    unsafe { *TABLE.add(id as usize) = t.as_ptr() }
}

/// A fresh id for a class made at run time.
pub fn next_id() -> u64 {
    // SAFETY: one mutator thread.
    unsafe {
        let id = COUNT as u64;
        COUNT += 1;
        assert!(COUNT < MAX_TYPES, "too many classes");
        id
    }
}

/// Ids in use, for the collector: every type object is a root.
pub fn id_limit() -> usize {
    // SAFETY: a plain read.
    unsafe { COUNT }
}

/// `type(v)`.
#[inline(always)]
pub fn type_of(v: Value) -> Gc<TypeObj> {
    let id = match v.type_id() {
        tag::BIGINT => tag::INT,
        id => id,
    };
    type_by_id(id)
}

const _: () = assert!(std::mem::offset_of!(TypeObj, id) as u64 == runtime_interface::layout::classes::ID);
