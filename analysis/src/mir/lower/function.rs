//! The walk over one function: its variables become locals, its blocks become blocks.
//!
//! A HIR block becomes one MIR block or several, all with the same handler: an op that needs control flow ends the current
//! block and goes on in a new one.

use super::Lowering;
use super::keyed_loops::NextRow;
use super::list_loops::ListLoop;
use super::masks::Masks;
use super::pair_loops::PairLoop;
use super::ranges::Counter;
use super::text_format::FormattedPart;
use super::text_loops::TextLoop;
use super::tuple_loops::TupleLoop;
use crate::hir::{self, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::passes;
use crate::mir::program::SiteId;
use crate::mir::repr::{Layout, Repr};
use crate::types::{InstanceKey, Point, Type};
use runtime_interface::layout::generators::{DELEGATE_RAISED, DELEGATE_RETURNED, LEFT};
use runtime_interface::rows::Rt;
use std::collections::{HashMap, HashSet};

/// Where a variable lives.
#[derive(Clone, Copy, Debug)]
pub(super) enum Home {
    /// A temporary that is one constant.
    Const(Const),
    Local(LocalId),
    /// A temporary that is a builtin which nothing replaces: loaded where it is needed at all, which for most that are
    /// called is nowhere.
    Builtin(hir::Symbol),
    /// A `range(...)` that only a `for` uses: three ints.
    Range(Counter),
    /// Its iterator.
    RangeIterator(Counter),
    /// The iterator of a list that only a `for` uses.
    ListIterator(ListLoop),
    /// The same of a tuple.
    TupleIterator(TupleLoop),
    /// The iterator of a `str` or bytes that only a `for` uses.
    TextIterator(TextLoop),
    /// A part of an f-string that is formatted when the whole is put together.
    Formatted(FormattedPart),
    /// A method of the text in that variable that is only called, where nothing else sees it.
    TextMethod {
        receiver: VarId,
        name: hir::Symbol,
    },
    /// An `enumerate(...)` or `zip(...)` that only a `for` uses, or its iterator: the number of the loop.
    Pairs(usize),
    /// The tuple of one turn of it, which is unpacked at once.
    Pair(usize),
    /// A `super()` that only calls a method: its class and the receiver, which stand in other variables.
    Super {
        class_cell: VarId,
        first: VarId,
    },
}

/// The lowering of one body.
pub(super) struct FunctionLowering<'l, 'a> {
    pub program: &'l mut Lowering<'a>,
    pub key: InstanceKey,
    pub function: &'a hir::Function,
    pub body: Body,
    pub homes: IndexVec<VarId, Home>,
    /// How often each variable is read.
    pub uses: IndexVec<VarId, u32>,
    /// The global that a temporary was loaded from.
    pub loaded_from: IndexVec<VarId, Option<hir::GlobalId>>,
    /// Temporaries that surely hold this function: loaded from a global that is stored once, for good.
    pub settled_functions: HashMap<VarId, hir::FunctionId>,
    /// Methods that were looked up and are called with exactly one argument.
    pub called_with: IndexVec<VarId, Option<usize>>,
    /// Methods that were looked up and are the one expected on every way to their call.
    pub known_methods: HashSet<VarId>,
    /// Methods that were looked up where the receiver's class had its shape, one of several: which it is, its class says.
    pub methods_by_class: HashSet<VarId>,
    pub pair_loops: Vec<PairLoop>,
    /// How the next element of an iterator is had.
    pub next_rows: IndexVec<VarId, Option<NextRow>>,
    /// Of variables that hold characters: the local with the code.
    pub codes: IndexVec<VarId, Option<LocalId>>,
    pub masks: Masks<'a>,
    pub blocks: IndexVec<hir::BlockId, BlockId>,
    /// Where ops go now.
    pub current: BlockId,
    /// The place of the instruction being lowered, and its site once one was needed.
    pub place: hir::Place,
    site: Option<SiteId>,
    line: u32,
    /// The function object, where there is a closure.
    pub closure: Option<LocalId>,
    /// The generator object, in a resume function.
    pub generator: Option<LocalId>,
    /// How it was resumed.
    mode: Option<LocalId>,
    /// One stack array for all ops that answer through memory: its local and the length needed.
    scratch: Option<(LocalId, u32)>,
    /// The instruction being lowered, and the point after it.
    pub at: Point,
    pub after: Point,
    /// The block that leaves before the instruction being lowered, once one was needed.
    pub leave_here: Option<(Point, BlockId)>,
    /// In a continuation: the points at which it is entered, with the variables handed over.
    entry_points: Vec<(Point, Vec<VarId>)>,
}

/// The body of an ordinary function; of a fallback, one that enters the continuation.
pub(super) fn lower_body(
    program: &mut Lowering,
    key: InstanceKey,
    is_fallback: bool,
) -> (Vec<LocalId>, Body) {
    let mut lowering = FunctionLowering::new(program, key);
    let function = lowering.function;
    let mut params = Vec::new();
    if !function.free.is_empty() {
        let closure = lowering.body.new_local(Repr::Ptr(Layout::Function));
        lowering.closure = Some(closure);
        params.push(closure);
    }
    lowering.place_variables();
    for param in &function.params {
        match lowering.homes[param.var] {
            Home::Local(local) => params.push(local),
            home => unreachable!("a parameter cannot live as {home:?}"),
        }
    }
    if is_fallback {
        let leave = lowering.leave_before();
        lowering.terminate(Terminator::Goto(leave));
    } else {
        lowering.lower_blocks();
    }
    passes::unreachable_blocks::remove(&mut lowering.body);
    (params, lowering.body)
}

/// The body of a function's continuation: parameters are the number of the point and the array of live values.
pub(super) fn lower_continuation(
    program: &mut Lowering,
    function: hir::FunctionId,
    points: Vec<(Point, Vec<VarId>)>,
) -> (Vec<LocalId>, Body) {
    let mut lowering = FunctionLowering::new(program, InstanceKey::dynamic(function));
    let point = lowering.body.new_local(Repr::Raw);
    let array = lowering.body.new_local(Repr::Raw);
    if !lowering.function.free.is_empty() {
        lowering.closure = Some(lowering.body.new_local(Repr::Ptr(Layout::Function)));
    }
    lowering.place_variables();
    lowering.entry_points = points;
    let entered = lowering.lower_blocks();
    let entry = BlockId::new(0);
    let mut cases = Vec::new();
    for (number, block) in entered.into_iter().enumerate() {
        let take = lowering.body.new_block(None);
        lowering.current = take;
        let live = lowering.entry_points[number].1.clone();
        lowering.take_live(&live, |index| Op::LoadItem { array: array.into(), index });
        lowering.terminate(Terminator::Goto(block));
        cases.push((number as u64, take));
    }
    let otherwise = lowering.body.new_block(None);
    lowering.body.blocks[entry].terminator = Terminator::Switch { on: point.into(), cases, otherwise };
    passes::unreachable_blocks::remove(&mut lowering.body);
    (vec![point, array], lowering.body)
}

/// The body of a generator's resume function, with `Yield` terminators. Parameters: generator, mode, sent value.
pub(super) fn lower_resume(program: &mut Lowering, key: InstanceKey) -> (Vec<LocalId>, Body) {
    let mut lowering = FunctionLowering::new(program, key);
    let params = lowering.resume_params();
    lowering.take_arguments();
    lowering.lower_blocks();
    (params, lowering.body)
}

/// The body of the resume function in which a generator goes on that has left its typed one; and the state and the block
/// of each point.
pub(super) fn lower_resume_continuation(
    program: &mut Lowering,
    function: hir::FunctionId,
    points: Vec<(Point, Vec<VarId>)>,
) -> (Vec<LocalId>, Body, Vec<(u64, BlockId)>) {
    let mut lowering = FunctionLowering::new(program, InstanceKey::dynamic(function));
    let params = lowering.resume_params();
    let generator = params[0];
    lowering.take_arguments();
    lowering.entry_points = points;
    let mut states = Vec::new();
    for (block, state) in lowering.lower_blocks().into_iter().zip(LEFT..) {
        let take = lowering.body.new_block(None);
        lowering.current = take;
        let live = lowering.entry_points[states.len()].1.clone();
        lowering.take_live(&live, |index| Op::LoadFrame { generator: generator.into(), index });
        lowering.terminate(Terminator::Goto(block));
        states.push((state, take));
    }
    (params, lowering.body, states)
}

impl<'l, 'a> FunctionLowering<'l, 'a> {
    fn new(program: &'l mut Lowering<'a>, key: InstanceKey) -> Self {
        let function = program.function(key.function);
        let mut body = Body::default();
        let entry = body.new_block(None);
        Self {
            program,
            key,
            function,
            body,
            homes: IndexVec::new(),
            uses: count_uses(function),
            loaded_from: loaded_globals(function),
            settled_functions: HashMap::new(),
            called_with: called_with(function),
            known_methods: HashSet::new(),
            methods_by_class: HashSet::new(),
            pair_loops: Vec::new(),
            next_rows: IndexVec::new(),
            codes: IndexVec::new(),
            masks: Masks::default(),
            blocks: IndexVec::new(),
            current: entry,
            place: hir::Place::plain(function.span),
            site: None,
            line: 0,
            closure: None,
            generator: None,
            mode: None,
            scratch: None,
            at: Point { block: hir::Function::ENTRY, instr: 0 },
            after: Point { block: hir::Function::ENTRY, instr: 0 },
            leave_here: None,
            entry_points: Vec::new(),
        }
    }

    fn resume_params(&mut self) -> Vec<LocalId> {
        let generator = self.body.new_local(Repr::Ptr(Layout::Generator));
        let mode = self.body.new_local(Repr::Raw);
        let sent = self.body.new_local(Repr::Value);
        self.generator = Some(generator);
        self.mode = Some(mode);
        if !self.function.free.is_empty() {
            self.closure = Some(self.body.new_local(Repr::Ptr(Layout::Function)));
        }
        self.place_variables();
        vec![generator, mode, sent]
    }

    /// A generator's arguments stand in its frame.
    fn take_arguments(&mut self) {
        let (function, generator) = (self.function, self.generator.expect("a resume function has one"));
        let load = |index: usize| Op::LoadFrame { generator: generator.into(), index: index as u32 };
        if let Some(closure) = self.closure {
            let value = self.compute(Repr::Value, load(function.params.len()));
            self.emit(Some(closure), Op::Unbox(value));
        }
        let mut arguments = Vec::new();
        for (index, param) in function.params.iter().enumerate() {
            arguments.push((param.var, self.compute(Repr::Value, load(index))));
        }
        self.define_all(&arguments);
    }

    // ---- variables ----

    /// Gives each variable its home; locals that may be unbound start so.
    fn place_variables(&mut self) {
        let tests = test_variables(self.function);
        let constants = constant_temporaries(self.function);
        let builtins = builtin_temporaries(self.function);
        self.find_masked();
        for (var, info) in self.function.vars.iter_enumerated() {
            let ty = self.program.types.var(self.key, var);
            let home = match (&constants[var], info.kind) {
                (Some(constant), _) => Home::Const(self.program.literal(constant)),
                (None, VarKind::Cell) => Home::Local(self.body.new_local(Repr::Ptr(Layout::Cell))),
                (None, _) if builtins[var].is_some_and(|name| self.is_known_builtin(name)) => {
                    Home::Builtin(builtins[var].expect("just asked"))
                }
                (None, _) if tests[var] => Home::Local(self.body.new_local(Repr::Bool)),
                (None, _) if info.maybe_unbound => Home::Local(self.body.new_local(Repr::Value)),
                (None, _) if !self.is_typed() => Home::Local(self.body.new_local(Repr::Value)),
                (None, _) if ty == Type::Range => Home::Range(self.new_counter()),
                (None, _) if ty == Type::RangeIterator => Home::RangeIterator(self.new_counter()),
                (None, _) if self.has_low_bits_only(var) => Home::Local(self.body.new_local(Repr::I64)),
                (None, _) if self.masks.leaves[var] => Home::Local(self.body.new_local(Repr::Value)),
                (None, _) if ty == Type::Int && self.program.wide.is_wide(self.key.function, var) => {
                    let is_param = self.function.params.iter().any(|param| param.var == var);
                    Home::Local(self.body.new_local(if is_param { Repr::Value } else { Repr::Word }))
                }
                (None, _) => Home::Local(self.body.new_local(self.program.repr_of(self.key, ty))),
            };
            if let (Home::Local(local), Some(name)) = (home, info.name) {
                let local = &mut self.body.locals[local];
                (local.name, local.var) = (Some(self.program.hir.names[name].into()), Some(var));
            }
            self.homes.push(home);
        }
        self.find_constant_steps();
        self.find_super_calls();
        self.find_pair_loops();
        self.find_list_loops();
        self.find_tuple_loops();
        self.find_keyed_loops();
        self.find_text_loops();
        self.find_text_look_ups();
        self.find_chars();
        self.find_formats();
        for (var, info) in self.function.vars.iter_enumerated() {
            let is_param = self.function.params.iter().any(|p| p.var == var);
            if let Home::Local(local) = self.homes[var]
                && info.kind == VarKind::Local
                && info.maybe_unbound
                && !is_param
            {
                self.emit(Some(local), Op::Copy(Const::Unbound.into()));
            }
        }
    }

    /// A variable as it is.
    pub fn operand(&mut self, var: VarId) -> Operand {
        match self.homes[var] {
            Home::Const(constant) => constant.into(),
            Home::Local(local) => local.into(),
            Home::Builtin(name) => {
                let op = self.load_builtin(name);
                self.compute(Repr::Value, op)
            }
            Home::Range(counter) => self.counter_object(counter, false),
            Home::RangeIterator(counter) => self.counter_object(counter, true),
            Home::ListIterator(found) => self.list_iterator_object(found),
            Home::TupleIterator(found) => self.tuple_iterator_object(found),
            Home::TextIterator(found) => self.text_iterator_object(found),
            Home::Formatted(part) => self.formatted_part(part),
            Home::TextMethod { receiver, name } => self.text_method_object(receiver, name),
            Home::Pairs(number) => self.pairs_object(number),
            Home::Pair(number) => self.pair_object(number),
            Home::Super { class_cell, first } => self.super_object(class_cell, first),
        }
    }

    /// A variable as a value.
    pub fn value(&mut self, var: VarId) -> Operand {
        let operand = self.operand(var);
        self.as_value(operand)
    }

    pub fn values(&mut self, vars: &[VarId]) -> Vec<Operand> {
        vars.iter().map(|&var| self.value(var)).collect()
    }

    pub fn as_value(&mut self, operand: Operand) -> Operand {
        match self.static_value(operand) {
            Some(constant) => constant.into(),
            None if self.body.repr(operand) == Repr::Value => operand,
            None => self.compute(Repr::Value, Op::Box(operand)),
        }
    }

    /// A cell variable.
    pub fn cell(&mut self, var: VarId) -> Operand {
        self.operand(var)
    }

    /// `var = operand`, converted to the variable's representation.
    pub fn define(&mut self, var: VarId, operand: Operand) {
        self.define_all(&[(var, operand)]);
    }

    /// All the variables that one instruction defines. Where a value is not of its variable's type, control leaves to the
    /// point after the instruction, with all of them defined.
    pub fn define_all(&mut self, defined: &[(VarId, Operand)]) {
        let mut unboxed = Vec::new();
        for &(var, operand) in defined {
            let Home::Local(local) = self.homes[var] else { continue };
            let operand = match self.body.locals[local].repr {
                Repr::Value => operand,
                repr @ (Repr::I64 | Repr::Word | Repr::F64 | Repr::Bool) => {
                    self.unbox_or(operand, repr, |this| this.leave_after(defined))
                }
                _ => operand,
            };
            unboxed.push((local, operand));
        }
        for (local, operand) in unboxed {
            let (wanted, found) = (self.body.locals[local].repr, self.body.repr(operand));
            let op = match wanted {
                _ if wanted == found => Op::Copy(operand),
                Repr::Value => match self.static_value(operand) {
                    Some(constant) => Op::Copy(constant.into()),
                    None => Op::Box(operand),
                },
                _ => Op::Unbox(operand),
            };
            self.emit(Some(local), op);
        }
    }

    /// An unboxed constant as a value.
    fn static_value(&self, operand: Operand) -> Option<Const> {
        match operand {
            Operand::Const(Const::I64(i)) => Some(Const::IntValue(i)),
            Operand::Const(Const::F64(bits)) => Some(Const::FloatValue(bits)),
            Operand::Const(Const::Bool(b)) => Some(Const::BoolValue(b)),
            Operand::Const(Const::Pointer(id)) => Some(Const::Object(id)),
            _ => None,
        }
    }

    /// `var = op`, where `op` gives `repr`.
    pub fn assign(&mut self, dst: Option<VarId>, repr: Repr, op: Op) {
        match dst.map(|var| (var, self.homes[var])) {
            Some((_, Home::Local(local))) if self.body.locals[local].repr == repr => {
                self.emit(Some(local), op)
            }
            // An unread result still has to be computed: the op may raise.
            Some((_, Home::Const(_))) | None => self.emit(None, op),
            Some((var, _)) => {
                let result = self.compute(repr, op);
                self.define(var, result);
            }
        }
    }

    /// The local of a variable that lives as a value.
    fn value_home(&self, var: VarId) -> Option<LocalId> {
        match self.homes[var] {
            Home::Local(local) if self.body.locals[local].repr == Repr::Value => Some(local),
            _ => None,
        }
    }

    /// A new local of `repr` that holds `op`.
    pub fn compute(&mut self, repr: Repr, op: Op) -> Operand {
        self.compute_local(repr, op).into()
    }

    pub fn compute_local(&mut self, repr: Repr, op: Op) -> LocalId {
        let local = self.body.new_local(repr);
        self.emit(Some(local), op);
        local
    }

    // ---- emission ----

    /// Appends `dst = op` to the current block.
    pub fn emit(&mut self, dst: Option<LocalId>, op: Op) {
        let site = op.may_raise().then(|| self.site());
        self.body.blocks[self.current].statements.push(Statement { dst, op, site, line: self.line });
    }

    pub fn rt(&mut self, dst: Option<LocalId>, row: Rt, args: impl IntoIterator<Item = Arg>) {
        self.emit(dst, Op::Rt { row, args: args.into_iter().collect() });
    }

    /// The site of the instruction being lowered.
    pub fn site(&mut self) -> SiteId {
        match self.site {
            Some(site) => site,
            None => {
                let function = self.place.inlined.unwrap_or(self.key.function);
                let site = self.program.site(function, self.place);
                self.site = Some(site);
                site
            }
        }
    }

    pub fn terminate(&mut self, terminator: Terminator) {
        let block = &mut self.body.blocks[self.current];
        block.terminator = terminator;
        block.terminator_line = self.line;
    }

    /// A new block with the handler of the current one.
    pub fn new_block(&mut self) -> BlockId {
        let Block { handler, cold, .. } = self.body.blocks[self.current];
        let block = self.body.new_block(handler);
        self.body.blocks[block].cold = cold;
        block
    }

    /// `if cond: then` … both go on where the caller says.
    pub fn branch(&mut self, cond: Operand, then: BlockId, otherwise: BlockId) {
        self.terminate(Terminator::Branch { cond, then, otherwise });
    }

    /// An exception was left pending by a row that always raises: ends the block.
    pub fn raise(&mut self) {
        let site = Some(self.site());
        self.terminate(Terminator::Raise { site });
    }

    /// Ops that answer several values write them into a stack array shared by the whole body.
    pub fn scratch(&mut self, len: usize) -> Operand {
        let len = len as u32;
        match &mut self.scratch {
            Some((local, longest)) => {
                *longest = len.max(*longest);
                (*local).into()
            }
            None => {
                let local = self.body.new_local(Repr::Raw);
                self.scratch = Some((local, len));
                local.into()
            }
        }
    }

    // ---- blocks ----

    /// The answer is the block of each entry point.
    fn lower_blocks(&mut self) -> Vec<BlockId> {
        for _ in self.function.blocks.ids() {
            let lowered = self.body.new_block(None);
            self.blocks.push(lowered);
        }
        for (id, block) in self.function.blocks.iter_enumerated() {
            self.body.blocks[self.blocks[id]].handler = block.handler.map(|handler| self.blocks[handler]);
        }
        let first = self.blocks[hir::Function::ENTRY];
        self.terminate(Terminator::Goto(first));
        let mut entered = vec![first; self.entry_points.len()];
        for (id, block) in self.function.blocks.iter_enumerated() {
            self.current = self.blocks[id];
            let mut taken = false;
            for (at, instr) in block.instrs.iter().enumerate() {
                if std::mem::take(&mut taken) {
                    continue;
                }
                self.at = Point { block: id, instr: at as u32 };
                self.after = Point { block: id, instr: at as u32 + 1 };
                self.enter_here(&mut entered);
                let next = block.instrs.get(at + 1).filter(|_| !self.is_entered(self.after));
                self.stand_at(instr.place);
                taken = self.instr(instr, next);
            }
            self.at = Point { block: id, instr: block.instrs.len() as u32 };
            self.after = self.at;
            self.enter_here(&mut entered);
            self.stand_at(block.term_place);
            if let hir::Terminator::Goto(_) = block.term {
                // A jump is part of what stands before it, not of the statement that encloses it.
                let last = block.instrs.last();
                self.line = last.map_or(0, |instr| self.program.sources.start(instr.place.span).line);
            }
            self.terminator(&block.term);
        }
        if let Some((local, len)) = self.scratch {
            let statement = Statement { dst: Some(local), op: Op::StackArray(len), site: None, line: 0 };
            self.body.blocks[BlockId::new(0)].statements.insert(0, statement);
        }
        entered
    }

    fn is_entered(&self, at: Point) -> bool {
        self.entry_points.iter().any(|(point, _)| *point == at)
    }

    /// A continuation's point is the start of a block.
    fn enter_here(&mut self, entered: &mut [BlockId]) {
        if !self.is_entered(self.at) {
            return;
        }
        let block = self.new_block();
        self.terminate(Terminator::Goto(block));
        self.current = block;
        for (number, (point, _)) in self.entry_points.iter().enumerate() {
            if *point == self.at {
                entered[number] = block;
            }
        }
    }

    pub fn stand_at(&mut self, place: hir::Place) {
        if place != self.place {
            self.place = place;
            self.site = None;
            self.line = self.program.sources.start(place.span).line;
        }
    }

    fn terminator(&mut self, terminator: &hir::Terminator) {
        match *terminator {
            hir::Terminator::Goto(to) => self.terminate(Terminator::Goto(self.blocks[to])),
            hir::Terminator::Branch { cond, then, otherwise } => {
                let cond = self.test(cond);
                self.branch(cond, self.blocks[then], self.blocks[otherwise]);
            }
            hir::Terminator::ForNext { iter, dst, body, exit } => self.for_next(iter, dst, body, exit),
            hir::Terminator::Return(value) => match self.generator {
                None => {
                    let result = self.program.repr_of(self.key, self.program.types.result(self.key));
                    let operand = self.operand(value);
                    let is_typed = result == self.body.repr(operand) && self.is_body();
                    let operand = if is_typed { operand } else { self.as_value(operand) };
                    self.terminate(Terminator::Return(operand));
                }
                Some(generator) => {
                    let value = self.value(value);
                    let args = [Arg::Operand(generator.into()), Arg::Operand(value)];
                    self.rt(None, Rt::tp_generator_return, args);
                    self.terminate(Terminator::Return(Const::Unbound.into()));
                }
            },
            hir::Terminator::Raise { exc, cause } => self.lower_raise(exc, cause),
            hir::Terminator::RaiseCurrent => {
                self.rt(None, Rt::tp_reraise_current, []);
                self.terminate(Terminator::Raise { site: None });
            }
            hir::Terminator::Reraise(exc) => {
                let exc = self.value(exc);
                self.rt(None, Rt::tp_reraise, [Arg::Operand(exc)]);
                self.terminate(Terminator::Raise { site: None });
            }
            hir::Terminator::LeaveInlined(exc) => {
                let exc = self.value(exc);
                self.rt(None, Rt::tp_leave_inlined, [Arg::Operand(exc)]);
                self.raise();
            }
            hir::Terminator::Yield { value, dst, resume } => {
                let value = self.value(value);
                let sent = self.body.new_local(Repr::Value);
                let back = self.new_block();
                let site = Some(self.site());
                self.terminate(Terminator::Yield { value, sent: Some(sent), resume: back, site });
                self.current = back;
                self.define(dst, sent.into());
                self.terminate(Terminator::Goto(self.blocks[resume]));
            }
            hir::Terminator::YieldFrom { iter, dst, resume } => self.yield_from(iter, dst, resume),
            hir::Terminator::Unreachable => self.terminate(Terminator::Unreachable),
        }
    }

    pub fn is_continuation(&self) -> bool {
        !self.entry_points.is_empty()
    }

    /// Whether variables may be unboxed, and control may leave for the continuation.
    pub fn is_typed(&self) -> bool {
        self.program.is_typed(self.key)
    }

    /// Whether it is the function itself, not its module, resume or continuation form.
    fn is_body(&self) -> bool {
        !self.is_continuation() && self.function.kind != hir::FunctionKind::Module
    }

    fn for_next(&mut self, iter: VarId, dst: VarId, body: hir::BlockId, exit: hir::BlockId) {
        if let Home::RangeIterator(counter) = self.homes[iter] {
            return self.count(counter, dst, body, exit);
        }
        if let Home::ListIterator(found) = self.homes[iter] {
            return self.next_list_item(found, dst, body, exit);
        }
        if let Home::TupleIterator(found) = self.homes[iter] {
            return self.next_tuple_item(found, dst, body, exit);
        }
        if let Home::TextIterator(found) = self.homes[iter] {
            return self.next_char(found, dst, body, exit);
        }
        if let Home::Pairs(number) = self.homes[iter] {
            return self.next_pair(number, body, exit);
        }
        let row = self.next_rows[iter];
        let iter = self.value(iter);
        if let Some(row) = row {
            return self.next_key(row, iter, dst, (body, exit));
        }
        let site = self.site();
        let hir_body = body;
        let (body, exit) = (self.blocks[body], self.blocks[exit]);
        if let Some(dst) = self.value_home(dst) {
            self.terminate(Terminator::ForNext { iter, dst, body, exit, site });
            return;
        }
        let item = self.body.new_local(Repr::Value);
        let got = self.new_block();
        self.terminate(Terminator::ForNext { iter, dst: item, body: got, exit, site });
        self.current = got;
        self.after = Point { block: hir_body, instr: 0 };
        self.define(dst, item.into());
        self.terminate(Terminator::Goto(body));
    }

    /// ```text
    /// sent = None
    /// send:  item = send(iter, sent); if finished goto done
    /// give:  sent = yield item, goto back; when an exception is thrown in goto throw
    /// back:  goto send, unless the run time went on with iter meanwhile: it returned, goto done; it raised, goto raised
    /// throw: item = throw(iter); if finished goto done else goto give
    /// done:  dst = result()
    /// ```
    fn yield_from(&mut self, iter: VarId, dst: VarId, resume: hir::BlockId) {
        let iter = self.value(iter);
        let sent = self.body.new_local(Repr::Value);
        let item = self.body.new_local(Repr::Value);
        let finished = self.body.new_local(Repr::Bool);
        let [send, give, throw, done, back, ended, raised] = std::array::from_fn(|_| self.new_block());
        let generator = self.generator.expect("a generator is resumed");
        let mode = self.mode.expect("a generator is resumed");
        self.emit(Some(sent), Op::Copy(Const::None.into()));
        self.terminate(Terminator::Goto(send));

        self.current = send;
        let args = [generator.into(), iter, sent.into()].map(Arg::Operand);
        self.rt(Some(item), Rt::tp_yield_from_send, args);
        self.emit(Some(finished), Op::TagIs(item.into(), runtime_interface::tag::UNBOUND));
        self.branch(finished.into(), done, give);

        self.current = throw;
        self.rt(Some(item), Rt::tp_yield_from_throw, [Arg::Operand(iter)]);
        self.emit(Some(finished), Op::TagIs(item.into(), runtime_interface::tag::UNBOUND));
        self.branch(finished.into(), done, give);

        self.current = give;
        self.body.blocks[give].handler = Some(throw);
        // The delegate adds its own traceback entries; this place gets one when its exception comes out.
        self.terminate(Terminator::Yield { value: item.into(), sent: Some(sent), resume: back, site: None });

        let is = |wanted: u64| Op::CompareRaw(CompareOp::Le, Const::Raw(wanted).into(), mode.into());
        self.current = back;
        let is_over = self.compute(Repr::Bool, is(DELEGATE_RETURNED));
        self.branch(is_over, ended, send);
        self.current = ended;
        let has_raised = self.compute(Repr::Bool, is(DELEGATE_RAISED));
        self.branch(has_raised, raised, done);
        self.current = raised;
        self.raise();

        self.current = done;
        let result = self.body.new_local(Repr::Value);
        self.rt(Some(result), Rt::tp_yield_from_result, []);
        self.define(dst, result.into());
        self.terminate(Terminator::Goto(self.blocks[resume]));
    }

    /// Lowers the instruction; `next` is the one after it, and the answer whether it was taken along.
    fn instr(&mut self, instr: &'a hir::Instr, next: Option<&'a hir::Instr>) -> bool {
        use hir::Op;
        let dst = instr.dst;
        match &instr.op {
            Op::Const(constant) => {
                let constant = self.program.literal(constant);
                self.constant_code(dst, constant);
                dst.into_iter().for_each(|dst| self.define(dst, constant.into()));
            }
            Op::Copy(from) | Op::Expected(from) | Op::Narrow { value: from, .. } => {
                self.copy_code(dst, *from);
                let from = self.operand(*from);
                dst.into_iter().for_each(|dst| self.define(dst, from));
            }
            op if self.special_method(dst, op) => {}
            op if self.text_item(dst, op) || self.text_method_op(dst, op) => {}
            Op::Compare(op, a, b) => return self.compare(dst, *op, *a, *b, next),
            Op::Call { args, kwargs, .. } if kwargs.is_empty() && self.divmod_pair(dst, args, next) => {
                return true;
            }
            Op::BuildTuple(items) if self.percent_of_tuple(dst, items, next) => return true,
            Op::BuildSlice(start, stop, step) if self.slice_item(dst, [*start, *stop, *step], next) => {
                return true;
            }
            op if self.variable_op(dst, op)
                || self.range_op(dst, op)
                || self.pair_loop_op(dst, op)
                || self.list_item_op(dst, op)
                || self.list_loop_op(dst, op)
                || self.tuple_loop_op(dst, op)
                || self.text_loop_op(dst, op)
                || self.text_operator(dst, op)
                || self.text_format_op(dst, op)
                || self.typed_call(dst, op)
                || self.native_call(dst, op)
                || self.masked_op(dst, op)
                || self.typed_operator(dst, op)
                || self.number_operator(dst, op)
                || self.operator_op(dst, op)
                || self.consumer_op(dst, op)
                || self.container_op(dst, op)
                || self.call_op(dst, op)
                || self.definition_op(dst, op)
                || self.exception_op(dst, op)
                || self.pattern_op(dst, op)
                || self.import_op(dst, op) => {}
            op => unreachable!("no family of the lowering has {op:?}"),
        }
        false
    }
}

/// How often each variable is read by ops and terminators.
fn count_uses(function: &hir::Function) -> IndexVec<VarId, u32> {
    let mut uses = IndexVec::from_elem(0, function.vars.len());
    for block in function.blocks.iter() {
        for instr in &block.instrs {
            instr.op.for_each_use(&mut |var| uses[var] += 1);
        }
        block.term.uses().into_iter().for_each(|var| uses[var] += 1);
    }
    uses
}

fn loaded_globals(function: &hir::Function) -> IndexVec<VarId, Option<hir::GlobalId>> {
    let mut loaded = IndexVec::from_elem(None, function.vars.len());
    for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
        if let (Some(dst), hir::Op::LoadGlobal(global)) = (instr.dst, &instr.op)
            && function.vars[dst].kind == VarKind::Temp
        {
            loaded[dst] = Some(*global);
        }
    }
    loaded
}

