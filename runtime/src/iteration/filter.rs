//! `filter(function, iterable)`.

use crate::core::{Args, Gc, Header, HeapObject, R, Value};
use crate::memory::{self, Descriptor};
use crate::objects::{instance, ops};
use crate::types::{Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct Filter {
    pub header: Header,
    /// None: items that are true pass.
    function: Value,
    pub iterator: Value,
}

// SAFETY: the descriptor below describes this layout.
unsafe impl HeapObject for Filter {
    const TAG: u64 = tag::FILTER;
}

pub static FILTER: TypeSpec = TypeSpec {
    id: tag::FILTER,
    name: "filter",
    descriptor: Descriptor::words::<Filter>(0, word_of!(Filter, function) | word_of!(Filter, iterator)),
    slots: Slots { iter: Some(Ok), next: Some(next), new: Some(new), ..Slots::NONE },
    subclassable: true,
    doc: "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
    ..TypeSpec::DEFAULT
};

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    if cls.id == tag::FILTER {
        args.no_keywords("filter")?;
    }
    Args::positional(args.pos).between("filter", 2, 2)?;
    let function = args.pos[0];
    let iterator = ops::iter(args.pos[1])?;
    if cls.id == tag::FILTER {
        return Ok(memory::new(Filter { header: Header::new(tag::FILTER), function, iterator }).value());
    }
    let mut f: Gc<Filter> = instance::allocate(cls).cast();
    f.function = function;
    f.iterator = iterator;
    f.barrier();
    Ok(f.value())
}

pub fn next(v: Value) -> R {
    let f: Gc<Filter> = v.cast();
    loop {
        let item = ops::next(f.iterator)?;
        if item.is_unbound() {
            return Ok(item);
        }
        let passes = match f.function {
            none if none.is_none() => ops::truth(item)?,
            function => ops::truth(ops::call(function, &[item])?)?,
        };
        if passes {
            return Ok(item);
        }
    }
}
