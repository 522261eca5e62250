//! Which variables hold ints of up to 64 bits without sign: results of `& 0xFFFFFFFFFFFFFFFF`, as random numbers and hashes
//! have them. Half of them do not fit an `i64`, so that a variable for them is a [`Repr::Word`](crate::mir::Repr::Word).
//!
//! ```python
//! self.state = (self.state * 6364136223846793005 + 1) & 0xFFFFFFFFFFFFFFFF    # the attribute `state` is wide
//! x = self.state                                                              # and so is x
//! ```
//!
//! It is a guess from the program's text, by names, and only about representation: what turns out to be no such int makes
//! control leave for the continuation.

use super::defaults::KnownFunctions;
use crate::hir::{
    self, BinaryOp, Const, FunctionId, GlobalId, Op, Symbol, Terminator, UnaryOp, VarId, VarKind,
};
use crate::index::IndexVec;
use crate::mir::body::Global;
use crate::modules::ModuleId;
use num_bigint::BigInt;
use std::collections::HashSet;

/// Guesses about the whole program.
pub(super) struct WideInts {
    vars: IndexVec<FunctionId, IndexVec<VarId, bool>>,
    attributes: HashSet<Symbol>,
    globals: HashSet<(ModuleId, GlobalId)>,
    results: IndexVec<FunctionId, bool>,
    /// Names of functions with such results: methods are called by name.
    names: HashSet<Symbol>,
}

impl WideInts {
    pub fn of(hir: &hir::Program, known: &KnownFunctions) -> Self {
        let mut wide = Self {
            vars: hir.functions.iter().map(|f| IndexVec::from_elem(false, f.vars.len())).collect(),
            attributes: HashSet::new(),
            globals: HashSet::new(),
            results: IndexVec::from_elem(false, hir.functions.len()),
            names: HashSet::new(),
        };
        let has_mask = |function: &hir::Function| {
            let constants = constants(function);
            let mut instrs = function.blocks.iter().flat_map(|block| &block.instrs);
            instrs.any(|instr| mask_of(&instr.op, &constants).is_some_and(|(_, mask)| mask > i64::MAX as u64))
        };
        if !hir.functions.iter().any(has_mask) {
            return wide;
        }
        // Sets only grow.
        loop {
            let mut grew = false;
            for id in hir.functions.ids() {
                grew |= wide.look_through(hir, known, id);
            }
            if !grew {
                return wide;
            }
        }
    }

    pub fn is_wide(&self, function: FunctionId, var: VarId) -> bool {
        self.vars[function].get(var).copied().unwrap_or(false)
    }

    /// Whether attributes of this name are stored as words.
    pub fn is_wide_attribute(&self, name: Symbol) -> bool {
        self.attributes.contains(&name)
    }

    fn look_through(&mut self, hir: &hir::Program, known: &KnownFunctions, id: FunctionId) -> bool {
        let function = &hir.functions[id];
        let module = function.module;
        let constants = constants(function);
        let mut grew = false;
        let mut loaded: IndexVec<VarId, Option<GlobalId>> = IndexVec::from_elem(None, function.vars.len());
        for block in function.blocks.iter() {
            for instr in &block.instrs {
                let is = |var: &VarId| self.vars[id][*var];
                let result = match &instr.op {
                    Op::Copy(a) | Op::CheckBound(a) => is(a),
                    Op::Binary(op, a, b) | Op::InPlace(op, a, b) => {
                        let masked = mask_of(&instr.op, &constants);
                        match (op, masked) {
                            (_, Some((_, mask))) => mask > i64::MAX as u64,
                            (BinaryOp::Or | BinaryOp::Xor, None) => is(a) || is(b),
                            (BinaryOp::And, None) => is(a) && is(b),
                            _ => false,
                        }
                    }
                    Op::GetAttr { name, .. } => self.attributes.contains(name),
                    Op::LoadGlobal(global) => {
                        if let Some(dst) = instr.dst {
                            loaded[dst] = Some(*global);
                        }
                        self.globals.contains(&(module, *global))
                    }
                    Op::SetAttr { name, value, .. } => {
                        grew |= is(value) && self.attributes.insert(*name);
                        false
                    }
                    Op::StoreGlobal(global, value) => {
                        grew |= is(value) && self.globals.insert((module, *global));
                        false
                    }
                    Op::Call { callee, args, .. } => {
                        let slot = loaded[*callee].map(|slot| Global { module, slot: slot.as_u32() });
                        match slot.and_then(|slot| known.function_of(slot)) {
                            Some(target) => {
                                let wide: Vec<bool> = args.iter().map(is).collect();
                                for (param, wide) in hir.functions[target].params.iter().zip(wide) {
                                    grew |=
                                        wide && !std::mem::replace(&mut self.vars[target][param.var], true);
                                }
                                self.results[target]
                            }
                            None => false,
                        }
                    }
                    Op::CallMethod { name, .. } => self.names.contains(name),
                    _ => false,
                };
                if let Some(dst) = instr.dst.filter(|_| result) {
                    grew |= !std::mem::replace(&mut self.vars[id][dst], true);
                }
            }
            if let Terminator::Return(value) = block.term
                && self.vars[id][value]
                && !function.is_generator
                && !function.is_async
            {
                grew |= !std::mem::replace(&mut self.results[id], true);
                if function.class.is_some() {
                    grew |= self.names.insert(function.name);
                }
            }
        }
        grew
    }
}

