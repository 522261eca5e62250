//! What is known of a code point: categories, case forms, decimal value.

pub use super::unicode_table::{
    ALPHA, CASE_IGNORABLE, CASED, DECIMAL, DIGIT, LOWER, NUMERIC, PRINTABLE, SPACE, TITLE, UPPER,
    XID_CONTINUE, XID_START,
};
use super::unicode_table::{RECORDS, RUNS, SPECIAL};

type Record = (u16, i32, i32, i32, i32);

#[inline]
fn run(code: u32) -> usize {
    RUNS.partition_point(|(first, _)| *first <= code) - 1
}

#[inline]
fn record(code: u32) -> &'static Record {
    &RECORDS[RUNS[run(code)].1 as usize]
}

const ASCII_FLAGS: [u16; 128] = {
    let mut table = [0u16; 128];
    let mut code = 0;
    let mut run = 0;
    while code < 128 {
        while RUNS[run + 1].0 <= code as u32 {
            run += 1;
        }
        table[code] = RECORDS[RUNS[run].1 as usize].0;
        code += 1;
    }
    table
};

/// The flags (`ALPHA`, `UPPER`, ...) of a code point.
#[inline]
pub fn flags(code: u32) -> u16 {
    if code < 128 { ASCII_FLAGS[code as usize] } else { record(code).0 }
}

#[inline]
pub fn has(code: u32, flag: u16) -> bool {
    flags(code) & flag != 0
}

#[inline]
pub fn is_space(code: u32) -> bool {
    has(code, SPACE)
}

#[inline]
pub fn is_printable(code: u32) -> bool {
    has(code, PRINTABLE)
}

/// The value of a decimal digit of any script.
pub fn decimal_value(code: u32) -> Option<u32> {
    if code < 128 {
        return (code as u8).is_ascii_digit().then(|| code - 48);
    }
    // Decimal digits come in runs of ten (a few blocks directly after each other).
    let r = run(code);
    (RECORDS[RUNS[r].1 as usize].0 & DECIMAL != 0).then(|| (code - RUNS[r].0) % 10)
}

#[derive(Clone, Copy)]
pub enum Case {
    Upper,
    Lower,
    Title,
    Fold,
}

/// Calls `put` with each code point of the case form of `code`.
#[inline]
pub fn map_case(code: u32, case: Case, mut put: impl FnMut(u32)) {
    if code < 128 {
        let b = code as u8;
        return put(match case {
            Case::Upper | Case::Title => b.to_ascii_uppercase(),
            Case::Lower | Case::Fold => b.to_ascii_lowercase(),
        } as u32);
    }
    let r = record(code);
    let delta = match case {
        Case::Upper => r.1,
        Case::Lower => r.2,
        Case::Title => r.3,
        Case::Fold => r.4,
    };
    if delta != 0 {
        return put(code.wrapping_add_signed(delta));
    }
    match SPECIAL.binary_search_by_key(&code, |s| s.0) {
        Ok(i) => {
            let index = case as usize;
            SPECIAL[i].1[index].chars().for_each(|c| put(c as u32));
        }
        Err(_) => put(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mapped(c: char, case: Case) -> String {
        let mut s = String::new();
        map_case(c as u32, case, |c| s.push(char::from_u32(c).unwrap()));
        s
    }

    #[test]
    fn forms() {
        assert_eq!(mapped('ß', Case::Upper), "SS");
        assert_eq!(mapped('ß', Case::Lower), "ß");
        assert_eq!(mapped('ß', Case::Fold), "ss");
        assert_eq!(mapped('ǆ', Case::Title), "ǅ");
        assert_eq!(mapped('é', Case::Upper), "É");
        assert_eq!(decimal_value('٣' as u32), Some(3));
        assert_eq!(decimal_value('²' as u32), None);
        assert!(has('²' as u32, DIGIT));
        assert!(!is_printable(0xd800));
    }
}
