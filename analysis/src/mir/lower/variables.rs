//! Ops on variables outside registers: globals, builtins, cells, the namespaces of class bodies.

use super::function::{FunctionLowering, Home};
use crate::hir::{self, NameFallback, VarId};
use crate::mir::body::*;
use crate::mir::program::CacheKind;
use crate::mir::repr::{Layout, Repr};
use crate::modules::ModuleId;
use crate::scopes::BUILTINS;
use runtime_interface::{rows::Rt, tag};

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn variable_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match *op {
            H::Unbind => dst.into_iter().for_each(|dst| self.define(dst, Const::Unbound.into())),
            H::CheckBound(var) => {
                let value = self.value(var);
                let name = self.variable_name(var);
                let kind = self.unbound_kind(var);
                self.emit(None, Op::CheckBound { value, name, kind });
            }
            H::LoadGlobal(global) => {
                let may_be_builtin = self.program.hir.modules[self.function.module].globals[global].builtin;
                let slot = self.program.global(self.key.function, global);
                let is_bound = self.is_bound(global);
                // Unbound, it could still be the builtin of that name.
                if let (Some(dst), Some(function)) = (dst, self.program.settled.function(slot))
                    && (is_bound || !may_be_builtin)
                {
                    self.settled_functions.insert(dst, function);
                }
                if is_bound && let Some(constant) = self.program.settled.constant(slot).cloned() {
                    let constant = self.program.literal(&constant);
                    dst.into_iter().for_each(|dst| self.define(dst, constant.into()));
                } else if is_bound {
                    self.assign(dst, Repr::Value, Op::LoadGlobal(slot));
                } else if may_be_builtin {
                    self.assign(dst, Repr::Value, Op::LoadGlobalOrBuiltin(slot));
                } else {
                    let value = self.compute(Repr::Value, Op::LoadGlobal(slot));
                    let name = self.global_name(global);
                    self.assign(dst, Repr::Value, Op::CheckBound { value, name, kind: Unbound::Name });
                }
            }
            H::ModuleAttr { object, name, module, slot } => {
                self.module_attribute(dst, (object, name), module, slot);
            }
            H::StoreGlobal(global, value) => {
                let slot = self.program.global(self.key.function, global);
                let value = self.value(value);
                self.emit(None, Op::StoreGlobal(slot, value));
            }
            H::DelGlobal(global) => {
                let slot = self.program.global(self.key.function, global);
                let value = self.compute(Repr::Value, Op::LoadGlobal(slot));
                let name = self.global_name(global);
                self.emit(None, Op::CheckBound { value, name, kind: Unbound::Name });
                self.emit(None, Op::StoreGlobal(slot, Const::Unbound.into()));
            }
            H::LoadBuiltin(_) if dst.is_some_and(|dst| matches!(self.homes[dst], Home::Builtin(_))) => {}
            H::LoadBuiltin(name) => {
                let op = self.load_builtin(name);
                self.assign(dst, Repr::Value, op);
            }
            H::NewCell(value) => {
                let value = value.map_or(Const::Unbound.into(), |value| self.value(value));
                let args = vec![Arg::Operand(value)];
                self.assign(dst, Repr::Ptr(Layout::Cell), Op::Rt { row: Rt::tp_make_cell, args });
            }
            H::Closure(index) => {
                let function = self.closure.map(Operand::Local);
                let function = function.unwrap_or(Const::Null.into());
                self.assign(dst, Repr::Ptr(Layout::Cell), Op::LoadClosure { function, index });
            }
            H::LoadCell(cell) => {
                let value = self.load_cell(cell);
                let check = self.check_cell(cell, value);
                self.assign(dst, Repr::Value, check);
            }
            H::StoreCell { cell, value } => {
                let value = self.value(value);
                let cell = self.cell(cell);
                self.emit(None, Op::StoreCell(cell, value));
            }
            H::DelCell(cell) => {
                let value = self.load_cell(cell);
                let check = self.check_cell(cell, value);
                self.emit(None, check);
                let cell = self.cell(cell);
                self.emit(None, Op::StoreCell(cell, Const::Unbound.into()));
            }
            H::CellObject(cell) => {
                let cell = self.cell(cell);
                self.assign(dst, Repr::Value, Op::Box(cell));
            }
            H::LoadName { namespace, name, fallback } => self.load_name(dst, namespace, name, fallback),
            H::StoreName { namespace, name, value } => {
                let args = [self.value(namespace), self.name_pointer(name), self.value(value)];
                self.rt(None, Rt::tp_store_name, args.map(Arg::Operand));
            }
            H::DelName { namespace, name } => {
                let args = [self.value(namespace), self.name_pointer(name)];
                self.rt(None, Rt::tp_delete_name, args.map(Arg::Operand));
            }
            H::Globals => {
                let args = vec![Arg::Operand(Const::Module(self.function.module).into())];
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_globals, args });
            }
            H::Locals(ref pairs) => self.locals(dst, pairs),
            H::FinalizeDead(ref pairs) => self.finalize_dead(pairs),
            _ => return false,
        }
        true
    }

    /// Whether the instruction being lowered surely finds a global bound.
    fn is_bound(&self, global: hir::GlobalId) -> bool {
        self.program.settled.is_bound(self.program.hir, self.key.function, self.at, global)
    }

    /// A `str` object as a pointer, as rows take names.
    pub fn name_pointer(&mut self, name: hir::Symbol) -> Operand {
        Const::Pointer(self.program.symbol(name)).into()
    }

    fn variable_name(&mut self, var: VarId) -> crate::mir::ConstantId {
        match self.function.vars[var].name {
            Some(name) => self.program.symbol(name),
            None => self.program.string("?"),
        }
    }

    fn global_name(&mut self, global: hir::GlobalId) -> crate::mir::ConstantId {
        let name = self.program.hir.modules[self.function.module].globals[global].name;
        self.program.symbol(name)
    }

    /// Whether typed code may take the builtin of that name for granted.
    pub fn is_known_builtin(&self, name: hir::Symbol) -> bool {
        self.is_typed()
            && BUILTINS.binary_search(&self.program.hir.names.text(name)).is_ok()
            && self.program.types.keeps_builtin(name)
    }

    pub fn load_builtin(&mut self, name: hir::Symbol) -> Op {
        Op::LoadBuiltin {
            name: self.program.symbol(name),
            module: self.function.module,
            cache: (!self.program.replaced.contains(&name)).then(|| self.program.cache(CacheKind::Builtin)),
        }
    }

    /// `object.name`: the slot of the module where the object is it and the slot is bound.
    fn module_attribute(
        &mut self,
        dst: Option<VarId>,
        (object, name): (VarId, hir::Symbol),
        module: ModuleId,
        slot: hir::GlobalId,
    ) {
        let object = self.value(object);
        let name = self.program.symbol(name);
        let result = self.body.new_local(Repr::Value);
        let [expected, other, join] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let is_it = self.compute(Repr::Bool, Op::ModuleIs(object, module));
        self.branch(is_it, expected, other);
        self.current = expected;
        let global = Global { module, slot: slot.as_u32() };
        self.emit(Some(result), Op::LoadGlobal(global));
        let unbound = self.compute(Repr::Bool, Op::TagIs(result.into(), tag::UNBOUND));
        self.branch(unbound, other, join);
        self.current = other;
        let cache = self.program.cache(CacheKind::GetAttr);
        self.emit(Some(result), Op::GetAttr { object, name, cache });
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
    }

    pub fn load_cell(&mut self, cell: VarId) -> Operand {
        let cell = self.cell(cell);
        self.compute(Repr::Value, Op::LoadCell(cell))
    }

    fn check_cell(&mut self, cell: VarId, value: Operand) -> Op {
        let kind = self.unbound_kind(cell);
        Op::CheckBound { value, name: self.variable_name(cell), kind }
    }

    /// Which error it is that a variable is unbound: decided by the function whose text reads it.
    fn unbound_kind(&self, var: VarId) -> Unbound {
        let info = &self.function.vars[var];
        let is_free = match (self.place.inlined, info.name) {
            (Some(inlined), Some(name)) => self.program.function(inlined).free.contains(&name),
            _ => info.is_free,
        };
        if is_free { Unbound::Free } else { Unbound::Local }
    }

    /// The namespace first, then where the name comes from otherwise.
    fn load_name(&mut self, dst: Option<VarId>, namespace: VarId, name: hir::Symbol, fallback: NameFallback) {
        let args = [self.value(namespace), self.name_pointer(name)];
        let value = self.body.new_local(Repr::Value);
        self.rt(Some(value), Rt::tp_load_name, args.map(Arg::Operand));
        let absent = self.compute(Repr::Bool, Op::TagIs(value.into(), tag::UNBOUND));
        let (elsewhere, done) = (self.new_block(), self.new_block());
        self.branch(absent, elsewhere, done);
        self.current = elsewhere;
        let op = match fallback {
            NameFallback::Global(global) => {
                let slot = self.program.global(self.key.function, global);
                if self.program.hir.modules[self.function.module].globals[global].builtin {
                    Op::LoadGlobalOrBuiltin(slot)
                } else {
                    let value = self.compute(Repr::Value, Op::LoadGlobal(slot));
                    Op::CheckBound { value, name: self.global_name(global), kind: Unbound::Name }
                }
            }
            NameFallback::Builtin(name) => self.load_builtin(name),
            NameFallback::Cell(cell) => {
                let value = self.load_cell(cell);
                self.check_cell(cell, value)
            }
        };
        self.emit(Some(value), op);
        self.terminate(Terminator::Goto(done));
        self.current = done;
        dst.into_iter().for_each(|dst| self.define(dst, value.into()));
    }

    fn local_values(&mut self, pairs: &[(hir::Symbol, hir::LocalRef)]) -> Vec<Operand> {
        let value = |&(_, place): &(hir::Symbol, hir::LocalRef)| match place {
            hir::LocalRef::Var(var) => self.value(var),
            hir::LocalRef::Cell(cell) => self.load_cell(cell),
        };
        pairs.iter().map(value).collect()
    }

    fn finalize_dead(&mut self, pairs: &[(hir::Symbol, hir::LocalRef)]) {
        let values = self.local_values(pairs);
        let top = i64::from(self.function.kind == hir::FunctionKind::Module);
        let numbers = [pairs.len() as i64, top].map(|n| Arg::Operand(Const::I64(n).into()));
        let args = std::iter::once(Arg::Values(values)).chain(numbers).collect();
        self.assign(None, Repr::Value, Op::Rt { row: Rt::tp_finalize_dead, args });
    }

    fn locals(&mut self, dst: Option<VarId>, pairs: &[(hir::Symbol, hir::LocalRef)]) {
        let names = self.program.symbols(pairs.iter().map(|&(name, _)| name));
        let values = self.local_values(pairs);
        let args = vec![
            Arg::Operand(Const::Pointer(names).into()),
            Arg::Values(values),
            Arg::Operand(Const::I64(pairs.len() as i64).into()),
        ];
        self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_locals, args });
    }
}
