//! What a builtin does with the items of a generator, as instructions.
//!
//! ```text
//!            before                  with each item                          at the end
//! any        -                       if item: answer True                    answer False
//! max        best = ?, some = False  if not some or item > best: best = item if some: best, else max(())
//! list       l = []                  append item                             l
//! sorted     l = []                  append item                             sorted(l, ...)
//! ```
//!
//! All of it stands at the place of the call, outside the generator.

use crate::hir::{
    Block, BlockId, CompareOp, Const, Function, Instr, Op, Place, Terminator, Var, VarId, VarKind,
};
use std::sync::Arc;

/// What is done with the items.
#[derive(Clone, Copy, Debug)]
pub(super) enum Consumer {
    Sum,
    /// `any` (`decisive` is true) or `all`.
    Quantifier {
        decisive: bool,
    },
    /// `max` or `min`: the comparison by which a later item wins; what the empty case answers.
    Best {
        wins: CompareOp,
        default: Option<VarId>,
    },
    List,
    Tuple,
    Set,
    Dict,
    /// The call gets a list of the items: it would make one first of all.
    Argument,
}

impl Consumer {
    pub fn of_builtin(name: &str, keywords: &[(&str, VarId)]) -> Option<Self> {
        let default = match keywords {
            [] => None,
            [("default", var)] if matches!(name, "min" | "max") => Some(*var),
            _ if name == "sorted" => None,
            _ => return None,
        };
        Some(match name {
            "sum" => Self::Sum,
            "any" => Self::Quantifier { decisive: true },
            "all" => Self::Quantifier { decisive: false },
            "min" => Self::Best { wins: CompareOp::Lt, default },
            "max" => Self::Best { wins: CompareOp::Gt, default },
            "list" => Self::List,
            "tuple" => Self::Tuple,
            "set" => Self::Set,
            "dict" => Self::Dict,
            "sorted" => Self::Argument,
            _ => return None,
        })
    }
}

/// A consumer at work in one function.
pub(super) struct Consuming<'f> {
    pub function: &'f mut Function,
    pub consumer: Consumer,
    /// The call that is replaced.
    pub call: Instr,
    /// Where exceptions of the call go.
    pub handler: Option<BlockId>,
    /// What has been collected: the total, the list, the best.
    so_far: VarId,
    /// `carry` of a sum, or whether there was an item.
    more: VarId,
    /// What the call answers, where more than one place says so.
    answer: VarId,
}

