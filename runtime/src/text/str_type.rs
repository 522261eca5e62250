//! The type `str`: slots, constructor, iterator. Methods are in the `*_methods` files.

use super::object::{self, compare_texts, units_of};
use super::quote;
use super::search;
use super::units::Buffer;
use crate::containers::{index, slice_type::SliceObj};
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor, Size, Trace};
use crate::numbers::int_object::Int;
use crate::numbers::int_type::int;
use crate::objects::ops;
use crate::types::{Binary, MethodDef, Slots, TypeObj, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::tag;

pub static STR: TypeSpec = TypeSpec {
    id: tag::STR,
    name: "str",
    descriptor: Descriptor { size: Size::Text, trace: Trace::Text },
    slots: SLOTS,
    methods: super::METHODS,
    subclassable: true,
    wrapped: true,
    doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nCreate a new string object from the given object. If encoding or\nerrors is specified, then the object must expose a data buffer\nthat will be decoded using the given encoding and error handler.\nOtherwise, returns the result of object.__str__() (if defined)\nor repr(object).\nencoding defaults to 'utf-8'.\nerrors defaults to 'strict'.",
    ..TypeSpec::DEFAULT
};

const SLOTS: Slots = Slots {
    repr: Some(|v| Ok(repr(receiver(v)).value())),
    str: Some(|v| Ok(receiver(v).value())),
    hash: Some(|v| Ok(crate::core::hash::hash_str(receiver(v)))),
    compare: Some(|a, b, op| match ops::as_str(b) {
        Some(b) => Ok(Value::bool(compare_texts(receiver(a), b, op))),
        None => Ok(Value::NOT_IMPLEMENTED),
    }),
    len: Some(|v| Ok(receiver(v).len)),
    getitem: Some(getitem),
    contains: Some(contains),
    iter: Some(|v| Ok(iterator(receiver(v)).value())),
    new: Some(new),
    concat: Some(concat),
    repeat: Some(|v, n| Ok(object::repeat(receiver(v), n.as_i64())?.value())),
    ..Slots::NONE
}
.with_binary(Binary::Mod, |a, b| match ops::as_str(a) {
    Some(s) => Ok(crate::format::percent::format_str(s, b)?.value()),
    None => Ok(Value::NOT_IMPLEMENTED),
});

/// The receiver of a slot or method: known to be a str.
#[inline(always)]
pub fn receiver(v: Value) -> Gc<StrObj> {
    match v.exact::<StrObj>() {
        Some(s) => s,
        None => ops::unwrap(v).cast(),
    }
}

pub fn repr(s: Gc<StrObj>) -> Gc<StrObj> {
    let mut out = Buffer::with_capacity(s.len + 2);
    quote::write_repr(&mut out, units_of(s), false);
    object::finish(&out)
}

fn getitem(v: Value, key: Value) -> R {
    let s = receiver(v);
    if key.is_int() {
        return at(s, key.as_i64());
    }
    if let Some(slice) = key.exact::<SliceObj>() {
        let part = index::bounds(slice)?.select(s.len);
        if part.step == 1 {
            let start = part.start as usize;
            return Ok(object::substring(s, start, start + part.count).value());
        }
        return Ok(stepped(s, part).value());
    }
    if type_of(key).slots.index.is_some() {
        return match int(ops::index(key)?) {
            Int::Small(n) => at(s, n),
            Int::Big(_) => {
                let name = ops::type_name(key);
                Err(raise!(IndexError, "cannot fit '{name}' into an index-sized integer"))
            }
        };
    }
    let name = ops::type_name(key);
    Err(raise!(TypeError, "string indices must be integers, not '{name}'"))
}

/// `s[i]`
#[inline]
pub fn at(s: Gc<StrObj>, i: i64) -> R {
    let index = if i < 0 { i.wrapping_add(s.len as i64) } else { i };
    if index as u64 >= s.len as u64 {
        return Err(raise!(IndexError, "string index out of range"));
    }
    Ok(object::of_code(s.at(index as usize)).value())
}

fn stepped(s: Gc<StrObj>, part: index::Selection) -> Gc<StrObj> {
    let mut out = Buffer::with_capacity(part.count);
    for i in 0..part.count {
        out.push(s.at(part.at(i)));
    }
    object::finish(&out)
}

fn contains(v: Value, item: Value) -> R<bool> {
    match ops::as_str(item) {
        Some(needle) => Ok(search::find(units_of(receiver(v)), units_of(needle)).is_some()),
        None => {
            let name = ops::type_name(item);
            Err(raise!(TypeError, "'in <string>' requires string as left operand, not {name}"))
        }
    }
}

fn concat(a: Value, b: Value) -> R {
    match ops::as_str(b) {
        Some(b) => Ok(object::concat(receiver(a), b).value()),
        None => {
            let name = ops::type_name(b);
            Err(raise!(TypeError, "can only concatenate str (not \"{name}\") to str"))
        }
    }
}

fn new(_class: Gc<TypeObj>, args: &Args) -> R {
    Ok(construct(args)?.value())
}

fn construct(args: &Args) -> R<Gc<StrObj>> {
    if args.kw.is_empty() && args.pos.len() == 1 {
        return ops::str(args.pos[0]).map(|s| receiver(s.value()));
    }
    if args.kw.is_empty() {
        args.between("str", 0, 3)?;
    }
    let [object, encoding, errors] = args.bind("str", ["object", "encoding", "errors"], 0, 3, 0)?;
    if object.is_unbound() {
        return Ok(object::empty());
    }
    if encoding.is_unbound() && errors.is_unbound() {
        return ops::str(object);
    }
    for (v, what) in [(encoding, "encoding"), (errors, "errors")] {
        if !v.is_unbound() {
            super::find_methods::text_argument(v, &format!("str() argument '{what}'"))?;
        }
    }
    if ops::as_str(object).is_some() {
        return Err(raise!(TypeError, "decoding str is not supported"));
    }
    match crate::bytes::as_bytes(object) {
        Some(bytes) => super::encode_methods::decode(bytes, object, encoding, errors, "str"),
        None => {
            let name = ops::type_name(object);
            Err(raise!(TypeError, "decoding to str: need a bytes-like object, {name} found"))
        }
    }
}

/// The iterator over the characters of a string.
#[repr(C)]
pub struct StrIterator {
    pub header: Header,
    pub text: Gc<StrObj>,
    pub at: usize,
}

// SAFETY: the descriptor names the one pointer.
unsafe impl HeapObject for StrIterator {
    const TAG: u64 = tag::STR_ITERATOR;
}

pub static STR_ITERATOR: TypeSpec = TypeSpec {
    id: tag::STR_ITERATOR,
    name: "str_ascii_iterator",
    descriptor: Descriptor::words::<StrIterator>(word_of!(StrIterator, text), 0),
    slots: Slots { iter: Some(Ok), next: Some(next), ..Slots::NONE },
    methods: &[MethodDef::method("__length_hint__", |a| {
        let it = a.receiver().cast::<StrIterator>();
        Ok(Value::int((it.text.len - it.at) as i64))
    })],
    ..TypeSpec::DEFAULT
};

pub fn iterator(text: Gc<StrObj>) -> Gc<StrIterator> {
    memory::new(StrIterator { header: Header::new(tag::STR_ITERATOR), text, at: 0 })
}

/// The next character, `UNBOUND` at the end.
#[inline]
pub fn next(v: Value) -> R {
    let mut it = v.cast::<StrIterator>();
    let at = it.at;
    let text = it.text;
    if at >= text.len {
        return Ok(Value::UNBOUND);
    }
    it.at = at + 1;
    Ok(object::of_code(text.at(at)).value())
}
