//! Slot functions of classes that wrap an immutable builtin (`class Celsius(float)`): they unwrap
//! and call the builtin's own slot.

use super::dunders::Group;
use super::slots::{BINARY_COUNT, BinarySlot, Compare, Slots};
use super::{TypeObj, flags, type_by_id, type_of};
use crate::core::{Args, Gc, R, Value};
use crate::objects::ops::unwrap;
use crate::objects::unwrap::WrapperObj;
use runtime_interface::tag;

/// The slots of the builtin that `v` wraps.
fn inner_slots(v: Value) -> &'static Slots {
    let t = type_by_id(type_of(v).layout);
    // SAFETY: builtin types live as long as the program.
    unsafe { &(*t.as_ptr()).slots }
}

macro_rules! unary {
    ($($name:ident)*) => { $(fn $name(v: Value) -> R {
        (inner_slots(v).$name.expect("filled by the builtin"))(unwrap(v))
    })* };
}
unary!(str iter neg pos abs invert int float index);

fn repr(v: Value) -> R {
    let inner = unwrap(v);
    if inner.tag == tag::FROZENSET {
        // `F({1})`: a frozenset shows the name of its own class.
        return crate::containers::set_type::repr_named(inner, &crate::objects::ops::type_name(v));
    }
    (inner_slots(v).repr.expect("filled by the builtin"))(inner)
}

fn hash(v: Value) -> R<i64> {
    (inner_slots(v).hash.expect("filled by the builtin"))(unwrap(v))
}
fn bool(v: Value) -> R<bool> {
    (inner_slots(v).bool.expect("filled by the builtin"))(unwrap(v))
}
fn len(v: Value) -> R<usize> {
    (inner_slots(v).len.expect("filled by the builtin"))(unwrap(v))
}
fn compare(a: Value, b: Value, op: Compare) -> R {
    (inner_slots(a).compare.expect("filled by the builtin"))(unwrap(a), unwrap(b), op)
}
fn getitem(v: Value, k: Value) -> R {
    (inner_slots(v).getitem.expect("filled by the builtin"))(unwrap(v), k)
}
fn contains(v: Value, item: Value) -> R<bool> {
    (inner_slots(v).contains.expect("filled by the builtin"))(unwrap(v), item)
}
fn concat(a: Value, b: Value) -> R {
    (inner_slots(a).concat.expect("filled by the builtin"))(unwrap(a), unwrap(b))
}
fn repeat(a: Value, n: Value) -> R {
    (inner_slots(a).repeat.expect("filled by the builtin"))(unwrap(a), n)
}

fn wraps(v: Value) -> bool {
    type_of(v).flags & flags::WRAPS != 0
}

/// Either operand may be the wrapping one.
fn binary<const OP: usize>(a: Value, b: Value) -> R {
    // Formatting by `%` shows its arguments as they are: `"%s" % Loud("x")` calls `Loud.__str__`.
    let formats = OP == super::Binary::Mod as usize;
    let (x, y) = if formats { (a, b) } else { (unwrap(a), unwrap(b)) };
    let mut tried = 0;
    if wraps(a)
        && let Some(slot) = inner_slots(a).binary[OP]
    {
        let result = slot(x, y)?;
        if result.tag != tag::NOT_IMPLEMENTED {
            return Ok(result);
        }
        tried = slot as usize;
    }
    if wraps(b)
        && let Some(slot) = inner_slots(b).binary[OP]
        && slot as usize != tried
    {
        return slot(x, y);
    }
    Ok(Value::NOT_IMPLEMENTED)
}

static BINARY: [BinarySlot; BINARY_COUNT] = [
    binary::<0>,
    binary::<1>,
    binary::<2>,
    binary::<3>,
    binary::<4>,
    binary::<5>,
    binary::<6>,
    binary::<7>,
    binary::<8>,
    binary::<9>,
    binary::<10>,
    binary::<11>,
    binary::<12>,
    binary::<13>,
];

/// `cls(...)`: makes the exact builtin and wraps it.
pub fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    let builtin = type_by_id(cls.layout);
    let make = builtin.slots.new.expect("subclassable builtins have new");
    let inner = make(builtin, args)?;
    Ok(wrap(cls, unwrap(inner)))
}

/// An instance of the wrapping class `cls` around an exact builtin.
pub fn wrap(cls: Gc<TypeObj>, inner: Value) -> Value {
    let mut o: Gc<WrapperObj> = crate::objects::instance::allocate(cls).cast();
    o.inner = inner;
    o.value()
}

/// Puts the unwrapping function of a group into the slots of a class, if its builtin fills it.
pub fn install(t: Gc<TypeObj>, group: Group) {
    let mut t = t;
    let inner = type_by_id(t.layout).slots;
    let s = &mut t.slots;
    macro_rules! set {
        ($field:ident) => {
            s.$field = if inner.$field.is_some() { Some($field) } else { None }
        };
    }
    match group {
        Group::Repr => set!(repr),
        Group::Str => set!(str),
        Group::Hash => set!(hash),
        Group::Compare => set!(compare),
        Group::Bool => set!(bool),
        Group::Len => set!(len),
        Group::GetItem => set!(getitem),
        Group::Contains => set!(contains),
        Group::Iter => set!(iter),
        Group::Binary(op) => {
            let op = op as usize;
            s.binary[op] = if inner.binary[op].is_some() { Some(BINARY[op]) } else { None };
        }
        Group::Neg => set!(neg),
        Group::Pos => set!(pos),
        Group::Abs => set!(abs),
        Group::Invert => set!(invert),
        Group::Int => set!(int),
        Group::Float => set!(float),
        Group::Index => set!(index),
        Group::New => s.new = Some(new),
        // No wrapped builtin has these.
        _ => {}
    }
    s.concat = if inner.concat.is_some() { Some(concat) } else { None };
    s.repeat = if inner.repeat.is_some() { Some(repeat) } else { None };
}
