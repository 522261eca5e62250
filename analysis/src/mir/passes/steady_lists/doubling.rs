//! The second form of a loop: what is asked at its entry, and a copy that asks no more.

use super::counters::{Counter, Distance, Stop};
use super::{Facts, Source};
use crate::mir::body::*;
use crate::mir::repr::{Layout, Repr};
use runtime_interface::tag;
use std::collections::BTreeMap;

/// Counters beyond this are not asked about, nor terms beyond that: sums of both stay in 64 bits.
const FARTHEST_COUNTER: i64 = 1 << 60;
const LARGEST_TERM: i64 = 1 << 56;

/// The making of the copy.
pub(super) struct Doubling<'a> {
    body: &'a mut Body,
    facts: &'a Facts<'a>,
    /// Of each list that is used: its array and length.
    places: Vec<Option<(LocalId, LocalId)>>,
    /// Each list as the entry finds it.
    objects: Vec<Option<Operand>>,
    copies: BTreeMap<BlockId, BlockId>,
    /// The ends of copies that test an index.
    inner: Vec<BlockId>,
    line: u32,
}

impl<'a> Doubling<'a> {
    pub(super) fn new(body: &'a mut Body, facts: &'a Facts<'a>) -> Self {
        let header = &body.blocks[facts.found.header()];
        let line = header.statements.first().map_or(header.terminator_line, |statement| statement.line);
        let places = vec![None; facts.lists.len()];
        let objects = vec![None; facts.lists.len()];
        Doubling { body, facts, places, objects, copies: BTreeMap::new(), inner: vec![], line }
    }

    pub(super) fn run(mut self) {
        let blocks = &self.facts.found.blocks;
        let header = self.facts.found.header();
        let outside: Vec<BlockId> = self.body.blocks.ids().filter(|id| !blocks.contains(id)).collect();
        for &id in blocks {
            let copy = self.body.new_block(self.body.blocks[id].handler);
            self.copies.insert(id, copy);
            self.body.blocks[id].spare = true;
        }
        let entry = self.entry();
        for id in outside {
            let to_entry = |to: &mut BlockId| {
                if *to == header {
                    *to = entry;
                }
            };
            self.body.blocks[id].terminator.successors_mut(to_entry);
        }
        for &id in blocks {
            self.copy(id);
        }
        if self.facts.lists.iter().any(|list| list.grows) {
            self.keep_alive();
        }
    }

    /// Where the copy is left, its lists are in use still: appending may collect, and the arrays are theirs.
    fn keep_alive(&mut self) {
        let steady = self.facts.lists.iter().zip(&self.objects).filter(|(list, _)| list.is_steady());
        let objects: Vec<Operand> = steady.filter_map(|(_, object)| *object).collect();
        let copies: Vec<BlockId> = self.copies.values().chain(&self.inner).copied().collect();
        for &from in &copies {
            let mut ends = self.body.blocks[from].terminator.successors();
            ends.retain(|to| !copies.contains(to) && !self.body.blocks[*to].cold);
            for to in ends {
                let between = self.body.new_block(None);
                for &object in &objects {
                    let op = Op::KeepAlive(object);
                    let statement = Statement { dst: None, op, site: None, line: self.line };
                    self.body.blocks[between].statements.push(statement);
                }
                self.end(between, Terminator::Goto(to));
                self.body.blocks[from].terminator.successors_mut(|end| {
                    if *end == to {
                        *end = between;
                    }
                });
            }
        }
    }

    fn state(&mut self, block: BlockId, dst: LocalId, op: Op) {
        let line = self.line;
        self.body.blocks[block].statements.push(Statement { dst: Some(dst), op, site: None, line });
    }

    fn compute(&mut self, block: BlockId, repr: Repr, op: Op) -> Operand {
        let dst = self.body.new_local(repr);
        self.state(block, dst, op);
        dst.into()
    }

    fn end(&mut self, block: BlockId, terminator: Terminator) {
        self.body.blocks[block].terminator = terminator;
        self.body.blocks[block].terminator_line = self.line;
    }

    /// Goes on in a new block if the condition holds, else in the loop as it was.
    fn demand(&mut self, block: BlockId, cond: Op) -> BlockId {
        let cond = self.compute(block, Repr::Bool, cond);
        let then = self.body.new_block(None);
        self.end(block, Terminator::Branch { cond, then, otherwise: self.facts.found.header() });
        then
    }

