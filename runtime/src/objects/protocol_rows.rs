//! What compiled code calls for truth, identity and length.

use super::ops;
use crate::core::Value;
use crate::core::error::InBand;

#[unsafe(no_mangle)]
pub extern "C" fn tp_truth(v: Value) -> i64 {
    ops::truth(v).in_band()
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_is(a: Value, b: Value) -> bool {
    a.is(b)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_len(v: Value) -> Value {
    ops::len(v).map(|n| Value::int(n as i64)).in_band()
}
