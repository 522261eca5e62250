//! What compiled code calls for ranges whose bounds it holds unboxed.

use super::range_type::make;
use crate::core::Value;
use crate::core::error::InBand;

/// `range(start, stop, step)`; the step is not 0.
#[unsafe(no_mangle)]
pub extern "C" fn tp_range(start: i64, stop: i64, step: i64) -> Value {
    make(Value::int(start), Value::int(stop), Value::int(step)).map(|range| range.value()).in_band()
}

/// The length of that range, at most the greatest `i64`.
#[unsafe(no_mangle)]
pub extern "C" fn tp_range_length(start: i64, stop: i64, step: i64) -> i64 {
    let (a, b, s) = (start as i128, stop as i128, step as i128);
    let n = if s > 0 && a < b {
        (b - a - 1) / s + 1
    } else if s < 0 && b < a {
        (a - b - 1) / -s + 1
    } else {
        0
    };
    i64::try_from(n).unwrap_or(i64::MAX)
}
