//! The backtracking matcher: CPython's order of attempts, on a stack of its own instead of recursion.

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
            last_group: 0,
            full: false,
            not_empty_at: NOWHERE,
        }
    }

    /// The first match that begins at `from` or later.
    pub fn search(&mut self, from: usize) -> bool {
        let prefix = &self.program.prefix;
        for start in from..=self.end {
            if let Some(&first) = prefix.first()
                && (start >= self.end || self.text[start].into() != first)
            {
                continue;
            }
            if self.at(start) {
                return true;
            }
        }
        false
    }

    pub fn at(&mut self, start: usize) -> bool {
        self.slots.fill(NOWHERE);
        self.last_group = 0;
        match self.run(0, start, start) {
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

    fn one(&self, one: &One, at: usize) -> bool {
        let code = self.code(at);
        match one {
            One::Char(wanted) => code == *wanted,
            One::CharAnyCase(wanted) => code == *wanted || fold(code) == *wanted,
            One::Any => true,
            One::AnyInLine => code != 10,
            One::Set(set) => in_set(set, code),
        }
    }

    /// Runs from an instruction to `End` or `Match`; the position there.
    fn run(&mut self, op: usize, at: usize, start: usize) -> Option<usize> {
        let program = self.program;
        let mut stack: Vec<Back> = Vec::new();
        let (mut op, mut at) = (op, at);
        loop {
            let fits = match &program.ops[op] {
                Op::One(one) => {
                    let fits = at < self.end && self.one(one, at);
                    op += 1;
                    at += 1;
                    fits
                }
                Op::Split(first, second) => {
                    stack.push(Back::Try { op: *second, at });
                    op = *first;
                    true
                }
                Op::Jump(to) => {
                    op = *to;
                    true
                }
                Op::Save(slot) => {
                    stack.push(Back::Slot { slot: *slot, old: self.slots[*slot] });
                    self.slots[*slot] = at;
                    if slot % 2 == 1 {
                        stack.push(Back::Slot { slot: NOWHERE, old: self.last_group });
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
                Op::Run { one, low, high, greed } => {
                    let room = self.end - at;
                    let (low, high) = (*low as usize, if *high == FOREVER { room } else { *high as usize });
                    let most = high.min(room);
                    let wanted = if *greed == Greed::Lazy { low.min(most) } else { most };
                    let mut n = 0;
                    while n < wanted && self.one(one, at + n) {
                        n += 1;
                    }
                    if n >= low {
                        match greed {
                            Greed::Greedy if n > low => {
                                stack.push(Back::Fewer { op: op + 1, at: at + n, least: at + low });
                            }
                            Greed::Lazy if most > low => {
                                stack.push(Back::More { op, at: at + n, most: at + most });
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
                        stack.push(Back::Register { register, old: self.registers[register] });
                        self.registers[register] = value;
                    }
                    op += 1;
                    true
                }
                Op::Loop { register, low, high, lazy, exit } => {
                    let count = self.registers[*register];
                    let empty = self.registers[register + 1] == at;
                    let may_go_on = (count as u64) < *high as u64 || *high == FOREVER;
                    if count < *low as usize && !empty {
                        self.again(*register, at, &mut stack);
                        op += 1;
                    } else if count < *low as usize || !may_go_on || empty {
                        op = *exit;
                    } else if *lazy {
                        // Going on later counts once more: the registers as they are now come back first.
                        stack.push(Back::Try { op: op + program.ops.len(), at });
                        op = *exit;
                    } else {
                        stack.push(Back::Try { op: *exit, at });
                        self.again(*register, at, &mut stack);
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
                        self.run(inner, from, NOWHERE).is_some_and(|to| behind.is_none() || to == at)
                    });
                    if matched && !negated {
                        for (slot, old) in slots.iter().enumerate() {
                            if self.slots[slot] != *old {
                                stack.push(Back::Slot { slot, old: *old });
                            }
                        }
                        stack.push(Back::Slot { slot: NOWHERE, old: last_group });
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
                    match self.run(op + 1, at, NOWHERE) {
                        Some(to) => {
                            for (slot, old) in slots.iter().enumerate() {
                                if self.slots[slot] != *old {
                                    stack.push(Back::Slot { slot, old: *old });
                                }
                            }
                            stack.push(Back::Slot { slot: NOWHERE, old: last_group });
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
                (op, at) = self.back(&mut stack)?;
            }
        }
    }

    /// One more time through a loop's body.
    fn again(&mut self, register: usize, at: usize, stack: &mut Vec<Back>) {
        for (register, value) in [(register, self.registers[register] + 1), (register + 1, at)] {
            stack.push(Back::Register { register, old: self.registers[register] });
            self.registers[register] = value;
        }
    }

    /// The next thing to try; what was noted since the choice is undone.
    fn back(&mut self, stack: &mut Vec<Back>) -> Option<(usize, usize)> {
        loop {
            match stack.pop()? {
                Back::Try { op, at } if op >= self.program.ops.len() => {
                    // A lazy loop goes on after all.
                    let op = op - self.program.ops.len();
                    if let Op::Loop { register, .. } = self.program.ops[op] {
                        self.again(register, at, stack);
                    }
                    return Some((op + 1, at));
                }
                Back::Try { op, at } => return Some((op, at)),
                Back::Slot { slot: NOWHERE, old } => self.last_group = old,
                Back::Slot { slot, old } => self.slots[slot] = old,
                Back::Register { register, old } => self.registers[register] = old,
                Back::Fewer { op, at, least } => {
                    let at = at - 1;
                    if at > least {
                        stack.push(Back::Fewer { op, at, least });
                    }
                    return Some((op, at));
                }
                Back::More { op, at, most } => {
                    if let Op::Run { one, .. } = &self.program.ops[op]
                        && at < most
                        && self.one(one, at)
                    {
                        stack.push(Back::More { op, at: at + 1, most });
                        return Some((op + 1, at + 1));
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

fn in_set(set: &Set, code: u32) -> bool {
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
