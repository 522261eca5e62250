//! Takes out what cannot happen, by the size of ints: overflow edges, tests for zero and for negative numbers, the
//! corrections of `//` and `%`.
//!
//! ```python
//! for i in range(len(items)):      # 0 <= i < 2**56
//!     j = i * 2 + 1                # before: two overflow edges; after: a multiplication and an addition
//!     k = j % 10                   # before: a division with a correction of its sign; after: one without sign
//! ```
//!
//! An interval for each `I64` local at the start of each block, forward over the blocks: constants, lengths, masks and
//! remainders give intervals, comparisons narrow them on the edges of their branch. Where a loop makes an interval grow, its
//! bound goes to the next constant of the body and at last to the end of `i64` (so it ends), and two descending rounds take
//! back what was given away. A local without entry may be anything; a block without state is not reached.

use super::intervals::{Interval, negated};
use super::unreachable_blocks;
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::liveness::{LocalSet, live_at_start};
use crate::mir::program::Program;
use crate::mir::repr::Repr;
use runtime_interface::rows::Rt;
use std::collections::BTreeMap;

/// Lengths are less: the address space is smaller.
const LONGEST: i64 = 1 << 56;
const LAST_CODE_POINT: i64 = 0x10_ffff;
/// Ints up to here have an exact float.
const EXACT: i64 = 1 << 53;
/// Rounds in which bounds of loops go to the next constant; afterwards they go to the end.
const PATIENCE: u32 = 6;
/// Rounds over a body before it is left as it is.
const MOST_ROUNDS: u32 = 40;
/// Bodies with more blocks are left as they are.
const MOST_BLOCKS: usize = 4000;

type State = BTreeMap<LocalId, Interval>;

pub fn run(program: &mut Program) {
    for instance in program.instances.iter_mut().filter(|instance| !instance.quick) {
        narrow(&mut instance.body);
    }
}

fn narrow(body: &mut Body) {
    if body.blocks.is_empty() || body.blocks.len() > MOST_BLOCKS || !is_worth_it(body) {
        return;
    }
    let Some(states) = Analysis::new(body).solve() else { return };
    let mut removed = false;
    for id in body.blocks.ids() {
        if let Some(state) = &states[id] {
            removed |= rewrite(body, id, state.clone());
        }
    }
    if removed {
        unreachable_blocks::remove(body);
    }
}

fn is_worth_it(body: &Body) -> bool {
    body.blocks.iter().any(|block| {
        matches!(block.terminator, Terminator::CheckedInt { .. })
            || block.statements.iter().any(|statement| {
                matches!(
                    statement.op,
                    Op::Int(IntOp::Mod | IntOp::FloorDiv, ..) | Op::Rt { row: Rt::tp_int_truediv, .. }
                )
            })
    })
}

struct Analysis<'a> {
    body: &'a Body,
    live: IndexVec<BlockId, LocalSet>,
    /// Reachable blocks, each before its successors but for the edges back.
    order: Vec<BlockId>,
    position: IndexVec<BlockId, usize>,
    /// Sorted: where growing bounds stop for a while.
    stops: Vec<i64>,
    states: IndexVec<BlockId, Option<State>>,
}

impl<'a> Analysis<'a> {
    fn new(body: &'a Body) -> Self {
        let order = reverse_postorder(body);
        let mut position = IndexVec::from_elem(usize::MAX, body.blocks.len());
        for (at, &block) in order.iter().enumerate() {
            position[block] = at;
        }
        Self {
            body,
            live: live_at_start(body),
            order,
            position,
            stops: stops(body),
            states: IndexVec::from_elem(None, body.blocks.len()),
        }
    }

    /// The state at the start of each block.
    fn solve(mut self) -> Option<IndexVec<BlockId, Option<State>>> {
        let first = self.order[0];
        self.states[first] = Some(State::new());
        let mut round = 0;
        while self.ascend(round) {
            round += 1;
            if round > MOST_ROUNDS {
                return None;
            }
        }
        for _ in 0..2 {
            self.descend();
        }
        Some(self.states)
    }

    /// One round that lets states grow; whether any did.
    fn ascend(&mut self, round: u32) -> bool {
        let mut grew = false;
        for at in 0..self.order.len() {
            let from = self.order[at];
            let Some(state) = self.states[from].clone() else { continue };
            for (to, new) in self.edges(from, state) {
                let is_back = self.position[to] <= at;
                let joined = match &self.states[to] {
                    None => new,
                    Some(old) => {
                        let joined = join(old, &new);
                        if is_back && round > 0 { self.widened(old, joined, round) } else { joined }
                    }
                };
                if self.states[to].as_ref() != Some(&joined) {
                    self.states[to] = Some(joined);
                    grew = true;
                }
            }
        }
        grew
    }

