//! `for i, x in enumerate(...)`, `for a, b in zip(...)` and `for k, v in d.items()`: no object for the pairs, no tuple per
//! turn.
//!
//! ```text
//! for i, x in enumerate(xs):        it = iter(xs); n = 0
//!     body                    =>    for item in it: i = n; x = item; n += 1; body
//! ```
//!
//! ```text
//! for a, b in zip(xs, ys):          at = 0                                              (lists and texts)
//!     body                    =>    while at < len(xs) and at < len(ys): a = xs[at]; b = ys[at]; at += 1; body
//! ```
//!
//! Only where the pairs are unpacked at once and nothing else sees them. Code that leaves for the continuation takes the
//! object that CPython would have there along.

use super::function::{FunctionLowering, Home};
use super::list_loops::ListLoop;
use super::text_loops::TextLoop;
use crate::hir::{self, BlockId as HirBlock, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::{Point, Target, Type};
use runtime_interface::{rows::Rt, tag};

/// One such loop.
#[derive(Clone, Debug)]
pub(super) struct PairLoop {
    /// The iterators of the arguments; none if all are walked by position.
    iterators: Vec<LocalId>,
    /// The arguments that are walked by one position.
    walked: Vec<Walked>,
    /// `enumerate`: the number of the next item (by position: of the turn), and where it starts.
    count: Option<(LocalId, i64)>,
    /// What the turn got, the number first.
    items: Vec<LocalId>,
    /// The codes of the items that are characters.
    codes: Vec<Option<LocalId>>,
    /// `d.items()` of an exact dict of this type: the one iterator gives both items.
    dict: Option<u64>,
}

/// An argument with a position, which it shares with the others.
#[derive(Clone, Copy, Debug)]
enum Walked {
    /// And whether its items are expected to be no numbers.
    List(ListLoop, bool),
    Text(TextLoop),
}

impl Walked {
    fn position(self) -> LocalId {
        match self {
            Walked::List(found, _) => found.position,
            Walked::Text(found) => found.position,
        }
    }
}

impl FunctionLowering<'_, '_> {
    /// No iterators, where they are never asked.
    pub fn pair_nothing(&mut self, number: usize) {
        let found = self.pair_loops[number].clone();
        for walked in found.walked {
            match walked {
                Walked::List(found, _) => self.list_nothing(found),
                Walked::Text(found) => self.text_nothing(found),
            }
        }
        for iterator in found.iterators {
            self.emit(Some(iterator), Op::Copy(Const::None.into()));
        }
        if let Some((count, start)) = found.count {
            self.emit(Some(count), Op::Copy(Const::I64(start).into()));
        }
    }

    /// Finds the loops before anything is lowered, and gives their variables homes.
    pub fn find_pair_loops(&mut self) {
        if !self.is_typed() {
            return;
        }
        let function = self.function;
        let mut made: IndexVec<VarId, Option<Point>> = IndexVec::from_elem(None, function.vars.len());
        let mut iterated: IndexVec<VarId, Option<VarId>> = IndexVec::from_elem(None, function.vars.len());
        for (block, contents) in function.blocks.iter_enumerated() {
            for (at, instr) in contents.instrs.iter().enumerate() {
                let Some(dst) = instr.dst else { continue };
                if function.vars[dst].kind != VarKind::Temp || self.uses[dst] != 1 {
                    continue;
                }
                match &instr.op {
                    hir::Op::Call { .. } | hir::Op::CallMethod { method: None, .. } => {
                        made[dst] = Some(Point { block, instr: at as u32 })
                    }
                    hir::Op::GetIter(pairs) => iterated[dst] = Some(*pairs),
                    _ => {}
                }
            }
        }
        for contents in function.blocks.iter() {
            let hir::Terminator::ForNext { iter, dst, body, .. } = contents.term else { continue };
            let Some(pairs) = iterated[iter] else { continue };
            let Some(call) = made[pairs] else { continue };
            if let Some(found) = self.pair_loop(call, dst, body) {
                let number = self.pair_loops.len();
                self.pair_loops.push(found);
                self.homes[pairs] = Home::Pairs(number);
                self.homes[iter] = Home::Pairs(number);
                self.homes[dst] = Home::Pair(number);
            }
        }
    }

    fn pair_loop(&mut self, call: Point, pair: VarId, body: HirBlock) -> Option<PairLoop> {
        let function = self.function;
        let first = function.blocks[body].instrs.first()?;
        let hir::Op::Unpack { value, targets } = &first.op else { return None };
        let is_pair = *value == pair && self.uses[pair] == 1 && function.vars[pair].kind == VarKind::Temp;
        if !is_pair {
            return None;
        }
        let (args, kwargs) = match &function.blocks[call.block].instrs[call.instr as usize].op {
            hir::Op::Call { args, kwargs, .. } => (args, kwargs),
            hir::Op::CallMethod { object, name, args, kwargs, .. } => {
                let is_items =
                    &self.program.hir.names[*name] == "items" && args.is_empty() && kwargs.is_empty();
                let Type::Exact(dict @ (tag::DICT | tag::DEFAULTDICT)) =
                    self.program.types.var(self.key, *object)
                else {
                    return None;
                };
                if !is_items || targets.len() != 2 {
                    return None;
                }
                let items = (0..2).map(|_| self.body.new_local(Repr::Value)).collect();
                let iterators = vec![self.body.new_local(Repr::Value)];
                let (walked, codes) = (vec![], vec![None; 2]);
                return Some(PairLoop { iterators, walked, count: None, items, codes, dict: Some(dict) });
            }
            _ => return None,
        };
        if !kwargs.is_empty() {
            return None;
        }
        let (iterators, start) = match (self.program.types.target(self.key, call), &args[..]) {
            (Target::Builtin("enumerate"), [_]) => (1, Some(0)),
            (Target::Builtin("enumerate"), [_, start]) => match self.homes[*start] {
                Home::Const(Const::IntValue(i)) if i.unsigned_abs() < 1 << 32 => (1, Some(i)),
                _ => return None,
            },
            (Target::Builtin("zip"), [_, _, ..]) => (args.len(), None),
            _ => return None,
        };
        let count = start.map(|start| (self.body.new_local(Repr::I64), start));
        if targets.len() != iterators + usize::from(count.is_some()) {
            return None;
        }
        let mut items: Vec<LocalId> = count.iter().map(|_| self.body.new_local(Repr::I64)).collect();
        let mut codes = vec![None; items.len()];
        if let Some(mut walked) = self.walk(&args[..iterators]) {
            for (walked, &target) in walked.iter_mut().zip(&targets[items.len()..]) {
                let (repr, code) = match walked {
                    Walked::List(_, references) => {
                        let (repr, expected) = self.item_repr(target);
                        *references = expected;
                        (repr, None)
                    }
                    Walked::Text(text) if text.of == tag::STR => {
                        (Repr::Value, Some(self.body.new_local(Repr::I64)))
                    }
                    Walked::Text(_) => (Repr::I64, None),
                };
                items.push(self.body.new_local(repr));
                codes.push(code);
            }
            return Some(PairLoop { iterators: vec![], walked, count, items, codes, dict: None });
        }
        items.extend((0..iterators).map(|_| self.body.new_local(Repr::Value)));
        codes.resize(items.len(), None);
        let iterators = (0..iterators).map(|_| self.body.new_local(Repr::Value)).collect();
        Some(PairLoop { iterators, walked: vec![], count, items, codes, dict: None })
    }

    /// The arguments, if all of them have positions.
    fn walk(&mut self, args: &[VarId]) -> Option<Vec<Walked>> {
        let position = self.body.new_local(Repr::I64);
        let mut walked = Vec::new();
        for &arg in args {
            let object = self.body.new_local(Repr::Value);
            walked.push(match self.program.types.var(self.key, arg) {
                Type::Exact(tag::LIST) => Walked::List(ListLoop { list: object, position }, false),
                Type::Exact(of @ (tag::STR | tag::BYTES | tag::BYTEARRAY)) => {
                    Walked::Text(TextLoop { text: object, of, position })
                }
                _ => return None,
            });
        }
        Some(walked)
    }

    /// Whether unpacking what a variable holds gives a character at this place.
    pub fn gives_char_at(&self, pair: VarId, at: usize) -> bool {
        matches!(self.homes[pair], Home::Pair(number) if self.pair_loops[number].codes[at].is_some())
    }

    /// Lowers the call, the `GetIter` and the unpacking of such a loop; false if the op is none of them.
    pub fn pair_loop_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match (op, dst.map(|dst| self.homes[dst])) {
            (hir::Op::Call { args, .. }, Some(Home::Pairs(number))) => {
                let found = self.pair_loops[number].clone();
                for (walked, &arg) in found.walked.iter().zip(args) {
                    match *walked {
                        Walked::List(found, _) => {
                            let list = self.exact_list(arg);
                            self.emit(Some(found.list), Op::Copy(list));
                            self.emit(Some(found.position), Op::Copy(Const::I64(0).into()));
                        }
                        Walked::Text(found) => self.start_text_loop(found, arg),
                    }
                }
                for (&iterator, &arg) in found.iterators.iter().zip(args) {
                    let arg = self.value(arg);
                    self.rt(Some(iterator), Rt::tp_iter, [Arg::Operand(arg)]);
                }
                if let Some((count, start)) = found.count {
                    self.emit(Some(count), Op::Copy(Const::I64(start).into()));
                }
                true
            }
            (hir::Op::CallMethod { object, .. }, Some(Home::Pairs(number))) => {
                let found = self.pair_loops[number].clone();
                let dict = self.value(*object);
                let is_it =
                    self.compute(Repr::Bool, Op::TagIs(dict, found.dict.expect("a loop over a dict")));
                let (go_on, leave) = (self.new_block(), self.leave_before());
                self.branch(is_it, go_on, leave);
                self.current = go_on;
                self.rt(Some(found.iterators[0]), Rt::tp_dict_items, [Arg::Operand(dict)]);
                true
            }
            (hir::Op::GetIter(_), Some(Home::Pairs(_))) => true,
            (hir::Op::Unpack { value, targets }, _) => {
                let Home::Pair(number) = self.homes[*value] else { return false };
                let PairLoop { items, codes, .. } = self.pair_loops[number].clone();
                for (&target, code) in targets.iter().zip(codes) {
                    if let (Some(home), Some(code)) = (self.codes[target], code) {
                        self.emit(Some(home), Op::Copy(code.into()));
                    }
                }
                let defined: Vec<(VarId, Operand)> =
                    targets.iter().zip(items).map(|(&target, item)| (target, item.into())).collect();
                self.define_all(&defined);
                true
            }
            _ => false,
        }
    }

    /// The head of the loop.
    pub fn next_pair(&mut self, number: usize, body: HirBlock, exit: HirBlock) {
        let found = self.pair_loops[number].clone();
        let site = self.site();
        let exit = self.blocks[exit];
        if found.dict.is_some() {
            let array = self.scratch(2);
            let args = [found.iterators[0].into(), array].map(Arg::Operand).into();
            let got = self.compute(Repr::Bool, Op::Rt { row: Rt::tp_dict_next_pair, args });
            let some = self.new_block();
            self.branch(got, some, exit);
            self.current = some;
            for (index, &item) in found.items.iter().enumerate() {
                self.emit(Some(item), Op::LoadItem { array, index: index as u32 });
            }
            return self.terminate(Terminator::Goto(self.blocks[body]));
        }
        if !found.walked.is_empty() {
            return self.next_walked(&found, body, exit);
        }
        let first = found.items.len() - found.iterators.len();
        for (&iter, &dst) in found.iterators.iter().zip(&found.items[first..]) {
            let got = self.new_block();
            self.terminate(Terminator::ForNext { iter: iter.into(), dst, body: got, exit, site });
            self.current = got;
        }
        if let Some((count, _)) = found.count {
            self.emit(Some(found.items[0]), Op::Copy(count.into()));
            // Starts small, so 64 bits are enough for any loop that ends.
            self.emit(Some(count), Op::Int(IntOp::Add, count.into(), Const::I64(1).into()));
        }
        self.terminate(Terminator::Goto(self.blocks[body]));
    }

    /// The same by position. Where an item is not of the type expected, control leaves before the turn.
    fn next_walked(&mut self, found: &PairLoop, body: HirBlock, exit: BlockId) {
        let position = found.walked[0].position();
        let index = Operand::Local(position);
        for walked in &found.walked {
            let len = match *walked {
                Walked::List(found, _) => Op::ListLen(found.list.into()),
                Walked::Text(found) => Op::TextLen(found.text.into(), found.of),
            };
            let len = self.compute(Repr::I64, len);
            let more = self.compute(Repr::Bool, Op::CompareInt(CompareOp::Lt, index, len));
            let turn = self.new_block();
            self.branch(more, turn, exit);
            self.current = turn;
        }
        let first = found.items.len() - found.walked.len();
        for (at, walked) in (first..).zip(&found.walked) {
            let item = found.items[at];
            match *walked {
                Walked::List(found, references) => self.walked_item(found, item, references),
                Walked::Text(text) => {
                    let object = Operand::Local(text.text);
                    let char_at = Op::CharAt { text: object, of: text.of, index, inside: true };
                    let Some(code) = found.codes[at] else {
                        self.emit(Some(item), char_at);
                        continue;
                    };
                    let (value, known) = self.string_and_code(char_at, |this| {
                        this.compute(Repr::Value, Op::GetItem { object, index, expected: tag::STR })
                    });
                    self.emit(Some(item), Op::Copy(value));
                    self.emit(Some(code), Op::Copy(known));
                }
            }
        }
        if let Some((number, start)) = found.count {
            let op = match start {
                0 => Op::Copy(index),
                start => Op::Int(IntOp::Add, index, Const::I64(start).into()),
            };
            self.emit(Some(number), op);
            self.emit(Some(found.items[0]), Op::Copy(number.into()));
        }
        self.emit(Some(position), Op::Int(IntOp::Add, index, Const::I64(1).into()));
        self.terminate(Terminator::Goto(self.blocks[body]));
    }

    /// The item of a list at the position, which it has.
    fn walked_item(&mut self, found: ListLoop, item: LocalId, references: bool) {
        let (list, index) = (Operand::Local(found.list), Operand::Local(found.position));
        let ok = self.new_block();
        let is_value = self.body.locals[item].repr == Repr::Value;
        let otherwise = match is_value {
            false => self.leave_before(),
            true => self.apart(|this| {
                this.emit(Some(item), Op::GetItem { object: list, index, expected: tag::LIST });
                this.terminate(Terminator::Goto(ok));
            }),
        };
        self.item_inside(found, (item, references), ok, otherwise);
    }

    /// The `enumerate` or `zip` object, or the iterator over a dict's items, as it would be now.
    pub fn pairs_object(&mut self, number: usize) -> Operand {
        let found = self.pair_loops[number].clone();
        if found.dict.is_some() {
            return found.iterators[0].into();
        }
        let mut values: Vec<Operand> = found.iterators.iter().map(|&i| i.into()).collect();
        for walked in &found.walked {
            values.push(match *walked {
                Walked::List(found, _) => self.list_iterator_object(found),
                Walked::Text(found) => self.text_iterator_object(found),
            });
        }
        match found.count {
            Some((count, start)) => {
                let count = match found.walked.first() {
                    None => count.into(),
                    Some(walked) => {
                        let next = walked.position().into();
                        self.compute(Repr::I64, Op::Int(IntOp::Add, next, Const::I64(start).into()))
                    }
                };
                let args = vec![Arg::Operand(values[0]), Arg::Operand(count)];
                self.compute(Repr::Value, Op::Rt { row: Rt::tp_enumerate_from, args })
            }
            None => self.compute(Repr::Value, super::containers::display(Rt::tp_zip_from, values)),
        }
    }

    /// The tuple that the turn got.
    pub fn pair_object(&mut self, number: usize) -> Operand {
        let items = self.pair_loops[number].items.clone();
        let values = items.into_iter().map(|item| self.as_value(item.into())).collect();
        self.compute(Repr::Value, super::containers::display(Rt::tp_build_tuple, values))
    }
}
