//! Methods of `str` that one row stands for, by number: the position in its table.

/// Tests of `tp_text_is`: without arguments, to a bool.
pub const TESTS: [&str; 12] = [
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
];

/// Forms of `tp_text_form`: without arguments, to a text.
pub const FORMS: [&str; 6] = ["capitalize", "casefold", "lower", "swapcase", "title", "upper"];

/// A format specification in one word, 0 if there is none: what parts of a text are formatted with whose specification
/// is a literal. Only what cannot be wrong for the part's type is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackedSpec {
    /// 0 where there is none.
    pub kind: u8,
    pub fill: u8,
    pub align: u8,
    /// 0, `+` or a space.
    pub sign: u8,
    pub alternate: bool,
    /// 0, `,` or `_`.
    pub grouping: u8,
    pub width: u16,
    pub precision: Option<u8>,
}

const MARK: u64 = 1 << 62;
const HAS_PRECISION: u64 = 1 << 61;
const ALTERNATE: u64 = 1 << 60;

impl PackedSpec {
    /// Widths from here on are not packed.
    pub const WIDTHS: u16 = 1 << 12;

    /// All characters are ASCII.
    pub fn pack(self) -> i64 {
        let mut word = MARK;
        for (at, byte) in [self.kind, self.fill, self.align, self.sign, self.grouping].into_iter().enumerate()
        {
            word |= u64::from(byte & 0x7f) << (7 * at);
        }
        word |= u64::from(self.width % Self::WIDTHS) << 35;
        if self.alternate {
            word |= ALTERNATE;
        }
        if let Some(precision) = self.precision {
            word |= HAS_PRECISION | u64::from(precision) << 47;
        }
        word as i64
    }

    pub fn unpack(word: i64) -> PackedSpec {
        let word = word as u64;
        let byte = |at: u64| (word >> (7 * at)) as u8 & 0x7f;
        PackedSpec {
            kind: byte(0),
            fill: byte(1),
            align: byte(2),
            sign: byte(3),
            grouping: byte(4),
            alternate: word & ALTERNATE != 0,
            width: (word >> 35) as u16 % Self::WIDTHS,
            precision: (word & HAS_PRECISION != 0).then_some((word >> 47) as u8),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PackedSpec;

    #[test]
    fn packs() {
        let spec = PackedSpec {
            kind: b'X',
            fill: b'0',
            align: b'=',
            sign: b' ',
            alternate: true,
            grouping: b'_',
            width: 4095,
            precision: Some(255),
        };
        assert_eq!(PackedSpec::unpack(spec.pack()), spec);
        let plain = PackedSpec { precision: None, alternate: false, width: 7, kind: 0, ..spec };
        assert_eq!(PackedSpec::unpack(plain.pack()), plain);
    }
}
