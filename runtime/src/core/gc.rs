//! Pointers to heap objects.
//!
//! Objects never move and the stack is scanned conservatively, so a `Gc<T>` in a local is safe. It
//! must never be put into memory that the collector does not see: `Vec`, `Box`, `HashMap`, statics.
//! Scratch space that holds objects is itself collected (a tuple, a list, a `ValueArray`).
//!
//! Access goes through `Deref` and `DerefMut`, field by field. No `&` or `&mut` into an object is
//! held across a call that may run Python code or collect: read the field again instead.

use std::fmt;
use std::ops::{Deref, DerefMut};

/// The first word of every heap object: type id in the low half, flags in the high half.
#[repr(transparent)]
pub struct Header(pub u64);

impl Header {
    pub const fn new(type_id: u64) -> Header {
        Header(type_id)
    }
    #[inline(always)]
    pub fn type_id(&self) -> u64 {
        self.0 & 0xffff_ffff
    }
    #[inline(always)]
    pub fn has(&self, flag: u64) -> bool {
        self.0 & flag != 0
    }
    /// Changes the type of an object and keeps its flags (`__class__` assignment).
    pub fn set_type_id(&mut self, id: u64) {
        self.0 = (self.0 & !0xffff_ffff) | id;
    }
}

/// A struct laid out as a heap object: `repr(C)`, its first field a [`Header`].
///
/// # Safety
/// `TAG`'s descriptor must describe exactly this layout.
pub unsafe trait HeapObject {
    /// The type id of exact instances.
    const TAG: u64;
}

/// A pointer to a live heap object.
#[repr(transparent)]
pub struct Gc<T> {
    ptr: std::ptr::NonNull<T>,
}

impl<T> Clone for Gc<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Gc<T> {}
impl<T> PartialEq for Gc<T> {
    fn eq(&self, other: &Self) -> bool {
        self.ptr == other.ptr
    }
}
impl<T> Eq for Gc<T> {}
impl<T> fmt::Debug for Gc<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gc({:p})", self.ptr)
    }
}

impl<T> Gc<T> {
    /// The caller guarantees a non-null pointer to a live object.
    #[inline(always)]
    pub fn from_ptr(ptr: *mut T) -> Gc<T> {
        debug_assert!(!ptr.is_null());
        // SAFETY: by the contract above.
        Gc { ptr: unsafe { std::ptr::NonNull::new_unchecked(ptr) } }
    }
    /// `None` for null.
    #[inline(always)]
    pub fn from_nullable(ptr: *mut T) -> Option<Gc<T>> {
        std::ptr::NonNull::new(ptr).map(|ptr| Gc { ptr })
    }
    #[inline(always)]
    pub fn as_ptr(self) -> *mut T {
        self.ptr.as_ptr()
    }
    /// The same object seen as another layout (a prefix, or after a look at the type).
    #[inline(always)]
    pub fn cast<U>(self) -> Gc<U> {
        Gc { ptr: self.ptr.cast() }
    }
    #[inline(always)]
    pub fn header(self) -> *mut Header {
        self.ptr.as_ptr() as *mut Header
    }
    #[inline(always)]
    pub fn value(self) -> Value {
        Value::obj(self)
    }
    /// Must be called after storing a heap pointer (or a `Value`) into this object, unless the
    /// object is new and no allocation or call lies between its creation and the store.
    #[inline(always)]
    pub fn barrier(self) {
        crate::memory::write_barrier(self.header());
    }
}

use super::value::Value;

impl<T> Deref for Gc<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: a `Gc` points to a live object (module doc).
        unsafe { self.ptr.as_ref() }
    }
}
impl<T> DerefMut for Gc<T> {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: one mutator thread, and references are not held across calls (module doc).
        unsafe { self.ptr.as_mut() }
    }
}
