//! Imports. A dotted name imports its parents first, each once.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::modules::ModuleRef;
use runtime_interface::rows::Rt;

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn import_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match *op {
            H::ImportModule { name, module } => {
                let hir = self.program.hir;
                let text = &hir.names[name];
                for (at, _) in text.match_indices('.') {
                    if let Some(parent) = self.program.module_named(&text[..at]) {
                        self.rt(None, Rt::tp_import_module, [Arg::Operand(Const::Module(parent).into())]);
                    }
                }
                let (row, operand) = match module {
                    Some(ModuleRef::Source(module)) => (Rt::tp_import_module, Const::Module(module).into()),
                    Some(ModuleRef::Native(_)) => (Rt::tp_import_native, self.name_pointer(name)),
                    // An unsupported module is a diagnostic before this stage, unless nothing reaches the import.
                    Some(ModuleRef::Unsupported(_)) | None => {
                        (Rt::tp_import_missing, self.name_pointer(name))
                    }
                };
                self.assign(dst, Repr::Value, Op::Rt { row, args: vec![Arg::Operand(operand)] });
            }
            // The runtime finds the submodule by its name.
            H::ImportFrom { module, name, submodule: _ } => {
                let args = [self.value(module), self.name_pointer(name)].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_import_from, args: args.into() });
            }
            H::ImportStar(module) => {
                let args = [self.value(module), Const::Module(self.function.module).into()];
                self.rt(None, Rt::tp_import_star, args.map(Arg::Operand));
            }
            _ => return false,
        }
        true
    }
}
