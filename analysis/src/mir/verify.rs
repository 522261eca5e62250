//! The legal contract of MIR, asserted after every pass in debug and test builds. In others, [`breaches`] asks once, after
//! the last: functions that break it are lowered again without types, rather than compiled into something wrong.
//!
//! - Every operand has the representation that its operation wants; every result fits its local.
//! - What may raise has a site.
//! - Every jump goes to a block of the body, none to the entry.
//! - A local is written on some path before it is read (definitely assigned, along all edges, the exceptional ones
//!   included).
//! - Calls match their callee's parameters and kind of return.

use crate::hir::FunctionId;
use crate::index::{Idx, IndexVec};
use crate::mir::body::*;
use crate::mir::program::*;
use crate::mir::repr::{Layout, Repr};
use rayon::prelude::*;
use runtime_interface::{layout::code_flags, rows::Kind};
use std::collections::BTreeSet;

/// Panics with the first breach; `after` names the stage that made it.
pub fn verify_program(program: &Program, after: &str) {
    for id in program.instances.ids() {
        if let Err(message) = verify_instance(program, id) {
            let mut text = String::new();
            let _ = crate::mir::print::print_instance(&mut text, program, id);
            panic!("MIR is broken after {after}: {}: {message}\n{text}", program.instances[id].name);
        }
    }
}

/// The functions of which an instance breaks the contract.
pub fn breaches(program: &Program) -> BTreeSet<FunctionId> {
    let ids: Vec<_> = program.instances.ids().collect();
    let broken = |id: &&InstanceId| verify_instance(program, **id).is_err();
    ids.par_iter().filter(broken).map(|&id| program.instances[id].key.function).collect()
}

/// The first breach in one instance.
pub fn verify_instance(program: &Program, id: InstanceId) -> Result<(), String> {
    let instance = &program.instances[id];
    let check = Check { program, instance, body: &instance.body };
    if instance.body.blocks.is_empty() {
        return Err("it has no entry block".into());
    }
    for (id, block) in instance.body.blocks.iter_enumerated() {
        check.block(block).map_err(|message| format!("{id}: {message}"))?;
    }
    check.assigned()
}

struct Check<'a> {
    program: &'a Program,
    instance: &'a Instance,
    body: &'a Body,
}

type Checked = Result<(), String>;

