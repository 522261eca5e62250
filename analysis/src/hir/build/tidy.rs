//! The last step for each function: unreachable blocks go, chains of blocks become one, blocks are numbered in textual
//! order, `CheckBound` stays only where the local may be unbound, and a method is looked up by the op that calls it where
//! nothing in between can be seen.

use super::super::definite;
use crate::{
    hir::{Block, BlockId, Function, Op, Terminator, VarId},
    index::IndexVec,
};

pub(super) fn tidy(function: &mut Function, layout: &[BlockId]) {
    thread_jumps(function);
    merge_chains(function, layout);
    number(function, layout);
    definite::settle_checks(function);
    fuse_method_calls(function);
}

/// `LoadMethod` becomes a part of the `CallMethod` if what stands between them neither raises nor runs other code.
fn fuse_method_calls(function: &mut Function) {
    for block in function.blocks.iter_mut() {
        let mut last: Option<(usize, VarId)> = None;
        let mut fused = Vec::new();
        for (i, instr) in block.instrs.iter_mut().enumerate() {
            match &mut instr.op {
                Op::LoadMethod { .. } => last = instr.dst.map(|dst| (i, dst)),
                Op::CallMethod { method, .. } => {
                    if let Some((at, dst)) = last.take()
                        && method.is_some_and(|(called, _)| called == dst)
                    {
                        *method = None;
                        fused.push(at);
                    }
                }
                Op::Const(_) | Op::LoadBuiltin(_) | Op::Copy(_) => {}
                _ => last = None,
            }
        }
        let mut i = 0;
        block.instrs.retain(|_| {
            i += 1;
            fused.binary_search(&(i - 1)).is_err()
        });
    }
}

fn entry(layout: &[BlockId]) -> BlockId {
    layout[0]
}

/// Which blocks can be reached, by jumps and by exceptions.
fn reachable(function: &Function, from: BlockId) -> IndexVec<BlockId, bool> {
    let mut seen = IndexVec::from_elem(false, function.blocks.len());
    let mut stack = vec![from];
    seen[from] = true;
    while let Some(at) = stack.pop() {
        let block = &function.blocks[at];
        let raising = block.term.can_raise() || block.instrs.iter().any(|i| i.op.can_raise());
        let handler = block.handler.filter(|_| raising);
        for to in block.term.successors().into_iter().chain(handler) {
            if !seen[to] {
                seen[to] = true;
                stack.push(to);
            }
        }
    }
    seen
}

/// Jumps to a block that only jumps on go to its end at once.
fn thread_jumps(function: &mut Function) {
    let through: IndexVec<BlockId, Option<BlockId>> = IndexVec::from_vec(
        function
            .blocks
            .iter()
            .map(|block| match block.term {
                Terminator::Goto(to) if block.instrs.is_empty() => Some(to),
                _ => None,
            })
            .collect(),
    );
    let end = |mut at: BlockId| {
        // `while True: pass` is a circle of such blocks.
        for _ in 0..through.len() {
            match through[at] {
                Some(to) => at = to,
                None => break,
            }
        }
        at
    };
    for block in function.blocks.iter_mut() {
        block.term.rename_targets(end);
    }
}

/// Appends to each block the one that only it jumps to.
fn merge_chains(function: &mut Function, layout: &[BlockId]) {
    let reached = reachable(function, entry(layout));
    let mut sources: IndexVec<BlockId, u32> = IndexVec::from_elem(0, function.blocks.len());
    sources[entry(layout)] += 1;
    for &at in layout.iter().filter(|&&at| reached[at]) {
        let block = &function.blocks[at];
        for to in block.term.successors().into_iter().chain(block.handler) {
            sources[to] += 1;
        }
    }
    for &at in layout.iter().filter(|&&at| reached[at]) {
        while let Terminator::Goto(next) = function.blocks[at].term {
            let same_handler = function.blocks[next].handler == function.blocks[at].handler;
            // A block that cannot raise may go along with any handler.
            let quiet =
                |block: &Block| !block.term.can_raise() && !block.instrs.iter().any(|i| i.op.can_raise());
            let adopt = !same_handler && quiet(&function.blocks[at]);
            let fits = same_handler || adopt || quiet(&function.blocks[next]);
            if next == at || sources[next] != 1 || !fits {
                break;
            }
            let term_place = function.blocks[at].term_place;
            let next_block = std::mem::replace(
                &mut function.blocks[next],
                Block { instrs: Vec::new(), term: Terminator::Unreachable, term_place, handler: None },
            );
            let block = &mut function.blocks[at];
            if adopt {
                block.handler = next_block.handler;
            }
            block.instrs.extend(next_block.instrs);
            block.term = next_block.term;
            block.term_place = next_block.term_place;
        }
    }
}

fn number(function: &mut Function, layout: &[BlockId]) {
    let reached = reachable(function, entry(layout));
    let kept: Vec<BlockId> = layout.iter().copied().filter(|&at| reached[at]).collect();
    let mut new_ids: IndexVec<BlockId, Option<BlockId>> = IndexVec::from_elem(None, function.blocks.len());
    for (number, &old) in kept.iter().enumerate() {
        new_ids[old] = Some(BlockId::new(number));
    }
    let renamed = |old: BlockId| new_ids[old].expect("jumps from reachable blocks end in such");
    let mut blocks = IndexVec::with_capacity(kept.len());
    for old in kept {
        let mut block = function.blocks[old].clone();
        block.handler = block.handler.and_then(|handler| new_ids[handler]);
        block.term.rename_targets(renamed);
        blocks.push(block);
    }
    function.blocks = blocks;
}
