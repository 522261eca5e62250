//! From the tree to instructions for the matcher.

use super::first::{Codes, first_codes, note_choices};
use super::matcher::in_set;
use super::syntax::{At, FOREVER, Greed, Node, Set};

/// What matches one character.
#[derive(Debug)]
pub enum One {
    Char(u32),
    /// In any case; the code is folded.
    CharAnyCase(u32),
    Any,
    /// All but a line end.
    AnyInLine,
    /// The codes are its members below 256.
    Set(Box<Set>, Codes),
}

#[derive(Debug)]
pub enum Op {
    One(One),
    /// Try the first, then the second; each only where the next character can begin it, if that is known.
    Split {
        first: usize,
        second: usize,
        begins: Option<Box<Codes>>,
        otherwise: Option<Box<Codes>>,
    },
    Jump(usize),
    /// Where group boundary `n` is.
    Save(usize),
    Reference(usize, bool),
    At(At),
    /// As many characters as possible (or as few), then on, where the next character can begin what follows.
    Run {
        one: One,
        low: u32,
        high: u32,
        greed: Greed,
        then: Option<Box<Codes>>,
    },
    /// The counter starts at 0.
    LoopStart(usize),
    /// Head of a loop over the body behind it: counts from `low` to `high`, then goes to `exit`.
    Loop {
        register: usize,
        low: u32,
        high: u32,
        lazy: bool,
        exit: usize,
        /// With what the body begins.
        begins: Option<Box<Codes>>,
    },
    /// The part up to `End` matches here (ahead, or `behind` characters back), or does not; goes on at `next`.
    Look {
        behind: Option<usize>,
        negated: bool,
        next: usize,
    },
    /// The part up to `End` matches, and is not tried again in another way.
    Atomic {
        next: usize,
    },
    End,
    /// Whether a group has matched.
    IfGroup {
        group: usize,
        otherwise: usize,
    },
    Match,
}

pub struct Program {
    pub ops: Vec<Op>,
    pub groups: usize,
    pub registers: usize,
    pub flags: u32,
    pub names: Vec<(String, usize)>,
    /// The characters with which every match begins, if they are plain.
    pub prefix: Vec<u32>,
    /// The characters with one of which every match begins, if they are known.
    pub begins: Option<Codes>,
    /// Matches begin where the text does.
    pub is_anchored: bool,
}

pub fn compile(parsed: super::syntax::Parsed) -> Program {
    let mut program = Program {
        ops: Vec::new(),
        groups: parsed.groups,
        registers: 0,
        flags: parsed.flags,
        names: parsed.names,
        prefix: prefix(&parsed.node),
        begins: None,
        is_anchored: false,
    };
    program.node(&parsed.node);
    program.ops.push(Op::Match);
    note_choices(&mut program.ops);
    program.begins = first_codes(&program.ops, 0);
    program.is_anchored = matches!(program.ops[0], Op::At(At::Start));
    program
}

fn prefix(node: &Node) -> Vec<u32> {
    match node {
        Node::Char(code, false) => vec![*code],
        Node::Sequence(items) => {
            let plain = items.iter().map_while(|item| match item {
                Node::Char(code, false) => Some(*code),
                _ => None,
            });
            plain.collect()
        }
        Node::Group(_, inner) => prefix(inner),
        _ => Vec::new(),
    }
}

fn one(node: &Node) -> Option<One> {
    Some(match node {
        Node::Char(code, false) => One::Char(*code),
        Node::Char(code, true) => One::CharAnyCase(super::matcher::fold(*code)),
        Node::Any(true) => One::Any,
        Node::Any(false) => One::AnyInLine,
        Node::Set(set) => One::Set(Box::new(set.clone()), Codes::where_true(true, |code| in_set(set, code))),
        _ => return None,
    })
}

fn split_at(first: usize, second: usize) -> Op {
    Op::Split { first, second, begins: None, otherwise: None }
}

impl Program {
    fn node(&mut self, node: &Node) {
        if let Some(one) = one(node) {
            self.ops.push(Op::One(one));
            return;
        }
        match node {
            Node::Sequence(items) => items.iter().for_each(|item| self.node(item)),
            Node::Either(choices) => self.either(choices),
            Node::Group(n, inner) => {
                self.ops.push(Op::Save(n * 2));
                self.node(inner);
                self.ops.push(Op::Save(n * 2 + 1));
            }
            Node::Reference(n, ignore_case) => self.ops.push(Op::Reference(*n, *ignore_case)),
            Node::At(at) => self.ops.push(Op::At(*at)),
            Node::Repeat(low, high, Greed::Possessive, inner) if one(inner).is_none() => {
                let repeat = Node::Repeat(*low, *high, Greed::Greedy, inner.clone());
                self.node(&Node::Atomic(Box::new(repeat)));
            }
            Node::Repeat(low, high, greed, inner) => self.repeat(*low, *high, *greed, inner),
            Node::Look { behind, negated, inner } => {
                let at = self.ops.len();
                self.ops.push(Op::End);
                self.node(inner);
                self.ops.push(Op::End);
                self.ops[at] = Op::Look { behind: *behind, negated: *negated, next: self.ops.len() };
            }
            Node::Atomic(inner) => {
                let at = self.ops.len();
                self.ops.push(Op::End);
                self.node(inner);
                self.ops.push(Op::End);
                self.ops[at] = Op::Atomic { next: self.ops.len() };
            }
            Node::Conditional(group, yes, no) => {
                let at = self.ops.len();
                self.ops.push(Op::End);
                self.node(yes);
                let jump = self.ops.len();
                self.ops.push(Op::End);
                self.ops[at] = Op::IfGroup { group: *group, otherwise: self.ops.len() };
                self.node(no);
                self.ops[jump] = Op::Jump(self.ops.len());
            }
            Node::Char(..) | Node::Any(_) | Node::Set(_) => {}
        }
    }

    fn either(&mut self, choices: &[Node]) {
        let mut jumps = Vec::new();
        for (i, choice) in choices.iter().enumerate() {
            if i + 1 == choices.len() {
                self.node(choice);
                break;
            }
            let split = self.ops.len();
            self.ops.push(Op::End);
            self.node(choice);
            jumps.push(self.ops.len());
            self.ops.push(Op::End);
            self.ops[split] = split_at(split + 1, self.ops.len());
        }
        for jump in jumps {
            self.ops[jump] = Op::Jump(self.ops.len());
        }
    }

    fn repeat(&mut self, low: u32, high: u32, greed: Greed, inner: &Node) {
        if let Some(one) = one(inner) {
            self.ops.push(Op::Run { one, low, high, greed, then: None });
            return;
        }
        let lazy = greed == Greed::Lazy;
        if (low, high) == (0, 1) {
            let split = self.ops.len();
            self.ops.push(Op::End);
            self.node(inner);
            let end = self.ops.len();
            self.ops[split] = if lazy { split_at(end, split + 1) } else { split_at(split + 1, end) };
            return;
        }
        if high == 0 {
            return;
        }
        // Two words for each loop: how often, and where the last time began.
        let register = self.registers;
        self.registers += 2;
        self.ops.push(Op::LoopStart(register));
        let head = self.ops.len();
        self.ops.push(Op::End);
        self.node(inner);
        self.ops.push(Op::Jump(head));
        let exit = self.ops.len();
        debug_assert!(high == FOREVER || high >= low);
        self.ops[head] = Op::Loop { register, low, high, lazy, exit, begins: None };
    }
}
