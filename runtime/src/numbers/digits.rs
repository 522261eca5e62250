//! Numbers written in any script: `int("٣")`. Decimal digits become ASCII and Unicode spaces become spaces.

use crate::core::StrObj;
use crate::text::unicode;

/// The ASCII form of the text; `None` if something in it is neither ASCII, a decimal digit nor white space.
pub fn transliterated(text: crate::core::Gc<StrObj>) -> Option<Vec<u8>> {
    text.iter()
        .map(|c| match c {
            0..128 => Some(c as u8),
            _ if unicode::is_space(c) => Some(b' '),
            _ => unicode::decimal_value(c).map(|d| b'0' + d as u8),
        })
        .collect()
}