/// How many positional arguments each callee that was looked up gets, if it gets no others.
fn called_with(function: &hir::Function) -> IndexVec<VarId, Option<usize>> {
    let mut called = IndexVec::from_elem(None, function.vars.len());
    for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
        if let hir::Op::CallMethod { method: Some((callee, _)), args, kwargs, .. } = &instr.op {
            called[*callee] = kwargs.is_empty().then_some(args.len());
        }
    }
    called
}

/// Whether the op gives one bit.
pub(super) fn gives_bit(op: &hir::Op) -> bool {
    op.is_test() || matches!(op, hir::Op::ContextExit { .. })
}

/// Temporaries of which every definition is a test: they live in one bit.
fn test_variables(function: &hir::Function) -> IndexVec<VarId, bool> {
    let mut tests: IndexVec<VarId, bool> =
        function.vars.iter().map(|var| matches!(var.kind, VarKind::Temp | VarKind::Merge)).collect();
    let mut defined = IndexVec::from_elem(false, function.vars.len());
    for block in function.blocks.iter() {
        for instr in &block.instrs {
            if let Some(dst) = instr.dst {
                tests[dst] &= gives_bit(&instr.op);
                defined[dst] = true;
            }
            instr.op.more_defs().into_iter().for_each(|var| tests[var] = false);
        }
        if let Some(dst) = block.term.def() {
            tests[dst] = false;
        }
    }
    for param in &function.params {
        tests[param.var] = false;
    }
    tests.into_iter().zip(defined).map(|(test, defined)| test && defined).collect()
}

/// Temporaries that are one builtin.
fn builtin_temporaries(function: &hir::Function) -> IndexVec<VarId, Option<hir::Symbol>> {
    let mut builtins = IndexVec::from_elem(None, function.vars.len());
    for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
        if let (Some(dst), hir::Op::LoadBuiltin(name)) = (instr.dst, &instr.op)
            && function.vars[dst].kind == VarKind::Temp
        {
            builtins[dst] = Some(*name);
        }
    }
    builtins
}

/// Temporaries that are one constant.
fn constant_temporaries(function: &hir::Function) -> IndexVec<VarId, Option<&hir::Const>> {
    let mut constants = IndexVec::from_elem(None, function.vars.len());
    for block in function.blocks.iter() {
        for instr in &block.instrs {
            if let (Some(dst), hir::Op::Const(constant)) = (instr.dst, &instr.op)
                && function.vars[dst].kind == VarKind::Temp
            {
                constants[dst] = Some(constant);
            }
        }
    }
    constants
}
