//! Case methods (`upper`, `title`, `casefold`, ...) and the `is*` predicates over units.

use super::unicode::{self, Case, has, map_case};
use super::units::{Buffer, Units};

/// `upper`, `lower` and `casefold`.
pub fn map_all(text: Units, case: Case) -> Buffer {
    let mut out = Buffer::with_capacity(text.len());
    for (i, c) in text.codes().enumerate() {
        put_case(text, i, c, case, &mut out);
    }
    out
}

/// A capital sigma is lowered to the final form at the end of a word.
fn put_case(text: Units, i: usize, c: u32, case: Case, out: &mut Buffer) {
    if c == 0x3a3 && matches!(case, Case::Lower) {
        out.push(if sigma_is_final(text, i) { 0x3c2 } else { 0x3c3 });
    } else {
        map_case(c, case, |c| out.push(c));
    }
}

fn sigma_is_final(text: Units, i: usize) -> bool {
    let skip = |c: u32| has(c, unicode::CASE_IGNORABLE);
    let mut j = i;
    let before = loop {
        if j == 0 {
            break false;
        }
        j -= 1;
        let c = text.at(j);
        if !skip(c) {
            break has(c, unicode::CASED);
        }
    };
    if !before {
        return false;
    }
    let mut j = i + 1;
    while j < text.len() {
        let c = text.at(j);
        if !skip(c) {
            return !has(c, unicode::CASED);
        }
        j += 1;
    }
    true
}

pub fn capitalize(text: Units) -> Buffer {
    let mut out = Buffer::with_capacity(text.len());
    for (i, c) in text.codes().enumerate() {
        put_case(text, i, c, if i == 0 { Case::Title } else { Case::Lower }, &mut out);
    }
    out
}

pub fn title(text: Units) -> Buffer {
    let mut out = Buffer::with_capacity(text.len());
    let mut inside = false;
    for (i, c) in text.codes().enumerate() {
        put_case(text, i, c, if inside { Case::Lower } else { Case::Title }, &mut out);
        inside = has(c, unicode::CASED);
    }
    out
}

pub fn swapcase(text: Units) -> Buffer {
    let mut out = Buffer::with_capacity(text.len());
    for (i, c) in text.codes().enumerate() {
        if has(c, unicode::UPPER) {
            put_case(text, i, c, Case::Lower, &mut out);
        } else if has(c, unicode::LOWER) {
            put_case(text, i, c, Case::Upper, &mut out);
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether the text is not empty and every code point has one of the flags.
pub fn all(text: Units, flags: u16) -> bool {
    !text.is_empty() && text.codes().all(|c| has(c, flags))
}

/// `isupper` (wanted `UPPER`) and `islower` (wanted `LOWER`): some cased code point, and none of the other case.
pub fn all_cased(text: Units, wanted: u16) -> bool {
    let unwanted = (unicode::UPPER | unicode::LOWER | unicode::TITLE) & !wanted;
    let mut some = false;
    for c in text.codes() {
        let f = unicode::flags(c);
        if f & unwanted != 0 {
            return false;
        }
        some |= f & wanted != 0;
    }
    some
}

pub fn is_title(text: Units) -> bool {
    let mut some = false;
    let mut inside = false;
    for c in text.codes() {
        let f = unicode::flags(c);
        if f & (unicode::UPPER | unicode::TITLE) != 0 {
            if inside {
                return false;
            }
            inside = true;
            some = true;
        } else if f & unicode::LOWER != 0 {
            if !inside {
                return false;
            }
            some = true;
        } else {
            inside = false;
        }
    }
    some
}

pub fn is_identifier(text: Units) -> bool {
    let mut codes = text.codes();
    codes.next().is_some_and(|c| has(c, unicode::XID_START)) && codes.all(|c| has(c, unicode::XID_CONTINUE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(s: &str) -> Vec<u32> {
        s.chars().map(|c| c as u32).collect()
    }

    #[test]
    fn forms() {
        let t = |f: fn(Units) -> Buffer, s: &str| f(Units::Four(&wide(s))).to_lossy();
        assert_eq!(t(title, "they're bill's"), "They'Re Bill'S");
        assert_eq!(t(|u| map_all(u, Case::Lower), "ὈΔΥΣΣΕΎΣ ΑΣ"), "ὀδυσσεύς ας");
        assert_eq!(t(capitalize, "ßTRASSE"), "Sstrasse");
        assert_eq!(t(swapcase, "aBß"), "AbSS");
        assert!(is_title(Units::Four(&wide("Hello World"))));
        assert!(!is_title(Units::Four(&wide("Hello world"))));
        assert!(all_cased(Units::Four(&wide("abc1")), unicode::LOWER));
    }
}
