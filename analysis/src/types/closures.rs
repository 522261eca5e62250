//! Which cell each free variable of each function is: found once, from the text, before the fixpoint.
//!
//! A cell is named by the function that makes it and the variable that holds it there.

use crate::hir::{FunctionId, Op, Program, VarId};
use std::collections::HashMap;

/// (function, cell variable) → the variable of the function that made the cell.
pub struct Cells {
    made_by: HashMap<(FunctionId, VarId), (FunctionId, VarId)>,
}

impl Cells {
    pub fn find(program: &Program) -> Cells {
        // For each function: its cell variables that come from the closure, and where it is made with which cells.
        let mut closures: HashMap<FunctionId, (FunctionId, Vec<VarId>)> = HashMap::new();
        let mut taken: Vec<(FunctionId, VarId, u32)> = vec![];
        for (id, function) in program.functions.iter_enumerated() {
            for instr in function.blocks.iter().flat_map(|b| &b.instrs) {
                match &instr.op {
                    Op::MakeFunction { function, closure, .. } => {
                        closures.insert(*function, (id, closure.clone()));
                    }
                    Op::MakeClass { class, closure, .. } => {
                        closures.insert(program.classes[*class].body, (id, closure.clone()));
                    }
                    Op::Closure(i) => {
                        if let Some(dst) = instr.dst {
                            taken.push((id, dst, *i));
                        }
                    }
                    _ => {}
                }
            }
        }
        let index: HashMap<(FunctionId, VarId), u32> = taken.iter().map(|&(f, v, i)| ((f, v), i)).collect();
        let mut made_by = HashMap::new();
        for &(function, var, _) in &taken {
            let mut at = (function, var);
            // Each step goes to the enclosing function, so this ends.
            while let Some(&i) = index.get(&at) {
                match closures.get(&at.0).and_then(|(maker, cells)| Some((*maker, *cells.get(i as usize)?))) {
                    Some(outer) => at = outer,
                    None => break,
                }
            }
            made_by.insert((function, var), at);
        }
        Cells { made_by }
    }

    /// The identity of the cell that a cell variable holds.
    pub fn identity(&self, function: FunctionId, var: VarId) -> (FunctionId, VarId) {
        self.made_by.get(&(function, var)).copied().unwrap_or((function, var))
    }
}
