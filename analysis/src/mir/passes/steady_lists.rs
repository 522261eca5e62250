//! Loops that change no list: what is asked of the lists is asked once, before the loop.
//!
//! ```python
//! for k in range(m):
//!     total += row[k] * column[k]
//! ```
//!
//! Before: each turn tests that `row` is a list, holds floats and has an item `k`, and loads the array from it. After: the
//! loop is there twice.
//!
//! ```text
//! entry:   row and column are lists of FLOAT, 0 <= start, m <= len(row), m <= len(column)?   else the loop as it was
//! steady:  while k < m: total += row_array[k] * column_array[k]; k += 1
//! ```
//!
//! A list is *steady* in a loop if nothing on the hot ways through it can give it another length, kind or array: there are
//! no calls, and stores are of unboxed items. It stands in a variable that the loop does not assign, in a
//! field or global that it does not store into, or is a *row*: an item of a steady list at an index that the loop does not
//! change. Where control leaves the hot ways (an index outside, a list
//! that must become one of values) it goes on in the loop as it was, which shares all variables; so nothing has to be undone.
//!
//! A list that the loop appends to is not steady; the others are, if the entry finds that they are other lists. The index of
//! a row may be computed in the loop of what the loop does not change (`table[i - 1][j]`).
//!
//! Tests of an index go, too, where the loop counts (`while next < stop: i = next; next += 1`) and the index is the counter
//! or next to it. An index that is used in some turns only must be the counter itself, or below it where it is known where the
//! counter starts: `xs[i + 1]` behind `if i + 1 < n` is tested in the loop.

mod counters;
mod doubling;
mod invariants;

use self::counters::{Counter, Distance};
use self::doubling::Doubling;
use self::invariants::Invariants;
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::liveness::{LocalSet, live_at_start};
use crate::mir::loops::{Dominators, Loop, innermost};
use crate::mir::program::{InstanceId, Program, ShapeId};
use crate::mir::repr::Repr;
use runtime_interface::layout::lists;
use runtime_interface::rows::{Effects, Rt};
use runtime_interface::tag;
use std::collections::{BTreeMap, BTreeSet};

/// Bodies with more blocks are left as they are.
const MOST_BLOCKS: usize = 4000;
/// Loops with more operations are left as they are: the copy costs more than the tests.
const MOST_OPERATIONS: usize = 200;

pub fn run(program: &mut Program) {
    let arithmetic: IndexVec<InstanceId, bool> =
        program.instances.iter().map(|instance| is_arithmetic(&instance.body, &instance.params)).collect();
    for instance in program.instances.iter_mut().filter(|instance| !instance.quick && !instance.cold) {
        let body = &mut instance.body;
        let is_worth_it = body.blocks.iter().any(|block| {
            matches!(block.terminator, Terminator::ListItem { .. } | Terminator::StoreListItem { .. })
                || block.statements.iter().any(|s| matches!(s.op, Op::CharAt { inside: false, .. }))
        });
        if !is_worth_it || body.blocks.len() > MOST_BLOCKS {
            continue;
        }
        let dominators = Dominators::of(body);
        let live = live_at_start(body);
        let params = &live[BlockId::new(0)];
        for found in innermost(body, &dominators) {
            let facts = Facts::of(body, &found, &dominators, (&live[found.header()], params), &arithmetic);
            if let Some(facts) = facts {
                Doubling::new(body, &facts).run();
            }
        }
    }
}

/// Whether a function computes with unboxed arguments and does nothing else, whatever becomes of its numbers.
fn is_arithmetic(body: &Body, params: &[LocalId]) -> bool {
    let is_number = |repr| matches!(repr, Repr::I64 | Repr::F64 | Repr::Bool);
    !body.blocks.is_empty()
        && body.blocks.iter().all(|block| block.handler.is_none())
        && params.iter().all(|&param| is_number(body.locals[param].repr))
        && body.blocks.iter().filter(|block| !block.cold).all(|block| {
            let goes_on = matches!(
                block.terminator,
                Terminator::Goto(_)
                    | Terminator::Branch { .. }
                    | Terminator::Return(_)
                    | Terminator::CheckedInt { .. }
            );
            goes_on
                && block.statements.iter().all(|statement| {
                    is_still(&statement.op)
                        && statement.dst.is_none_or(|dst| {
                            is_number(body.locals[dst].repr) || matches!(statement.op, Op::Box(_))
                        })
                })
        })
}

