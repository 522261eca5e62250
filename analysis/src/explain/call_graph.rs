//! Who calls whom, as far as the analysis sees, and which functions call each other in circles.

use super::flow::Flow;
use crate::hir::{FunctionId, FunctionKind, Program};
use crate::modules::Origin;
use crate::source::SourceMap;
use crate::types::Solution;
use petgraph::{algo::tarjan_scc, graph::DiGraph};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

#[derive(Debug, Clone, Serialize)]
pub struct CallGraph {
    /// Functions that can be reached, in the order of the text.
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Node {
    /// `__main__.P.norm`
    pub name: String,
    pub path: String,
    pub line: u32,
    /// Of a module of the library.
    pub library: bool,
    /// The functions with the same number call each other in a circle; callees have lower numbers than callers.
    pub component: usize,
    pub recursive: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edge {
    /// Indices into `nodes`.
    pub from: usize,
    pub to: usize,
    /// Where the calls stand.
    pub lines: Vec<u32>,
}

impl CallGraph {
    pub fn of(program: &Program, map: &SourceMap, solution: &Solution) -> CallGraph {
        let flow = Flow::new(program, map, solution);
        let mut calls: BTreeMap<(FunctionId, FunctionId), BTreeSet<u32>> = BTreeMap::new();
        let mut called: BTreeSet<FunctionId> = BTreeSet::new();
        for key in solution.keys() {
            called.insert(key.function);
            for instr in program.functions[key.function].blocks.iter().flat_map(|block| &block.instrs) {
                for target in flow.targets(key, &instr.op) {
                    let line = map.start(instr.place.span).line;
                    calls.entry((key.function, target)).or_default().insert(line);
                }
            }
        }
        let order: Vec<FunctionId> = called.into_iter().collect();
        let index: BTreeMap<FunctionId, usize> = order.iter().enumerate().map(|(i, &f)| (f, i)).collect();
        let mut graph = DiGraph::<FunctionId, ()>::new();
        let nodes: Vec<_> = order.iter().map(|&function| graph.add_node(function)).collect();
        let mut edges = Vec::new();
        for ((from, to), lines) in calls {
            if let (Some(&from), Some(&to)) = (index.get(&from), index.get(&to)) {
                graph.add_edge(nodes[from], nodes[to], ());
                edges.push(Edge { from, to, lines: lines.into_iter().collect() });
            }
        }
        let mut component_of = vec![(0, false); order.len()];
        // petgraph gives callees before callers.
        for (number, component) in tarjan_scc(&graph).into_iter().enumerate() {
            for &node in &component {
                let recursive = component.len() > 1 || graph.contains_edge(node, node);
                component_of[index[&graph[node]]] = (number, recursive);
            }
        }
        let node = |(at, &id): (usize, &FunctionId)| {
            let function = &program.functions[id];
            let module = &program.modules[function.module];
            let module_name = program.names.text(module.name);
            let name = match function.kind {
                FunctionKind::Module => module_name.to_owned(),
                _ => format!("{module_name}.{}", program.names.text(function.qualname)),
            };
            Node {
                name,
                path: map.path(module.file).to_string_lossy().into_owned(),
                line: function.first_line,
                library: module.origin == Origin::Library,
                component: component_of[at].0,
                recursive: component_of[at].1,
            }
        };
        CallGraph { nodes: order.iter().enumerate().map(node).collect(), edges }
    }

    /// Each function, its callees indented below it; functions that call each other in a circle are marked.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for (at, node) in self.nodes.iter().enumerate().filter(|(_, node)| !node.library) {
            let circle: Vec<&str> = self
                .nodes
                .iter()
                .filter(|other| other.component == node.component && other.name != node.name)
                .map(|other| other.name.as_str())
                .collect();
            let mark = match (node.recursive, circle.is_empty()) {
                (false, _) => String::new(),
                (true, true) => "  (calls itself)".into(),
                (true, false) => format!("  (in a circle with {})", circle.join(", ")),
            };
            let _ = writeln!(out, "{}:{}{mark}", node.name, node.line);
            for edge in self.edges.iter().filter(|edge| edge.from == at) {
                let lines: Vec<String> = edge.lines.iter().map(u32::to_string).collect();
                let plural = if lines.len() == 1 { "line" } else { "lines" };
                let _ = writeln!(out, "    {} at {plural} {}", self.nodes[edge.to].name, lines.join(", "));
            }
        }
        out
    }

    /// For graphviz. Circles are boxes around their functions.
    pub fn dot(&self) -> String {
        let mut out =
            String::from("digraph calls {\n    rankdir=LR;\n    node [shape=box, fontname=\"monospace\"];\n");
        let mut components: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, node) in self.nodes.iter().enumerate() {
            components.entry(node.component).or_default().push(at);
        }
        for (number, members) in &components {
            let circle = members.len() > 1;
            if circle {
                let _ = writeln!(out, "    subgraph cluster_{number} {{\n    style=dashed;");
            }
            for &at in members {
                let node = &self.nodes[at];
                let style = if node.library { ", color=gray, fontcolor=gray" } else { "" };
                let _ = writeln!(out, "    n{at} [label=\"{}\\n:{}\"{style}];", node.name, node.line);
            }
            if circle {
                out.push_str("    }\n");
            }
        }
        for edge in &self.edges {
            let lines: Vec<String> = edge.lines.iter().map(u32::to_string).collect();
            let _ = writeln!(out, "    n{} -> n{} [label=\"{}\"];", edge.from, edge.to, lines.join(", "));
        }
        out + "}\n"
    }
}
