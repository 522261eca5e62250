//! Loops over a few items that the text shows become as many copies of their body.
//!
//! ```text
//! for dx in (-1, 0, 1): body    =>    dx = -1; body; dx = 0; body; dx = 1; body
//! ```
//!
//! So there is no tuple and no iterator, and each copy knows its item. Inner loops go first; [`MOST_COPIED`] bounds what a
//! loop may grow to. `break`, `continue` and `else` are edges like others: what leaves the loop goes where it went.

use super::{BlockId, Const, Function, FunctionId, Instr, Op, Program, Terminator, Var, VarId, VarKind};
use crate::hir::block::Block;
use crate::index::IndexVec;

/// Items of a loop, and instructions of all copies of its body.
const MOST_ITEMS: usize = 8;
const MOST_COPIED: usize = 240;

/// Unrolls such loops in all functions that can be reached.
pub fn unroll_short_loops(program: &mut Program) {
    for id in program.functions.ids().collect::<Vec<FunctionId>>() {
        let function = &mut program.functions[id];
        if !function.reachable {
            continue;
        }
        let heads: Vec<BlockId> = function.blocks.ids().collect();
        // An inner loop ends where an outer one still goes on: its head comes later in the text.
        for head in heads.into_iter().rev() {
            if let Some(found) = find(function, head) {
                unroll(function, found);
            }
        }
    }
}

/// What the variable of the loop gets in each turn.
enum Items {
    Constants(Vec<Const>),
    Variables(Vec<VarId>),
}

impl Items {
    fn ops(self) -> Vec<Op> {
        match self {
            Items::Constants(all) => all.into_iter().map(Op::Const).collect(),
            Items::Variables(all) => all.into_iter().map(Op::Copy).collect(),
        }
    }
}

struct Loop {
    head: BlockId,
    dst: VarId,
    body: BlockId,
    exit: BlockId,
    /// The temporaries that the loop makes needless: the iterator and the display.
    needless: [VarId; 2],
    items: Items,
    blocks: Vec<BlockId>,
}

fn find(function: &Function, head: BlockId) -> Option<Loop> {
    let Terminator::ForNext { iter, dst, body, exit } = function.blocks[head].term else { return None };
    if !function.blocks[head].instrs.is_empty() {
        return None;
    }
    let Op::GetIter(display) = function.definition(iter)?.op else { return None };
    let items = match &function.definition(display)?.op {
        Op::Const(Const::Tuple(items)) => Items::Constants(items.to_vec()),
        Op::BuildTuple(items) | Op::BuildList(items) => Items::Variables(items.clone()),
        _ => return None,
    };
    let count = match &items {
        Items::Constants(all) => all.len(),
        Items::Variables(all) => all.len(),
    };
    if !(1..=MOST_ITEMS).contains(&count) || uses(function, iter) != 1 || uses(function, display) != 1 {
        return None;
    }
    let blocks = body_of(function, head, body)?;
    let size: usize = blocks.iter().map(|&block| function.blocks[block].instrs.len() + 1).sum();
    let fits = size * count <= MOST_COPIED && blocks.iter().all(|&block| may_copy(&function.blocks[block]));
    (fits && !is_used_after(function, &blocks)).then_some(Loop {
        head,
        dst,
        body,
        exit,
        needless: [iter, display],
        items,
        blocks,
    })
}

fn uses(function: &Function, var: VarId) -> usize {
    let mut count = 0;
    for block in function.blocks.iter() {
        block.instrs.iter().for_each(|i| i.op.for_each_use(&mut |used| count += usize::from(used == var)));
        count += block.term.uses().iter().filter(|&&used| used == var).count();
    }
    count
}

/// The blocks from which the loop comes back to its head; none if they can be entered elsewhere.
fn body_of(function: &Function, head: BlockId, body: BlockId) -> Option<Vec<BlockId>> {
    let mut sources: IndexVec<BlockId, Vec<BlockId>> = IndexVec::from_elem(vec![], function.blocks.len());
    for (id, block) in function.blocks.iter_enumerated() {
        for to in block.term.successors().into_iter().chain(block.handler) {
            sources[to].push(id);
        }
    }
    let mut after = vec![body];
    let mut at = 0;
    while let Some(&block) = after.get(at) {
        at += 1;
        let block = &function.blocks[block];
        for to in block.term.successors().into_iter().chain(block.handler) {
            if to != head && !after.contains(&to) {
                after.push(to);
            }
        }
    }
    let mut blocks: Vec<BlockId> =
        sources[head].iter().copied().filter(|from| after.contains(from)).collect();
    at = 0;
    while let Some(&block) = blocks.get(at) {
        at += 1;
        for &from in &sources[block] {
            if from != head && after.contains(&from) && !blocks.contains(&from) {
                blocks.push(from);
            }
        }
    }
    blocks.sort();
    blocks.dedup();
    let is_entered = |&block: &BlockId| {
        let inside = |from: &BlockId| blocks.contains(from) || block == body && *from == head;
        sources[block].iter().all(inside)
    };
    (blocks.contains(&body) && blocks.iter().all(is_entered)).then_some(blocks)
}

