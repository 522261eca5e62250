//! The order of *simple* keys: ints, bools, floats, strings, and tuples and lists of these. Comparing them runs no Python
//! code, so any algorithm may decide it.
//!
//! ```text
//! keys:     ("ann", 3)  ("bob", 1)  ("ann", 2)
//! column 0: "ann" "bob" "ann"      as numbers in their order, packed with positions, sorted as words: 0 2 | 1
//! column 1: 3 2                    only of keys that are equal so far:                                 2 0 | 1
//! ```
//!
//! A *column* is one place in the keys, or a list of its own. Text becomes several numbers, seven characters each; the next
//! is looked at where the one before is equal. What no two keys are equal up to is never looked at: `(time, event)` are
//! ordered by the times alone, as long as these differ.

use super::less::compare_str;
use super::list::ListObj;
use super::radix::{float_code, sort_upper_bits};
use super::tuple::TupleObj;
use crate::core::{Gc, StrObj, Value};
use runtime_interface::tag;
use std::cmp::Ordering;

/// Groups of so few are compared item by item.
const FEW: usize = 10;
/// And texts that are equal in so many characters.
const MANY_CHARS: usize = 28;
/// Beyond it not every int is a float.
const EXACT: i64 = 1 << 53;

/// A step into a tuple or list of `len` items.
#[derive(Clone, Copy)]
struct Step {
    index: usize,
    len: usize,
}

/// Where the scalars are that are compared one after the other.
struct Column {
    list: usize,
    path: Vec<Step>,
}

struct Keys<'a> {
    lists: &'a [Gc<ListObj>],
    columns: Vec<Column>,
    reverse: bool,
}

/// Keys are not simple.
struct NotSimple;

type Simple<T> = Result<T, NotSimple>;

/// The stable order of the keys, whose columns are items of these lists of one length; `None` if they are not simple.
pub fn simple_order(lists: &[Gc<ListObj>], reverse: bool) -> Option<Vec<u32>> {
    let n = lists[0].len;
    let mut keys = Keys { lists, columns: vec![], reverse };
    for (list, &l) in lists.iter().enumerate() {
        let first = ListObj::at(l, 0)?;
        if !flatten(first, &mut Vec::new(), list, &mut keys.columns) {
            return None;
        }
    }
    if !is_scalar(keys.column_value(0, 0).ok()?) {
        return None;
    }
    Sorter {
        keys,
        order: (0..u32::try_from(n).ok()?).collect(),
        numbers: vec![],
        words: vec![],
        before: vec![],
    }
    .sort()
    .ok()
}

/// The columns of keys like this one; false if they are none.
fn flatten(v: Value, path: &mut Vec<Step>, list: usize, out: &mut Vec<Column>) -> bool {
    let len = match v.tag {
        tag::TUPLE => TupleObj::as_slice(v.cast()).len(),
        tag::LIST => v.cast::<ListObj>().len,
        _ => {
            out.push(Column { list, path: path.clone() });
            return true;
        }
    };
    if len == 0 || path.len() > 3 {
        return false;
    }
    (0..len).all(|index| {
        path.push(Step { index, len });
        let fits = flatten(item(v, index), path, list, out);
        path.pop();
        fits
    })
}

fn is_scalar(v: Value) -> bool {
    matches!(v.tag, tag::INT | tag::BOOL | tag::FLOAT | tag::STR)
}

#[inline(always)]
fn item(v: Value, index: usize) -> Value {
    if v.tag == tag::TUPLE { TupleObj::get(v.cast(), index) } else { ListObj::get(v.cast(), index) }
}