/// Whether an operation changes no list, and runs nothing that could.
fn is_still(op: &Op) -> bool {
    match op {
        Op::Copy(_)
        | Op::Unbox(_)
        | Op::Tag(_)
        | Op::TagIs(..)
        | Op::TagIn(..)
        | Op::FunctionIs(..)
        | Op::ShapeIs(..)
        | Op::HasDict(_)
        | Op::LoadField { .. }
        | Op::IntToFloat(_)
        | Op::BoolToInt(_)
        | Op::Bits(_)
        | Op::Word(_)
        | Op::FieldWord(_)
        | Op::IsFieldWord(_)
        | Op::WordOfField(_)
        | Op::Int(..)
        | Op::Float(..)
        | Op::FloatNeg(_)
        | Op::Round(..)
        | Op::Sqrt(_)
        | Op::FloatAbs(_)
        | Op::FloatToInt(_)
        | Op::CompareInt(..)
        | Op::CompareFloat(..)
        | Op::CompareRaw(..)
        | Op::SameText(..)
        | Op::Not(_)
        | Op::Is(..)
        | Op::ListLen(_)
        | Op::TextLen(..)
        | Op::CharAt { .. }
        | Op::CharOf(_)
        | Op::Char(_)
        | Op::CharIn(..)
        | Op::IsTupleOf(..)
        | Op::TupleItem { .. }
        | Op::LoadGlobal(_)
        | Op::CheckBound { .. }
        | Op::LoadCell(_) => true,
        Op::Rt { row, .. } => row.row().effects.has(Effects::PURE) && !op.may_raise(),
        _ => false,
    }
}

/// A list that is steady.
#[derive(Debug)]
struct Steady {
    source: Source,
    /// What its array must hold, once that is known.
    kind: Option<u64>,
    /// Its length or items are asked for.
    used: bool,
    /// It is used in two ways.
    mixed: bool,
    /// The loop appends to it.
    grows: bool,
}

impl Steady {
    fn new(source: Source) -> Steady {
        Steady { source, kind: None, used: false, mixed: false, grows: false }
    }

    fn is_steady(&self) -> bool {
        !self.mixed && !self.grows
    }
}

/// Where a steady list is found.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Source {
    Variable(LocalId),
    Global(Global),
    Field {
        object: Operand,
        shape: ShapeId,
        offset: u32,
    },
    /// An item of another one, and where the loop puts it.
    Row {
        of: usize,
        index: Operand,
        dst: LocalId,
    },
}

/// What is known of one loop that is worth a copy.
struct Facts<'a> {
    found: &'a Loop,
    invariants: Invariants,
    /// The lists that rows are put into the variables of.
    rows: BTreeMap<LocalId, usize>,
    lists: Vec<Steady>,
    /// The lists behind the variables of the loop.
    of_local: BTreeMap<LocalId, usize>,
    counter: Option<Counter>,
    /// Which list each block's terminator takes an item of, or stores into, and whether the index needs no test there.
    items: BTreeMap<BlockId, (usize, bool)>,
    /// Lists and distances from the counter, which must lie in them.
    reaches: Vec<(usize, Distance)>,
    /// The same of texts, of this type.
    text_reaches: Vec<(Operand, u64, Distance)>,
    /// Statements that take a character which is there.
    chars: BTreeSet<(BlockId, usize)>,
    /// Blocks whose arithmetic cannot overflow, if the counter and what is added to it are no large numbers.
    plain: BTreeSet<BlockId>,
}

