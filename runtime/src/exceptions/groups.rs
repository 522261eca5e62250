//! ExceptionGroup and BaseExceptionGroup: `split`, `subgroup`, `derive`, and what `except*` does.

use super::{allocate, exception_of, get_extra, is_exception, is_exception_class, set_extra};
use crate::containers::{ListObj, TupleObj};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::objects::ops;
use crate::types::naming::{class_name, type_name};
use crate::types::{GetSet, MethodDef, TypeObj, is_subtype, type_by_id, type_of};
use runtime_interface::tag;
use runtime_interface::tag::exception;

const MESSAGE: usize = 0;
const EXCEPTIONS: usize = 1;

pub fn is_group(v: Value) -> bool {
    is_exception(v) && super::is_instance_of(v, exception::BaseExceptionGroup)
}

/// The nested exceptions.
pub fn members<'a>(v: Value) -> &'a [Value] {
    let t = get_extra(v, EXCEPTIONS);
    if t.tag == tag::TUPLE { TupleObj::as_slice(t.cast()) } else { &[] }
}

pub fn new(cls: Gc<TypeObj>, args: &Args) -> R {
    if args.pos.len() != 2 {
        let n = args.pos.len();
        return Err(raise!(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({n} given)"));
    }
    let (message, given) = (args.pos[0], args.pos[1]);
    if ops::as_str(message).is_none() {
        let t = type_name(message);
        return Err(raise!(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {t}"));
    }
    let layout = crate::objects::unwrap::builtin_layout(given);
    if layout != tag::LIST && layout != tag::TUPLE && type_of(given).slots.getitem.is_none() {
        return Err(raise!(TypeError, "second argument (exceptions) must be a sequence"));
    }
    let list = ListObj::new();
    let it = ops::iter(given)?;
    loop {
        let x = ops::next(it)?;
        if x.is_unbound() {
            break;
        }
        ListObj::push(list, x);
    }
    if list.len == 0 {
        return Err(raise!(ValueError, "second argument (exceptions) must be a non-empty sequence"));
    }
    let mut all_exceptions = true;
    for (i, e) in ListObj::as_slice(list).iter().enumerate() {
        if !is_exception(*e) {
            return Err(raise!(ValueError, "Item {i} of second argument (exceptions) is not an exception"));
        }
        all_exceptions &= super::is_instance_of(*e, exception::Exception);
    }
    let mut cls = cls;
    if cls.id == exception::BaseExceptionGroup {
        if all_exceptions {
            cls = type_by_id(exception::ExceptionGroup);
        }
    } else if !all_exceptions && is_subtype(cls, type_by_id(exception::Exception)) {
        if cls.id == exception::ExceptionGroup {
            return Err(raise!(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup"));
        }
        return Err(raise!(TypeError, "Cannot nest BaseExceptions in '{}'", class_name(cls)));
    }
    let e = allocate(cls, args.pos);
    set_extra(e, MESSAGE, message);
    set_extra(e, EXCEPTIONS, TupleObj::from_slice(ListObj::as_slice(list)).value());
    Ok(e)
}

pub fn init(v: Value, args: &Args) -> R<()> {
    super::classes::init(v, args)
}

pub fn str(v: Value) -> R {
    let n = members(v).len();
    let s = if n == 1 { "" } else { "s" };
    let message = ops::str(get_extra(v, MESSAGE))?.to_string_lossy();
    Ok(StrObj::from_str(&format!("{message} ({n} sub-exception{s})")).value())
}

pub fn repr(v: Value) -> R {
    let name = type_of(v).name.to_string_lossy();
    let message = ops::repr(get_extra(v, MESSAGE))?.to_string_lossy();
    let args = super::classes::args_of(v);
    let given = args.get(1).copied().unwrap_or(Value::NONE);
    let shown =
        if given.tag == tag::TUPLE || given.tag == tag::LIST { given } else { get_extra(v, EXCEPTIONS) };
    let list = ops::repr(shown)?.to_string_lossy();
    Ok(StrObj::from_str(&format!("{name}({message}, {list})")).value())
}

/// A group like `v` around other exceptions: `v.derive(excs)` with the context of `v`.
fn derive_like(v: Value, excs: Gc<ListObj>) -> R {
    let made = ops::call_method(v, name!("derive"), &[excs.value()])?;
    if !is_group(made) {
        return Err(raise!(TypeError, "derive must return an instance of BaseExceptionGroup"));
    }
    let (from, mut to) = (exception_of(v), exception_of(made));
    to.traceback = from.traceback;
    to.context = from.context;
    to.cause = from.cause;
    to.suppress_context = from.suppress_context;
    to.barrier();
    if let Some(d) = crate::objects::instance::existing_dict(v, type_of(v))
        && let Some(notes) = crate::containers::DictObj::get_str(d, name!("__notes__"))
        && notes.tag == tag::LIST
    {
        let copy = ListObj::from_slice(ListObj::as_slice(notes.cast()));
        ops::setattr(made, name!("__notes__"), copy.value())?;
    }
    Ok(made)
}

/// What decides which exceptions match.
#[derive(Clone, Copy)]
enum Condition {
    Types(Value),
    Predicate(Value),
}

fn condition(v: Value) -> R<Condition> {
    if is_exception_class(v)
        || v.tag == tag::TUPLE && TupleObj::as_slice(v.cast()).iter().all(|c| is_exception_class(*c))
    {
        return Ok(Condition::Types(v));
    }
    if type_of(v).slots.call.is_some() && crate::types::lookup::as_type(v).is_none() {
        return Ok(Condition::Predicate(v));
    }
    Err(raise!(
        TypeError,
        "expected an exception type, a tuple of exception types, or a callable (other than a class)"
    ))
}

fn matches(e: Value, c: Condition) -> R<bool> {
    match c {
        Condition::Types(t) => super::rows::matches(e, t),
        Condition::Predicate(f) => ops::truth(ops::call(f, &[e])?),
    }
}

/// The parts of `v` that match and that do not, `NONE` where empty.
fn split(v: Value, c: Condition) -> R<(Value, Value)> {
    if matches(v, c)? {
        return Ok((v, Value::NONE));
    }
    if !is_group(v) {
        return Ok((Value::NONE, v));
    }
    let (yes, no) = (ListObj::new(), ListObj::new());
    for e in members(v) {
        let (a, b) = split(*e, c)?;
        if !a.is_none() {
            ListObj::push(yes, a);
        }
        if !b.is_none() {
            ListObj::push(no, b);
        }
    }
    let part = |l: Gc<ListObj>| if l.len == 0 { Ok(Value::NONE) } else { derive_like(v, l) };
    if no.len == 0 {
        return Ok((v, Value::NONE));
    }
    if yes.len == 0 {
        return Ok((Value::NONE, v));
    }
    Ok((part(yes)?, part(no)?))
}

fn split_method(args: &Args) -> R {
    args.skip_receiver().exactly("BaseExceptionGroup.split", 1)?;
    let (a, b) = split(args.receiver(), condition(args.pos[1])?)?;
    Ok(TupleObj::pair(a, b).value())
}
fn subgroup_method(args: &Args) -> R {
    args.skip_receiver().exactly("BaseExceptionGroup.subgroup", 1)?;
    Ok(split(args.receiver(), condition(args.pos[1])?)?.0)
}
fn derive_method(args: &Args) -> R {
    args.skip_receiver().exactly("BaseExceptionGroup.derive", 1)?;
    let message = get_extra(args.receiver(), MESSAGE);
    new(type_by_id(exception::BaseExceptionGroup), &Args::positional(&[message, args.pos[1]]))
}

pub const METHODS: &[MethodDef] = &[
    MethodDef::method("split", split_method),
    MethodDef::method("subgroup", subgroup_method),
    MethodDef::method("derive", derive_method),
    MethodDef::class_method("__class_getitem__", class_getitem),
];
pub const GETSET: &[GetSet] = &[
    GetSet { name: "message", get: super::classes::get_field::<0>, set: None },
    GetSet { name: "exceptions", get: super::classes::get_field::<1>, set: None },
];

fn class_getitem(args: &Args) -> R {
    Ok(crate::objects::union_type::generic_alias(args.pos[0], args.pos[1]))
}

/// `except* types:` on an exception, which is wrapped in a group if it is none: (matched, rest).
pub fn split_for_except(e: Value, types: Value) -> R<(Value, Value)> {
    super::rows::check_star_types(types)?;
    if !is_group(e) {
        if !super::rows::matches(e, types)? {
            return Ok((Value::NONE, e));
        }
        let args = [StrObj::from_str("").value(), TupleObj::from_slice(&[e]).value()];
        let group = new(type_by_id(exception::BaseExceptionGroup), &Args::positional(&args))?;
        // As CPython: the naked exception's traceback stays with it.
        return Ok((group, Value::NONE));
    }
    split(e, Condition::Types(types))
}

/// The end of `try`/`except*`: what is to be raised of what was raised in the clauses and what no
/// clause handled; `NONE` if nothing.
pub fn join(original: Value, raised: Gc<ListObj>) -> R {
    if raised.len == 0 {
        return Ok(Value::NONE);
    }
    if !is_group(original) {
        // A naked exception was caught, and something else raised; or it was not caught at all.
        return Ok(ListObj::get(raised, 0));
    }
    // Parts of the original (re-raised or unhandled) go back into its shape; others stand beside.
    let (own, other) = (ListObj::new(), ListObj::new());
    for e in ListObj::as_slice(raised) {
        if e.is_none() {
            continue;
        }
        if is_part_of(*e, original) { ListObj::push(own, *e) } else { ListObj::push(other, *e) }
    }
    let own_part = if own.len == 0 {
        Value::NONE
    } else {
        let keep = ListObj::new();
        for e in ListObj::as_slice(own) {
            collect_leaves(*e, keep);
        }
        projection(original, keep)?
    };
    if other.len == 0 {
        return Ok(own_part);
    }
    if !own_part.is_none() {
        ListObj::push(other, own_part);
    }
    let args = [StrObj::from_str("").value(), other.value()];
    new(type_by_id(exception::BaseExceptionGroup), &Args::positional(&args))
}

/// Whether the exception is (part of) the original group: it has the same traceback and metadata.
fn is_part_of(e: Value, original: Value) -> bool {
    if !is_group(e) {
        return false;
    }
    let (a, b) = (exception_of(e), exception_of(original));
    a.context.is(b.context) && a.cause.is(b.cause) && leaves_within(e, original)
}

fn leaves_within(e: Value, original: Value) -> bool {
    let (mine, theirs) = (ListObj::new(), ListObj::new());
    collect_leaves(e, mine);
    collect_leaves(original, theirs);
    ListObj::as_slice(mine).iter().all(|m| ListObj::as_slice(theirs).iter().any(|t| t.is(*m)))
}

fn collect_leaves(e: Value, into: Gc<ListObj>) {
    if is_group(e) {
        for m in members(e) {
            collect_leaves(*m, into);
        }
    } else {
        ListObj::push(into, e);
    }
}

/// The original's shape with only these leaves.
fn projection(v: Value, keep: Gc<ListObj>) -> R {
    if !is_group(v) {
        let kept = ListObj::as_slice(keep).iter().any(|k| k.is(v));
        return Ok(if kept { v } else { Value::NONE });
    }
    let left = ListObj::new();
    let mut whole = true;
    for m in members(v) {
        let p = projection(*m, keep)?;
        whole &= p.is(*m);
        if !p.is_none() {
            ListObj::push(left, p);
        }
    }
    if whole {
        return Ok(v);
    }
    if left.len == 0 { Ok(Value::NONE) } else { derive_like(v, left) }
}
