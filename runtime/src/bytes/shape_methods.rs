//! Methods of bytes and bytearray that give the bytes another shape, and the `is*` predicates; all know ASCII only.

use super::object::{BytesObj, as_bytes, bytes_argument, like, receiver};
use crate::core::{Args, R, StrObj, Value};
use crate::objects::ops;
use crate::text::encode_methods;
use crate::types::MethodDef;

macro_rules! reshape {
    ($name:literal, $f:expr) => {
        MethodDef::method($name, |a| {
            a.skip_receiver().exactly(concat!("bytes.", $name), 0)?;
            let f: fn(&[u8]) -> Vec<u8> = $f;
            Ok(like(a.receiver(), &f(receiver(a.receiver()))))
        })
    };
}

macro_rules! predicate {
    ($name:literal, $f:expr) => {
        MethodDef::method($name, |a| {
            a.skip_receiver().exactly(concat!("bytes.", $name), 0)?;
            let f: fn(&[u8]) -> bool = $f;
            Ok(Value::bool(f(receiver(a.receiver()))))
        })
    };
}

fn all(s: &[u8], f: impl Fn(&u8) -> bool) -> bool {
    !s.is_empty() && s.iter().all(f)
}

fn title(s: &[u8]) -> Vec<u8> {
    let mut inside = false;
    s.iter()
        .map(|c| {
            let mapped = if inside { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() };
            inside = c.is_ascii_alphabetic();
            mapped
        })
        .collect()
}

fn is_title(s: &[u8]) -> bool {
    let (mut some, mut inside) = (false, false);
    for c in s {
        if c.is_ascii_alphabetic() {
            if c.is_ascii_uppercase() == inside {
                return false;
            }
            some = true;
            inside = true;
        } else {
            inside = false;
        }
    }
    some
}

pub const METHODS: &[MethodDef] = &[
    reshape!("upper", |s| s.to_ascii_uppercase()),
    reshape!("lower", |s| s.to_ascii_lowercase()),
    reshape!("swapcase", |s| {
        s.iter()
            .map(|c| if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() })
            .collect()
    }),
    reshape!("capitalize", |s| {
        let mut out = s.to_ascii_lowercase();
        if let Some(first) = out.first_mut() {
            first.make_ascii_uppercase();
        }
        out
    }),
    reshape!("title", title),
    predicate!("isalpha", |s| all(s, u8::is_ascii_alphabetic)),
    predicate!("isdigit", |s| all(s, u8::is_ascii_digit)),
    predicate!("isalnum", |s| all(s, u8::is_ascii_alphanumeric)),
    predicate!("isspace", |s| all(s, |c| super::find_methods::is_space(*c as u32))),
    predicate!("isascii", <[u8]>::is_ascii),
    predicate!("isupper", |s| s.iter().any(u8::is_ascii_uppercase) && !s.iter().any(u8::is_ascii_lowercase)),
    predicate!("islower", |s| s.iter().any(u8::is_ascii_lowercase) && !s.iter().any(u8::is_ascii_uppercase)),
    predicate!("istitle", is_title),
    MethodDef::method("center", |a| justify(a, "center")),
    MethodDef::method("ljust", |a| justify(a, "ljust")),
    MethodDef::method("rjust", |a| justify(a, "rjust")),
    MethodDef::method("zfill", |a| {
        a.skip_receiver().exactly("bytes.zfill", 1)?;
        let width = crate::numbers::int_methods::to_ssize(a.pos[1])?.max(0) as usize;
        let s = receiver(a.receiver());
        let zeros = width.saturating_sub(s.len());
        let sign = matches!(s.first(), Some(b'+' | b'-')) as usize;
        let mut out = s[..sign].to_vec();
        out.resize(sign + zeros, b'0');
        out.extend_from_slice(&s[sign..]);
        Ok(like(a.receiver(), &out))
    }),
    MethodDef::method("expandtabs", expandtabs),
    MethodDef::method("translate", translate),
    MethodDef::static_method("maketrans", |a| {
        a.exactly("maketrans", 2)?;
        let (from, to) = (bytes_argument(a.pos[0])?, bytes_argument(a.pos[1])?);
        if from.len() != to.len() {
            return Err(raise!(ValueError, "maketrans arguments must have same length"));
        }
        let mut table: Vec<u8> = (0..=255).collect();
        for (f, t) in from.iter().zip(to) {
            table[*f as usize] = *t;
        }
        Ok(BytesObj::from_slice(&table).value())
    }),
    MethodDef::method("hex", hex),
    MethodDef::method("decode", |a| {
        let [encoding, errors] = a.skip_receiver().bind("decode", ["encoding", "errors"], 0, 2, 0)?;
        let v = a.receiver();
        let bytes = receiver(v).to_vec();
        Ok(encode_methods::decode(&bytes, ops::unwrap(v), encoding, errors, "decode")?.value())
    }),
];

