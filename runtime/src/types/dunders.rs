//! Which dunder belongs to which slot: the table behind wrapper descriptors (`int.__add__`) and
//! behind filling the slots of classes.
//!
//! A row says in which slot group the name lies and how a wrapper of it calls the slot.

use super::TypeObj;
use super::slots::{Binary, Compare, Slots};
use crate::core::StrObj;
use crate::core::{Args, Gc, R, Value};
use crate::types::naming::type_name;

/// A slot (or slots that are always filled together).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    Repr,
    Str,
    Hash,
    Compare,
    Bool,
    Len,
    GetItem,
    SetItem,
    Contains,
    Iter,
    Next,
    Call,
    Init,
    GetAttr,
    SetAttr,
    Get,
    Set,
    Binary(Binary),
    InPlace(Binary),
    Neg,
    Pos,
    Abs,
    Invert,
    Int,
    Float,
    Index,
    Finalize,
    New,
}

/// One dunder name.
pub struct Dunder {
    pub name: &'static str,
    pub group: Group,
    /// The slot and the argument check and call of the wrapper.
    pub form: Form,
}

/// How a wrapper calls its slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Unary,
    /// `a op b`
    Left,
    /// `b op a`
    Right,
    Compare(Compare),
    /// The second half of a pair: `__delitem__`, `__delattr__`, `__delete__`
    Delete,
    Plain,
    /// Never a wrapper: only classes of the program fill the slot by this name.
    Never,
}

const fn row(name: &'static str, group: Group, form: Form) -> Dunder {
    Dunder { name, group, form }
}

/// Every dunder that has a slot.
pub static DUNDERS: &[Dunder] = &[
    row("__repr__", Group::Repr, Form::Unary),
    row("__str__", Group::Str, Form::Unary),
    row("__hash__", Group::Hash, Form::Unary),
    row("__lt__", Group::Compare, Form::Compare(Compare::Lt)),
    row("__le__", Group::Compare, Form::Compare(Compare::Le)),
    row("__eq__", Group::Compare, Form::Compare(Compare::Eq)),
    row("__ne__", Group::Compare, Form::Compare(Compare::Ne)),
    row("__gt__", Group::Compare, Form::Compare(Compare::Gt)),
    row("__ge__", Group::Compare, Form::Compare(Compare::Ge)),
    row("__bool__", Group::Bool, Form::Unary),
    row("__len__", Group::Len, Form::Unary),
    row("__getitem__", Group::GetItem, Form::Left),
    row("__setitem__", Group::SetItem, Form::Plain),
    row("__delitem__", Group::SetItem, Form::Delete),
    row("__contains__", Group::Contains, Form::Left),
    row("__iter__", Group::Iter, Form::Unary),
    row("__next__", Group::Next, Form::Unary),
    row("__call__", Group::Call, Form::Plain),
    row("__init__", Group::Init, Form::Plain),
    row("__getattribute__", Group::GetAttr, Form::Left),
    row("__getattr__", Group::GetAttr, Form::Never),
    row("__setattr__", Group::SetAttr, Form::Plain),
    row("__delattr__", Group::SetAttr, Form::Delete),
    row("__get__", Group::Get, Form::Plain),
    row("__set__", Group::Set, Form::Plain),
    row("__delete__", Group::Set, Form::Delete),
    row("__add__", Group::Binary(Binary::Add), Form::Left),
    row("__radd__", Group::Binary(Binary::Add), Form::Right),
    row("__sub__", Group::Binary(Binary::Sub), Form::Left),
    row("__rsub__", Group::Binary(Binary::Sub), Form::Right),
    row("__mul__", Group::Binary(Binary::Mul), Form::Left),
    row("__rmul__", Group::Binary(Binary::Mul), Form::Right),
    row("__truediv__", Group::Binary(Binary::TrueDiv), Form::Left),
    row("__rtruediv__", Group::Binary(Binary::TrueDiv), Form::Right),
    row("__floordiv__", Group::Binary(Binary::FloorDiv), Form::Left),
    row("__rfloordiv__", Group::Binary(Binary::FloorDiv), Form::Right),
    row("__mod__", Group::Binary(Binary::Mod), Form::Left),
    row("__rmod__", Group::Binary(Binary::Mod), Form::Right),
    row("__pow__", Group::Binary(Binary::Pow), Form::Left),
    row("__rpow__", Group::Binary(Binary::Pow), Form::Right),
    row("__matmul__", Group::Binary(Binary::MatMul), Form::Left),
    row("__rmatmul__", Group::Binary(Binary::MatMul), Form::Right),
    row("__lshift__", Group::Binary(Binary::LShift), Form::Left),
    row("__rlshift__", Group::Binary(Binary::LShift), Form::Right),
    row("__rshift__", Group::Binary(Binary::RShift), Form::Left),
    row("__rrshift__", Group::Binary(Binary::RShift), Form::Right),
    row("__and__", Group::Binary(Binary::And), Form::Left),
    row("__rand__", Group::Binary(Binary::And), Form::Right),
    row("__or__", Group::Binary(Binary::Or), Form::Left),
    row("__ror__", Group::Binary(Binary::Or), Form::Right),
    row("__xor__", Group::Binary(Binary::Xor), Form::Left),
    row("__rxor__", Group::Binary(Binary::Xor), Form::Right),
    row("__divmod__", Group::Binary(Binary::DivMod), Form::Left),
    row("__rdivmod__", Group::Binary(Binary::DivMod), Form::Right),
    row("__iadd__", Group::InPlace(Binary::Add), Form::Left),
    row("__isub__", Group::InPlace(Binary::Sub), Form::Left),
    row("__imul__", Group::InPlace(Binary::Mul), Form::Left),
    row("__itruediv__", Group::InPlace(Binary::TrueDiv), Form::Left),
    row("__ifloordiv__", Group::InPlace(Binary::FloorDiv), Form::Left),
    row("__imod__", Group::InPlace(Binary::Mod), Form::Left),
    row("__ipow__", Group::InPlace(Binary::Pow), Form::Left),
    row("__imatmul__", Group::InPlace(Binary::MatMul), Form::Left),
    row("__ilshift__", Group::InPlace(Binary::LShift), Form::Left),
    row("__irshift__", Group::InPlace(Binary::RShift), Form::Left),
    row("__iand__", Group::InPlace(Binary::And), Form::Left),
    row("__ior__", Group::InPlace(Binary::Or), Form::Left),
    row("__ixor__", Group::InPlace(Binary::Xor), Form::Left),
    row("__neg__", Group::Neg, Form::Unary),
    row("__pos__", Group::Pos, Form::Unary),
    row("__abs__", Group::Abs, Form::Unary),
    row("__invert__", Group::Invert, Form::Unary),
    row("__int__", Group::Int, Form::Unary),
    row("__float__", Group::Float, Form::Unary),
    row("__index__", Group::Index, Form::Unary),
    row("__del__", Group::Finalize, Form::Never),
    row("__new__", Group::New, Form::Never),
];

