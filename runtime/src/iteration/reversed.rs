//! `reversed(sequence)`: `__reversed__`, else items from the last to the first.

use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::exceptions::pending_is;
use crate::memory::{self, Descriptor};
use crate::objects::call::call_found;
use crate::objects::{instance, ops};
use crate::types::lookup::type_lookup;
use crate::types::{MethodDef, Slots, TypeObj, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct Reversed {
    pub header: Header,
    /// None once exhausted.
    sequence: Value,
    /// Items not yielded yet: the next index is one less.
    left: usize,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for Reversed {
    const TAG: u64 = tag::REVERSED;
}

pub static REVERSED: TypeSpec = TypeSpec {
    id: tag::REVERSED,
    name: "reversed",
    descriptor: Descriptor::words::<Reversed>(0, word_of!(Reversed, sequence)),
    slots: Slots { iter: Some(Ok), next: Some(next), new: Some(new), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", remaining)],
    subclassable: true,
    doc: "Return a reverse iterator over the values of the given sequence.",
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    if cls.id == tag::REVERSED {
        args.no_keywords("reversed")?;
    }
    Args::positional(args.pos).between("reversed", 1, 1)?;
    let sequence = args.pos[0];
    if let Some(method) = type_lookup(type_of(sequence), name!("__reversed__")) {
        if method.is_none() {
            let name = ops::type_name(sequence);
            return Err(raise!(TypeError, "'{name}' object is not reversible"));
        }
        return call_found(method, sequence, &[]);
    }
    let slots = type_of(sequence).slots;
    if slots.getitem.is_none() || ops::builtin_layout(sequence) == tag::DICT || slots.len.is_none() {
        let name = ops::type_name(sequence);
        return Err(raise!(TypeError, "'{name}' object is not reversible"));
    }
    let left = ops::len(sequence)?;
    if cls.id == tag::REVERSED {
        return Ok(memory::new(Reversed { header: Header::new(tag::REVERSED), sequence, left }).value());
    }
    let mut r: Gc<Reversed> = instance::allocate(cls).cast();
    r.sequence = sequence;
    r.left = left;
    r.barrier();
    Ok(r.value())
}

fn next(v: Value) -> R {
    let mut r: Gc<Reversed> = v.cast();
    if r.left == 0 {
        r.sequence = Value::NONE;
        return Ok(Value::UNBOUND);
    }
    r.left -= 1;
    match ops::getitem(r.sequence, Value::int(r.left as i64)) {
        Err(raised)
            if pending_is(tag::exception::IndexError) || pending_is(tag::exception::StopIteration) =>
        {
            let _ = crate::core::error::take_pending(raised);
            r.left = 0;
            r.sequence = Value::NONE;
            Ok(Value::UNBOUND)
        }
        result => result,
    }
}

fn remaining(args: &Args) -> R {
    args.skip_receiver().exactly("__length_hint__", 0)?;
    let r: Gc<Reversed> = args.receiver().cast();
    if r.sequence.is_none() {
        return Ok(Value::int(0));
    }
    let len = ops::len(r.sequence)?;
    Ok(Value::int(if r.left <= len { r.left as i64 } else { 0 }))
}