impl Keys<'_> {
    /// What key `i` has in a column, if it is like the others up to there.
    #[inline(always)]
    fn column_value(&self, column: usize, i: usize) -> Simple<Value> {
        let column = &self.columns[column];
        let mut v = ListObj::get(self.lists[column.list], i);
        for step in &column.path {
            let len = match v.tag {
                tag::TUPLE => v.cast::<TupleObj>().len,
                tag::LIST => v.cast::<ListObj>().len,
                _ => return Err(NotSimple),
            };
            if len != step.len {
                return Err(NotSimple);
            }
            v = item(v, step.index);
        }
        Ok(v)
    }

    /// The numbers of a column of these keys, in its order.
    fn numbers(&self, column: usize, at: usize, of: &[u32], out: &mut Vec<u64>) -> Simple<Coding> {
        let Some(&first) = of.first() else { return Ok(Coding::Int) };
        let mut coding = Coding::of(self.column_value(column, first as usize)?)?;
        loop {
            out.clear();
            out.reserve(of.len());
            match self.encode(coding, column, at, of, out)? {
                Some(other) => coding = other,
                None => return Ok(coding),
            }
        }
    }

    /// Another coding as the answer is the one to be taken.
    fn encode(
        &self,
        coding: Coding,
        column: usize,
        at: usize,
        of: &[u32],
        out: &mut Vec<u64>,
    ) -> Simple<Option<Coding>> {
        let values = of.iter().map(|&i| self.column_value(column, i as usize));
        match coding {
            Coding::Int => {
                for v in values {
                    let v = v?;
                    match v.tag {
                        tag::INT | tag::BOOL => out.push(v.bits ^ 1 << 63),
                        tag::FLOAT => return Ok(Some(Coding::Float)),
                        _ => return Err(NotSimple),
                    }
                }
            }
            Coding::Float => {
                for v in values {
                    out.push(float_number(v?).ok_or(NotSimple)?);
                }
            }
            Coding::Narrow => {
                for v in values {
                    let v = v?;
                    if v.tag != tag::STR {
                        return Err(NotSimple);
                    }
                    let s: Gc<StrObj> = v.cast();
                    if s.width() != 1 {
                        return Ok(Some(Coding::Wide));
                    }
                    out.push(narrow_part(s.bytes(), at));
                }
            }
            Coding::Wide => {
                for v in values {
                    let v = v?;
                    if v.tag != tag::STR {
                        return Err(NotSimple);
                    }
                    let s: Gc<StrObj> = v.cast();
                    let point = |i: usize| if i < s.len { s.at(i) as u64 + 1 } else { 0 };
                    out.push(point(at) << 42 | point(at + 1) << 21 | point(at + 2));
                }
            }
        }
        Ok(None)
    }

    /// The order of two keys that are equal before a column.
    fn compare(&self, from: usize, i: u32, j: u32) -> Simple<Ordering> {
        for column in from..self.columns.len() {
            let (a, b) = (self.column_value(column, i as usize)?, self.column_value(column, j as usize)?);
            let order = match (a.tag, b.tag) {
                (tag::INT | tag::BOOL, tag::INT | tag::BOOL) => a.as_i64().cmp(&b.as_i64()),
                (tag::STR, tag::STR) => compare_str(a.cast(), b.cast()),
                _ => match (float_number(a), float_number(b)) {
                    (Some(a), Some(b)) => a.cmp(&b),
                    _ => return Err(NotSimple),
                },
            };
            if order.is_ne() {
                return Ok(if self.reverse { order.reverse() } else { order });
            }
        }
        Ok(Ordering::Equal)
    }
}

/// How the values of a column become numbers.
#[derive(Clone, Copy, PartialEq)]
enum Coding {
    Int,
    Float,
    /// Text of one byte a character: seven, and how many more there are, up to eight.
    Narrow,
    /// Any text: three characters.
    Wide,
}

impl Coding {
    fn of(v: Value) -> Simple<Coding> {
        match v.tag {
            tag::INT | tag::BOOL => Ok(Coding::Int),
            tag::FLOAT => Ok(Coding::Float),
            tag::STR => Ok(Coding::Narrow),
            _ => Err(NotSimple),
        }
    }
    /// How many characters on keys of this number may differ yet, in the same text.
    fn goes_on(self, number: u64) -> Option<usize> {
        match self {
            Coding::Narrow if number & 0xff == 8 => Some(7),
            Coding::Wide if number & 0x1f_ffff != 0 => Some(3),
            _ => None,
        }
    }
}

/// Floats in their order, and ints that are floats exactly.
#[inline(always)]
fn float_number(v: Value) -> Option<u64> {
    let x = match v.tag {
        tag::FLOAT => v.as_f64(),
        tag::INT | tag::BOOL if (-EXACT..=EXACT).contains(&v.as_i64()) => v.as_i64() as f64,
        _ => return None,
    };
    // Adding 0.0 makes -0.0 equal to 0.0.
    (!x.is_nan()).then(|| float_code((x + 0.0).to_bits()))
}

#[inline(always)]
fn narrow_part(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    let first = match rest.first_chunk() {
        Some(first) => u64::from_be_bytes(*first),
        None => {
            let mut first = [0; 8];
            first[..rest.len()].copy_from_slice(rest);
            u64::from_be_bytes(first)
        }
    };
    first & !0xff | rest.len().min(8) as u64
}

struct Sorter<'a> {
    keys: Keys<'a>,
    order: Vec<u32>,
    numbers: Vec<u64>,
    words: Vec<u64>,
    before: Vec<u32>,
}

