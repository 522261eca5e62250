//! The innermost loops of a body, as far as its hot blocks go: cold blocks and the edges of exceptions are not followed.
//!
//! A *loop* is a header and the blocks from which control comes back to it without passing anything else than the loop;
//! the header *dominates* them: nothing hot enters elsewhere. It is innermost if no header of another loop is in it.

use crate::index::IndexVec;
use crate::mir::body::{BlockId, Body};

/// One loop; the header is the first of its blocks, and each block stands after those that dominate it.
#[derive(Debug)]
pub struct Loop {
    pub blocks: Vec<BlockId>,
    /// The blocks that go back to the header.
    pub latches: Vec<BlockId>,
}

impl Loop {
    pub fn header(&self) -> BlockId {
        self.blocks[0]
    }
}

/// Which hot block dominates which.
pub struct Dominators {
    /// By reverse postorder; none for what is not reached.
    position: IndexVec<BlockId, Option<usize>>,
    order: Vec<BlockId>,
    /// The immediate dominator of each, as a position.
    immediate: Vec<usize>,
}

impl Dominators {
    /// The algorithm of Cooper, Harvey and Kennedy: ends because each step goes up the order.
    pub fn of(body: &Body) -> Dominators {
        let order = reverse_postorder(body);
        let mut position = IndexVec::from_elem(None, body.blocks.len());
        for (at, &block) in order.iter().enumerate() {
            position[block] = Some(at);
        }
        let mut before: Vec<Vec<usize>> = vec![Vec::new(); order.len()];
        for (at, &block) in order.iter().enumerate() {
            for to in hot_successors(body, block) {
                before[position[to].expect("a successor is reached")].push(at);
            }
        }
        let mut immediate = vec![usize::MAX; order.len()];
        immediate[0] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for at in 1..order.len() {
                let known = before[at].iter().copied().filter(|&from| immediate[from] != usize::MAX);
                let new = known.reduce(|a, b| common(&immediate, a, b)).expect("one comes first");
                changed |= std::mem::replace(&mut immediate[at], new) != new;
            }
        }
        Dominators { position, order, immediate }
    }

    /// Whether control passes `a` on each hot way to `b`; a block dominates itself.
    pub fn dominates(&self, a: BlockId, b: BlockId) -> bool {
        let (Some(a), Some(mut b)) = (self.position[a], self.position[b]) else { return false };
        while b > a {
            b = self.immediate[b];
        }
        a == b
    }
}

fn common(immediate: &[usize], mut a: usize, mut b: usize) -> usize {
    while a != b {
        if a > b {
            a = immediate[a];
        } else {
            b = immediate[b];
        }
    }
    a
}

fn hot_successors(body: &Body, block: BlockId) -> Vec<BlockId> {
    let mut all = body.blocks[block].terminator.successors();
    all.retain(|&to| !body.blocks[to].cold);
    all
}

fn reverse_postorder(body: &Body) -> Vec<BlockId> {
    let mut seen = IndexVec::from_elem(false, body.blocks.len());
    let first = BlockId::new(0);
    seen[first] = true;
    let mut stack = vec![(first, hot_successors(body, first))];
    let mut order = Vec::new();
    while let Some((block, successors)) = stack.last_mut() {
        match successors.pop() {
            Some(next) => {
                if !std::mem::replace(&mut seen[next], true) {
                    stack.push((next, hot_successors(body, next)));
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

/// The innermost loops, in the order of their headers.
pub fn innermost(body: &Body, dominators: &Dominators) -> Vec<Loop> {
    let mut before: IndexVec<BlockId, Vec<BlockId>> = IndexVec::from_elem(Vec::new(), body.blocks.len());
    let mut latches: IndexVec<BlockId, Vec<BlockId>> = IndexVec::from_elem(Vec::new(), body.blocks.len());
    for &block in &dominators.order {
        for to in hot_successors(body, block) {
            before[to].push(block);
            if dominators.dominates(to, block) {
                latches[to].push(block);
            }
        }
    }
    let mut loops = Vec::new();
    for &header in &dominators.order {
        if latches[header].is_empty() {
            continue;
        }
        let mut inside = vec![header];
        let mut work = latches[header].clone();
        while let Some(block) = work.pop() {
            if !inside.contains(&block) {
                inside.push(block);
                work.extend(&before[block]);
            }
        }
        if inside[1..].iter().all(|&block| latches[block].is_empty()) {
            inside.sort_by_key(|&block| dominators.position[block]);
            loops.push(Loop { blocks: inside, latches: latches[header].clone() });
        }
    }
    loops
}
