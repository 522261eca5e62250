//! Slot functions of classes of the program: each looks its dunder up and calls it.
//!
//! `x + y` with `class V: def __add__(self, other)` goes through `binary::<ADD>`: one load from the
//! type, then this look-up, which the look-up cache makes cheap.

use super::dunders::Group;
use super::lookup::{is_subtype, type_lookup};
use super::naming::type_name;
use super::slots::{BINARY_COUNT, BinarySlot, Compare, Slots};
use super::{TypeObj, flags, type_of};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::objects::call::{call_found, call_found_args};
use crate::objects::ops;
use runtime_interface::tag;

/// Calls `type(v).name(v, ...)`, which exists when the slot was filled.
fn special(v: Value, name: Gc<StrObj>, args: &[Value]) -> R {
    match type_lookup(type_of(v), name) {
        Some(f) => call_found(f, v, args),
        None => {
            let (t, n) = (type_name(v), name.to_string_lossy());
            Err(raise!(AttributeError, "'{t}' object has no attribute '{n}'"))
        }
    }
}

fn text_slot(v: Value, name: Gc<StrObj>) -> R {
    special(v, name, &[])
}

fn repr(v: Value) -> R {
    text_slot(v, name!("__repr__"))
}
fn str(v: Value) -> R {
    text_slot(v, name!("__str__"))
}

fn hash(v: Value) -> R<i64> {
    let f = type_lookup(type_of(v), name!("__hash__"));
    let f = match f {
        Some(f) if !f.is_none() => f,
        _ => return Err(ops_unhashable(v)),
    };
    let h = ops::unwrap(call_found(f, v, &[])?);
    match h.tag {
        tag::INT | tag::BOOL => Ok(if h.as_i64() == -1 { -2 } else { h.as_i64() }),
        // A big result counts by its own hash, as in CPython.
        tag::BIGINT => ops::hash(h),
        _ => Err(raise!(TypeError, "__hash__ method should return an integer")),
    }
}

fn ops_unhashable(v: Value) -> crate::core::Raised {
    crate::objects::protocols::unhashable(v)
}

/// Whether instances of the class compare by methods that the program wrote.
#[inline]
pub fn compares(t: Gc<TypeObj>) -> bool {
    t.slots.compare.is_some_and(|slot| slot as usize == compare as *const () as usize)
}

