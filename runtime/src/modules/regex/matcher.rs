//! The backtracking matcher: CPython's order of attempts, on a stack of its own instead of recursion.

use super::first::Codes;
use super::program::{One, Op, Program};
use super::syntax::{At, Class, FOREVER, Greed, Item, Set};
use crate::text::unicode::{self, ALPHA, Case, DECIMAL, DIGIT, NUMERIC, map_case};

/// "Has not matched", for group boundaries.
pub const NOWHERE: usize = usize::MAX;

/// The lower-case form that compares equal without regard to case.
pub fn fold(code: u32) -> u32 {
    let mut folded = None;
    let mut count = 0;
    map_case(code, Case::Lower, |mapped| {
        folded.get_or_insert(mapped);
        count += 1;
    });
    if count == 1 { folded.unwrap_or(code) } else { code }
}

/// What to go back to.
enum Back {
    Try {
        op: usize,
        at: usize,
    },
    Slot {
        slot: usize,
        old: usize,
    },
    Register {
        register: usize,
        old: usize,
    },
    /// A greedy run that may give back characters down to `least`.
    Fewer {
        op: usize,
        at: usize,
        least: usize,
    },
    /// A lazy run that may take more, up to `most`.
    More {
        op: usize,
        at: usize,
        most: usize,
    },
}

pub struct Matcher<'a, T> {
    pub program: &'a Program,
    pub text: &'a [T],
    /// Where the text ends for this search.
    pub end: usize,
    pub slots: Vec<usize>,
    registers: Vec<usize>,
    /// What to go back to; empty between two matches.
    stack: Vec<Back>,
    pub last_group: usize,
    /// The match must reach the end.
    pub full: bool,
    /// The match must not be empty at this place.
    pub not_empty_at: usize,
}

impl<'a, T: Copy + Into<u32>> Matcher<'a, T> {
    pub fn new(program: &'a Program, text: &'a [T], end: usize) -> Self {
        Self {
            program,
            text,
            end,
            slots: vec![NOWHERE; program.groups * 2 + 2],
            registers: vec![0; program.registers],
            stack: Vec::new(),
            last_group: 0,
            full: false,
            not_empty_at: NOWHERE,
        }
    }

    /// The first match that begins at `from` or later.
    pub fn search(&mut self, from: usize) -> bool {
        let last = if self.program.is_anchored { 0 } else { self.end };
        let mut start = from;
        while start <= last
            && let Some(next) = self.next_start(start)
        {
            if self.at(next) {
                return true;
            }
            start = next + 1;
        }
        false
    }

    /// The next place at which a match can begin.
    fn next_start(&self, from: usize) -> Option<usize> {
        let rest = self.text.get(from..self.end).unwrap_or(&[]);
        let ahead = match (self.program.prefix.first(), &self.program.begins) {
            (Some(&first), _) => find_code(rest, first),
            (None, Some(codes)) => rest.iter().position(|&code| codes.may_have(code.into())),
            (None, None) => Some(0),
        };
        ahead.map(|n| from + n)
    }

    pub fn at(&mut self, start: usize) -> bool {
        self.slots.fill(NOWHERE);
        self.last_group = 0;
        let end = self.run(0, start, start);
        self.stack.clear();
        match end {
            Some(end) => {
                self.slots[0] = start;
                self.slots[1] = end;
                true
            }
            None => false,
        }
    }

    fn code(&self, at: usize) -> u32 {
        self.text[at].into()
    }

    #[inline]
    fn one(&self, one: &One, at: usize) -> bool {
        one_matches(one, self.code(at))
    }

    /// Whether the next character is one of these, if they are known.
    #[inline]
    fn can_begin(&self, codes: &Option<Box<Codes>>, at: usize) -> bool {
        match codes {
            None => true,
            Some(codes) => at < self.end && codes.may_have(self.code(at)),
        }
    }

