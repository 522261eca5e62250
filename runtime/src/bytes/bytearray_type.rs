//! The type `bytearray`: slots, constructor, the methods that change it.

use super::bytes_type::{at, compare, contains, iterator, repeated, stepped};
use super::construct::{self, byte, collected};
use super::object::{ByteArrayObj, as_bytes, receiver};
use crate::containers::{index, slice_type::SliceObj};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::numbers::int_object::Int;
use crate::numbers::int_type::int;
use crate::objects::ops;
use crate::types::{Binary, MethodDef, Slots, TypeObj, TypeSpec, type_by_id, type_of};
use crate::word_of;
use runtime_interface::tag;

pub static BYTEARRAY: TypeSpec = TypeSpec {
    id: tag::BYTEARRAY,
    name: "bytearray",
    descriptor: Descriptor::words::<ByteArrayObj>(word_of!(ByteArrayObj, array), 0),
    slots: SLOTS,
    methods: METHODS,
    subclassable: true,
    doc: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytes array of size given by the parameter initialized with null bytes\nbytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n  - an iterable yielding integers in range(256)\n  - a text string encoded using the specified encoding\n  - a bytes or a buffer object\n  - any object implementing the buffer API.\n  - an integer",
    ..TypeSpec::DEFAULT
};

const SLOTS: Slots = Slots {
    repr: Some(repr),
    compare: Some(compare),
    len: Some(|v| Ok(receiver(v).len())),
    getitem: Some(getitem),
    setitem: Some(setitem),
    contains: Some(contains),
    iter: Some(|v| Ok(iterator(v, tag::BYTEARRAY_ITERATOR))),
    new: Some(new),
    init: Some(init),
    concat: Some(|a, b| match as_bytes(b) {
        Some(_) => {
            let joined = [receiver(a), receiver(b)].concat();
            Ok(ByteArrayObj::from_slice(&joined).value())
        }
        None => {
            let name = ops::type_name(b);
            Err(raise!(TypeError, "can't concat {name} to bytearray"))
        }
    }),
    in_place_concat: Some(|a, b| match as_bytes(b) {
        Some(bytes) => {
            extend(array(a), bytes);
            Ok(a)
        }
        None => {
            let name = ops::type_name(b);
            Err(raise!(TypeError, "can't concat {name} to bytearray"))
        }
    }),
    repeat: Some(|v, n| Ok(ByteArrayObj::from_slice(&repeated(receiver(v), n.as_i64())?).value())),
    in_place_repeat: Some(|v, n| {
        let bytes = repeated(receiver(v), n.as_i64())?;
        ByteArrayObj::splice(array(v), 0, receiver(v).len(), &bytes);
        Ok(v)
    }),
    ..Slots::NONE
}
.with_binary(Binary::Mod, |a, b| match ops::builtin_layout(a) {
    tag::BYTEARRAY => {
        let text = receiver(a).to_vec();
        Ok(ByteArrayObj::from_slice(&crate::format::percent::format_bytes(&text, b)?).value())
    }
    _ => Ok(Value::NOT_IMPLEMENTED),
});

#[inline(always)]
fn array(v: Value) -> Gc<ByteArrayObj> {
    v.cast()
}

/// Appends; the bytes may be the bytearray's own.
fn extend(b: Gc<ByteArrayObj>, bytes: &[u8]) {
    let bytes = bytes.to_vec();
    let n = b.len;
    ByteArrayObj::splice(b, n, n, &bytes);
}

fn repr(v: Value) -> R {
    let bytes = receiver(v);
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { b'"' } else { b'\'' };
    let mut out = Vec::new();
    let name = ops::type_name(v);
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"(b");
    out.push(quote);
    for &b in bytes {
        match b {
            b'\'' | b'\\' => out.extend_from_slice(&[b'\\', b]),
            b'\t' => out.extend_from_slice(b"\\t"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b' '..=b'~' => out.push(b),
            _ => out.extend_from_slice(format!("\\x{b:02x}").as_bytes()),
        }
    }
    out.push(quote);
    out.push(b')');
    Ok(StrObj::from_str(&String::from_utf8_lossy(&out)).value())
}