impl<'a> Facts<'a> {
    fn of(
        body: &Body,
        found: &'a Loop,
        dominators: &Dominators,
        (live, params): (&LocalSet, &LocalSet),
        arithmetic: &IndexVec<InstanceId, bool>,
    ) -> Option<Facts<'a>> {
        let mut operations = 0;
        let mut stores = vec![];
        for &id in &found.blocks {
            let block = &body.blocks[id];
            operations += block.statements.len() + 1;
            if !block.statements.iter().all(|statement| match &statement.op {
                Op::Box(a) => body.repr(*a) != Repr::Word,
                Op::StoreField { .. } | Op::FieldIsNext { .. } | Op::StoreGlobal(..) => true,
                Op::Rt { row: Rt::tp_list_append, .. } => true,
                op => is_still(op),
            }) {
                return None;
            }
            match &block.terminator {
                Terminator::CallUnboxed { instance, .. } if arithmetic[*instance] => {}
                Terminator::StoreListItem { .. } => stores.push(id),
                Terminator::Goto(_)
                | Terminator::Branch { .. }
                | Terminator::Switch { .. }
                | Terminator::CheckedInt { .. }
                | Terminator::ListItem { .. } => {}
                _ => return None,
            }
        }
        if operations > MOST_OPERATIONS {
            return None;
        }
        let mut assigned: BTreeMap<LocalId, u32> = BTreeMap::new();
        for &id in &found.blocks {
            let block = &body.blocks[id];
            let defined = block.terminator.definitions().into_iter().map(|(local, _)| local);
            for local in block.statements.iter().filter_map(|statement| statement.dst).chain(defined) {
                *assigned.entry(local).or_default() += 1;
            }
        }
        let invariants = Invariants::of(body, found, &assigned, live);
        let variables = Variables { body, found, live, params, assigned, invariants };
        // Rows may be taken along only if no store reaches a list of values.
        let mut tracing = Tracing::of(&variables, true);
        if !stores.iter().all(|id| tracing.items.contains_key(id)) {
            tracing = Tracing::of(&variables, false);
        }
        let Tracing { lists, of_local, items, rows, .. } = tracing;
        let counter = variables.counter(dominators, &of_local, &lists);
        if items.is_empty() && counter.is_none() {
            return None;
        }
        let start = counter.as_ref().and_then(|counter| variables.start(counter));
        let distances =
            counter.as_ref().map(|counter| variables.distances(counter, dominators)).unwrap_or_default();
        let (known_items, reaches, text_reaches) = Default::default();
        let (chars, plain) = Default::default();
        let mut facts = Facts {
            found,
            invariants: variables.invariants.clone(),
            rows,
            lists,
            of_local,
            counter,
            items: known_items,
            reaches,
            text_reaches,
            chars,
            plain,
        };
        let is_always = |id| found.latches.iter().all(|&latch| dominators.dominates(id, latch));
        for (id, list) in items {
            let (index, inside) = match body.blocks[id].terminator {
                Terminator::ListItem { index, inside, .. } => (index, inside),
                Terminator::StoreListItem { index, .. } => (index, false),
                _ => unreachable!("an item is taken or stored there"),
            };
            let distance = match (&facts.counter, index) {
                (Some(counter), Operand::Local(local)) if local == counter.next => {
                    counter.distance_at(id, usize::MAX, dominators)
                }
                (_, Operand::Local(local)) => distances.get(&local).copied(),
                _ => None,
            };
            let is_below = |distance: Distance| start.is_some_and(|start| distance.is_below(start));
            let distance = distance.filter(|&distance| {
                !inside && (is_always(id) || distance == Distance::NONE || is_below(distance))
            });
            if let Some(distance) = distance.filter(|&distance| !facts.reaches.contains(&(list, distance))) {
                facts.reaches.push((list, distance));
            }
            facts.items.insert(id, (list, inside || distance.is_some()));
        }
        facts.find_chars(&variables, &distances, is_always);
        if facts.items.is_empty() && facts.chars.is_empty() {
            return None;
        }
        facts.find_plain(body, &distances);
        Some(facts)
    }

    fn find_chars(
        &mut self,
        variables: &Variables,
        distances: &BTreeMap<LocalId, Distance>,
        is_always: impl Fn(BlockId) -> bool,
    ) {
        for &id in self.found.blocks.iter().filter(|&&id| is_always(id)) {
            for (at, statement) in variables.body.blocks[id].statements.iter().enumerate() {
                if let Op::CharAt { text, of: of @ (tag::STR | tag::BYTES), index, inside: false } =
                    statement.op
                    && variables.is_fixed(text)
                    && let Operand::Local(index) = index
                    && let Some(&distance) = distances.get(&index)
                {
                    self.chars.insert((id, at));
                    if !self.text_reaches.contains(&(text, of, distance)) {
                        self.text_reaches.push((text, of, distance));
                    }
                }
            }
        }
    }

    /// Sums of the counter and what the entry asks about anyway.
    fn find_plain(&mut self, body: &Body, distances: &BTreeMap<LocalId, Distance>) {
        let terms: Vec<Operand> = self.terms();
        for &id in &self.found.blocks {
            if let Terminator::CheckedInt { op: CheckedIntOp::Add | CheckedIntOp::Sub, dst, .. } =
                body.blocks[id].terminator
                && let Some(distance) = distances.get(&dst)
                && distance.term.is_none_or(|(_, term)| terms.contains(&term))
            {
                self.plain.insert(id);
            }
        }
    }

    /// What is added to the counter where items are taken.
    fn terms(&self) -> Vec<Operand> {
        let distances = self.reaches.iter().map(|(_, distance)| distance);
        let distances = distances.chain(self.text_reaches.iter().map(|(_, _, distance)| distance));
        let mut terms: Vec<Operand> = vec![];
        for (_, term) in distances.filter_map(|distance| distance.term) {
            if !terms.contains(&term) {
                terms.push(term);
            }
        }
        terms
    }
}

