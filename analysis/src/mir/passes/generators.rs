//! Generators become state machines. Run on each resume function as it is made; afterwards no `Yield` is left.
//!
//! ```text
//! def count(n):                 resume(generator, mode, sent):
//!     while True:                   switch generator.state { 0: start, 1: resume1 }
//!         yield n          =>       ...
//!         n += 1                    frame[3] = n; state = 1; return n
//!                               resume1:
//!                                   n = frame[3]; if mode is THROW: raise
//!                                   n += 1 ...
//! ```
//!
//! A local that is live across some yield gets a slot of the generator's frame: tag and payload, of which an unboxed local
//! reads the latter only. All others stay locals. At a yield only those are stored that were assigned since they were loaded from their slots.
//! Stack arrays are made anew at every resumption. While the function runs the state says so, and whoever asks for the next
//! item then, or when it has finished, is refused.

use super::unreachable_blocks;
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::liveness::{LocalSet, across_yield, live_at_start};
use crate::mir::repr::Repr;
use runtime_interface::layout::generators::{NEXT, RUNNING, THROW};
use runtime_interface::rows::Rt;
use std::collections::BTreeMap;

/// Takes out all `Yield`s; slots from `first_free` on may be used. `params` are generator, mode and sent value. `entered` are
/// more states, with the blocks where they begin; `handles` says whether the generator may be suspended while it handles an
/// exception. The answer is the size of the frame.
pub fn make_state_machine(
    body: &mut Body,
    params: &[LocalId],
    first_free: u32,
    entered: &[(u64, BlockId)],
    handles: bool,
) -> u32 {
    let [generator, mode, sent] = params[..] else { panic!("a resume function has three parameters") };
    let live = live_at_start(body);
    let yields: Vec<BlockId> = body
        .blocks
        .iter_enumerated()
        .filter(|(_, block)| matches!(block.terminator, Terminator::Yield { .. }))
        .map(|(id, _)| id)
        .collect();
    let stack_arrays = stack_arrays(body);
    let mut slots: IndexVec<LocalId, Option<u32>> = IndexVec::from_elem(None, body.locals.len());
    let mut frame_size = first_free;
    let mut states = Vec::new();

    let mut kept_at: BTreeMap<BlockId, LocalSet> = BTreeMap::new();
    for &block in &yields {
        let mut kept = across_yield(body, &body.blocks[block], &live);
        kept.remove(generator);
        kept.remove(mode);
        stack_arrays.iter().for_each(|&array| kept.remove(array));
        for local in kept.iter() {
            slots[local].get_or_insert_with(|| {
                frame_size += 1;
                frame_size - 1
            });
        }
        kept_at.insert(block, kept);
    }
    let in_frame = in_frame(body, &kept_at, entered);

    for (&block, state) in yields.iter().zip(1..) {
        let kept: Vec<LocalId> = kept_at[&block].iter().collect();
        let slot = |local: LocalId| slots[local].unwrap_or_default();
        let stopped = std::mem::replace(&mut body.blocks[block].terminator, Terminator::Unreachable);
        let Terminator::Yield { value, sent: dst, resume, site } = stopped else { unreachable!() };

        for &local in kept.iter().filter(|&&local| !in_frame[&block].contains(local)) {
            let store =
                Op::StoreFrame { generator: generator.into(), index: slot(local), value: local.into() };
            push(body, block, None, store);
        }
        push(body, block, None, Op::StoreState { generator: generator.into(), state });
        body.blocks[block].terminator = Terminator::Return(value);

        let handler = body.blocks[block].handler;
        let back = body.new_block(None);
        let thrown = body.new_block(handler);
        let go_on = body.new_block(None);
        let line = body.blocks[block].terminator_line;
        for new in [back, thrown, go_on] {
            body.blocks[new].terminator_line = line;
        }
        states.push((state, back));
        for &local in &kept {
            let load = Op::LoadFrame { generator: generator.into(), index: slot(local) };
            push(body, back, Some(local), load);
        }
        let is_throw = body.new_local(Repr::Bool);
        push(
            body,
            back,
            Some(is_throw),
            Op::CompareRaw(CompareOp::Eq, mode.into(), Const::Raw(THROW).into()),
        );
        body.blocks[back].terminator =
            Terminator::Branch { cond: is_throw.into(), then: thrown, otherwise: go_on };
        body.blocks[thrown].terminator = Terminator::Raise { site };
        if let Some(dst) = dst {
            push(body, go_on, Some(dst), Op::Copy(sent.into()));
        }
        body.blocks[go_on].terminator = Terminator::Goto(resume);
    }
    states.extend(entered);
    dispatch(body, (generator, mode), states, handles);
    unreachable_blocks::remove(body);
    frame_size
}