fn getitem(v: Value, key: Value) -> R {
    if let Some(slice) = key.exact::<SliceObj>() {
        let bounds = index::bounds(slice)?;
        let part = bounds.select(receiver(v).len());
        return Ok(ByteArrayObj::from_slice(&stepped(receiver(v), part)).value());
    }
    check_key(key)?;
    at(v, key, "bytearray index out of range")
}

fn check_key(key: Value) -> R<()> {
    if type_of(key).slots.index.is_none() {
        let name = ops::type_name(key);
        return Err(raise!(TypeError, "bytearray indices must be integers or slices, not {name}"));
    }
    Ok(())
}

fn position(v: Value, key: Value) -> R<usize> {
    check_key(key)?;
    let i = match int(ops::index(key)?) {
        Int::Small(n) => n,
        Int::Big(_) => {
            let name = ops::type_name(key);
            return Err(raise!(IndexError, "cannot fit '{name}' into an index-sized integer"));
        }
    };
    let len = receiver(v).len() as i64;
    let index = if i < 0 { i.wrapping_add(len) } else { i };
    if !(0..len).contains(&index) {
        return Err(raise!(IndexError, "bytearray index out of range"));
    }
    Ok(index as usize)
}

fn setitem(v: Value, key: Value, value: Value) -> R<()> {
    if let Some(slice) = key.exact::<SliceObj>() {
        return set_slice(v, slice, value);
    }
    let b = if value.is_unbound() { 0 } else { position(v, key).and_then(|_| byte(value, "byte"))? };
    let i = position(v, key)?;
    if value.is_unbound() {
        ByteArrayObj::splice(array(v), i, i + 1, b"");
    } else {
        ByteArrayObj::slice_mut(array(v))[i] = b;
    }
    Ok(())
}

fn set_slice(v: Value, slice: Gc<SliceObj>, value: Value) -> R<()> {
    let new = match value.bound() {
        None => Vec::new(),
        Some(value) => match as_bytes(value) {
            Some(b) => b.to_vec(),
            None => {
                if ops::as_str(value).is_some()
                    || type_of(value).slots.index.is_some()
                    || !crate::text::iterables::is_iterable(value)
                {
                    return Err(raise!(
                        TypeError,
                        "can assign only bytes, buffers, or iterables of ints in range(0, 256)"
                    ));
                }
                collected(value, "byte")?
            }
        },
    };
    let bounds = index::bounds(slice)?;
    let part = bounds.select(receiver(v).len());
    let count = part.count;
    let b = array(v);
    if part.step == 1 {
        let start = part.start as usize;
        ByteArrayObj::splice(b, start, start + count, &new);
        return Ok(());
    }
    if value.is_unbound() {
        let mut doomed: Vec<usize> = (0..count).map(|i| part.at(i)).collect();
        doomed.sort_unstable();
        let kept: Vec<u8> = receiver(v)
            .iter()
            .enumerate()
            .filter(|(i, _)| doomed.binary_search(i).is_err())
            .map(|(_, b)| *b)
            .collect();
        ByteArrayObj::splice(b, 0, b.len, &kept);
        return Ok(());
    }
    if new.len() != count {
        let size = new.len();
        return Err(raise!(
            ValueError,
            "attempt to assign bytes of size {size} to extended slice of size {count}"
        ));
    }
    let target = ByteArrayObj::slice_mut(b);
    for (i, x) in new.iter().enumerate() {
        target[part.at(i)] = *x;
    }
    Ok(())
}

fn new(class: Gc<TypeObj>, _args: &Args) -> R {
    if class.id == tag::BYTEARRAY {
        return Ok(ByteArrayObj::from_slice(b"").value());
    }
    let empty = ByteArrayObj::from_slice(b"");
    let v = crate::objects::instance::allocate(class).value();
    let mut b = array(v);
    b.len = 0;
    b.array = empty.array;
    b.barrier();
    Ok(v)
}

fn init(v: Value, args: &Args) -> R<()> {
    let bytes = construct::from_arguments(args, "bytearray")?;
    ByteArrayObj::splice(array(v), 0, receiver(v).len(), &bytes);
    Ok(())
}