impl Check<'_> {
    fn block(&self, block: &Block) -> Checked {
        for statement in &block.statements {
            self.statement(statement).map_err(|message| format!("{:?}: {message}", statement.op))?;
        }
        self.terminator(&block.terminator).map_err(|message| format!("{:?}: {message}", block.terminator))?;
        for to in block.terminator.successors().into_iter().chain(block.handler) {
            if to.index() == 0 || to.index() >= self.body.blocks.len() {
                return Err(format!("jumps to {to}"));
            }
        }
        Ok(())
    }

    /// Boxed entries and makers of generators stand for no place in the source.
    fn is_python_code(&self) -> bool {
        let code = &self.program.codes[self.instance.code];
        let is_maker = code.flags & code_flags::GENERATOR != 0 && self.instance.kind == InstanceKind::Body;
        self.instance.kind != InstanceKind::BoxedEntry && !is_maker
    }

    fn want(&self, operand: Operand, repr: Repr) -> Checked {
        let found = self.body.repr(operand);
        if fits(found, repr) { Ok(()) } else { Err(format!("operand {operand:?} is {found}, not {repr}")) }
    }

    fn statement(&self, statement: &Statement) -> Checked {
        use Repr::*;
        let op = &statement.op;
        if op.may_raise() && statement.site.is_none() && self.is_python_code() {
            return Err("may raise but has no site".into());
        }
        let mut wanted = None;
        op.operands(|operand| {
            if let Operand::Local(local) = operand
                && local.index() >= self.body.locals.len()
            {
                wanted = Some(local);
            }
        });
        if let Some(local) = wanted {
            return Err(format!("no local {local}"));
        }
        let result = match op {
            Op::Copy(a) => Some(self.body.repr(*a)),
            Op::Box(a) => {
                if matches!(self.body.repr(*a), Value | Raw) {
                    return Err("cannot be boxed".into());
                }
                Some(Value)
            }
            Op::Unbox(a) => {
                self.want(*a, Value)?;
                match statement.dst.map(|dst| self.body.locals[dst].repr) {
                    Some(Value | Raw) => return Err("unboxes to no unboxed representation".into()),
                    other => other,
                }
            }
            Op::MethodPart(a, _) => {
                self.want(*a, Value)?;
                Some(Value)
            }
            Op::Tag(a) => {
                self.want(*a, Value)?;
                Some(Raw)
            }
            Op::TagIs(a, _)
            | Op::TagIn(a, _)
            | Op::FunctionIs(a, _)
            | Op::ModuleIs(a, _)
            | Op::IsTupleOf(a, _)
            | Op::MethodIs { receiver: a, .. }
            | Op::InitIs { class: a, .. }
            | Op::ShapeIs(a, _)
            | Op::ClassIs(a, _)
            | Op::HasDict(a)
            | Op::FieldIsNext { object: a, .. }
            | Op::NativeIs { value: a, .. }
            | Op::Truth(a) => {
                self.want(*a, Value)?;
                Some(Bool)
            }
            Op::IntToFloat(a) => {
                self.want(*a, I64)?;
                Some(F64)
            }
            Op::BoolToInt(a) => {
                self.want(*a, Bool)?;
                Some(I64)
            }
            Op::Bits(a) => {
                self.want(*a, Word)?;
                Some(I64)
            }
            Op::Word(a) => {
                self.want(*a, I64)?;
                Some(Word)
            }
            Op::FieldWord(a) => {
                self.want(*a, Word)?;
                Some(Value)
            }
            Op::IsFieldWord(a) => {
                self.want(*a, Value)?;
                Some(Bool)
            }
            Op::WordOfField(a) => {
                self.want(*a, Value)?;
                Some(Word)
            }
            Op::Int(_, a, b) => {
                self.want(*a, I64)?;
                self.want(*b, I64)?;
                Some(I64)
            }
            Op::Float(_, a, b) => {
                self.want(*a, F64)?;
                self.want(*b, F64)?;
                Some(F64)
            }
            Op::FloatNeg(a) | Op::Round(_, a) | Op::Sqrt(a) | Op::FloatAbs(a) => {
                self.want(*a, F64)?;
                Some(F64)
            }
            Op::FloatToInt(a) => {
                self.want(*a, F64)?;
                Some(I64)
            }
            Op::CompareInt(_, a, b) => {
                self.want(*a, I64)?;
                self.want(*b, I64)?;
                Some(Bool)
            }
            Op::CompareFloat(_, a, b) => {
                self.want(*a, F64)?;
                self.want(*b, F64)?;
                Some(Bool)
            }
            Op::CompareRaw(_, a, b) => {
                self.want(*a, Raw)?;
                self.want(*b, Raw)?;
                Some(Bool)
            }
            Op::Not(a) => {
                self.want(*a, Bool)?;
                Some(Bool)
            }
            Op::Binary { a, b, .. } | Op::Compare { a, b, .. } => {
                self.want(*a, Value)?;
                self.want(*b, Value)?;
                Some(Value)
            }
            Op::CompareTruth { a, b, .. }
            | Op::Is(a, b)
            | Op::SameClass(a, b)
            | Op::IsInstance { value: a, class: b }
            | Op::SameText(a, b)
            | Op::SuperMethodIs { class: a, receiver: b, .. } => {
                self.want(*a, Value)?;
                self.want(*b, Value)?;
                Some(Bool)
            }
            Op::Unary { a, .. }
            | Op::TupleItem { tuple: a, .. }
            | Op::GetAttr { object: a, .. }
            | Op::LoadField { object: a, .. }
            | Op::CheckBound { value: a, .. } => {
                self.want(*a, Value)?;
                Some(Value)
            }
            Op::KeepAlive(a) => {
                self.want(*a, Value)?;
                None
            }
            Op::SetAttr { object, value, .. } | Op::StoreField { object, value, .. } => {
                self.want(*object, Value)?;
                self.want(*value, Value)?;
                None
            }
            Op::TupleAt { tuple, index } => {
                self.want(*tuple, Value)?;
                self.want(*index, I64)?;
                Some(Value)
            }
            Op::Len(a)
            | Op::ListLen(a)
            | Op::TupleLen(a)
            | Op::Ord(a)
            | Op::TextLen(a, _)
            | Op::CharOf(a) => {
                self.want(*a, Value)?;
                Some(I64)
            }
            Op::ListKindIs(a, _) => {
                self.want(*a, Value)?;
                Some(Bool)
            }
            Op::ListArray(a) => {
                self.want(*a, Value)?;
                Some(Ptr(Layout::Any))
            }
            Op::IndexInside(a, b) => {
                self.want(*a, I64)?;
                self.want(*b, I64)?;
                Some(Bool)
            }
            Op::ArrayItem { array, index } => {
                self.want(*array, Ptr(Layout::Any))?;
                self.want(*index, I64)?;
                match statement.dst.map(|dst| self.body.locals[dst].repr) {
                    Some(repr @ (Value | I64 | F64 | Bool)) => Some(repr),
                    other => return Err(format!("no item is a {other:?}")),
                }
            }
            Op::StoreArrayItem { array, index, value } => {
                self.want(*array, Ptr(Layout::Any))?;
                self.want(*index, I64)?;
                match self.body.repr(*value) {
                    I64 | F64 | Bool => None,
                    repr => return Err(format!("no unboxed item is a {repr}")),
                }
            }
            Op::CharAt { text, index, .. } => {
                self.want(*text, Value)?;
                self.want(*index, I64)?;
                Some(I64)
            }
            Op::Char(code) => {
                self.want(*code, I64)?;
                Some(Value)
            }
            Op::CharIn(code, _) => {
                self.want(*code, I64)?;
                Some(Bool)
            }
            Op::GetItem { object, index, .. } => {
                self.want(*object, Value)?;
                if self.body.repr(*index) != I64 {
                    self.want(*index, Value)?;
                }
                Some(Value)
            }
            Op::SetItem { object, index, value } => {
                self.want(*object, Value)?;
                self.want(*value, Value)?;
                if self.body.repr(*index) != I64 {
                    self.want(*index, Value)?;
                }
                None
            }
            Op::Rt { row, args } => return self.row(statement, *row, args),
            Op::CallInstance { instance, args } => {
                let callee = self.call(*instance, args)?;
                match callee.ret {
                    Return::Guarded(_) => Some(Value),
                    ret => Some(ret.repr()),
                }
            }
            Op::CallBoxed { callee: first, args, .. } | Op::CallMethod { receiver: first, args, .. } => {
                self.want(*first, Value)?;
                for &arg in args {
                    self.want(arg, Value)?;
                }
                Some(Value)
            }
            Op::FoundFunction(_) | Op::ShapeFunction(..) => Some(Ptr(Layout::Function)),
            Op::NewInstance(_) | Op::Placeholder(_) => Some(Value),
            Op::Materialize { object, fields, .. } => {
                self.want(*object, Value)?;
                for field in fields {
                    self.want(*field, Value)?;
                }
                Some(Value)
            }
            Op::CallContinuation { live, .. } => {
                for value in live {
                    self.want(*value, Value)?;
                }
                Some(Value)
            }
            Op::CheckDepth { .. } | Op::CountFrames(_) => None,
            Op::FoundNative(_) => Some(Value),
            Op::FoundNumber(_, repr) => Some(*repr),
            Op::LoadGlobal(_) | Op::LoadGlobalOrBuiltin(_) | Op::LoadBuiltin { .. } => Some(Value),
            Op::StoreGlobal(_, a) => {
                self.want(*a, Value)?;
                None
            }
            Op::StoredDefault { function, .. } => {
                self.want(*function, Ptr(Layout::Function))?;
                Some(Value)
            }
            Op::LoadClosure { function, .. } => {
                self.want(*function, Ptr(Layout::Function))?;
                Some(Ptr(Layout::Cell))
            }
            Op::LoadCell(cell) => {
                self.want(*cell, Ptr(Layout::Cell))?;
                Some(Value)
            }
            Op::StoreCell(cell, a) => {
                self.want(*cell, Ptr(Layout::Cell))?;
                self.want(*a, Value)?;
                None
            }
            Op::StackArray(_) => Some(Raw),
            Op::LoadItem { array, .. } => {
                self.want(*array, Raw)?;
                Some(Value)
            }
            Op::StoreItem { array, value, .. } => {
                self.want(*array, Raw)?;
                self.want(*value, Value)?;
                None
            }
            Op::LoadFrame { generator, .. } => {
                self.want(*generator, Ptr(Layout::Generator))?;
                statement.dst.map(|dst| self.body.locals[dst].repr)
            }
            Op::StoreFrame { generator, .. } => {
                self.want(*generator, Ptr(Layout::Generator))?;
                None
            }
            Op::LoadState { generator } => {
                self.want(*generator, Ptr(Layout::Generator))?;
                Some(Raw)
            }
            Op::StoreState { generator, .. } => {
                self.want(*generator, Ptr(Layout::Generator))?;
                None
            }
        };
        match (result, statement.dst) {
            (Some(result), Some(dst)) if !fits(result, self.body.locals[dst].repr) => {
                Err(format!("its result {result} does not fit {dst}"))
            }
            (None, Some(dst)) => Err(format!("it has no result for {dst}")),
            _ => Ok(()),
        }
    }

    fn row(&self, statement: &Statement, row: runtime_interface::rows::Rt, args: &[Arg]) -> Checked {
        let row = row.row();
        if args.len() != row.params.len() {
            return Err(format!("{} takes {} arguments", row.symbol, row.params.len()));
        }
        for (arg, kind) in args.iter().zip(row.params) {
            match arg {
                Arg::Operand(operand) => {
                    let found = self.body.repr(*operand);
                    if !kind_fits(found, *kind) {
                        return Err(format!("argument {operand:?} is {found}, not {kind:?}"));
                    }
                }
                Arg::Values(values) => {
                    if *kind != Kind::Ptr {
                        return Err(format!("an array is no {kind:?}"));
                    }
                    for &value in values {
                        self.want(value, Repr::Value)?;
                    }
                }
            }
        }
        match statement.dst.map(|dst| self.body.locals[dst].repr) {
            Some(repr) if !kind_fits(repr, row.result) => {
                Err(format!("its result {:?} does not fit {repr}", row.result))
            }
            _ => Ok(()),
        }
    }

    fn call(&self, instance: InstanceId, args: &[Operand]) -> Result<&Instance, String> {
        let callee = &self.program.instances[instance];
        if callee.kind != InstanceKind::Body {
            return Err("calls an instance that is no body".into());
        }
        if callee.params.len() != args.len() {
            return Err(format!("{} takes {} arguments", callee.name, callee.params.len()));
        }
        for (&arg, &param) in args.iter().zip(&callee.params) {
            self.want(arg, callee.body.locals[param].repr)?;
        }
        Ok(callee)
    }

    fn terminator(&self, terminator: &Terminator) -> Checked {
        match terminator {
            Terminator::Branch { cond, .. } => self.want(*cond, Repr::Bool),
            Terminator::Switch { on, .. } => self.want(*on, Repr::Raw),
            // A guarded result may also be given as the value that it is.
            Terminator::Return(a) => match self.instance.ret {
                Return::Guarded(_) if self.body.repr(*a) == Repr::Value => Ok(()),
                ret => self.want(*a, ret.repr()),
            },
            Terminator::CheckedInt { dst, a, b, .. } => {
                self.want(*a, Repr::I64)?;
                self.want(*b, Repr::I64)?;
                self.want((*dst).into(), Repr::I64)
            }
            Terminator::ListItem { list, index, dst, .. } => {
                self.want(*list, Repr::Value)?;
                self.want(*index, Repr::I64)?;
                match self.body.locals[*dst].repr {
                    Repr::Value | Repr::I64 | Repr::F64 | Repr::Bool => Ok(()),
                    repr => Err(format!("no item is a {repr}")),
                }
            }
            Terminator::StoreListItem { list, index, value, .. } => {
                self.want(*list, Repr::Value)?;
                self.want(*index, Repr::I64)?;
                match self.body.repr(*value) {
                    Repr::Value | Repr::I64 | Repr::F64 | Repr::Bool => Ok(()),
                    repr => Err(format!("no item is a {repr}")),
                }
            }
            Terminator::Call { instance, args, dst, left, .. } => {
                let callee = self.call(*instance, args)?;
                self.want((*dst).into(), callee.ret.repr())?;
                self.want(left.0.into(), Repr::Value)
            }
            Terminator::CallUnboxed { instance, args, dst, escaped, .. } => {
                let callee = self.call(*instance, args)?;
                let Return::Guarded(repr) = callee.ret else {
                    return Err("the callee's result is not guarded".into());
                };
                self.want((*dst).into(), repr)?;
                self.want(escaped.0.into(), Repr::Value)
            }
            Terminator::ForNext { iter, dst, .. } => {
                self.want(*iter, Repr::Value)?;
                self.want((*dst).into(), Repr::Value)
            }
            Terminator::Leave { instance, live, .. } => {
                let wanted = match self.instance.kind {
                    InstanceKind::GeneratorResume => InstanceKind::GeneratorResume,
                    _ => InstanceKind::Continuation,
                };
                if self.program.instances[*instance].kind != wanted {
                    return Err("leaves to no continuation".into());
                }
                if matches!(self.instance.ret, Return::Bare(_)) {
                    return Err("an instance with a bare result cannot leave".into());
                }
                live.iter().try_for_each(|&value| self.want(value, Repr::Value))
            }
            Terminator::Yield { value, sent, .. } => {
                self.want(*value, Repr::Value)?;
                sent.map_or(Ok(()), |sent| self.want(sent.into(), Repr::Value))
            }
            Terminator::Goto(_) | Terminator::Raise { .. } | Terminator::Unreachable => Ok(()),
        }
    }

    /// Definite assignment by a forward fixpoint: the set of assigned locals at a block's start is the intersection over
    /// its incoming edges. Sets only shrink, so it ends.
    fn assigned(&self) -> Checked {
        let body = self.body;
        let words = body.locals.len().div_ceil(64);
        let mut at_start: IndexVec<BlockId, Option<Vec<u64>>> = IndexVec::from_elem(None, body.blocks.len());
        let mut entry = vec![0; words];
        for &param in &self.instance.params {
            set(&mut entry, param);
        }
        let first = BlockId::from_usize(0);
        at_start[first] = Some(entry);
        let mut work = vec![first];
        while let Some(id) = work.pop() {
            let mut now = at_start[id].clone().unwrap_or_default();
            let block = &body.blocks[id];
            let mut flow = |to: BlockId, state: &[u64]| {
                let changed = match &mut at_start[to] {
                    Some(old) => {
                        let mut changed = false;
                        for (old, new) in old.iter_mut().zip(state) {
                            changed |= *old & !new != 0;
                            *old &= new;
                        }
                        changed
                    }
                    slot => {
                        *slot = Some(state.to_vec());
                        true
                    }
                };
                if changed {
                    work.push(to);
                }
            };
            for statement in &block.statements {
                if let Some(handler) = block.handler.filter(|_| statement.op.may_raise()) {
                    flow(handler, &now);
                }
                if let Some(dst) = statement.dst {
                    set(&mut now, dst);
                }
            }
            if let Some(handler) = block.handler.filter(|_| block.terminator.may_raise()) {
                flow(handler, &now);
            }
            let definitions = block.terminator.definitions();
            for to in block.terminator.successors() {
                let mut state = now.clone();
                for &(local, at) in &definitions {
                    if at == to {
                        set(&mut state, local);
                    }
                }
                flow(to, &state);
            }
        }
        for (id, block) in body.blocks.iter_enumerated() {
            let Some(mut now) = at_start[id].clone() else {
                continue;
            };
            let mut bad = None;
            for statement in &block.statements {
                statement.op.operands(|operand| check_assigned(&now, operand, &mut bad));
                if let Some(dst) = statement.dst {
                    set(&mut now, dst);
                }
            }
            block.terminator.operands(|operand| check_assigned(&now, operand, &mut bad));
            if let Some(local) = bad {
                return Err(format!("{id}: {local} is read before it is written"));
            }
        }
        Ok(())
    }
}