fn compare(a: Value, b: Value, op: Compare) -> R {
    let name = match op {
        Compare::Lt => name!("__lt__"),
        Compare::Le => name!("__le__"),
        Compare::Eq => name!("__eq__"),
        Compare::Ne => name!("__ne__"),
        Compare::Gt => name!("__gt__"),
        Compare::Ge => name!("__ge__"),
    };
    match type_lookup(type_of(a), name) {
        Some(f) if !f.is_none() => call_found(f, a, &[b]),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

fn bool(v: Value) -> R<bool> {
    let result = special(v, name!("__bool__"), &[])?;
    if result.is_bool() {
        return Ok(result.as_bool());
    }
    let name = type_name(result);
    Err(raise!(TypeError, "__bool__ should return bool, returned {name}"))
}

fn len(v: Value) -> R<usize> {
    let result = special(v, name!("__len__"), &[])?;
    let n = ops::index(result)?;
    if n.tag == tag::BIGINT {
        let negative = ops::compare(n, Value::int(0), Compare::Lt)?.as_bool();
        if !negative {
            let name = type_name(result);
            return Err(raise!(OverflowError, "cannot fit '{name}' into an index-sized integer"));
        }
        return Err(raise!(ValueError, "__len__() should return >= 0"));
    }
    if n.as_i64() < 0 {
        return Err(raise!(ValueError, "__len__() should return >= 0"));
    }
    Ok(n.as_i64() as usize)
}

fn getitem(v: Value, k: Value) -> R {
    special(v, name!("__getitem__"), &[k])
}

fn setitem(v: Value, k: Value, x: Value) -> R<()> {
    if x.is_unbound() {
        if type_lookup(type_of(v), name!("__delitem__")).is_none() {
            return Err(raise!(AttributeError, "__delitem__"));
        }
        special(v, name!("__delitem__"), &[k])?;
        return Ok(());
    }
    if type_lookup(type_of(v), name!("__setitem__")).is_none() {
        return Err(raise!(AttributeError, "__setitem__"));
    }
    special(v, name!("__setitem__"), &[k, x])?;
    Ok(())
}

fn contains(v: Value, item: Value) -> R<bool> {
    match type_lookup(type_of(v), name!("__contains__")) {
        Some(f) if f.is_none() => {
            let t = type_name(v);
            Err(raise!(TypeError, "'{t}' object is not a container"))
        }
        Some(f) => ops::truth(call_found(f, v, &[item])?),
        None => Ok(false),
    }
}

fn iter(v: Value) -> R {
    match type_lookup(type_of(v), name!("__iter__")) {
        Some(f) if !f.is_none() => call_found(f, v, &[]),
        _ => {
            let t = type_name(v);
            Err(raise!(TypeError, "'{t}' object is not iterable"))
        }
    }
}

fn next(v: Value) -> R {
    match special(v, name!("__next__"), &[]) {
        Ok(x) => Ok(x),
        Err(raised) => crate::objects::generator::exhausted_if_stop_iteration(raised),
    }
}

fn call(v: Value, args: &Args) -> R {
    match type_lookup(type_of(v), name!("__call__")) {
        Some(f) => call_found_args(f, v, args),
        None => {
            let t = type_name(v);
            Err(raise!(TypeError, "'{t}' object is not callable"))
        }
    }
}

fn init(v: Value, args: &Args) -> R<()> {
    let Some(f) = type_lookup(type_of(v), name!("__init__")) else { return Ok(()) };
    let result = call_found_args(f, v, args)?;
    if !result.is_none() {
        let t = type_name(result);
        return Err(raise!(TypeError, "__init__() should return None, not '{t}'"));
    }
    Ok(())
}

fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    match type_lookup(cls, name!("__new__")) {
        Some(f) => {
            // `__new__` is a static method; anything else is bound to the class.
            let f = crate::objects::attributes::bind(f, Value::UNBOUND, cls.value())?;
            crate::objects::call::call_with_first(f, cls.value(), args)
        }
        None => Err(raise!(TypeError, "cannot create '{}' instances", cls.name.to_string_lossy())),
    }
}

fn getattr(v: Value, name: Gc<StrObj>) -> R {
    crate::objects::attributes::custom_getattr(v, name)
}

fn setattr(v: Value, name: Gc<StrObj>, x: Value) -> R<()> {
    if x.is_unbound() {
        special(v, name!("__delattr__"), &[name.value()])?;
    } else {
        special(v, name!("__setattr__"), &[name.value(), x])?;
    }
    Ok(())
}

fn get(descriptor: Value, instance: Value, owner: Value) -> R {
    let none = |v: Value| if v.is_unbound() { Value::NONE } else { v };
    match type_lookup(type_of(descriptor), name!("__get__")) {
        Some(f) => call_found(f, descriptor, &[none(instance), none(owner)]),
        None => Ok(descriptor),
    }
}

fn set(descriptor: Value, instance: Value, x: Value) -> R<()> {
    let (name, text) =
        if x.is_unbound() { (name!("__delete__"), "__delete__") } else { (name!("__set__"), "__set__") };
    let Some(f) = type_lookup(type_of(descriptor), name) else {
        return Err(raise!(AttributeError, "{text}"));
    };
    if x.is_unbound() {
        call_found(f, descriptor, &[instance])?;
    } else {
        call_found(f, descriptor, &[instance, x])?;
    }
    Ok(())
}

fn finalize(v: Value) {
    if let Some(f) = type_lookup(type_of(v), name!("__del__"))
        && let Err(raised) = call_found(f, v, &[])
    {
        crate::exceptions::uncaught::report_unraisable(raised, f);
    }
}

/// Names of the binary dunders by operator.
fn left_name(op: usize) -> Gc<StrObj> {
    match op {
        0 => name!("__add__"),
        1 => name!("__sub__"),
        2 => name!("__mul__"),
        3 => name!("__truediv__"),
        4 => name!("__floordiv__"),
        5 => name!("__mod__"),
        6 => name!("__pow__"),
        7 => name!("__matmul__"),
        8 => name!("__lshift__"),
        9 => name!("__rshift__"),
        10 => name!("__and__"),
        11 => name!("__or__"),
        12 => name!("__xor__"),
        _ => name!("__divmod__"),
    }
}
fn right_name(op: usize) -> Gc<StrObj> {
    match op {
        0 => name!("__radd__"),
        1 => name!("__rsub__"),
        2 => name!("__rmul__"),
        3 => name!("__rtruediv__"),
        4 => name!("__rfloordiv__"),
        5 => name!("__rmod__"),
        6 => name!("__rpow__"),
        7 => name!("__rmatmul__"),
        8 => name!("__rlshift__"),
        9 => name!("__rrshift__"),
        10 => name!("__rand__"),
        11 => name!("__ror__"),
        12 => name!("__rxor__"),
        _ => name!("__rdivmod__"),
    }
}
fn in_place_name(op: usize) -> Gc<StrObj> {
    match op {
        0 => name!("__iadd__"),
        1 => name!("__isub__"),
        2 => name!("__imul__"),
        3 => name!("__itruediv__"),
        4 => name!("__ifloordiv__"),
        5 => name!("__imod__"),
        6 => name!("__ipow__"),
        7 => name!("__imatmul__"),
        8 => name!("__ilshift__"),
        9 => name!("__irshift__"),
        10 => name!("__iand__"),
        11 => name!("__ior__"),
        _ => name!("__ixor__"),
    }
}

fn has_own_slot(v: Value, op: usize) -> bool {
    type_of(v).slots.binary[op].is_some_and(|f| f as usize == BINARY[op] as usize)
}

/// `None` where the class has no such method.
fn try_special(v: Value, name: Gc<StrObj>, other: Value) -> R {
    match type_lookup(type_of(v), name) {
        Some(f) if !f.is_none() => call_found(f, v, &[other]),
        _ => Ok(Value::NOT_IMPLEMENTED),
    }
}

/// CPython's SLOT1BIN: the reflected method of a proper subclass that overrides it goes first.
fn binary<const OP: usize>(a: Value, b: Value) -> R {
    let (ta, tb) = (type_of(a), type_of(b));
    let mut do_other = ta != tb && has_own_slot(b, OP);
    if has_own_slot(a, OP) {
        if do_other && is_subtype(tb, ta) {
            let (mine, theirs) = (type_lookup(ta, right_name(OP)), type_lookup(tb, right_name(OP)));
            let overridden = match (mine, theirs) {
                (Some(m), Some(t)) => !m.is(t),
                (None, Some(_)) => true,
                _ => false,
            };
            if overridden {
                let result = try_special(b, right_name(OP), a)?;
                if result.tag != tag::NOT_IMPLEMENTED {
                    return Ok(result);
                }
                do_other = false;
            }
        }
        let result = try_special(a, left_name(OP), b)?;
        if result.tag != tag::NOT_IMPLEMENTED || ta == tb {
            return Ok(result);
        }
    }
    if do_other {
        return try_special(b, right_name(OP), a);
    }
    if !has_own_slot(a, OP) && has_own_slot(b, OP) {
        return try_special(b, right_name(OP), a);
    }
    Ok(Value::NOT_IMPLEMENTED)
}

fn in_place<const OP: usize>(a: Value, b: Value) -> R {
    try_special(a, in_place_name(OP), b)
}

macro_rules! per_operator {
    ($function:ident) => {
        [
            $function::<0>,
            $function::<1>,
            $function::<2>,
            $function::<3>,
            $function::<4>,
            $function::<5>,
            $function::<6>,
            $function::<7>,
            $function::<8>,
            $function::<9>,
            $function::<10>,
            $function::<11>,
            $function::<12>,
            $function::<13>,
        ]
    };
}

/// The one address of each operator's trampoline, so that they can be compared.
pub static BINARY: [BinarySlot; BINARY_COUNT] = per_operator!(binary);
static IN_PLACE: [BinarySlot; BINARY_COUNT] = per_operator!(in_place);

fn unary_special(v: Value, name: Gc<StrObj>) -> R {
    special(v, name, &[])
}
fn neg(v: Value) -> R {
    unary_special(v, name!("__neg__"))
}
fn pos(v: Value) -> R {
    unary_special(v, name!("__pos__"))
}
fn abs(v: Value) -> R {
    unary_special(v, name!("__abs__"))
}
fn invert(v: Value) -> R {
    unary_special(v, name!("__invert__"))
}
fn int(v: Value) -> R {
    unary_special(v, name!("__int__"))
}
fn float(v: Value) -> R {
    unary_special(v, name!("__float__"))
}
fn index(v: Value) -> R {
    unary_special(v, name!("__index__"))
}

/// Puts the trampoline of a group into the slots of a class.
pub fn install(t: Gc<TypeObj>, group: Group) {
    let mut t = t;
    if group == Group::GetAttr {
        t.flags |= flags::CUSTOM_GETATTR;
    }
    set_slot(&mut t.slots, group);
}

fn set_slot(s: &mut Slots, group: Group) {
    match group {
        Group::Repr => s.repr = Some(repr),
        Group::Str => s.str = Some(str),
        Group::Hash => s.hash = Some(hash),
        Group::Compare => s.compare = Some(compare),
        Group::Bool => s.bool = Some(bool),
        Group::Len => s.len = Some(len),
        Group::GetItem => s.getitem = Some(getitem),
        Group::SetItem => s.setitem = Some(setitem),
        Group::Contains => s.contains = Some(contains),
        Group::Iter => s.iter = Some(iter),
        Group::Next => s.next = Some(next),
        Group::Call => s.call = Some(call),
        Group::Init => s.init = Some(init),
        Group::GetAttr => s.getattr = Some(getattr),
        Group::SetAttr => s.setattr = Some(setattr),
        Group::Get => s.get = Some(get),
        Group::Set => s.set = Some(set),
        Group::Binary(op) => s.binary[op as usize] = Some(BINARY[op as usize]),
        Group::InPlace(op) => s.in_place[op as usize] = Some(IN_PLACE[op as usize]),
        Group::Neg => s.neg = Some(neg),
        Group::Pos => s.pos = Some(pos),
        Group::Abs => s.abs = Some(abs),
        Group::Invert => s.invert = Some(invert),
        Group::Int => s.int = Some(int),
        Group::Float => s.float = Some(float),
        Group::Index => s.index = Some(index),
        Group::Finalize => s.finalize = Some(finalize),
        Group::New => s.new = Some(new),
    }
}