const METHODS: &[MethodDef] = &{
    const FIND: &[MethodDef] = super::find_methods::METHODS;
    const SHAPE: &[MethodDef] = super::shape_methods::METHODS;
    let mut all = [OWN[0]; FIND.len() + SHAPE.len() + OWN.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = if i < FIND.len() {
            FIND[i]
        } else if i < FIND.len() + SHAPE.len() {
            SHAPE[i - FIND.len()]
        } else {
            OWN[i - FIND.len() - SHAPE.len()]
        };
        i += 1;
    }
    all
};

const OWN: &[MethodDef] = &[
    MethodDef::class_method("fromhex", |a| {
        a.skip_receiver().exactly("bytearray.fromhex", 1)?;
        let b = ByteArrayObj::from_slice(&construct::from_hex(a.pos[1])?).value();
        if a.receiver().is(type_by_id(tag::BYTEARRAY).value()) {
            return Ok(b);
        }
        ops::call(a.receiver(), &[b])
    }),
    MethodDef::method("append", |a| {
        a.skip_receiver().exactly("bytearray.append", 1)?;
        let x = byte(a.pos[1], "byte")?;
        let b = array(a.receiver());
        let n = b.len;
        ByteArrayObj::resize(b, n + 1);
        ByteArrayObj::slice_mut(b)[n] = x;
        Ok(Value::NONE)
    }),
    MethodDef::method("extend", |a| {
        a.skip_receiver().exactly("bytearray.extend", 1)?;
        let v = a.pos[1];
        let bytes = match as_bytes(v) {
            Some(b) => b.to_vec(),
            None => {
                let name = ops::type_name(v);
                if !crate::text::iterables::is_iterable(v) {
                    return Err(raise!(TypeError, "can't extend bytearray with {name}"));
                }
                if ops::as_str(v).is_some() {
                    return Err(raise!(TypeError, "expected iterable of integers; got: '{name}'"));
                }
                collected(v, "byte")?
            }
        };
        extend(array(a.receiver()), &bytes);
        Ok(Value::NONE)
    }),
    MethodDef::method("insert", |a| {
        a.skip_receiver().exactly("insert", 2)?;
        let i = crate::numbers::int_methods::to_ssize(a.pos[1])?;
        let x = byte(a.pos[2], "byte")?;
        let b = array(a.receiver());
        let n = b.len as i64;
        let at = (if i < 0 { (i + n).max(0) } else { i.min(n) }) as usize;
        ByteArrayObj::splice(b, at, at, &[x]);
        Ok(Value::NONE)
    }),
    MethodDef::method("pop", |a| {
        a.skip_receiver().between("pop", 0, 1)?;
        let i = a.get(1).map_or(Ok(-1), crate::numbers::int_methods::to_ssize)?;
        let b = array(a.receiver());
        let n = b.len as i64;
        if n == 0 {
            return Err(raise!(IndexError, "pop from empty bytearray"));
        }
        let index = if i < 0 { i + n } else { i };
        if !(0..n).contains(&index) {
            return Err(raise!(IndexError, "pop index out of range"));
        }
        let at = index as usize;
        let x = ByteArrayObj::slice(b)[at];
        ByteArrayObj::splice(b, at, at + 1, b"");
        Ok(Value::int(x as i64))
    }),
    MethodDef::method("remove", |a| {
        a.skip_receiver().exactly("bytearray.remove", 1)?;
        let x = byte(a.pos[1], "byte")?;
        let b = array(a.receiver());
        match memchr::memchr(x, ByteArrayObj::slice(b)) {
            Some(at) => {
                ByteArrayObj::splice(b, at, at + 1, b"");
                Ok(Value::NONE)
            }
            None => Err(raise!(ValueError, "value not found in bytearray")),
        }
    }),
    MethodDef::method("reverse", |a| {
        a.skip_receiver().exactly("bytearray.reverse", 0)?;
        ByteArrayObj::slice_mut(array(a.receiver())).reverse();
        Ok(Value::NONE)
    }),
    MethodDef::method("clear", |a| {
        a.skip_receiver().exactly("bytearray.clear", 0)?;
        let mut b = array(a.receiver());
        b.len = 0;
        Ok(Value::NONE)
    }),
    MethodDef::method("copy", |a| {
        a.skip_receiver().exactly("bytearray.copy", 0)?;
        Ok(ByteArrayObj::from_slice(receiver(a.receiver())).value())
    }),
];