/// Which variables the loop assigns.
struct Variables<'a> {
    body: &'a Body,
    found: &'a Loop,
    /// Live at the header.
    live: &'a LocalSet,
    /// Live at the start of the body.
    params: &'a LocalSet,
    assigned: BTreeMap<LocalId, u32>,
    invariants: Invariants,
}

impl Variables<'_> {
    fn is_fixed(&self, operand: Operand) -> bool {
        match operand {
            Operand::Local(local) => !self.assigned.contains_key(&local),
            Operand::Const(_) => true,
        }
    }

    /// Whether each reading in the loop sees what this turn has assigned, in one place.
    fn is_of_turn(&self, local: LocalId) -> bool {
        self.assigned.get(&local) == Some(&1) && !self.live.contains(local)
    }

    /// What a load finds, if the loop stores nothing there.
    fn source(&self, load: &Op) -> Option<Source> {
        let all = || self.found.blocks.iter().flat_map(|&id| &self.body.blocks[id].statements);
        match *load {
            Op::LoadGlobal(global) => {
                let stored = all().any(|s| matches!(s.op, Op::StoreGlobal(to, _) if to == global));
                (!stored).then_some(Source::Global(global))
            }
            Op::LoadField { object, offset } if self.is_fixed(object) => {
                let stored = all().any(|s| matches!(s.op, Op::StoreField { offset: to, .. } if to == offset));
                let shape = all().find_map(|s| match s.op {
                    Op::ShapeIs(of, shape) if of == object => Some(shape),
                    _ => None,
                })?;
                (!stored).then_some(Source::Field { object, shape, offset })
            }
            _ => None,
        }
    }
}

/// The search for lists, in the order of the blocks.
struct Tracing<'a> {
    lists: Vec<Steady>,
    of_local: BTreeMap<LocalId, usize>,
    items: BTreeMap<BlockId, usize>,
    rows: BTreeMap<LocalId, usize>,
    variables: &'a Variables<'a>,
}