    /// The blocks that ask what the copy takes for granted; the answer is the first of them.
    fn entry(&mut self) -> BlockId {
        let header = self.facts.found.header();
        let entry = self.body.new_block(None);
        let mut block = entry;
        for (at, list) in self.facts.lists.iter().enumerate().filter(|(_, list)| !list.mixed || list.grows) {
            let object = match list.source {
                Source::Row { of, index, dst } => {
                    let Some(parent) = self.objects[of] else { continue };
                    for (local, (op, a, b)) in self.facts.invariants.needed(index) {
                        self.state(block, local, Op::Int(op, a, b));
                    }
                    let then = self.body.new_block(None);
                    let item = Terminator::ListItem {
                        list: parent,
                        index,
                        dst,
                        references: true,
                        inside: false,
                        ok: then,
                        otherwise: header,
                    };
                    self.end(block, item);
                    block = then;
                    dst.into()
                }
                _ if !list.used => continue,
                Source::Variable(local) => local.into(),
                Source::Global(global) => self.compute(block, Repr::Value, Op::LoadGlobal(global)),
                Source::Field { object, shape, offset } => {
                    block = self.demand(block, Op::ShapeIs(object, shape));
                    self.compute(block, Repr::Value, Op::LoadField { object, offset })
                }
            };
            self.objects[at] = Some(object);
            if !list.used {
                continue;
            }
            block = self.demand(block, Op::TagIs(object, tag::LIST));
            if list.grows {
                continue;
            }
            if let Some(kind) = list.kind {
                block = self.demand(block, Op::ListKindIs(object, kind));
            }
            let array = self.body.new_local(Repr::Ptr(Layout::Any));
            self.state(block, array, Op::ListArray(object));
            let len = self.body.new_local(Repr::I64);
            self.state(block, len, Op::ListLen(object));
            self.places[at] = Some((array, len));
        }
        for (grows, appended) in self.facts.lists.iter().zip(self.objects.clone()) {
            let Some(appended) = appended.filter(|_| grows.grows) else { continue };
            for (list, object) in self.facts.lists.iter().zip(self.objects.clone()) {
                let Some(object) = object.filter(|_| list.is_steady()) else { continue };
                let same = self.compute(block, Repr::Bool, Op::Is(appended, object));
                block = self.demand(block, Op::Not(same));
            }
        }
        if let Some(counter) = &self.facts.counter {
            block = self.reach(block, counter);
        }
        self.end(block, Terminator::Goto(self.copies[&header]));
        entry
    }

    /// Asks whether the counter stays where indices are inside.
    fn reach(&mut self, mut block: BlockId, counter: &Counter) -> BlockId {
        let constant = |value| Operand::Const(Const::I64(value));
        let next = Operand::Local(counter.next);
        let stop = match counter.stop {
            Stop::Operand(stop) => stop,
            Stop::TextLength(text, of) => {
                block = self.demand(block, Op::TagIs(text, of));
                self.compute(block, Repr::I64, Op::TextLen(text, of))
            }
            Stop::Length(of) => match self.places[of] {
                Some((_, len)) => len.into(),
                None => return self.demand(block, Op::Copy(Const::Bool(false).into())),
            },
        };
        let terms = self.facts.terms();
        if !terms.is_empty() || !self.facts.plain.is_empty() {
            let (least, greatest) = if counter.step == 1 { (next, stop) } else { (stop, next) };
            block = self.demand(block, Op::CompareInt(CompareOp::Ge, least, constant(-FARTHEST_COUNTER)));
            block = self.demand(block, Op::CompareInt(CompareOp::Le, greatest, constant(FARTHEST_COUNTER)));
        }
        for term in terms {
            for (local, (op, a, b)) in self.facts.invariants.needed(term) {
                self.state(block, local, Op::Int(op, a, b));
            }
            block = self.demand(block, Op::CompareInt(CompareOp::Ge, term, constant(-LARGEST_TERM)));
            block = self.demand(block, Op::CompareInt(CompareOp::Le, term, constant(LARGEST_TERM)));
        }
        let lists = self.facts.reaches.iter();
        let lists = lists.filter_map(|&(list, distance)| Some((self.places[list]?.1.into(), distance)));
        let mut reaches: Vec<(Operand, Distance)> = lists.collect();
        for &(text, of, distance) in &self.facts.text_reaches {
            block = self.demand(block, Op::TagIs(text, of));
            reaches.push((self.compute(block, Repr::I64, Op::TextLen(text, of)), distance));
        }
        for (len, Distance { by, term }) in reaches {
            let [next, stop] = [next, stop].map(|end| match term {
                None => end,
                Some((is_subtracted, term)) => {
                    let op = if is_subtracted { IntOp::WrapSub } else { IntOp::WrapAdd };
                    self.compute(block, Repr::I64, Op::Int(op, end, term))
                }
            });
            // The least and the greatest index, and what bounds them.
            let (least, least_bound, greatest, room) = match counter.step {
                1 => (next, -by, stop, by),
                _ => (stop, -by - 1, next, by + 1),
            };
            block = self.demand(block, Op::CompareInt(CompareOp::Ge, least, constant(least_bound)));
            let most = match room {
                0 => len,
                room => self.compute(block, Repr::I64, Op::Int(IntOp::Sub, len, constant(room))),
            };
            block = self.demand(block, Op::CompareInt(CompareOp::Le, greatest, most));
        }
        block
    }

