//! The legal contract of HIR, asserted in debug builds and tests: a violation is a bug of the builder.
//!
//! - every jump ends in a block of the function; the entry block is never jumped to by an exception;
//! - a temporary has one definition, and every variable but a local that may be unbound is assigned before each use;
//! - `dst` is there exactly if the op has a result; cell operations work on cell variables, and only they do;
//! - a branch goes by a test; a handler block begins with `TakeException`, and only handler blocks contain it.

use super::{BlockId, Function, LocalRef, NameFallback, Op, Program, Terminator, VarId, VarKind, definite};
use crate::index::IndexVec;

/// Panics with the function's text at the first violation.
pub fn verify_program(program: &Program) {
    for (id, function) in program.functions.iter_enumerated() {
        if let Err(message) = verify_function(function) {
            let text = super::print_function(program, id, function, None);
            panic!("HIR of {id} is broken: {message}\n{text}");
        }
    }
}

fn verify_function(function: &Function) -> Result<(), String> {
    let verifier = Verifier { function, handlers: handlers(function), tests: tests(function) };
    verifier.definitions()?;
    let at_entry = definite::bound_at_entry(function);
    for (id, block) in function.blocks.iter_enumerated() {
        let mut bound = at_entry[id].clone();
        for (at, instr) in block.instrs.iter().enumerate() {
            let here = format!("{id}, instruction {at}");
            if instr.dst.is_some() != instr.op.has_result() {
                return Err(format!("{here}: result and op do not agree"));
            }
            verifier.kinds(instr.dst, &instr.op).map_err(|e| format!("{here}: {e}"))?;
            verifier.uses(&instr.op.uses(), &instr.op, &bound).map_err(|e| format!("{here}: {e}"))?;
            let takes = matches!(instr.op, Op::TakeException);
            if takes != (verifier.handlers[id] && at == 0) {
                return Err(format!("{here}: TakeException belongs first in a handler"));
            }
            definite::step(&mut bound, instr.dst, &instr.op);
        }
        if verifier.handlers[id] && block.instrs.is_empty() {
            return Err(format!("{id}: a handler takes the exception"));
        }
        verifier
            .uses(&block.term.uses(), &Op::Unbind, &bound)
            .map_err(|e| format!("{id}, terminator: {e}"))?;
        for to in block.term.successors().into_iter().chain(block.handler) {
            if to.index() >= function.blocks.len() {
                return Err(format!("{id} jumps to {to}, which does not exist"));
            }
        }
        if let Terminator::Branch { cond, .. } = block.term
            && !verifier.tests[cond]
        {
            return Err(format!("{id} branches by {cond}, which is no test"));
        }
    }
    Ok(())
}

/// Which blocks exceptions go to.
fn handlers(function: &Function) -> IndexVec<BlockId, bool> {
    let mut found = IndexVec::from_elem(false, function.blocks.len());
    for block in function.blocks.iter() {
        if let Some(handler) = block.handler {
            found[handler] = true;
        }
    }
    found
}

/// Which variables all their definitions make tests.
fn tests(function: &Function) -> IndexVec<VarId, bool> {
    let mut found = IndexVec::from_elem(false, function.vars.len());
    for block in function.blocks.iter() {
        for instr in &block.instrs {
            if let Some(dst) = instr.dst.filter(|_| !matches!(instr.op, Op::Placeholder)) {
                found[dst] = instr.op.is_test();
            }
        }
    }
    found
}

struct Verifier<'a> {
    function: &'a Function,
    handlers: IndexVec<BlockId, bool>,
    tests: IndexVec<VarId, bool>,
}

impl Verifier<'_> {
    fn definitions(&self) -> Result<(), String> {
        let mut counts: IndexVec<VarId, u32> = IndexVec::from_elem(0, self.function.vars.len());
        for param in &self.function.params {
            counts[param.var] += 1;
        }
        for block in self.function.blocks.iter() {
            for instr in &block.instrs {
                // A temporary may hold nothing where another way sets it.
                if matches!(instr.op, Op::Placeholder) {
                    continue;
                }
                for var in instr.op.more_defs().into_iter().chain(instr.dst) {
                    counts[var] += 1;
                }
            }
            if let Some(var) = block.term.def() {
                counts[var] += 1;
            }
        }
        for (var, &count) in counts.iter_enumerated() {
            if self.function.vars[var].kind == VarKind::Temp && count > 1 {
                return Err(format!("{var} is a temporary with {count} definitions"));
            }
        }
        Ok(())
    }

    fn uses(&self, uses: &[VarId], op: &Op, bound: &definite::VarSet) -> Result<(), String> {
        for &var in uses {
            let info = &self.function.vars[var];
            let checks = matches!(op, Op::CheckBound(_) | Op::Locals(_) | Op::FinalizeDead(_));
            let excused = checks && info.kind == VarKind::Local && info.maybe_unbound;
            if !bound.contains(var) && !excused {
                return Err(format!("{var} is used before it is assigned"));
            }
        }
        Ok(())
    }

    /// Cells are used as cells, and nothing else is.
    fn kinds(&self, dst: Option<VarId>, op: &Op) -> Result<(), String> {
        let is_cell = |var: VarId| self.function.vars[var].kind == VarKind::Cell;
        let cells: Vec<VarId> = match op {
            Op::LoadCell(cell) | Op::DelCell(cell) | Op::CellObject(cell) => vec![*cell],
            Op::StoreCell { cell, .. } => vec![*cell],
            Op::Super { class_cell, .. } => vec![*class_cell],
            Op::LoadName { fallback: NameFallback::Cell(cell), .. } => vec![*cell],
            Op::MakeFunction { closure, .. } | Op::MakeClass { closure, .. } => closure.clone(),
            Op::Locals(pairs) | Op::FinalizeDead(pairs) => pairs
                .iter()
                .filter_map(|&(_, place)| match place {
                    LocalRef::Cell(cell) => Some(cell),
                    LocalRef::Var(_) => None,
                })
                .collect(),
            _ => Vec::new(),
        };
        if let Some(&var) = cells.iter().find(|&&var| !is_cell(var)) {
            return Err(format!("{var} is used as a cell"));
        }
        let used = op.uses();
        if let Some(&var) = used.iter().find(|&&var| is_cell(var) && !cells.contains(&var)) {
            return Err(format!("the cell {var} is used as a value"));
        }
        let makes_cell = matches!(op, Op::NewCell(_) | Op::Closure(_));
        match dst {
            Some(dst) if is_cell(dst) != makes_cell => Err(format!("{dst}: cell and value mixed")),
            _ => Ok(()),
        }
    }
}