/// What the low 64 bits of a constant are of it.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Extent {
    Whole,
    Low,
    /// The constant is 2 ** 64, and all of them are zero.
    TwoTo64,
}

/// The low 64 bits of each temporary that is one int constant, and whether the constant lies in `0..2**64`.
pub(super) fn constants(function: &hir::Function) -> IndexVec<VarId, Option<(u64, Extent)>> {
    let mut found = IndexVec::from_elem(None, function.vars.len());
    for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
        if let (Some(dst), Op::Const(constant)) = (instr.dst, &instr.op)
            && function.vars[dst].kind == VarKind::Temp
        {
            found[dst] = match constant {
                Const::Int(i) => Some((*i as u64, if *i >= 0 { Extent::Whole } else { Extent::Low })),
                Const::Bool(b) => Some((u64::from(*b), Extent::Whole)),
                Const::BigInt(big) => {
                    let low = (big.as_ref() & BigInt::from(u64::MAX)).to_u64_digits().1;
                    let low = low.first().copied().unwrap_or(0);
                    let extent = match &**big {
                        big if *big == BigInt::from(low) => Extent::Whole,
                        big if *big == BigInt::from(1_u128 << 64) => Extent::TwoTo64,
                        _ => Extent::Low,
                    };
                    Some((low, extent))
                }
                _ => None,
            };
        }
    }
    found
}

/// `x & mask` and `x % 2**k`: x and the mask, which keeps the low bits only.
pub(super) fn mask_of(op: &Op, constants: &IndexVec<VarId, Option<(u64, Extent)>>) -> Option<(VarId, u64)> {
    let (Op::Binary(op, a, b) | Op::InPlace(op, a, b)) = *op else { return None };
    let constant = |var: VarId| match constants[var] {
        Some((low, Extent::Whole)) => Some(low),
        _ => None,
    };
    match op {
        BinaryOp::And => match (constant(a), constant(b)) {
            (None, Some(mask)) => Some((a, mask)),
            (Some(mask), None) => Some((b, mask)),
            _ => None,
        },
        BinaryOp::Mod if constants[a].is_none() => match constants[b]? {
            (power, Extent::Whole) if power.is_power_of_two() => Some((a, power - 1)),
            (_, Extent::TwoTo64) => Some((a, u64::MAX)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the low bits of the result depend on the low bits of these operands only.
pub(super) fn low_operands(
    op: &Op,
    constants: &IndexVec<VarId, Option<(u64, Extent)>>,
) -> Option<Vec<VarId>> {
    match *op {
        Op::Binary(op, a, b) | Op::InPlace(op, a, b) => match op {
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::And | BinaryOp::Or | BinaryOp::Xor => {
                Some(vec![a, b])
            }
            BinaryOp::LShift => constants[b]
                .is_some_and(|(count, extent)| count < 64 && extent == Extent::Whole)
                .then(|| vec![a]),
            _ => None,
        },
        Op::Unary(UnaryOp::Neg | UnaryOp::Invert, a) => Some(vec![a]),
        _ => None,
    }
}