/// The row of a dunder name, if it has a slot.
pub fn find(name: &str) -> Option<usize> {
    if !name.starts_with("__") || !name.ends_with("__") {
        return None;
    }
    DUNDERS.iter().position(|row| row.name == name)
}

impl Dunder {
    /// Whether a type with these own slots gets a wrapper of this name.
    pub fn is_filled(&self, s: &Slots) -> bool {
        if self.form == Form::Never {
            return false;
        }
        match self.group {
            Group::Repr => s.repr.is_some(),
            Group::Str => s.str.is_some(),
            Group::Hash => s.hash.is_some(),
            Group::Compare => s.compare.is_some(),
            Group::Bool => s.bool.is_some(),
            Group::Len => s.len.is_some(),
            Group::GetItem => s.getitem.is_some(),
            Group::SetItem => s.setitem.is_some(),
            Group::Contains => s.contains.is_some(),
            Group::Iter => s.iter.is_some(),
            Group::Next => s.next.is_some(),
            Group::Call => s.call.is_some(),
            Group::Init => s.init.is_some(),
            Group::GetAttr => s.getattr.is_some(),
            Group::SetAttr => s.setattr.is_some(),
            Group::Get => s.get.is_some(),
            Group::Set => s.set.is_some(),
            Group::Binary(Binary::Add) if s.concat.is_some() => self.form == Form::Left,
            Group::Binary(Binary::Mul) if s.repeat.is_some() => true,
            Group::InPlace(Binary::Add) if s.in_place_concat.is_some() => true,
            Group::InPlace(Binary::Mul) if s.in_place_repeat.is_some() => true,
            Group::Binary(op) => s.binary[op as usize].is_some(),
            Group::InPlace(op) => s.in_place[op as usize].is_some(),
            Group::Neg => s.neg.is_some(),
            Group::Pos => s.pos.is_some(),
            Group::Abs => s.abs.is_some(),
            Group::Invert => s.invert.is_some(),
            Group::Int => s.int.is_some(),
            Group::Float => s.float.is_some(),
            Group::Index => s.index.is_some(),
            Group::Finalize | Group::New => false,
        }
    }