    fn widened(&self, old: &State, mut joined: State, round: u32) -> State {
        for (local, new) in &mut joined {
            let old = old[local];
            if new.low < old.low {
                let next = self.stops.iter().rev().find(|&&stop| stop <= new.low);
                new.low = next.copied().filter(|_| round < PATIENCE).unwrap_or(i64::MIN);
            }
            if new.high > old.high {
                let next = self.stops.iter().find(|&&stop| stop >= new.high);
                new.high = next.copied().filter(|_| round < PATIENCE).unwrap_or(i64::MAX);
            }
        }
        joined.retain(|_, interval| *interval != Interval::ALL);
        joined
    }

    /// One round that computes each state anew from its predecessors: what holds for the old ones holds for the new.
    fn descend(&mut self) {
        let mut fresh: IndexVec<BlockId, Option<State>> = IndexVec::from_elem(None, self.body.blocks.len());
        fresh[self.order[0]] = Some(State::new());
        for at in 0..self.order.len() {
            let from = self.order[at];
            let Some(state) = self.states[from].clone() else { continue };
            for (to, new) in self.edges(from, state) {
                fresh[to] = Some(match &fresh[to] {
                    None => new,
                    Some(old) => join(old, &new),
                });
            }
        }
        self.states = fresh;
    }

    /// The states on the edges out of a block.
    fn edges(&self, from: BlockId, start: State) -> Vec<(BlockId, State)> {
        let block = &self.body.blocks[from];
        let mut edges = Vec::new();
        if let Some(handler) = block.handler.filter(|_| block.may_raise()) {
            let mut kept = start.clone();
            block.statements.iter().filter_map(|s| s.dst).for_each(|dst| {
                kept.remove(&dst);
            });
            edges.push((handler, self.pruned(handler, kept)));
        }
        let mut state = start;
        for statement in &block.statements {
            apply(self.body, &mut state, statement);
        }
        match &block.terminator {
            Terminator::CheckedInt { op, dst, a, b, ok, overflow } => {
                let (x, y) = (interval(&state, *a), interval(&state, *b));
                if !Interval::fits(*op, x, y) {
                    edges.push((*overflow, self.pruned(*overflow, state.clone())));
                }
                set(&mut state, *dst, Interval::checked(*op, x, y));
                edges.push((*ok, self.pruned(*ok, state)));
            }
            Terminator::Branch { cond, then, otherwise } => {
                let test = test_of(block, *cond);
                for (to, holds) in [(*then, true), (*otherwise, false)] {
                    if let Some(state) = narrowed(&state, test, holds) {
                        edges.push((to, self.pruned(to, state)));
                    }
                }
            }
            terminator => {
                let definitions = terminator.definitions();
                for to in terminator.successors() {
                    let mut state = state.clone();
                    definitions.iter().filter(|(_, at)| *at == to).for_each(|(local, _)| {
                        state.remove(local);
                    });
                    edges.push((to, self.pruned(to, state)));
                }
            }
        }
        edges
    }

    fn pruned(&self, to: BlockId, mut state: State) -> State {
        state.retain(|local, _| self.live[to].contains(*local));
        state
    }
}

fn join(a: &State, b: &State) -> State {
    let mut joined = State::new();
    for (local, &x) in a {
        if let Some(&y) = b.get(local) {
            set(&mut joined, *local, x.join(y));
        }
    }
    joined
}

fn set(state: &mut State, local: LocalId, interval: Interval) {
    if interval == Interval::ALL {
        state.remove(&local);
    } else {
        state.insert(local, interval);
    }
}

fn interval(state: &State, operand: Operand) -> Interval {
    match operand {
        Operand::Const(Const::I64(value)) => Interval::one(value),
        Operand::Local(local) => state.get(&local).copied().unwrap_or(Interval::ALL),
        Operand::Const(_) => Interval::ALL,
    }
}