    /// How many characters from `at` match, `most` at most.
    fn run_length(&self, one: &One, at: usize, most: usize) -> usize {
        let text = &self.text[at..at + most];
        let stop = match one {
            One::Any => None,
            One::AnyInLine => find_code(text, 10),
            One::Char(wanted) => text.iter().position(|&code| code.into() != *wanted),
            One::CharAnyCase(_) => text.iter().position(|&code| !one_matches(one, code.into())),
            One::Set(set, codes) => text.iter().position(|&code| !set_has(set, codes, code.into())),
        };
        stop.unwrap_or(most)
    }

    /// Runs a part that is not tried again in another way once it matched.
    fn run_apart(&mut self, op: usize, at: usize) -> Option<usize> {
        let floor = self.stack.len();
        let end = self.run(op, at, NOWHERE);
        self.stack.truncate(floor);
        end
    }

    /// Runs from an instruction to `End` or `Match`; the position there.
    fn run(&mut self, op: usize, at: usize, start: usize) -> Option<usize> {
        let program = self.program;
        let floor = self.stack.len();
        let (mut op, mut at) = (op, at);
        loop {
            let fits = match &program.ops[op] {
                Op::One(one) => {
                    let fits = at < self.end && self.one(one, at);
                    op += 1;
                    at += 1;
                    fits
                }
                Op::Split { first, second, begins, otherwise } => {
                    let (one, other) = (self.can_begin(begins, at), self.can_begin(otherwise, at));
                    if one && other {
                        self.stack.push(Back::Try { op: *second, at });
                    }
                    op = if one { *first } else { *second };
                    one || other
                }
                Op::Jump(to) => {
                    op = *to;
                    true
                }
                Op::Save(slot) => {
                    self.stack.push(Back::Slot { slot: *slot, old: self.slots[*slot] });
                    self.slots[*slot] = at;
                    if slot % 2 == 1 {
                        self.stack.push(Back::Slot { slot: NOWHERE, old: self.last_group });
                        self.last_group = slot / 2;
                    }
                    op += 1;
                    true
                }
                Op::Reference(group, ignore_case) => {
                    let (from, to) = (self.slots[group * 2], self.slots[group * 2 + 1]);
                    let known = from != NOWHERE && to != NOWHERE && from <= to;
                    let n = if known { to - from } else { 0 };
                    let fits = known
                        && at + n <= self.end
                        && (0..n).all(|i| {
                            let (a, b) = (self.code(from + i), self.code(at + i));
                            a == b || *ignore_case && fold(a) == fold(b)
                        });
                    op += 1;
                    at += n;
                    fits
                }
                Op::At(place) => {
                    let fits = self.is_at(*place, at);
                    op += 1;
                    fits
                }
                Op::Run { one, low, high, greed, .. } => {
                    let room = self.end - at;
                    let (low, high) = (*low as usize, if *high == FOREVER { room } else { *high as usize });
                    let most = high.min(room);
                    let wanted = if *greed == Greed::Lazy { low.min(most) } else { most };
                    let n = self.run_length(one, at, wanted);
                    if n >= low {
                        match greed {
                            Greed::Greedy if n > low => {
                                self.stack.push(Back::Fewer { op: op + 1, at: at + n, least: at + low });
                            }
                            Greed::Lazy if most > low => {
                                self.stack.push(Back::More { op, at: at + n, most: at + most });
                            }
                            _ => {}
                        }
                        op += 1;
                        at += n;
                        true
                    } else {
                        false
                    }
                }
                Op::LoopStart(register) => {
                    for (register, value) in [(*register, 0), (register + 1, NOWHERE)] {
                        self.stack.push(Back::Register { register, old: self.registers[register] });
                        self.registers[register] = value;
                    }
                    op += 1;
                    true
                }
                Op::Loop { register, low, high, lazy, exit, begins } => {
                    let count = self.registers[*register];
                    let empty = self.registers[register + 1] == at;
                    let may_go_on = (count as u64) < *high as u64 || *high == FOREVER;
                    if count < *low as usize && !empty {
                        self.again(*register, at);
                        op += 1;
                    } else if count < *low as usize || !may_go_on || empty || !self.can_begin(begins, at) {
                        op = *exit;
                    } else if *lazy {
                        // Going on later counts once more: the registers as they are now come back first.
                        self.stack.push(Back::Try { op: op + program.ops.len(), at });
                        op = *exit;
                    } else {
                        self.stack.push(Back::Try { op: *exit, at });
                        self.again(*register, at);
                        op += 1;
                    }
                    true
                }
                Op::Look { behind, negated, next } => {
                    let from = match behind {
                        Some(n) if *n > at => None,
                        Some(n) => Some(at - n),
                        None => Some(at),
                    };
                    let slots = self.slots.clone();
                    let last_group = self.last_group;
                    let inner = op + 1;
                    let matched = from.is_some_and(|from| {
                        // What is ahead may be looked at up to the end, what is behind up to here.
                        self.run_apart(inner, from).is_some_and(|to| behind.is_none() || to == at)
                    });
                    if matched && !negated {
                        for (slot, old) in slots.iter().enumerate() {
                            if self.slots[slot] != *old {
                                self.stack.push(Back::Slot { slot, old: *old });
                            }
                        }
                        self.stack.push(Back::Slot { slot: NOWHERE, old: last_group });
                    } else {
                        self.slots = slots;
                        self.last_group = last_group;
                    }
                    op = *next;
                    matched != *negated
                }
                Op::Atomic { next } => {
                    let slots = self.slots.clone();
                    let last_group = self.last_group;
                    match self.run_apart(op + 1, at) {
                        Some(to) => {
                            for (slot, old) in slots.iter().enumerate() {
                                if self.slots[slot] != *old {
                                    self.stack.push(Back::Slot { slot, old: *old });
                                }
                            }
                            self.stack.push(Back::Slot { slot: NOWHERE, old: last_group });
                            at = to;
                            op = *next;
                            true
                        }
                        None => {
                            self.slots = slots;
                            self.last_group = last_group;
                            false
                        }
                    }
                }
                Op::IfGroup { group, otherwise } => {
                    op = if self.slots.get(group * 2 + 1).is_some_and(|&end| end != NOWHERE) {
                        op + 1
                    } else {
                        *otherwise
                    };
                    true
                }
                Op::End => return Some(at),
                Op::Match => {
                    if (!self.full || at == self.end) && !(at == start && self.not_empty_at == start) {
                        return Some(at);
                    }
                    false
                }
            };
            if !fits {
                (op, at) = self.back(floor)?;
            }
        }
    }