/// For each yield: the locals that are in their slots already when control comes to it. A forward analysis: at joins the
/// intersection; it ends because sets only shrink.
fn in_frame(
    body: &Body,
    kept_at: &BTreeMap<BlockId, LocalSet>,
    entered: &[(u64, BlockId)],
) -> BTreeMap<BlockId, LocalSet> {
    let mut all = LocalSet::new(body);
    body.locals.ids().for_each(|local| all.insert(local));
    let mut at_start = IndexVec::from_elem(all, body.blocks.len());
    at_start[BlockId::new(0)] = LocalSet::new(body);
    entered.iter().for_each(|&(_, block)| at_start[block] = LocalSet::new(body));
    let mut changed = true;
    while changed {
        changed = false;
        for (id, block) in body.blocks.iter_enumerated() {
            let mut now = at_start[id].clone();
            block.statements.iter().filter_map(|statement| statement.dst).for_each(|dst| now.remove(dst));
            let definitions = block.terminator.definitions();
            // What the block assigns may or may not have been assigned when something raised.
            let mut raised = now.clone();
            definitions.iter().for_each(|&(dst, _)| raised.remove(dst));
            if let Some(kept) = kept_at.get(&id) {
                now = kept.clone();
                raised = raised.intersection(kept);
            }
            definitions.iter().for_each(|&(dst, _)| now.remove(dst));
            for to in block.terminator.successors() {
                changed |= at_start[to].intersect(&now);
            }
            if let Some(handler) = block.handler {
                changed |= at_start[handler].intersect(&raised);
            }
        }
    }
    let at_end = |id: BlockId| {
        let mut now = at_start[id].clone();
        let statements = &body.blocks[id].statements;
        statements.iter().filter_map(|statement| statement.dst).for_each(|dst| now.remove(dst));
        now
    };
    kept_at.keys().map(|&id| (id, at_end(id))).collect()
}

/// The entry block goes to where the generator stopped. Its own code becomes the block for state 0.
fn dispatch(
    body: &mut Body,
    (generator, mode): (LocalId, LocalId),
    mut states: Vec<(u64, BlockId)>,
    handles: bool,
) {
    let entry = BlockId::new(0);
    let start = body.new_block(body.blocks[entry].handler);
    let old = std::mem::take(&mut body.blocks[entry].statements);
    let (arrays, rest): (Vec<_>, Vec<_>) =
        old.into_iter().partition(|statement| matches!(statement.op, Op::StackArray(_)));
    body.blocks[start].statements = rest;
    body.blocks[start].terminator =
        std::mem::replace(&mut body.blocks[entry].terminator, Terminator::Unreachable);
    body.blocks[start].terminator_line = std::mem::take(&mut body.blocks[entry].terminator_line);
    body.blocks[entry].statements = arrays;
    states.insert(0, (0, start));
    for &(_, block) in &states {
        let line = body.blocks[block].statements.first().map_or(0, |first| first.line);
        let op = Op::StoreState { generator: generator.into(), state: RUNNING };
        body.blocks[block].statements.insert(0, Statement { dst: None, op, site: None, line });
    }
    let mut select = entry;
    if handles {
        let is_next = body.new_local(Repr::Bool);
        let op = Op::CompareRaw(CompareOp::Eq, mode.into(), Const::Raw(NEXT).into());
        push(body, entry, Some(is_next), op);
        let handling = answer_of(body, Rt::tp_generator_ask, generator);
        select = body.new_block(None);
        body.blocks[entry].terminator =
            Terminator::Branch { cond: is_next.into(), then: handling, otherwise: select };
    }
    let state = body.new_local(Repr::Raw);
    push(body, select, Some(state), Op::LoadState { generator: generator.into() });
    let refused = answer_of(body, Rt::tp_generator_ask, generator);
    body.blocks[refused].cold = true;
    body.blocks[select].terminator =
        Terminator::Switch { on: state.into(), cases: states, otherwise: refused };
}

/// A block that returns what the row answers, be it an exception.
fn answer_of(body: &mut Body, row: Rt, generator: LocalId) -> BlockId {
    let block = body.new_block(None);
    let answer = body.new_local(Repr::Value);
    push(body, block, Some(answer), Op::Rt { row, args: vec![Arg::Operand(generator.into())] });
    body.blocks[block].terminator = Terminator::Return(answer.into());
    block
}

fn stack_arrays(body: &Body) -> Vec<LocalId> {
    let statements = body.blocks.iter().flat_map(|block| &block.statements);
    statements.filter(|s| matches!(s.op, Op::StackArray(_))).filter_map(|s| s.dst).collect()
}

fn push(body: &mut Body, block: BlockId, dst: Option<LocalId>, op: Op) {
    let line = body.blocks[block].terminator_line;
    body.blocks[block].statements.push(Statement { dst, op, site: None, line });
}
