//! Finding text in text: forwards, backwards, counting. Also used for bytes.

use super::units::{Unit, Units};
use crate::with_units;
use std::borrow::Cow;

/// The needle in the haystack's width; `None` when it holds a code point that the haystack cannot.
fn fitted<U: Unit>(needle: Units<'_>) -> Option<Cow<'_, [U]>> {
    fn convert<A: Unit, U: Unit>(s: &[A]) -> Option<Cow<'_, [U]>> {
        if A::WIDTH == U::WIDTH {
            // SAFETY: the widths decide the type.
            return Some(Cow::Borrowed(unsafe { &*(s as *const [A] as *const [U]) }));
        }
        let limit = match U::WIDTH {
            1 => 0x100,
            2 => 0x10000,
            _ => u32::MAX,
        };
        if s.iter().any(|u| u.code() >= limit) {
            return None;
        }
        Some(Cow::Owned(s.iter().map(|u| U::narrow(u.code())).collect()))
    }
    with_units!(needle, s => convert(s))
}

/// Index of the first occurrence.
pub fn find(haystack: Units, needle: Units) -> Option<usize> {
    if needle.is_empty() {
        return Some(0);
    }
    if needle.len() > haystack.len() {
        return None;
    }
    with_units!(haystack, h => find_in(h, &fitted(needle)?))
}

/// Index of the last occurrence.
pub fn rfind(haystack: Units, needle: Units) -> Option<usize> {
    if needle.is_empty() {
        return Some(haystack.len());
    }
    if needle.len() > haystack.len() {
        return None;
    }
    with_units!(haystack, h => rfind_in(h, &fitted(needle)?))
}

/// Occurrences that do not overlap; the empty needle occurs between all code points.
pub fn count(haystack: Units, needle: Units) -> usize {
    if needle.is_empty() {
        return haystack.len() + 1;
    }
    if needle.len() > haystack.len() {
        return 0;
    }
    fn go<U: Unit>(h: &[U], n: &[U]) -> usize {
        let mut total = 0;
        let mut at = 0;
        while let Some(i) = find_in(&h[at..], n) {
            total += 1;
            at += i + n.len();
        }
        total
    }
    if let (Units::One(h), Units::One(n)) = (haystack, needle) {
        return match n.len() {
            1 => memchr::memchr_iter(n[0], h).count(),
            _ => memchr::memmem::find_iter(h, n).count(),
        };
    }
    with_units!(haystack, h => match fitted(needle) {
        Some(n) => go(h, &n),
        None => 0,
    })
}

fn as_bytes<U: Unit>(s: &[U]) -> Option<&[u8]> {
    match U::wrap(s) {
        Units::One(b) => Some(b),
        _ => None,
    }
}

