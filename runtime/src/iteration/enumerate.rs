//! `enumerate(iterable, start=0)`.

use crate::containers::TupleObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::{self, Descriptor};
use crate::objects::{instance, ops};
use crate::types::{Binary, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct Enumerate {
    pub header: Header,
    pub iterator: Value,
    /// The next number: an int of any size.
    number: Value,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for Enumerate {
    const TAG: u64 = tag::ENUMERATE;
}

pub static ENUMERATE: TypeSpec = TypeSpec {
    id: tag::ENUMERATE,
    name: "enumerate",
    descriptor: Descriptor::words::<Enumerate>(
        0,
        word_of!(Enumerate, iterator) | word_of!(Enumerate, number),
    ),
    slots: Slots { iter: Some(Ok), next: Some(next), new: Some(new), ..Slots::NONE },
    subclassable: true,
    doc: "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    let [iterable, start] = args.bind("enumerate", ["iterable", "start"], 0, 2, 0)?;
    if iterable.is_unbound() {
        return Err(raise!(TypeError, "enumerate() missing required argument 'iterable'"));
    }
    let number = match start.bound() {
        Some(n) => ops::index(n)?,
        None => Value::int(0),
    };
    let iterator = ops::iter(iterable)?;
    if cls.id == tag::ENUMERATE {
        let header = Header::new(tag::ENUMERATE);
        return Ok(memory::new(Enumerate { header, iterator, number }).value());
    }
    let mut e: Gc<Enumerate> = instance::allocate(cls).cast();
    e.iterator = iterator;
    e.number = number;
    e.barrier();
    Ok(e.value())
}

pub fn next(v: Value) -> R {
    let mut e: Gc<Enumerate> = v.cast();
    let item = ops::next(e.iterator)?;
    if item.is_unbound() {
        return Ok(item);
    }
    let number = e.number;
    e.number = match number.as_i64().checked_add(1) {
        Some(n) if number.is_int() => Value::int(n),
        _ => {
            let following = ops::binary(Binary::Add, number, Value::int(1))?;
            e.number = following;
            e.barrier();
            following
        }
    };
    Ok(TupleObj::pair(number, item).value())
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_enumerate_from(iterator: Value, number: i64) -> Value {
    memory::new(Enumerate { header: Header::new(tag::ENUMERATE), iterator, number: Value::int(number) })
        .value()
}