/// What a statement makes of the intervals.
fn apply(body: &Body, state: &mut State, statement: &Statement) {
    let Some(dst) = statement.dst else { return };
    if body.locals[dst].repr != Repr::I64 {
        return;
    }
    let result = match &statement.op {
        Op::Copy(a) => interval(state, *a),
        Op::Int(op, a, b) => Interval::of_op(*op, interval(state, *a), interval(state, *b)),
        Op::BoolToInt(_) => Interval::of(0, 1),
        Op::Len(_) | Op::ListLen(_) | Op::TupleLen(_) | Op::TextLen(..) => Interval::of(0, LONGEST),
        Op::CharAt { .. } | Op::CharOf(_) => Interval::of(-1, 255),
        Op::Ord(_) => Interval::of(0, LAST_CODE_POINT),
        Op::Rt { row: Rt::tp_range_length, .. } => Interval::of(0, i64::MAX),
        Op::Rt { row: Rt::tp_int_float_compare, .. } => Interval::of(-1, 2),
        _ => Interval::ALL,
    };
    set(state, dst, result);
}

/// The comparison that a branch asks for.
type Test = (CompareOp, Operand, Operand);

/// What a condition compares, if that was computed in the same block and holds still at its end.
fn test_of(block: &Block, cond: Operand) -> Option<Test> {
    let Operand::Local(mut wanted) = cond else { return None };
    let mut negative = false;
    let mut changed: Vec<LocalId> = Vec::new();
    for statement in block.statements.iter().rev() {
        let Some(dst) = statement.dst else { continue };
        if dst == wanted {
            match statement.op {
                Op::Copy(Operand::Local(from)) => wanted = from,
                Op::Not(Operand::Local(from)) => {
                    wanted = from;
                    negative = !negative;
                }
                Op::CompareInt(op, a, b) => {
                    let is_changed =
                        |operand| matches!(operand, Operand::Local(local) if changed.contains(&local));
                    let op = if negative { negated(op) } else { op };
                    return (!is_changed(a) && !is_changed(b)).then_some((op, a, b));
                }
                _ => return None,
            }
        }
        changed.push(dst);
    }
    None
}

/// The state where a test holds, or does not; none if that cannot be.
fn narrowed(state: &State, test: Option<Test>, holds: bool) -> Option<State> {
    let mut state = state.clone();
    let Some((op, a, b)) = test else { return Some(state) };
    let op = if holds { op } else { negated(op) };
    let (x, y) = (interval(&state, a), interval(&state, b));
    let (x, y) = (Interval::where_holds(op, x, y)?, Interval::where_holds(op.swapped(), y, x)?);
    for (operand, interval) in [(a, x), (b, y)] {
        if let Operand::Local(local) = operand {
            set(&mut state, local, interval);
        }
    }
    Some(state)
}

/// Writes a block anew with what is known; whether an edge is gone.
fn rewrite(body: &mut Body, id: BlockId, mut state: State) -> bool {
    let mut statements = std::mem::take(&mut body.blocks[id].statements);
    // Floats that were made of ints in this block.
    let mut floats: BTreeMap<LocalId, Interval> = BTreeMap::new();
    let mut rewritten = Vec::with_capacity(statements.len());
    for mut statement in statements.drain(..) {
        if let Some(quotient) = exact_quotient(&state, &statement) {
            let [a, b] = quotient;
            let [x, y, q] = std::array::from_fn(|_| body.new_local(Repr::F64));
            let line = statement.line;
            let plain = |dst, op| Statement { dst: Some(dst), op, site: None, line };
            rewritten.push(plain(x, Op::IntToFloat(a)));
            rewritten.push(plain(y, Op::IntToFloat(b)));
            rewritten.push(plain(q, Op::Float(FloatOp::Div, x.into(), y.into())));
            statement = Statement { op: Op::Box(q.into()), site: None, ..statement };
        }
        simplify(&state, &floats, &mut statement.op);
        if let Some(dst) = statement.dst {
            floats.remove(&dst);
            if let Op::IntToFloat(a) = statement.op {
                floats.insert(dst, interval(&state, a));
            }
        }
        apply(body, &mut state, &statement);
        rewritten.push(statement);
    }
    let block = &mut body.blocks[id];
    block.statements = rewritten;
    match block.terminator {
        Terminator::CheckedInt { op, dst, a, b, ok, .. } => {
            let (x, y) = (interval(&state, a), interval(&state, b));
            if !Interval::fits(op, x, y) {
                return false;
            }
            let zero = Operand::Const(Const::I64(0));
            let mut op = match op {
                CheckedIntOp::Add => Op::Int(IntOp::Add, a, b),
                CheckedIntOp::Sub => Op::Int(IntOp::Sub, a, b),
                CheckedIntOp::Mul => Op::Int(IntOp::Mul, a, b),
                CheckedIntOp::FloorDiv => Op::Int(IntOp::FloorDiv, a, b),
                CheckedIntOp::Shl => Op::Int(IntOp::Shl, a, b),
                CheckedIntOp::Neg => Op::Int(IntOp::Sub, zero, a),
                CheckedIntOp::Abs if x.is_natural() => Op::Copy(a),
                CheckedIntOp::Abs => return false,
            };
            simplify(&state, &floats, &mut op);
            let line = block.terminator_line;
            block.statements.push(Statement { dst: Some(dst), op, site: None, line });
            block.terminator = Terminator::Goto(ok);
            true
        }
        Terminator::Branch { cond, then, otherwise } => {
            let known = match cond {
                Operand::Const(Const::Bool(known)) => Some(known),
                _ => {
                    block.statements.iter().rev().find(|s| s.dst.map(Operand::Local) == Some(cond)).and_then(
                        |statement| match statement.op {
                            Op::Copy(Operand::Const(Const::Bool(known))) => Some(known),
                            _ => None,
                        },
                    )
                }
            };
            if let Some(known) = known {
                block.terminator = Terminator::Goto(if known { then } else { otherwise });
            }
            known.is_some()
        }
        _ => false,
    }
}