    /// Calls the slot of `owner` for `receiver.__name__(*args)`; `args` are without the receiver.
    pub fn call(&self, owner: Gc<TypeObj>, receiver: Value, args: &Args) -> R {
        let s = &owner.slots;
        let missing = || raise!(TypeError, "the slot is empty");
        // __init__ and __call__ take anything.
        match self.group {
            Group::Call => return (s.call.ok_or_else(missing)?)(receiver, args),
            Group::Init => return (s.init.ok_or_else(missing)?)(receiver, args).map(|()| Value::NONE),
            _ => {}
        }
        if !args.kw.is_empty() {
            return Err(raise!(TypeError, "wrapper {}() takes no keyword arguments", self.name));
        }
        let (least, most) = self.arity();
        let given = args.pos.len();
        if given < least || given > most {
            if most == 1 || most == 0 || least == most {
                let s = if least == 1 { "" } else { "s" };
                return Err(raise!(TypeError, "expected {least} argument{s}, got {given}"));
            }
            let (bound, n) = if given < least { ("least", least) } else { ("most", most) };
            let s = if n == 1 { "" } else { "s" };
            return Err(raise!(TypeError, "expected at {bound} {n} argument{s}, got {given}"));
        }
        let arg = |i: usize| args.pos.get(i).copied().unwrap_or(Value::UNBOUND);
        let text = |v: Value| match crate::objects::ops::as_str(v) {
            Some(s) => Ok::<Gc<StrObj>, crate::core::Raised>(s),
            None => {
                let name = type_name(v);
                Err(raise!(TypeError, "attribute name must be string, not '{name}'"))
            }
        };
        let unary = |f: Option<super::slots::UnarySlot>| (f.ok_or_else(missing)?)(receiver);
        match self.group {
            Group::Repr => unary(s.repr),
            Group::Str => unary(s.str),
            Group::Hash => Ok(Value::int((s.hash.ok_or_else(missing)?)(receiver)?)),
            Group::Compare => {
                let Form::Compare(op) = self.form else { return Err(missing()) };
                (s.compare.ok_or_else(missing)?)(receiver, arg(0), op)
            }
            Group::Bool => Ok(Value::bool((s.bool.ok_or_else(missing)?)(receiver)?)),
            Group::Len => Ok(Value::int((s.len.ok_or_else(missing)?)(receiver)? as i64)),
            Group::GetItem => (s.getitem.ok_or_else(missing)?)(receiver, arg(0)),
            Group::SetItem => {
                (s.setitem.ok_or_else(missing)?)(receiver, arg(0), arg(1))?;
                Ok(Value::NONE)
            }
            Group::Contains => Ok(Value::bool((s.contains.ok_or_else(missing)?)(receiver, arg(0))?)),
            Group::Iter => unary(s.iter),
            Group::Next => {
                let v = unary(s.next)?;
                if v.is_unbound() {
                    return Err(crate::objects::generator::raise_stop_iteration_with_result());
                }
                Ok(v)
            }
            Group::GetAttr => (s.getattr.ok_or_else(missing)?)(receiver, text(arg(0))?),
            Group::SetAttr => {
                (s.setattr.ok_or_else(missing)?)(receiver, text(arg(0))?, arg(1))?;
                Ok(Value::NONE)
            }
            Group::Get => {
                let (instance, class) = (arg(0), arg(1));
                let none = |v: Value| if v.is_none() { Value::UNBOUND } else { v };
                let (instance, class) = (none(instance), none(class));
                if instance.is_unbound() && class.is_unbound() {
                    return Err(raise!(TypeError, "__get__(None, None) is invalid"));
                }
                (s.get.ok_or_else(missing)?)(receiver, instance, class)
            }
            Group::Set => {
                (s.set.ok_or_else(missing)?)(receiver, arg(0), arg(1))?;
                Ok(Value::NONE)
            }
            Group::Binary(op) => {
                let (a, b) = if self.form == Form::Left { (receiver, arg(0)) } else { (arg(0), receiver) };
                if let Some(slot) = s.binary[op as usize] {
                    return slot(a, b);
                }
                match op {
                    Binary::Add => (s.concat.ok_or_else(missing)?)(receiver, arg(0)),
                    _ => (s.repeat.ok_or_else(missing)?)(receiver, crate::objects::ops::index(arg(0))?),
                }
            }
            Group::InPlace(op) => {
                if let Some(slot) = s.in_place[op as usize] {
                    return slot(receiver, arg(0));
                }
                match op {
                    Binary::Add => (s.in_place_concat.ok_or_else(missing)?)(receiver, arg(0)),
                    _ => (s.in_place_repeat.ok_or_else(missing)?)(
                        receiver,
                        crate::objects::ops::index(arg(0))?,
                    ),
                }
            }
            Group::Neg => unary(s.neg),
            Group::Pos => unary(s.pos),
            Group::Abs => unary(s.abs),
            Group::Invert => unary(s.invert),
            Group::Int => unary(s.int),
            Group::Float => unary(s.float),
            Group::Index => unary(s.index),
            Group::Call | Group::Init | Group::Finalize | Group::New => Err(missing()),
        }
    }

    /// Least and most arguments besides the receiver.
    fn arity(&self) -> (usize, usize) {
        match (self.group, self.form) {
            (_, Form::Unary) => (0, 0),
            (Group::Get, _) => (1, 2),
            (Group::Binary(Binary::Pow), _) => (1, 2),
            (Group::SetItem | Group::SetAttr | Group::Set, Form::Plain) => (2, 2),
            _ => (1, 1),
        }
    }
}
