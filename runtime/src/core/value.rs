//! A dynamic value: a type tag and a payload word (see `runtime_interface::tag`).

use super::gc::{Gc, Header, HeapObject};
use runtime_interface::tag;

/// Any Python value, or one of the two non-values `ERROR` and `UNBOUND`.
///
/// Two words, passed and returned in registers by `extern "C"` functions. `int` is `INT` when it
/// fits `i64` and `BIGINT` only when it does not; so equal small integers have equal words.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Value {
    pub tag: u64,
    pub bits: u64,
}

impl Value {
    /// An exception is pending in the mutator.
    pub const ERROR: Value = Value { tag: tag::ERROR, bits: 0 };
    /// Unbound variable, absent argument, exhausted iterator.
    pub const UNBOUND: Value = Value { tag: tag::UNBOUND, bits: 0 };
    pub const NONE: Value = Value { tag: tag::NONE, bits: 0 };
    pub const TRUE: Value = Value { tag: tag::BOOL, bits: 1 };
    pub const FALSE: Value = Value { tag: tag::BOOL, bits: 0 };
    pub const NOT_IMPLEMENTED: Value = Value { tag: tag::NOT_IMPLEMENTED, bits: 0 };
    pub const ELLIPSIS: Value = Value { tag: tag::ELLIPSIS, bits: 0 };

    #[inline(always)]
    pub const fn int(i: i64) -> Value {
        Value { tag: tag::INT, bits: i as u64 }
    }
    #[inline(always)]
    pub const fn float(f: f64) -> Value {
        Value { tag: tag::FLOAT, bits: f.to_bits() }
    }
    #[inline(always)]
    pub const fn bool(b: bool) -> Value {
        Value { tag: tag::BOOL, bits: b as u64 }
    }
    /// The value of an object: its tag is the type id in its header.
    #[inline(always)]
    pub fn obj<T>(o: Gc<T>) -> Value {
        let header = o.as_ptr() as *const Header;
        // SAFETY: a `Gc` points to a live object, which starts with its header.
        Value { tag: unsafe { (*header).type_id() }, bits: header as u64 }
    }
    /// The object, or `None` (the Python value) if there is none.
    pub fn obj_or_none<T>(o: Option<Gc<T>>) -> Value {
        o.map_or(Value::NONE, Value::obj)
    }

    #[inline(always)]
    pub fn is_error(self) -> bool {
        self.tag == tag::ERROR
    }
    #[inline(always)]
    pub fn is_unbound(self) -> bool {
        self.tag == tag::UNBOUND
    }
    #[inline(always)]
    pub fn is_none(self) -> bool {
        self.tag == tag::NONE
    }
    #[inline(always)]
    pub fn is_int(self) -> bool {
        self.tag == tag::INT
    }
    #[inline(always)]
    pub fn is_float(self) -> bool {
        self.tag == tag::FLOAT
    }
    #[inline(always)]
    pub fn is_bool(self) -> bool {
        self.tag == tag::BOOL
    }
    #[inline(always)]
    pub fn is_heap(self) -> bool {
        self.tag >= tag::FIRST_HEAP
    }
    /// `self` unless it is `UNBOUND`.
    #[inline(always)]
    pub fn bound(self) -> Option<Value> {
        if self.is_unbound() { None } else { Some(self) }
    }
    /// Payload of an `INT` or `BOOL`.
    #[inline(always)]
    pub fn as_i64(self) -> i64 {
        self.bits as i64
    }
    /// Payload of a `FLOAT`.
    #[inline(always)]
    pub fn as_f64(self) -> f64 {
        f64::from_bits(self.bits)
    }
    /// Payload of a `BOOL`.
    #[inline(always)]
    pub fn as_bool(self) -> bool {
        self.bits != 0
    }
    /// The object behind a heap tag, untyped.
    #[inline(always)]
    pub fn header(self) -> *mut Header {
        debug_assert!(self.is_heap());
        self.bits as *mut Header
    }
    /// The object as a `T` without a check: the caller has looked at the tag (or at the layout).
    #[inline(always)]
    pub fn cast<T>(self) -> Gc<T> {
        debug_assert!(self.is_heap());
        Gc::from_ptr(self.bits as *mut T)
    }
    /// The object if it is exactly of `T`'s type (no subclass).
    #[inline(always)]
    pub fn exact<T: HeapObject>(self) -> Option<Gc<T>> {
        if self.tag == T::TAG { Some(self.cast()) } else { None }
    }
    /// `is`: same object, or equal small immediate.
    #[inline(always)]
    pub fn is(self, other: Value) -> bool {
        self.bits == other.bits && (self.tag == other.tag || (self.is_heap() && other.is_heap()))
    }
    /// Type id: the header's for heap objects, which is the truth when `__class__` was assigned.
    #[inline(always)]
    pub fn type_id(self) -> u64 {
        if self.tag >= tag::FIRST_CLASS {
            // SAFETY: a heap tag means `bits` points to a live object.
            unsafe { (*self.header()).type_id() }
        } else {
            self.tag
        }
    }
}

impl From<i64> for Value {
    fn from(i: i64) -> Value {
        Value::int(i)
    }
}
impl From<f64> for Value {
    fn from(f: f64) -> Value {
        Value::float(f)
    }
}
impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::bool(b)
    }
}
impl<T> From<Gc<T>> for Value {
    fn from(o: Gc<T>) -> Value {
        Value::obj(o)
    }
}
