//! Texts that compiled code puts together from parts of known types: f-strings, `str.format` and `%` with literal
//! templates. One buffer takes all parts; numbers are written into it without strings of their own.

use super::spec::{self, Grouping, Spec};
use crate::containers::TupleObj;
use crate::core::{Gc, R, StrObj, Value};
use crate::numbers::{decimal::Digits, float_text};
use crate::text::units::Buffer;
use crate::text::{finish, units_of};
use runtime_interface::{tag, text::PackedSpec};
use std::cell::Cell;

thread_local! {
    /// The memory of the last buffer, for the next one.
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// More than this is given back at once.
const MOST_SPARE: usize = 1 << 16;

/// (values that are ints of 64 bits, floats or exact strings; count; tuple of their packed specifications, or null)
#[unsafe(no_mangle)]
pub extern "C" fn tp_text_build(parts: *mut u8, count: i64, specs: *mut u8) -> *mut u8 {
    // SAFETY: compiled code passes the address of `count` values, and a static tuple as long.
    let (parts, specs) = unsafe {
        let parts = std::slice::from_raw_parts(parts as *const Value, count as usize);
        let specs: &[Value] = match specs.is_null() {
            true => &[],
            false => TupleObj::as_slice(Gc::from_ptr(specs as *mut TupleObj)),
        };
        (parts, specs)
    };
    built(parts, specs).map_or(std::ptr::null_mut(), |text| text.as_ptr() as *mut u8)
}

fn built(parts: &[Value], specs: &[Value]) -> R<Gc<StrObj>> {
    let mut out = Buffer::over(SPARE.take());
    for (at, &part) in parts.iter().enumerate() {
        match specs.get(at).map_or(0, |spec| spec.as_i64()) {
            0 => put_plain(&mut out, part),
            packed => put_with(&mut out, part, PackedSpec::unpack(packed))?,
        }
    }
    let text = finish(&out);
    let spare = out.into_spare();
    if spare.capacity() <= MOST_SPARE {
        SPARE.set(spare);
    }
    Ok(text)
}

fn put_plain(out: &mut Buffer, part: Value) {
    match part.tag {
        tag::STR => out.push_units(units_of(part.cast::<StrObj>())),
        tag::INT => out.push_ascii(Digits::of(part.as_i64()).bytes()),
        _ => out.push_ascii_by(|bytes| float_text::write_repr(bytes, part.as_f64())),
    }
}

fn put_with(out: &mut Buffer, part: Value, packed: PackedSpec) -> R<()> {
    let spec = Spec {
        fill: packed.fill.into(),
        align: packed.align,
        sign: packed.sign,
        no_negative_zero: false,
        alternate: packed.alternate,
        width: (packed.width != 0).then_some(packed.width.into()),
        grouping: match packed.grouping {
            b',' => Grouping::Comma,
            b'_' if matches!(packed.kind, b'x' | b'X' | b'o' | b'b') => Grouping::UnderscoreFour,
            b'_' => Grouping::Underscore,
            _ => Grouping::None,
        },
        precision: packed.precision.map(usize::from),
        kind: packed.kind.into(),
    };
    match part.tag {
        tag::STR => spec::format_text(out, units_of(part.cast::<StrObj>()), &spec, "str")?,
        tag::INT if spec::is_float_code(spec.kind) => {
            spec::format_float(out, part.as_i64() as f64, &spec, "int")?
        }
        tag::INT => spec::format_small_int(out, part.as_i64(), &spec),
        _ => spec::format_float(out, part.as_f64(), &spec, "float")?,
    }
    Ok(())
}
