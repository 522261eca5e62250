//! What the program's text says about its functions: which global names a function, which defaults are constants.
//!
//! None of it is certain (a name may be rebound from outside), so whoever uses it tests the callee at run time.

use super::PerFunction;
use crate::hir::{self, FunctionId, Op, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::body::Global;
use std::collections::HashMap;

/// Facts per function and global.
pub(super) struct KnownFunctions {
    /// Globals that are stored once, by the `def` of a function. Only for look-ups.
    globals: HashMap<Global, Option<FunctionId>>,
    /// The constant defaults of the last positional parameters.
    defaults: PerFunction<Vec<Option<hir::Const>>>,
    /// The constant defaults of keyword-only parameters.
    keyword_defaults: PerFunction<Vec<(hir::Symbol, Option<hir::Const>)>>,
}

/// Where the value of a default is.
pub(super) enum Default<'a> {
    Constant(&'a hir::Const),
    /// In the function object, computed when the `def` was executed: the number among its defaults.
    Stored(u32),
}

impl KnownFunctions {
    pub fn of(hir: &hir::Program) -> Self {
        let mut known = Self {
            globals: HashMap::new(),
            defaults: IndexVec::from_elem(None, hir.functions.len()),
            keyword_defaults: IndexVec::from_elem(None, hir.functions.len()),
        };
        // Somebody may replace the defaults of a function: then none is known.
        let replaces_defaults =
            ["__defaults__", "__kwdefaults__"].into_iter().any(|name| hir.names.find(name).is_some());
        for function in hir.functions.iter() {
            known.look_through(function, replaces_defaults);
        }
        known
    }

    fn look_through(&mut self, function: &hir::Function, replaces_defaults: bool) {
        let instrs = || function.blocks.iter().flat_map(|block| &block.instrs);
        let mut constants: IndexVec<VarId, Option<&hir::Const>> =
            IndexVec::from_elem(None, function.vars.len());
        let mut made: IndexVec<VarId, Option<FunctionId>> = IndexVec::from_elem(None, function.vars.len());
        for instr in instrs() {
            let Some(dst) = instr.dst.filter(|&dst| function.vars[dst].kind == VarKind::Temp) else {
                continue;
            };
            match &instr.op {
                Op::Const(constant) => constants[dst] = Some(constant),
                Op::MakeFunction { function, .. } => made[dst] = Some(*function),
                _ => {}
            }
        }
        for instr in instrs() {
            match &instr.op {
                Op::MakeFunction { function, defaults, kwdefaults, .. } if !replaces_defaults => {
                    let constant = |var: &VarId| constants[*var].cloned();
                    self.defaults[*function] = Some(defaults.iter().map(constant).collect());
                    self.keyword_defaults[*function] =
                        Some(kwdefaults.iter().map(|(name, var)| (*name, constant(var))).collect());
                }
                Op::StoreGlobal(global, value) => {
                    let slot = Global { module: function.module, slot: global.as_u32() };
                    let stored = made[*value];
                    self.globals.entry(slot).and_modify(|known| *known = None).or_insert(stored);
                }
                Op::DelGlobal(global) => {
                    let slot = Global { module: function.module, slot: global.as_u32() };
                    self.globals.insert(slot, None);
                }
                _ => {}
            }
        }
    }

    /// The function that a global most likely holds.
    pub fn function_of(&self, global: Global) -> Option<FunctionId> {
        self.globals.get(&global).copied().flatten()
    }

    /// The default of the parameter at `at`, if it can be had without asking the run time for its name.
    pub fn default(&self, id: FunctionId, function: &hir::Function, at: usize) -> Option<Default<'_>> {
        let positional = function.positional();
        if at < positional {
            let defaults = self.defaults[id].as_ref()?;
            let at = (at + defaults.len()).checked_sub(positional)?;
            return Some(match defaults.get(at)? {
                Some(constant) => Default::Constant(constant),
                None => Default::Stored(at as u32),
            });
        }
        let name = function.params[at].name;
        let defaults = self.keyword_defaults[id].as_ref()?;
        defaults.iter().find(|(known, _)| *known == name)?.1.as_ref().map(Default::Constant)
    }
}