#[inline]
pub fn find_in<U: Unit>(h: &[U], n: &[U]) -> Option<usize> {
    if let (Some(h), Some(n)) = (as_bytes(h), as_bytes(n)) {
        return find_bytes(h, n);
    }
    if n.is_empty() {
        return Some(0);
    }
    let first = n[0];
    let last = h.len().checked_sub(n.len())?;
    let mut at = 0;
    while at <= last {
        at += h[at..=last].iter().position(|u| *u == first)?;
        if h[at..at + n.len()] == *n {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[inline]
pub fn find_bytes(h: &[u8], n: &[u8]) -> Option<usize> {
    match n.len() {
        0 => Some(0),
        1 => memchr::memchr(n[0], h),
        // Preparing the substring search pays only for long texts.
        _ if h.len() < 64 => find_short(h, n),
        _ => memchr::memmem::find(h, n),
    }
}

fn find_short(h: &[u8], n: &[u8]) -> Option<usize> {
    let last = h.len().checked_sub(n.len())?;
    let mut at = 0;
    while at <= last {
        at += memchr::memchr(n[0], &h[at..=last])?;
        if h[at..at + n.len()] == *n {
            return Some(at);
        }
        at += 1;
    }
    None
}

pub fn rfind_in<U: Unit>(h: &[U], n: &[U]) -> Option<usize> {
    if let (Some(h), Some(n)) = (as_bytes(h), as_bytes(n)) {
        return if n.len() == 1 { memchr::memrchr(n[0], h) } else { memchr::memmem::rfind(h, n) };
    }
    let last = h.len().checked_sub(n.len())?;
    (0..=last).rev().find(|at| h[*at..at + n.len()] == *n)
}

/// Whether `needle` stands at `at`.
pub fn matches_at(haystack: Units, at: usize, needle: Units) -> bool {
    at + needle.len() <= haystack.len() && haystack.slice(at, at + needle.len()) == needle
}

/// The pieces of `split(separator, limit)` as ranges, in order.
pub fn split_ranges(text: Units, separator: Units, limit: usize, mut put: impl FnMut(usize, usize)) {
    let mut at = 0;
    let mut left = limit;
    if let (Units::One(h), Units::One(n)) = (text, separator) {
        let mut cut = |i: usize| {
            put(at, i);
            at = i + n.len();
        };
        if let &[b] = n {
            memchr::memchr_iter(b, h).take(left).for_each(&mut cut);
        } else {
            memchr::memmem::find_iter(h, n).take(left).for_each(&mut cut);
        }
        return put(at, h.len());
    }
    while left > 0 {
        match find(text.from(at), separator) {
            Some(i) => {
                put(at, at + i);
                at += i + separator.len();
                left -= 1;
            }
            None => break,
        }
    }
    put(at, text.len())
}

/// The pieces of `rsplit(separator, limit)`, last first.
pub fn rsplit_ranges(text: Units, separator: Units, limit: usize, mut put: impl FnMut(usize, usize)) {
    let mut end = text.len();
    let mut left = limit;
    while left > 0 {
        match rfind(text.slice(0, end), separator) {
            Some(i) => {
                put(i + separator.len(), end);
                end = i;
                left -= 1;
            }
            None => break,
        }
    }
    put(0, end)
}

/// `split()`: the words between runs of white space. `space` says what that is.
pub fn words(text: Units, limit: usize, space: impl Fn(u32) -> bool, mut put: impl FnMut(usize, usize)) {
    fn go<U: Unit>(s: &[U], limit: usize, space: impl Fn(u32) -> bool, put: &mut impl FnMut(usize, usize)) {
        let mut at = 0;
        let mut left = limit;
        loop {
            while at < s.len() && space(s[at].code()) {
                at += 1;
            }
            if at == s.len() {
                return;
            }
            if left == 0 {
                // The rest keeps its white space at the end.
                return put(at, s.len());
            }
            let start = at;
            while at < s.len() && !space(s[at].code()) {
                at += 1;
            }
            put(start, at);
            left -= 1;
        }
    }
    with_units!(text, s => go(s, limit, space, &mut put))
}

/// `rsplit()` with a limit, last word first.
pub fn rwords(text: Units, limit: usize, space: impl Fn(u32) -> bool, mut put: impl FnMut(usize, usize)) {
    let mut end = text.len();
    let mut left = limit;
    loop {
        while end > 0 && space(text.at(end - 1)) {
            end -= 1;
        }
        if end == 0 {
            return;
        }
        if left == 0 {
            return put(0, end);
        }
        let stop = end;
        while end > 0 && !space(text.at(end - 1)) {
            end -= 1;
        }
        put(end, stop);
        left -= 1;
    }
}

/// What ends a line of a `str`.
pub fn is_line_end(c: u32) -> bool {
    matches!(c, 10..=13 | 0x1c..=0x1e | 0x85 | 0x2028 | 0x2029)
}

/// The lines of `splitlines(keep_ends)`.
pub fn lines(text: Units, keep_ends: bool, ends: impl Fn(u32) -> bool, mut put: impl FnMut(usize, usize)) {
    let n = text.len();
    let mut start = 0;
    let mut at = 0;
    while at < n {
        let c = text.at(at);
        if !ends(c) {
            at += 1;
            continue;
        }
        let line_end = at;
        at += 1;
        if c == 13 && at < n && text.at(at) == 10 {
            at += 1;
        }
        put(start, if keep_ends { at } else { line_end });
        start = at;
    }
    if start < n {
        put(start, n);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(s: &str) -> Units<'_> {
        Units::One(s.as_bytes())
    }

    #[test]
    fn searching() {
        assert_eq!(find(one("hello"), one("l")), Some(2));
        assert_eq!(rfind(one("hello"), one("l")), Some(3));
        assert_eq!(count(one("aaaa"), one("aa")), 2);
        assert_eq!(count(one("abc"), one("")), 4);
        let wide: Vec<u16> = "aλbλ".encode_utf16().collect();
        assert_eq!(find(Units::Two(&wide), one("b")), Some(2));
        assert_eq!(rfind(Units::Two(&wide), Units::Two(&wide[1..2])), Some(3));
        assert_eq!(find(one("abc"), Units::Two(&wide[1..2])), None);
    }

    fn collected(f: impl Fn(&mut dyn FnMut(usize, usize))) -> Vec<(usize, usize)> {
        let mut v = Vec::new();
        f(&mut |a, b| v.push((a, b)));
        v
    }

    #[test]
    fn splitting() {
        let t = one(" a  b c ");
        assert_eq!(collected(|p| words(t, usize::MAX, |c| c == 32, p)), [(1, 2), (4, 5), (6, 7)]);
        assert_eq!(collected(|p| words(t, 1, |c| c == 32, p)), [(1, 2), (4, 8)]);
        assert_eq!(collected(|p| rwords(t, 1, |c| c == 32, p)), [(6, 7), (0, 5)]);
        assert_eq!(
            collected(|p| lines(one("a\r\nb\n\nc"), false, is_line_end, p)),
            [(0, 1), (3, 4), (5, 5), (6, 7)]
        );
        assert_eq!(collected(|p| split_ranges(one("a,b,"), one(","), 9, p)), [(0, 1), (2, 3), (4, 4)]);
    }
}