/// The operands of `a / b` if both are exact as floats.
fn exact_quotient(state: &State, statement: &Statement) -> Option<[Operand; 2]> {
    let Op::Rt { row: Rt::tp_int_truediv, args } = &statement.op else { return None };
    let [Arg::Operand(a), Arg::Operand(b)] = args[..] else { return None };
    let is_exact = |operand| {
        let interval = interval(state, operand);
        interval.low >= -EXACT && interval.high <= EXACT
    };
    (is_exact(a) && is_exact(b) && !interval(state, b).contains(0)).then_some([a, b])
}

fn simplify(state: &State, floats: &BTreeMap<LocalId, Interval>, op: &mut Op) {
    let simpler = match *op {
        Op::Int(kind @ (IntOp::FloorDiv | IntOp::Mod), a, b) => {
            let (x, y) = (interval(state, a), interval(state, b));
            match (kind, b) {
                (IntOp::FloorDiv, Operand::Const(Const::I64(n))) if n > 0 && n & (n - 1) == 0 => {
                    Some(Op::Int(IntOp::Shr, a, Const::I64(n.trailing_zeros().into()).into()))
                }
                (IntOp::Mod, Operand::Const(Const::I64(n))) if n > 0 && n & (n - 1) == 0 => {
                    Some(Op::Int(IntOp::And, a, Const::I64(n - 1).into()))
                }
                _ if x.is_natural() && y.low > 0 => {
                    let kind = if kind == IntOp::Mod { IntOp::Urem } else { IntOp::Udiv };
                    Some(Op::Int(kind, a, b))
                }
                _ => None,
            }
        }
        Op::CompareInt(op, a, b) => Interval::compare(op, interval(state, a), interval(state, b))
            .map(|known| Op::Copy(Const::Bool(known).into())),
        Op::CompareFloat(CompareOp::Eq, Operand::Local(a), Operand::Const(Const::F64(0)))
            if floats.get(&a).is_some_and(|interval| !interval.contains(0)) =>
        {
            Some(Op::Copy(Const::Bool(false).into()))
        }
        _ => None,
    };
    if let Some(simpler) = simpler {
        *op = simpler;
    }
}

/// The int constants of a body, with their neighbours, and the bounds that often matter.
fn stops(body: &Body) -> Vec<i64> {
    let mut stops =
        vec![i64::MIN, -EXACT, -1, 0, 1, 255, LAST_CODE_POINT, u32::MAX.into(), EXACT, LONGEST, i64::MAX];
    let mut note = |operand| {
        if let Operand::Const(Const::I64(value)) = operand {
            stops.extend([value.saturating_sub(1), value, value.saturating_add(1)]);
        }
    };
    for block in body.blocks.iter().filter(|block| !block.cold) {
        block.statements.iter().for_each(|statement| statement.op.operands(&mut note));
        block.terminator.operands(&mut note);
    }
    stops.sort_unstable();
    stops.dedup();
    stops
}

fn reverse_postorder(body: &Body) -> Vec<BlockId> {
    let mut seen = IndexVec::from_elem(false, body.blocks.len());
    let first = BlockId::new(0);
    seen[first] = true;
    let mut stack = vec![(first, body.blocks[first].all_successors())];
    let mut order = Vec::new();
    while let Some((block, successors)) = stack.last_mut() {
        match successors.pop() {
            Some(next) => {
                if !std::mem::replace(&mut seen[next], true) {
                    stack.push((next, body.blocks[next].all_successors()));
                }
            }
            None => {
                order.push(*block);
                stack.pop();
            }
        }
    }
    order.reverse();
    order
}