/// Keys `start..end` of the order are equal before a column, and in so many characters of it.
struct Group {
    start: usize,
    end: usize,
    column: usize,
    at: usize,
}

impl Sorter<'_> {
    fn sort(mut self) -> Simple<Vec<u32>> {
        let mut groups = vec![Group { start: 0, end: self.order.len(), column: 0, at: 0 }];
        while let Some(group) = groups.pop() {
            let Group { start, end, column, at } = group;
            if end - start < 2 || column == self.keys.columns.len() {
                continue;
            }
            if end - start <= FEW || at >= MANY_CHARS {
                self.compare_directly(start, end, column)?;
                continue;
            }
            let mut numbers = std::mem::take(&mut self.numbers);
            let coding = self.keys.numbers(column, at, &self.order[start..end], &mut numbers)?;
            self.sort_by_numbers(start, end, &mut numbers);
            let is_last = column + 1 == self.keys.columns.len();
            if !is_last || matches!(coding, Coding::Narrow | Coding::Wide) {
                // `numbers` is in the new order.
                let mut from = 0;
                for to in 1..=numbers.len() {
                    if to < numbers.len() && numbers[to] == numbers[from] {
                        continue;
                    }
                    if to - from > 1 {
                        let (column, at) = match coding.goes_on(numbers[from]) {
                            Some(characters) => (column, at + characters),
                            None => (column + 1, 0),
                        };
                        groups.push(Group { start: start + from, end: start + to, column, at });
                    }
                    from = to;
                }
            }
            self.numbers = numbers;
        }
        Ok(self.order)
    }

    /// A stable sort of a group.
    fn compare_directly(&mut self, start: usize, end: usize, column: usize) -> Simple<()> {
        let keys = &self.keys;
        let items = &mut self.order[start..end];
        if items.len() <= FEW {
            for i in 1..items.len() {
                let item = items[i];
                let mut hole = i;
                while hole > 0 && keys.compare(column, item, items[hole - 1])?.is_lt() {
                    items[hole] = items[hole - 1];
                    hole -= 1;
                }
                items[hole] = item;
            }
            return Ok(());
        }
        let mut simple = true;
        items.sort_by(|&i, &j| {
            keys.compare(column, i, j).unwrap_or_else(|_| {
                simple = false;
                Ordering::Equal
            })
        });
        if simple { Ok(()) } else { Err(NotSimple) }
    }

    /// Sorts a group, and its numbers with it: each number less the least of them goes into a word above its position. Where
    /// that is too much for a word, the upper part of the number does, and what is equal there is sorted after it.
    fn sort_by_numbers(&mut self, start: usize, end: usize, numbers: &mut [u64]) {
        let reverse = self.keys.reverse;
        if numbers.is_sorted_by(|a, b| if reverse { a >= b } else { a <= b }) {
            return;
        }
        let (least, greatest) = numbers.iter().fold((u64::MAX, 0), |(a, b), &x| (a.min(x), b.max(x)));
        let number_bits = 64 - (greatest - least).leading_zeros();
        let place_bits = usize::BITS - (numbers.len() - 1).leading_zeros();
        let dropped = (number_bits + place_bits).saturating_sub(64);
        let code = |x: u64| (if reverse { greatest - x } else { x - least }) >> dropped;
        self.words.clear();
        self.words.extend(numbers.iter().enumerate().map(|(i, &x)| code(x) << place_bits | i as u64));
        sort_upper_bits(&mut self.words, place_bits, number_bits - dropped + place_bits);
        let place = |word: u64| (word & ((1 << place_bits) - 1)) as usize;
        if dropped > 0 {
            let mut from = 0;
            for to in 1..=self.words.len() {
                let same =
                    to < self.words.len() && self.words[to] >> place_bits == self.words[from] >> place_bits;
                if same {
                    continue;
                }
                if to - from > 1 {
                    let key = |&w: &u64| {
                        let x = numbers[place(w)];
                        (if reverse { !x } else { x }, w)
                    };
                    self.words[from..to].sort_unstable_by_key(key);
                }
                from = to;
            }
        }
        let items = &mut self.order[start..end];
        self.before.clear();
        self.before.extend_from_slice(items);
        for (item, &word) in items.iter_mut().zip(&self.words) {
            *item = self.before[place(word)];
        }
        // The numbers again, from the words where these have all of them.
        if dropped == 0 {
            for (number, &word) in numbers.iter_mut().zip(&self.words) {
                let code = word >> place_bits;
                *number = if reverse { greatest - code } else { least + code };
            }
        } else {
            for word in &mut self.words {
                *word = numbers[place(*word)];
            }
            numbers.copy_from_slice(&self.words);
        }
    }
}
