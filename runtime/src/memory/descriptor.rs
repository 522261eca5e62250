//! What the collector knows of a layout: its size and where its pointers are.

use crate::core::{Gc, Header, Value};

/// Describes the layout behind a type id.
#[derive(Clone, Copy)]
pub struct Descriptor {
    pub size: Size,
    pub trace: Trace,
}

/// Bytes an object takes, header included.
#[derive(Clone, Copy)]
pub enum Size {
    Fixed(usize),
    /// `base + length * item`, the length being word 1.
    Array {
        base: usize,
        item: usize,
    },
    Computed(fn(*const Header) -> usize),
    /// A [`crate::core::StrObj`].
    Text,
}

/// Where an object's pointers are.
#[derive(Clone, Copy)]
pub enum Trace {
    /// No pointers: text, bytes, numbers.
    None,
    /// Bit `i` of `pointers`: word `i` is a pointer or null. Bit `i` of `values`: words `i`, `i+1`
    /// are a `Value`. Word 0 is the header.
    Words {
        pointers: u64,
        values: u64,
    },
    /// Values from byte `base` on, as many as word 1 says. Only the low half of a tag counts here:
    /// entries of a dict keep a part of the hash in the upper half.
    Values {
        base: usize,
    },
    Custom(fn(*mut Header, &mut Tracer)),
    /// A [`crate::core::StrObj`]: no pointer, or that to the buffer it shares.
    Text,
}

/// What a trace function reports to.
pub struct Tracer<'a> {
    pub(crate) found: &'a mut dyn FnMut(*mut Header),
}

impl Tracer<'_> {
    #[inline(always)]
    pub fn value(&mut self, v: Value) {
        if v.tag as u32 as u64 >= runtime_interface::tag::FIRST_HEAP {
            (self.found)(v.header());
        }
    }
    #[inline(always)]
    pub fn object<T>(&mut self, o: Gc<T>) {
        (self.found)(o.header());
    }
    #[inline(always)]
    pub fn optional<T>(&mut self, o: Option<Gc<T>>) {
        if let Some(o) = o {
            self.object(o);
        }
    }
}

impl Descriptor {
    /// An object of `T`'s size without pointers.
    pub const fn plain<T>() -> Descriptor {
        Descriptor { size: Size::Fixed(size_of::<T>()), trace: Trace::None }
    }
    /// An object of `T`'s size with pointers and values at these word positions (see `word_of!`).
    pub const fn words<T>(pointers: u64, values: u64) -> Descriptor {
        Descriptor { size: Size::Fixed(size_of::<T>()), trace: Trace::Words { pointers, values } }
    }
    pub const fn custom<T>(trace: fn(*mut Header, &mut Tracer)) -> Descriptor {
        Descriptor { size: Size::Fixed(size_of::<T>()), trace: Trace::Custom(trace) }
    }
}

/// The bit of a field for [`Trace::Words`]: `word_of!(ListObj, items)`.
#[macro_export]
macro_rules! word_of {
    ($type:ty, $($field:ident).+) => {
        1u64 << (std::mem::offset_of!($type, $($field).+) / 8)
    };
}