/// Definitions of functions, classes and cells stand in one place; generators keep their resume points few.
fn may_copy(block: &Block) -> bool {
    let suspends = matches!(block.term, Terminator::Yield { .. } | Terminator::YieldFrom { .. });
    let defines = |i: &Instr| {
        matches!(i.op, Op::MakeFunction { .. } | Op::MakeClass { .. } | Op::NewCell(_) | Op::Placeholder)
    };
    !suspends && !block.instrs.iter().any(defines)
}

/// Whether a temporary of these blocks is used in others.
fn is_used_after(function: &Function, blocks: &[BlockId]) -> bool {
    let mut made: IndexVec<VarId, bool> = IndexVec::from_elem(false, function.vars.len());
    for &block in blocks {
        for var in defined(&function.blocks[block]) {
            made[var] = function.vars[var].kind == VarKind::Temp;
        }
    }
    let mut found = false;
    for id in function.blocks.ids().filter(|id| !blocks.contains(id)) {
        let block = &function.blocks[id];
        block.instrs.iter().for_each(|i| i.op.for_each_use(&mut |used| found |= made[used]));
        found |= block.term.uses().iter().any(|&used| made[used]);
    }
    found
}

fn defined(block: &Block) -> Vec<VarId> {
    let by_instrs = block.instrs.iter().flat_map(|i| i.dst.into_iter().chain(i.op.more_defs()));
    by_instrs.chain(block.term.def()).collect()
}

fn unroll(function: &mut Function, found: Loop) {
    let Loop { head, dst, body, exit, needless, items, blocks } = found;
    let place = function.blocks[head].term_place;
    let handler = function.blocks[head].handler;
    let items = items.ops();
    let originals: Vec<Block> = blocks.iter().map(|&block| function.blocks[block].clone()).collect();
    let mut next = exit;
    // From the last turn to the first, so that each knows where the next one begins; the first takes the old blocks.
    for (turn, item) in items.into_iter().enumerate().rev() {
        let mut vars: IndexVec<VarId, VarId> = function.vars.ids().collect();
        let base = function.blocks.len();
        if turn > 0 {
            let temporaries = originals.iter().flat_map(defined).chain([dst]);
            for var in temporaries.filter(|&var| function.vars[var].kind == VarKind::Temp).collect::<Vec<_>>()
            {
                vars[var] = new_temporary(&mut function.vars);
            }
        }
        let copy_of = |block: BlockId| match blocks.iter().position(|&b| b == block) {
            _ if block == head => next,
            Some(at) if turn > 0 => BlockId::new(base + at),
            _ => block,
        };
        let copies: Vec<Block> = originals.iter().map(|block| copied(block, &vars, copy_of)).collect();
        let start = Block {
            instrs: vec![Instr { dst: Some(vars[dst]), op: item.clone(), place }],
            term: Terminator::Goto(copy_of(body)),
            term_place: place,
            handler,
        };
        for (mut block, &at) in copies.into_iter().zip(&blocks) {
            if let Op::Const(Const::Tuple(parts)) = &item {
                unpack_constants(&mut block, vars[dst], parts);
            }
            match turn {
                0 => function.blocks[at] = block,
                _ => {
                    function.blocks.push(block);
                }
            }
        }
        match turn {
            0 => function.blocks[head] = start,
            _ => next = function.blocks.push(start),
        }
    }
    for block in function.blocks.iter_mut() {
        block.instrs.retain(|i| !i.dst.is_some_and(|var| needless.contains(&var)));
    }
}

fn new_temporary(vars: &mut IndexVec<VarId, Var>) -> VarId {
    vars.push(Var { name: None, kind: VarKind::Temp, is_free: false, maybe_unbound: false })
}

fn copied(block: &Block, vars: &IndexVec<VarId, VarId>, copy_of: impl Fn(BlockId) -> BlockId) -> Block {
    let mut copy = block.clone();
    for instr in &mut copy.instrs {
        instr.rename(vars);
    }
    copy.term.uses_mut().into_iter().for_each(|var| *var = vars[*var]);
    copy.term.def_mut().into_iter().for_each(|var| *var = vars[*var]);
    copy.term.rename_targets(&copy_of);
    copy.handler = copy.handler.map(&copy_of);
    copy
}

/// `dx, dy = (1, 0)`: two constants.
fn unpack_constants(block: &mut Block, tuple: VarId, parts: &[Const]) {
    let Some(at) = block.instrs.iter().position(
        |i| matches!(&i.op, Op::Unpack { value, targets } if *value == tuple && targets.len() == parts.len()),
    ) else {
        return;
    };
    let instr = block.instrs.remove(at);
    let Op::Unpack { targets, .. } = instr.op else { unreachable!("the position of one") };
    let place = instr.place;
    let constants = targets.into_iter().zip(parts).map(|(target, part)| Instr {
        dst: Some(target),
        op: Op::Const(part.clone()),
        place,
    });
    block.instrs.splice(at..at, constants);
}