    /// One more time through a loop's body.
    fn again(&mut self, register: usize, at: usize) {
        for (register, value) in [(register, self.registers[register] + 1), (register + 1, at)] {
            self.stack.push(Back::Register { register, old: self.registers[register] });
            self.registers[register] = value;
        }
    }

    /// The next thing to try; what was noted since the choice is undone.
    fn back(&mut self, floor: usize) -> Option<(usize, usize)> {
        loop {
            if self.stack.len() == floor {
                return None;
            }
            match self.stack.pop()? {
                Back::Try { op, at } if op >= self.program.ops.len() => {
                    // A lazy loop goes on after all.
                    let op = op - self.program.ops.len();
                    if let Op::Loop { register, .. } = self.program.ops[op] {
                        self.again(register, at);
                    }
                    return Some((op + 1, at));
                }
                Back::Try { op, at } => return Some((op, at)),
                Back::Slot { slot: NOWHERE, old } => self.last_group = old,
                Back::Slot { slot, old } => self.slots[slot] = old,
                Back::Register { register, old } => self.registers[register] = old,
                Back::Fewer { op, at, least } => {
                    let then = match &self.program.ops[op - 1] {
                        Op::Run { then, .. } => then,
                        _ => &None,
                    };
                    // Given back one by one, to where what follows can begin.
                    if let Some(at) = (least..at).rev().find(|&at| self.can_begin(then, at)) {
                        if at > least {
                            self.stack.push(Back::Fewer { op, at, least });
                        }
                        return Some((op, at));
                    }
                }
                Back::More { op, at, most } => {
                    if let Op::Run { one, then, .. } = &self.program.ops[op] {
                        let mut at = at;
                        while at < most && self.one(one, at) {
                            at += 1;
                            if self.can_begin(then, at) {
                                self.stack.push(Back::More { op, at, most });
                                return Some((op + 1, at));
                            }
                        }
                    }
                }
            }
        }
    }

