//! Takes out blocks that nothing reaches, and renumbers the others in their order.
//!
//! ```text
//! while True: ...        the block after the loop goes
//! return 1
//! ```

use crate::index::IndexVec;
use crate::mir::body::{BlockId, Body};
use crate::mir::program::Program;

pub fn run(program: &mut Program) {
    program.instances.iter_mut().for_each(|instance| remove(&mut instance.body));
}

/// One body.
pub fn remove(body: &mut Body) {
    if body.blocks.is_empty() {
        return;
    }
    let mut reached = IndexVec::from_elem(false, body.blocks.len());
    let mut work = vec![BlockId::new(0)];
    while let Some(block) = work.pop() {
        if !std::mem::replace(&mut reached[block], true) {
            work.extend(body.blocks[block].all_successors());
        }
    }
    let mut renumbered: IndexVec<BlockId, Option<BlockId>> = IndexVec::from_elem(None, body.blocks.len());
    let old = std::mem::take(&mut body.blocks);
    for (id, block) in old.ids().zip(old) {
        if reached[id] {
            renumbered[id] = Some(body.blocks.push(block));
        }
    }
    for block in body.blocks.iter_mut() {
        // A handler that nothing in the block can reach is gone with its block.
        block.handler = block.handler.and_then(|handler| renumbered[handler]);
        block.terminator.successors_mut(|to| *to = renumbered[*to].unwrap_or(*to));
    }
}