fn justify(a: &Args, name: &str) -> R {
    a.skip_receiver().between(name, 1, 2)?;
    let width = crate::numbers::int_methods::to_ssize(a.pos[1])?.max(0) as usize;
    let fill = match a.get(2) {
        None => b' ',
        Some(v) => match as_bytes(v) {
            Some(&[b]) => b,
            _ => {
                let type_name = ops::type_name(v);
                return Err(raise!(
                    TypeError,
                    "{name}() argument 2 must be a byte string of length 1, not {type_name}"
                ));
            }
        },
    };
    let s = receiver(a.receiver());
    let total = width.saturating_sub(s.len());
    crate::memory::check_room(total.saturating_mul(2))?;
    let left = match name {
        "rjust" => total,
        "center" => total / 2 + (total & width & 1),
        _ => 0,
    };
    let mut out = vec![fill; left];
    out.extend_from_slice(s);
    out.resize(s.len() + total, fill);
    Ok(like(a.receiver(), &out))
}

fn expandtabs(a: &Args) -> R {
    let [size] = a.skip_receiver().bind("expandtabs", ["tabsize"], 0, 1, 0)?;
    let size = size.bound().map_or(Ok(8), crate::numbers::int_methods::to_c_long)?;
    let mut out = Vec::new();
    let mut column = 0i64;
    for &c in receiver(a.receiver()) {
        match c {
            b'\t' => {
                if size > 0 {
                    let step = size - column % size;
                    column += step;
                    crate::memory::check_room((out.len() + step as usize).saturating_mul(2))?;
                    out.resize(out.len() + step as usize, b' ');
                }
            }
            b'\n' | b'\r' => {
                column = 0;
                out.push(c);
            }
            _ => {
                column += 1;
                out.push(c);
            }
        }
    }
    Ok(like(a.receiver(), &out))
}

fn translate(a: &Args) -> R {
    let [table, delete] = a.skip_receiver().bind("translate", ["", "delete"], 1, 2, 1)?;
    let table = if table.is_none() { None } else { Some(bytes_argument(table)?) };
    if table.is_some_and(|t| t.len() != 256) {
        return Err(raise!(ValueError, "translation table must be 256 characters long"));
    }
    let delete = match delete.bound() {
        None => &[][..],
        Some(v) => bytes_argument(v)?,
    };
    let out: Vec<u8> = receiver(a.receiver())
        .iter()
        .filter(|b| !delete.contains(b))
        .map(|b| table.map_or(*b, |t| t[*b as usize]))
        .collect();
    Ok(like(a.receiver(), &out))
}

fn hex(a: &Args) -> R {
    let [sep, group] = a.skip_receiver().bind("hex", ["sep", "bytes_per_sep"], 0, 2, 0)?;
    let sep = match sep.bound() {
        None => None,
        Some(v) => {
            if ops::len(v)? != 1 {
                return Err(raise!(ValueError, "sep must be length 1."));
            }
            let c = match (ops::as_str(v), as_bytes(v)) {
                (Some(s), _) => s.at(0),
                (_, Some(b)) => b[0] as u32,
                _ => return Err(raise!(TypeError, "sep must be str or bytes.")),
            };
            if c >= 128 {
                return Err(raise!(ValueError, "sep must be ASCII."));
            }
            Some(c as u8)
        }
    };
    let group = group.bound().map_or(Ok(1), crate::numbers::int_methods::to_c_long)?;
    let s = receiver(a.receiver());
    let size = group.unsigned_abs() as usize;
    let mut out = Vec::with_capacity(s.len() * 3);
    for (i, b) in s.iter().enumerate() {
        if let Some(sep) = sep
            && i > 0
            && size > 0
        {
            let at = if group > 0 { s.len() - i } else { i };
            if at % size == 0 {
                out.push(sep);
            }
        }
        for d in [b >> 4, b & 15] {
            out.push(b"0123456789abcdef"[d as usize]);
        }
    }
    Ok(StrObj::from_latin1(&out, true).value())
}