impl<'a> Tracing<'a> {
    fn of(variables: &'a Variables<'a>, rows: bool) -> Tracing<'a> {
        let (of_local, items, all_rows) = Default::default();
        let mut tracing = Tracing { lists: vec![], of_local, items, rows: all_rows, variables };
        let body = variables.body;
        for &id in &variables.found.blocks {
            let block = &body.blocks[id];
            for statement in &block.statements {
                match (&statement.op, statement.dst) {
                    (Op::Copy(from), Some(dst)) if body.locals[dst].repr == Repr::Value => {
                        if variables.is_of_turn(dst)
                            && let Some(list) = tracing.known(*from)
                        {
                            tracing.of_local.insert(dst, list);
                        }
                    }
                    (Op::CheckBound { value, .. }, Some(dst)) if variables.is_of_turn(dst) => {
                        if let Some(list) = tracing.known(*value) {
                            tracing.of_local.insert(dst, list);
                        }
                    }
                    (op @ (Op::LoadField { .. } | Op::LoadGlobal(_)), Some(dst))
                        if variables.is_of_turn(dst) =>
                    {
                        if let Some(source) = variables.source(op) {
                            let at = tracing.lists.iter().position(|list| list.source == source);
                            let at = at.unwrap_or_else(|| {
                                tracing.lists.push(Steady::new(source));
                                tracing.lists.len() - 1
                            });
                            tracing.of_local.insert(dst, at);
                        }
                    }
                    (Op::ListLen(list), _) => {
                        tracing.list(*list);
                    }
                    (Op::Rt { row: Rt::tp_list_append, args }, _) => {
                        let appended = match args[..] {
                            [Arg::Operand(list), _] => tracing.list(list),
                            _ => None,
                        };
                        // Any list could be it.
                        let Some(appended) = appended else { return Tracing::nothing(variables) };
                        tracing.lists[appended].grows = true;
                    }
                    _ => {}
                }
            }
            let (list, kind) = match block.terminator {
                Terminator::ListItem { list, dst, references, .. } => {
                    (list, kind_of(body.locals[dst].repr).or(references.then_some(lists::VALUES)))
                }
                Terminator::StoreListItem { list, value, .. } => (list, kind_of(body.repr(value))),
                _ => continue,
            };
            let (Some(kind), Some(list)) = (kind, tracing.list(list)) else { continue };
            let known = &mut tracing.lists[list];
            known.mixed |= known.kind.is_some_and(|known| known != kind);
            known.kind = Some(kind);
            tracing.items.insert(id, list);
            if let Terminator::ListItem { index, dst, references: true, .. } = block.terminator
                && rows
                && variables.is_of_turn(dst)
                && let Some(index) = variables.invariants.representative(index)
            {
                let is_it = |row: &Steady| matches!(row.source, Source::Row { of, index: at, .. } if (of, at) == (list, index));
                let at = tracing.lists.iter().position(is_it).unwrap_or_else(|| {
                    tracing.lists.push(Steady::new(Source::Row { of: list, index, dst }));
                    tracing.lists.len() - 1
                });
                tracing.of_local.insert(dst, at);
                tracing.rows.insert(dst, at);
            }
        }
        // A row of what turned out to be used in two ways is not steady either: parents stand before rows.
        for at in 0..tracing.lists.len() {
            if let Source::Row { of, .. } = tracing.lists[at].source {
                // What is appended to must be known at the entry.
                if tracing.lists[at].grows && !tracing.lists[of].is_steady() {
                    return Tracing::nothing(variables);
                }
                tracing.lists[at].mixed |= !tracing.lists[of].is_steady();
            }
        }
        let Tracing { lists, items, of_local, rows, .. } = &mut tracing;
        items.retain(|_, list| lists[*list].is_steady());
        of_local.retain(|_, list| !lists[*list].mixed);
        rows.retain(|_, list| !lists[*list].mixed);
        tracing
    }

    fn nothing(variables: &'a Variables<'a>) -> Tracing<'a> {
        let (of_local, items, rows) = Default::default();
        Tracing { lists: vec![], of_local, items, rows, variables }
    }

    fn known(&self, operand: Operand) -> Option<usize> {
        match operand {
            Operand::Local(local) => self.of_local.get(&local).copied(),
            Operand::Const(_) => None,
        }
    }

    /// The list that a variable holds, if it is steady.
    fn list(&mut self, operand: Operand) -> Option<usize> {
        let Operand::Local(local) = operand else { return None };
        if let Some(known) = self.known(operand) {
            self.lists[known].used = true;
            return Some(known);
        }
        if !self.variables.is_fixed(operand) {
            return None;
        }
        self.of_local.insert(local, self.lists.len());
        let source = Source::Variable(local);
        self.lists.push(Steady { used: true, ..Steady::new(source) });
        Some(self.lists.len() - 1)
    }
}

/// The kind of a list whose array holds what this representation is, unboxed.
fn kind_of(repr: Repr) -> Option<u64> {
    match repr {
        Repr::I64 => Some(tag::INT),
        Repr::F64 => Some(tag::FLOAT),
        Repr::Bool => Some(tag::BOOL),
        _ => None,
    }
}