impl<'f> Consuming<'f> {
    pub fn new(
        function: &'f mut Function,
        consumer: Consumer,
        call: Instr,
        handler: Option<BlockId>,
    ) -> Consuming<'f> {
        let collects = !matches!(consumer, Consumer::Sum | Consumer::Best { .. });
        let kind = if collects { VarKind::Temp } else { VarKind::Merge };
        let [so_far, more, answer] =
            [kind, VarKind::Merge, VarKind::Merge].map(|kind| new_var(function, kind));
        Consuming { function, consumer, call, handler, so_far, more, answer }
    }

    fn place(&self) -> Place {
        self.call.place
    }

    fn instr(&self, dst: Option<VarId>, op: Op) -> Instr {
        Instr { dst, op, place: self.place() }
    }

    pub fn new_block(&mut self, instrs: Vec<Instr>, term: Terminator) -> BlockId {
        let (term_place, handler) = (self.place(), self.handler);
        self.function.blocks.push(Block { instrs, term, term_place, handler })
    }

    fn constant(&self, dst: VarId, constant: Const) -> Instr {
        self.instr(Some(dst), Op::Const(constant))
    }

    /// What comes before the loop.
    pub fn before(&mut self) -> Vec<Instr> {
        let (so_far, more) = (self.so_far, self.more);
        match self.consumer {
            Consumer::Sum => vec![self.instr(Some(so_far), Op::SumStart { carry: more })],
            Consumer::Quantifier { .. } => vec![],
            Consumer::Best { .. } => {
                vec![self.instr(Some(so_far), Op::Placeholder), self.constant(more, Const::Bool(false))]
            }
            Consumer::List | Consumer::Tuple | Consumer::Argument => {
                vec![self.instr(Some(so_far), Op::BuildList(vec![]))]
            }
            Consumer::Set => vec![self.instr(Some(so_far), Op::BuildSet(vec![]))],
            Consumer::Dict => vec![self.instr(Some(so_far), Op::BuildDict(vec![]))],
        }
    }

    /// The blocks that take an item (of a dict: key and value) and go on at `next`; `after` is what follows the call. The
    /// answer is the first of them.
    pub fn take(&mut self, items: &[VarId], next: BlockId, after: BlockId) -> BlockId {
        let (so_far, more, answer, item) = (self.so_far, self.more, self.answer, items[0]);
        let go_on = Terminator::Goto(next);
        let op = match self.consumer {
            Consumer::Sum => {
                let step = Op::SumStep { total: so_far, carry: more, item };
                return self.new_block(vec![self.instr(Some(so_far), step)], go_on);
            }
            Consumer::Quantifier { decisive } => {
                let decided = vec![self.constant(answer, Const::Bool(decisive))];
                let decided = self.new_block(decided, Terminator::Goto(after));
                let cond = new_var(self.function, VarKind::Temp);
                let (then, otherwise) = if decisive { (decided, next) } else { (next, decided) };
                let test = vec![self.instr(Some(cond), Op::Truth(item))];
                return self.new_block(test, Terminator::Branch { cond, then, otherwise });
            }
            Consumer::Best { wins, .. } => {
                let better =
                    vec![self.instr(Some(so_far), Op::Copy(item)), self.constant(more, Const::Bool(true))];
                let better = self.new_block(better, go_on);
                let [compared, cond] = std::array::from_fn(|_| new_var(self.function, VarKind::Temp));
                let test = vec![
                    self.instr(Some(compared), Op::Compare(wins, item, so_far)),
                    self.instr(Some(cond), Op::Truth(compared)),
                ];
                let test = self.new_block(test, Terminator::Branch { cond, then: better, otherwise: next });
                return self
                    .new_block(vec![], Terminator::Branch { cond: more, then: test, otherwise: better });
            }
            Consumer::List | Consumer::Tuple | Consumer::Argument => {
                Op::ListAppend { list: so_far, value: item }
            }
            Consumer::Set => Op::SetAdd { set: so_far, value: item },
            Consumer::Dict => Op::DictInsert { dict: so_far, key: item, value: items[1] },
        };
        self.new_block(vec![self.instr(None, op)], go_on)
    }

    /// The block where control goes when there are no more items, on its way to `after`.
    pub fn end(&mut self, after: BlockId) -> BlockId {
        let (so_far, more, answer) = (self.so_far, self.more, self.answer);
        match self.consumer {
            Consumer::Quantifier { decisive } => {
                let open = vec![self.constant(answer, Const::Bool(!decisive))];
                self.new_block(open, Terminator::Goto(after))
            }
            Consumer::Best { default, .. } => {
                let some = vec![self.instr(Some(answer), Op::Copy(so_far))];
                let some = self.new_block(some, Terminator::Goto(after));
                let none = match default {
                    Some(default) => vec![self.instr(Some(answer), Op::Copy(default))],
                    None => {
                        let nothing = new_var(self.function, VarKind::Temp);
                        let mut call = self.call.clone();
                        if let Op::Call { args, .. } = &mut call.op {
                            *args = vec![nothing];
                        }
                        call.dst = Some(answer);
                        vec![self.constant(nothing, Const::Tuple(Arc::from([]))), call]
                    }
                };
                let none = self.new_block(none, Terminator::Goto(after));
                self.new_block(vec![], Terminator::Branch { cond: more, then: some, otherwise: none })
            }
            _ => after,
        }
    }

    /// What stands in the place of the call.
    pub fn after(&mut self) -> Instr {
        let (so_far, more, answer) = (self.so_far, self.more, self.answer);
        let mut call = self.call.clone();
        match self.consumer {
            Consumer::Sum => call.op = Op::SumEnd { total: so_far, carry: more },
            Consumer::Quantifier { .. } | Consumer::Best { .. } => call.op = Op::Copy(answer),
            Consumer::List | Consumer::Set | Consumer::Dict => call.op = Op::Copy(so_far),
            Consumer::Tuple => call.op = Op::ListToTuple(so_far),
            Consumer::Argument => {
                if let Op::Call { args, .. } | Op::CallMethod { args, .. } = &mut call.op {
                    *args = vec![so_far];
                }
            }
        }
        call
    }
}

pub(super) fn new_var(function: &mut Function, kind: VarKind) -> VarId {
    function.vars.push(Var { name: None, kind, is_free: false, maybe_unbound: false })
}