fn set(bits: &mut [u64], local: LocalId) {
    bits[local.index() / 64] |= 1 << (local.index() % 64);
}

fn check_assigned(bits: &[u64], operand: Operand, bad: &mut Option<LocalId>) {
    if let Operand::Local(local) = operand
        && bits[local.index() / 64] >> (local.index() % 64) & 1 == 0
    {
        bad.get_or_insert(local);
    }
}

/// A pointer to a known layout is also a pointer to some object, and static objects fit where their layout is wanted.
fn fits(found: Repr, wanted: Repr) -> bool {
    found == wanted
        || matches!(
            (found, wanted),
            (Repr::Ptr(_), Repr::Ptr(Layout::Any)) | (Repr::Ptr(Layout::Any), Repr::Ptr(_))
        )
}

fn kind_fits(repr: Repr, kind: Kind) -> bool {
    match kind {
        Kind::Value => repr == Repr::Value,
        Kind::Object => matches!(repr, Repr::Ptr(_)),
        Kind::Status | Kind::Bool => repr == Repr::Bool,
        Kind::I64 => matches!(repr, Repr::I64 | Repr::Raw),
        Kind::F64 => repr == Repr::F64,
        Kind::Ptr => matches!(repr, Repr::Raw | Repr::Ptr(_)),
        Kind::Void => false,
    }
}
