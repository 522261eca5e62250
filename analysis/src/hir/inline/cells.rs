//! Cells that no function captures any more become locals.
//!
//! ```text
//! def f(xs, n):                                n is a cell for the generator only; once that is inlined,
//!     return any(x == n for x in xs)           it is a local
//! ```

use crate::hir::{Function, Instr, LocalRef, NameFallback, Op, VarId, VarKind, definite};
use crate::index::IndexVec;

/// Makes locals of the cells that only this function makes and uses.
pub(super) fn release(function: &mut Function) {
    let mut own: IndexVec<VarId, bool> = IndexVec::from_elem(false, function.vars.len());
    let mut shared: IndexVec<VarId, bool> = IndexVec::from_elem(false, function.vars.len());
    for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
        match &instr.op {
            Op::NewCell(_) => own[instr.dst.expect("a new cell has a variable")] = true,
            Op::Closure(_) => shared[instr.dst.expect("a cell has a variable")] = true,
            Op::MakeFunction { closure, .. } | Op::MakeClass { closure, .. } => {
                closure.iter().for_each(|&cell| shared[cell] = true);
            }
            Op::CellObject(cell)
            | Op::Super { class_cell: cell, .. }
            | Op::LoadName { fallback: NameFallback::Cell(cell), .. } => shared[*cell] = true,
            _ => {}
        }
    }
    let released: IndexVec<VarId, bool> =
        own.iter().zip(shared.iter()).map(|(&own, &shared)| own && !shared).collect();
    for (var, info) in function.vars.iter_enumerated_mut() {
        if released[var] {
            info.kind = VarKind::Local;
        }
    }
    for block in function.blocks.iter_mut() {
        let instrs = std::mem::take(&mut block.instrs);
        for instr in instrs {
            release_in(instr, &released, &mut block.instrs);
        }
    }
    forget_unbinding(function, &released);
}

/// A new cell is empty, which only matters where the variable may be read so.
fn forget_unbinding(function: &mut Function, released: &IndexVec<VarId, bool>) {
    let mut sure = released.clone();
    let at_entry = definite::bound_at_entry(function);
    for (id, block) in function.blocks.iter_enumerated() {
        let mut bound = at_entry[id].clone();
        for instr in &block.instrs {
            match &instr.op {
                Op::CheckBound(var) => sure[*var] &= bound.contains(*var),
                Op::Locals(pairs) | Op::FinalizeDead(pairs) => {
                    for (_, place) in pairs {
                        if let LocalRef::Var(var) = *place {
                            sure[var] &= bound.contains(var);
                        }
                    }
                }
                _ => {}
            }
            definite::step(&mut bound, instr.dst, &instr.op);
        }
    }
    for block in function.blocks.iter_mut() {
        block.instrs.retain(|instr| !matches!((&instr.op, instr.dst), (Op::Unbind, Some(dst)) if sure[dst]));
    }
}

fn release_in(mut instr: Instr, released: &IndexVec<VarId, bool>, out: &mut Vec<Instr>) {
    let place = instr.place;
    let check = |cell: VarId| Instr { dst: None, op: Op::CheckBound(cell), place };
    match instr.op {
        Op::NewCell(value) if instr.dst.is_some_and(|dst| released[dst]) => {
            instr.op = value.map_or(Op::Unbind, Op::Copy);
        }
        Op::LoadCell(cell) if released[cell] => {
            out.push(check(cell));
            instr.op = Op::Copy(cell);
        }
        Op::StoreCell { cell, value } if released[cell] => {
            instr.dst = Some(cell);
            instr.op = Op::Copy(value);
        }
        Op::DelCell(cell) if released[cell] => {
            out.push(check(cell));
            instr.dst = Some(cell);
            instr.op = Op::Unbind;
        }
        Op::Locals(ref mut pairs) | Op::FinalizeDead(ref mut pairs) => {
            for (_, place) in pairs {
                if let LocalRef::Cell(cell) = *place
                    && released[cell]
                {
                    *place = LocalRef::Var(cell);
                }
            }
        }
        _ => {}
    }
    out.push(instr);
}
