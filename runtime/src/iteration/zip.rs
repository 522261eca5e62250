//! `zip(*iterables, strict=False)`.

use crate::containers::TupleObj;
use crate::core::{Args, Gc, Header, HeapObject, R, Raised, Value};
use crate::memory::{self, Descriptor};
use crate::objects::{instance, ops};
use crate::types::{Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct Zip {
    pub header: Header,
    pub iterators: Gc<TupleObj>,
    strict: bool,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for Zip {
    const TAG: u64 = tag::ZIP;
}

pub static ZIP: TypeSpec = TypeSpec {
    id: tag::ZIP,
    name: "zip",
    descriptor: Descriptor::words::<Zip>(word_of!(Zip, iterators), 0),
    slots: Slots { iter: Some(Ok), next: Some(next), new: Some(new), ..Slots::NONE },
    subclassable: true,
    doc: "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]",
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    let [strict] = Args { pos: &[], ..*args }.bind("zip", ["strict"], 0, 0, 0)?;
    let strict = match strict.bound() {
        Some(v) => ops::truth(v)?,
        None => false,
    };
    let iterators = TupleObj::new(args.pos.len());
    for (i, &iterable) in args.pos.iter().enumerate() {
        TupleObj::set(iterators, i, ops::iter(iterable)?);
    }
    if cls.id == tag::ZIP {
        return Ok(memory::new(Zip { header: Header::new(tag::ZIP), iterators, strict }).value());
    }
    let mut z: Gc<Zip> = instance::allocate(cls).cast();
    z.iterators = iterators;
    z.strict = strict;
    z.barrier();
    Ok(z.value())
}

pub fn next(v: Value) -> R {
    let z: Gc<Zip> = v.cast();
    let iterators = z.iterators;
    let n = iterators.len;
    if n == 0 {
        return Ok(Value::UNBOUND);
    }
    if n == 2 {
        let a = ops::next(TupleObj::get(iterators, 0))?;
        if !a.is_unbound() {
            let b = ops::next(TupleObj::get(iterators, 1))?;
            if !b.is_unbound() {
                return Ok(TupleObj::pair(a, b).value());
            }
            return exhausted(z, 1);
        }
        return exhausted(z, 0);
    }
    let row = TupleObj::new(n);
    for i in 0..n {
        let item = ops::next(TupleObj::get(iterators, i))?;
        if item.is_unbound() {
            return exhausted(z, i);
        }
        TupleObj::set(row, i, item);
    }
    Ok(row.value())
}

/// Iterator `i` ended; strict zips check the others.
fn exhausted(z: Gc<Zip>, i: usize) -> R {
    if !z.strict {
        return Ok(Value::UNBOUND);
    }
    if i > 0 {
        return Err(differs(i, "shorter"));
    }
    for other in 1..z.iterators.len {
        if !ops::next(TupleObj::get(z.iterators, other))?.is_unbound() {
            return Err(differs(other, "longer"));
        }
    }
    Ok(Value::UNBOUND)
}

#[cold]
fn differs(i: usize, how: &str) -> Raised {
    let number = i + 1;
    let others = if i == 1 { String::from(" 1") } else { format!("s 1-{i}") };
    raise!(ValueError, "zip() argument {number} is {how} than argument{others}")
}

#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_zip_from(values: *mut u8, count: i64) -> Value {
    // SAFETY: compiled code passes that many values.
    let values = unsafe { std::slice::from_raw_parts(values as *const Value, count as usize) };
    let iterators = TupleObj::from_slice(values);
    memory::new(Zip { header: Header::new(tag::ZIP), iterators, strict: false }).value()
}