    fn is_at(&self, place: At, at: usize) -> bool {
        let boundary = |ascii| {
            let before = at > 0 && is_word(self.code(at - 1), ascii);
            let after = at < self.end && is_word(self.code(at), ascii);
            before != after
        };
        match place {
            At::Start => at == 0,
            At::LineStart => at == 0 || self.code(at - 1) == 10,
            At::LineEnd => at == self.end || self.code(at) == 10,
            At::AlmostEnd => at == self.end || at + 1 == self.end && self.code(at) == 10,
            At::End => at == self.end,
            At::Boundary { ascii } => boundary(ascii),
            At::NoBoundary { ascii } => self.end > 0 && !boundary(ascii),
        }
    }
}

fn is_word(code: u32, ascii: bool) -> bool {
    match u8::try_from(code) {
        Ok(byte) if byte < 128 => byte.is_ascii_alphanumeric() || byte == b'_',
        _ => !ascii && unicode::has(code, ALPHA | DECIMAL | DIGIT | NUMERIC),
    }
}

fn is_class(class: &Class, code: u32, ascii: bool) -> bool {
    match class {
        Class::Word => is_word(code, ascii),
        Class::Digit if ascii || code < 128 => (48..58).contains(&code),
        Class::Digit => unicode::decimal_value(code).is_some(),
        Class::Space if ascii => matches!(code, 9..=13 | 32),
        Class::Space => unicode::is_space(code),
    }
}

/// Whether one character matches.
#[inline]
pub fn one_matches(one: &One, code: u32) -> bool {
    match one {
        One::Char(wanted) => code == *wanted,
        One::CharAnyCase(wanted) => code == *wanted || fold(code) == *wanted,
        One::Any => true,
        One::AnyInLine => code != 10,
        One::Set(set, codes) => set_has(set, codes, code),
    }
}

#[inline]
fn set_has(set: &Set, codes: &Codes, code: u32) -> bool {
    if code < 256 { codes.may_have(code) } else { in_set(set, code) }
}

/// Where `wanted` first stands.
fn find_code<T: Copy + Into<u32>>(text: &[T], wanted: u32) -> Option<usize> {
    if size_of::<T>() == 1 {
        // SAFETY: T is one byte without padding: the units of a narrow text.
        let bytes = unsafe { std::slice::from_raw_parts(text.as_ptr().cast::<u8>(), text.len()) };
        return u8::try_from(wanted).ok().and_then(|wanted| memchr::memchr(wanted, bytes));
    }
    text.iter().position(|&code| code.into() == wanted)
}

pub fn in_set(set: &Set, code: u32) -> bool {
    let has = |code: u32| {
        set.items.iter().any(|item| match item {
            Item::Range(low, high) => (*low..=*high).contains(&code),
            Item::Class(class, negated) => is_class(class, code, set.ascii) != *negated,
        })
    };
    let found = has(code) || set.ignore_case && (has(fold(code)) || upper(code).is_some_and(has));
    found != set.negated
}

fn upper(code: u32) -> Option<u32> {
    let mut mapped = None;
    let mut count = 0;
    map_case(code, Case::Upper, |up| {
        mapped.get_or_insert(up);
        count += 1;
    });
    mapped.filter(|_| count == 1)
}
