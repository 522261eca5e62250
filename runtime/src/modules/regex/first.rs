//! With which characters a part of a program can begin: what cannot match there is not tried.

use super::matcher::one_matches;
use super::program::{One, Op};
use super::syntax::Greed;

/// A set of code points: one bit for each below 256, one for all others together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Codes {
    low: [u64; 4],
    others: bool,
}

impl Codes {
    pub fn of_one(one: &One) -> Codes {
        let others = match one {
            One::Char(code) => *code > 255,
            _ => true,
        };
        Codes::where_true(others, |code| one_matches(one, code))
    }

    /// Those below 256 for which `matches` holds.
    pub fn where_true(others: bool, matches: impl Fn(u32) -> bool) -> Codes {
        let mut codes = Codes { others, ..Codes::default() };
        for code in (0..256).filter(|&code| matches(code)) {
            codes.low[code as usize / 64] |= 1 << (code % 64);
        }
        codes
    }

    fn or(mut self, other: &Codes) -> Codes {
        for (mine, theirs) in self.low.iter_mut().zip(other.low) {
            *mine |= theirs;
        }
        self.others |= other.others;
        self
    }

    /// Whether `code` may be in the set: surely right below 256.
    #[inline]
    pub fn may_have(&self, code: u32) -> bool {
        match self.low.get(code as usize / 64) {
            Some(word) => word >> (code % 64) & 1 != 0,
            None => self.others,
        }
    }
}

/// Ops looked at for one answer; a program that needs more has no answer.
const MOST_OPS: usize = 64;

/// The characters with which a match from `op` on begins; `None` where it may be empty or is not known.
pub fn first_codes(ops: &[Op], op: usize) -> Option<Codes> {
    walk(ops, op, &mut 0)
}

fn walk(ops: &[Op], mut op: usize, seen: &mut usize) -> Option<Codes> {
    loop {
        *seen += 1;
        if *seen > MOST_OPS {
            return None;
        }
        op = match &ops[op] {
            Op::One(one) => return Some(Codes::of_one(one)),
            Op::Run { one, low, .. } => {
                let codes = Codes::of_one(one);
                return if *low > 0 { Some(codes) } else { Some(codes.or(&walk(ops, op + 1, seen)?)) };
            }
            Op::Split { first, second, .. } => {
                return Some(walk(ops, *first, seen)?.or(&walk(ops, *second, seen)?));
            }
            // Reached from the end of its body: once more, or on.
            Op::Loop { exit, .. } => {
                return Some(walk(ops, op + 1, seen)?.or(&walk(ops, *exit, seen)?));
            }
            // The head is next, and a first time through the body where one is needed.
            Op::LoopStart(_) if matches!(ops[op + 1], Op::Loop { low: 1.., .. }) => op + 2,
            Op::Jump(to) => *to,
            // A look does not move on: what follows it begins the match.
            Op::Look { next, .. } => *next,
            Op::Save(_) | Op::At(_) | Op::LoopStart(_) => op + 1,
            Op::Reference(..) | Op::Atomic { .. } | Op::IfGroup { .. } | Op::End | Op::Match => return None,
        };
    }
}

/// Notes at each choice with what its alternatives begin.
pub fn note_choices(ops: &mut [Op]) {
    for at in 0..ops.len() {
        let (wanted, other) = match &ops[at] {
            Op::Split { first, second, .. } => (*first, Some(*second)),
            Op::Loop { .. } => (at + 1, None),
            Op::Run { greed: Greed::Greedy | Greed::Lazy, .. } => (at + 1, None),
            _ => continue,
        };
        let codes = first_codes(ops, wanted);
        let of_second = other.and_then(|other| first_codes(ops, other));
        match &mut ops[at] {
            Op::Split { begins, otherwise, .. } => {
                (*begins, *otherwise) = (codes.map(Box::new), of_second.map(Box::new))
            }
            Op::Loop { begins, .. } => *begins = codes.map(Box::new),
            Op::Run { then, .. } => *then = codes.map(Box::new),
            _ => {}
        }
    }
}