    fn copy(&mut self, id: BlockId) {
        let to = self.copies[&id];
        let Block { mut statements, mut terminator, terminator_line, .. } = self.body.blocks[id].clone();
        for (at, statement) in statements.iter_mut().enumerate() {
            if let Op::CharAt { inside, .. } = &mut statement.op {
                *inside |= self.facts.chars.contains(&(id, at));
            }
            let list = match statement.op {
                Op::ListLen(Operand::Local(list)) | Op::TagIs(Operand::Local(list), tag::LIST) => list,
                _ => continue,
            };
            let Some(&list) = self.facts.of_local.get(&list) else { continue };
            let is_list = self.facts.lists[list].used && self.objects[list].is_some();
            statement.op = match (&statement.op, self.places[list]) {
                (Op::ListLen(_), Some((_, len))) => Op::Copy(len.into()),
                (Op::TagIs(..), _) if is_list => Op::Copy(Const::Bool(true).into()),
                _ => continue,
            };
        }
        let line = terminator_line;
        if let Terminator::CheckedInt { op, dst, a, b, ok, .. } = terminator
            && self.facts.plain.contains(&id)
        {
            let op = if op == CheckedIntOp::Add { IntOp::Add } else { IntOp::Sub };
            statements.push(Statement { dst: Some(dst), op: Op::Int(op, a, b), site: None, line });
            terminator = Terminator::Goto(ok);
        }
        let mut end = to;
        let row = |dst| self.facts.rows.get(&dst).and_then(|&list| self.objects[list]);
        let item = match terminator {
            // Taken before the loop.
            Terminator::ListItem { dst, ok, .. } if row(dst).is_some() => {
                let known = row(dst).filter(|&known| known != dst.into());
                statements.extend(known.map(|known| {
                    let op = Op::Copy(known);
                    Statement { dst: Some(dst), op, site: None, line }
                }));
                terminator = Terminator::Goto(ok);
                None
            }
            _ => self.facts.items.get(&id),
        };
        let item = item.and_then(|&(list, known)| Some((self.places[list]?, known)));
        if let Some(((array, len), known)) = item {
            let (dst, op, index, ok) = match terminator {
                Terminator::ListItem { index, dst, ok, .. } => {
                    (Some(dst), Op::ArrayItem { array: array.into(), index }, index, ok)
                }
                Terminator::StoreListItem { index, value, ok, .. } => {
                    (None, Op::StoreArrayItem { array: array.into(), index, value }, index, ok)
                }
                _ => unreachable!("an item is taken or stored there"),
            };
            if !known {
                // Before the end, or outside: the loop as it was knows what to do.
                let apart = self.body.new_block(self.body.blocks[id].handler);
                self.body.blocks[apart].cold = true;
                self.body.blocks[apart].terminator = terminator;
                self.body.blocks[apart].terminator_line = line;
                let inside = self.body.new_local(Repr::Bool);
                let test = Op::IndexInside(index, len.into());
                statements.push(Statement { dst: Some(inside), op: test, site: None, line });
                end = self.body.new_block(self.body.blocks[id].handler);
                self.inner.push(end);
                self.body.blocks[to].terminator =
                    Terminator::Branch { cond: inside.into(), then: end, otherwise: apart };
                self.body.blocks[to].terminator_line = line;
            }
            let access = Statement { dst, op, site: None, line };
            if end == to {
                statements.push(access);
            } else {
                self.body.blocks[end].statements.push(access);
            }
            terminator = Terminator::Goto(ok);
        }
        let copies = &self.copies;
        terminator.successors_mut(|to| *to = copies.get(to).copied().unwrap_or(*to));
        self.body.blocks[to].statements = statements;
        self.body.blocks[end].terminator = terminator;
        self.body.blocks[end].terminator_line = line;
    }
}
