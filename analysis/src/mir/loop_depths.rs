//! How deep in loops the blocks of a body are, cold ones and edges of exceptions included.

use crate::index::IndexVec;
use crate::mir::body::{BlockId, Body};
use petgraph::{algo::tarjan_scc, graph::DiGraph};
use std::collections::BTreeMap;

/// How many loops each block is in.
pub fn loop_depths(body: &Body) -> IndexVec<BlockId, u32> {
    let mut depths = IndexVec::from_elem(0, body.blocks.len());
    let all: Vec<BlockId> = body.blocks.ids().collect();
    nest(body, &all, None, &mut depths);
    depths
}

/// A loop is a strongly connected component; without its head, what is left of it are the loops inside.
fn nest(body: &Body, blocks: &[BlockId], head: Option<BlockId>, depths: &mut IndexVec<BlockId, u32>) {
    let mut graph = DiGraph::<BlockId, ()>::new();
    let nodes: BTreeMap<BlockId, _> = blocks.iter().map(|&block| (block, graph.add_node(block))).collect();
    for (&block, &node) in &nodes {
        for to in body.blocks[block].all_successors() {
            if let Some(&to) = nodes.get(&to).filter(|_| Some(to) != head) {
                graph.add_edge(node, to, ());
            }
        }
    }
    for component in tarjan_scc(&graph) {
        let is_loop = component.len() > 1 || graph.contains_edge(component[0], component[0]);
        if !is_loop {
            continue;
        }
        let mut inside: Vec<BlockId> = component.iter().map(|&node| graph[node]).collect();
        inside.sort();
        inside.iter().for_each(|&block| depths[block] += 1);
        // The head is where control comes in: the first, as blocks are in the order of the text.
        let head = inside[0];
        if inside.len() > 1 {
            nest(body, &inside, Some(head), depths);
        }
    }
}
