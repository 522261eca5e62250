//! `for i, x in enumerate(...)`, `for a, b in zip(...)` and `for k, v in d.items()`: no object for the pairs, no tuple per
//! turn.
//!
//! ```text
//! for i, x in enumerate(xs):        it = iter(xs); n = 0
//!     body                    =>    for item in it: i = n; x = item; n += 1; body
//! ```
//!
//! Only where the pairs are unpacked at once and nothing else sees them. Code that leaves for the continuation takes the
//! object that CPython would have there along.

use super::function::{FunctionLowering, Home};
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
    /// The iterators of the arguments.
    iterators: Vec<LocalId>,
    /// Of arguments that are texts or bytes: the positions that stand for their iterators.
    texts: Vec<Option<TextLoop>>,
    /// `enumerate`: the number of the next item, and where it starts.
    count: Option<(LocalId, i64)>,
    /// What the turn got, the number first.
    items: Vec<LocalId>,
    /// `d.items()` of an exact dict of this type: the one iterator gives both items.
    dict: Option<u64>,
}

impl FunctionLowering<'_, '_> {
    /// No iterators, where they are never asked.
    pub fn pair_nothing(&mut self, number: usize) {
        let found = self.pair_loops[number].clone();
        for (iterator, text) in found.iterators.into_iter().zip(found.texts) {
            match text {
                Some(text) => self.text_nothing(text),
                None => self.emit(Some(iterator), Op::Copy(Const::None.into())),
            }
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
                return Some(PairLoop { iterators, texts: vec![None], count: None, items, dict: Some(dict) });
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
        let mut texts = Vec::new();
        for &arg in &args[..iterators] {
            let text = match self.program.types.var(self.key, arg) {
                Type::Exact(of @ (tag::STR | tag::BYTES | tag::BYTEARRAY)) => Some(self.new_text_loop(of)),
                _ => None,
            };
            let is_bytes = text.is_some_and(|text| text.of != tag::STR);
            items.push(self.body.new_local(if is_bytes { Repr::I64 } else { Repr::Value }));
            texts.push(text);
        }
        let iterators = (0..iterators).map(|_| self.body.new_local(Repr::Value)).collect();
        Some(PairLoop { iterators, texts, count, items, dict: None })
    }

    /// Lowers the call, the `GetIter` and the unpacking of such a loop; false if the op is none of them.
    pub fn pair_loop_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        match (op, dst.map(|dst| self.homes[dst])) {
            (hir::Op::Call { args, .. }, Some(Home::Pairs(number))) => {
                let found = self.pair_loops[number].clone();
                for ((&iterator, text), &arg) in found.iterators.iter().zip(&found.texts).zip(args) {
                    if let Some(text) = *text {
                        self.start_text_loop(text, arg);
                        continue;
                    }
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
                let found = self.pair_loops[number].clone();
                let first = found.items.len() - found.texts.len();
                for (text, &target) in found.texts.iter().zip(&targets[first..]) {
                    if let (Some(text), Some(local)) = (text, self.codes[target]) {
                        self.emit(Some(local), Op::Copy(text.code.into()));
                    }
                }
                let defined: Vec<(VarId, Operand)> =
                    targets.iter().zip(found.items).map(|(&target, item)| (target, item.into())).collect();
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
        let first = found.items.len() - found.iterators.len();
        let turns = found.iterators.iter().zip(&found.texts).zip(&found.items[first..]);
        for ((&iter, text), &dst) in turns {
            if let Some(text) = *text {
                self.next_text_item(text, dst, exit);
                continue;
            }
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

    /// The `enumerate` or `zip` object, or the iterator over a dict's items, as it would be now.
    pub fn pairs_object(&mut self, number: usize) -> Operand {
        let found = self.pair_loops[number].clone();
        if found.dict.is_some() {
            return found.iterators[0].into();
        }
        let values: Vec<Operand> = found
            .iterators
            .iter()
            .zip(&found.texts)
            .map(|(&iterator, text)| match *text {
                Some(text) => self.text_iterator_object(text),
                None => iterator.into(),
            })
            .collect();
        match found.count {
            Some((count, _)) => {
                let args = vec![Arg::Operand(values[0]), Arg::Operand(count.into())];
                self.compute(Repr::Value, Op::Rt { row: Rt::tp_enumerate_from, args })
            }
            None => self.compute(Repr::Value, super::containers::display(Rt::tp_zip_from, values)),
        }
    }

    /// Whether the item at that place of the turn's tuple is a character.
    pub fn is_char_of_pair(&self, number: usize, at: usize) -> bool {
        let found = &self.pair_loops[number];
        let first = found.items.len() - found.texts.len();
        at.checked_sub(first)
            .and_then(|at| found.texts[at])
            .is_some_and(|text| found.dict.is_none() && text.of == tag::STR)
    }

    /// The tuple that the turn got.
    pub fn pair_object(&mut self, number: usize) -> Operand {
        let items = self.pair_loops[number].items.clone();
        let values = items.into_iter().map(|item| self.as_value(item.into())).collect();
        self.compute(Repr::Value, super::containers::display(Rt::tp_build_tuple, values))
    }
}
