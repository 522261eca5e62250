//! The function under construction: variables, blocks, and the ways out of nested statements.

use super::module::ModuleBuilder;
use crate::{
    hir::{Block, BlockId, Carets, Const, FunctionId, Op, Place, Symbol, Terminator, Var, VarId, VarKind},
    hir::{Function, Instr},
    index::IndexVec,
    scopes::{Resolution, ScopeId, mangle},
    syntax::ast,
};
use std::{borrow::Cow, collections::HashMap};

/// Something that has to happen when control leaves the statements inside it.
#[derive(Clone)]
pub(super) enum Frame<'a> {
    /// `for`, `while`: where `break` and `continue` go.
    Loop { after: BlockId, next: BlockId, iter: Option<VarId>, held: Option<Held> },
    /// `try … finally`: run the body.
    Finally { body: &'a [ast::Stmt], outer: Option<BlockId> },
    /// An `except` clause or a `finally` body on the way of an exception: the one before is current again, the clause's
    /// name is deleted.
    Handling { previous: VarId, name: Option<&'a str>, place: Place, outer: Option<BlockId> },
    /// `with`: call `__exit__`.
    With { exit: VarId, place: Place, outer: Option<BlockId> },
}

/// The iterator of a loop that may be the only one to know it.
#[derive(Clone, Copy)]
pub(super) struct Held {
    pub iter: VarId,
    pub place: Place,
    /// Where exceptions go outside the loop.
    pub outer: Option<BlockId>,
    /// Where they go inside it.
    pub landing: BlockId,
}

pub(super) struct Body<'m, 'a> {
    pub module: &'m mut ModuleBuilder<'a>,
    pub id: FunctionId,
    /// The function's own scope.
    pub root: ScopeId,
    /// The innermost scope, inlined ones included.
    pub scope: ScopeId,
    pub function: Function,
    pub current: Option<BlockId>,
    /// Where exceptions of the block being built go.
    pub handler: Option<BlockId>,
    pub frames: Vec<Frame<'a>>,
    /// The blocks in the order in which they were begun, which is textual order.
    pub layout: Vec<BlockId>,
    /// Blocks that some terminator names.
    pub targets: IndexVec<BlockId, bool>,
    pub named: HashMap<(ScopeId, Symbol), VarId>,
    pub free: HashMap<Symbol, VarId>,
    /// Of a class body: its namespace.
    pub namespace: Option<VarId>,
    /// Of a class body: the cell for `__class__`, and the one with the namespace.
    pub class_cell: Option<VarId>,
    pub namespace_cell: Option<VarId>,
    /// The innermost statement being built.
    pub statement: Option<&'a ast::Stmt>,
    /// The call whose result matters if it is a generator just made.
    pub fresh_call: Option<*const ast::ExprCall>,
}

impl<'m, 'a> Body<'m, 'a> {
    /// Starts the body of a reserved function: cells of the closure and of its own.
    pub fn new(module: &'m mut ModuleBuilder<'a>, id: FunctionId, root: ScopeId) -> Self {
        let function = module.program.functions[id].clone();
        let place = Place { span: function.span, carets: Carets::Hidden, inlined: None };
        let mut body = Self {
            module,
            id,
            root,
            scope: root,
            function,
            current: None,
            handler: None,
            frames: Vec::new(),
            layout: Vec::new(),
            targets: IndexVec::new(),
            named: HashMap::new(),
            free: HashMap::new(),
            namespace: None,
            class_cell: None,
            namespace_cell: None,
            statement: None,
            fresh_call: None,
        };
        body.function.blocks = IndexVec::new();
        let entry = body.new_block();
        body.enter(entry);
        let free: Vec<String> = body.module.tree[root].free().map(str::to_owned).collect();
        for (at, name) in free.iter().enumerate() {
            let symbol = body.symbol(name);
            let var = body.function.vars.push(Var {
                name: Some(symbol),
                kind: VarKind::Cell,
                is_free: true,
                maybe_unbound: false,
            });
            body.function.free.push(symbol);
            body.free.insert(symbol, var);
            body.emit_to(var, Op::Closure(at as u32), place);
        }
        body
    }

    /// Makes the cells that the names of `scope` need; those of parameters take over the argument.
    pub fn make_cells(&mut self, scope: ScopeId, place: Place) {
        let cells: Vec<String> = self.module.tree[scope]
            .names()
            .filter(|(_, info)| info.resolution == Resolution::Cell)
            .map(|(name, _)| name.to_owned())
            .collect();
        for name in cells {
            let symbol = self.symbol(&name);
            let argument = self.function.params.iter().find(|p| p.name == symbol);
            let argument = argument.filter(|_| scope == self.root).map(|p| p.var);
            let cell = self.named_var(scope, symbol, VarKind::Cell);
            self.emit_to(cell, Op::NewCell(argument), place);
        }
    }

    /// Puts the finished function into the program.
    pub fn finish(mut self) {
        super::tidy::tidy(&mut self.function, &self.layout);
        self.module.program.functions[self.id] = self.function;
    }

    pub fn symbol(&mut self, name: &str) -> Symbol {
        self.module.program.names.intern(name)
    }

    /// `name` as private names are meant here.
    pub fn mangled<'n>(&self, name: &'n str) -> Cow<'n, str> {
        mangle(self.module.tree[self.scope].private_class.as_deref(), name)
    }

    pub fn mangled_symbol(&mut self, name: &str) -> Symbol {
        let name = self.mangled(name).into_owned();
        self.symbol(&name)
    }

    // Variables

    /// The variable of a name of `scope`.
    pub fn named_var(&mut self, scope: ScopeId, name: Symbol, kind: VarKind) -> VarId {
        if let Some(&var) = self.named.get(&(scope, name)) {
            return var;
        }
        let var =
            self.function.vars.push(Var { name: Some(name), kind, is_free: false, maybe_unbound: false });
        self.named.insert((scope, name), var);
        var
    }

    pub fn unnamed(&mut self, kind: VarKind) -> VarId {
        self.function.vars.push(Var { name: None, kind, is_free: false, maybe_unbound: false })
    }

    pub fn temp(&mut self) -> VarId {
        self.unnamed(VarKind::Temp)
    }

    pub fn is_local(&self, var: VarId) -> bool {
        self.function.vars[var].kind == VarKind::Local
    }

    /// A variable that holds `var`'s value of now, whatever is assigned later.
    pub fn settled(&mut self, var: VarId, place: Place) -> VarId {
        if self.is_local(var) { self.emit(Op::Copy(var), place) } else { var }
    }

    // Instructions

    /// Emits an op with a result into a new temporary.
    pub fn emit(&mut self, op: Op, place: Place) -> VarId {
        let dst = self.temp();
        self.emit_to(dst, op, place);
        dst
    }

    pub fn emit_to(&mut self, dst: VarId, op: Op, place: Place) {
        debug_assert!(op.has_result(), "{op:?} has no result");
        self.push(Some(dst), op, place);
    }

    /// Emits an op without result.
    pub fn run(&mut self, op: Op, place: Place) {
        debug_assert!(!op.has_result(), "{op:?} has a result");
        self.push(None, op, place);
    }

    fn push(&mut self, dst: Option<VarId>, op: Op, place: Place) {
        let Some(current) = self.current else {
            return;
        };
        self.function.blocks[current].instrs.push(Instr { dst, op, place });
    }

    pub fn constant(&mut self, value: Const, place: Place) -> VarId {
        self.emit(Op::Const(value), place)
    }

    pub fn none(&mut self, place: Place) -> VarId {
        self.constant(Const::None, place)
    }

    // Blocks

    pub fn new_block(&mut self) -> BlockId {
        self.targets.push(false);
        self.function.blocks.push(Block {
            instrs: Vec::new(),
            term: Terminator::Unreachable,
            term_place: Place { span: self.function.span, carets: Carets::Hidden, inlined: None },
            handler: None,
        })
    }

    /// Goes on in `block`, whose exceptions go where `handler` says now.
    pub fn enter(&mut self, block: BlockId) {
        debug_assert!(self.current.is_none(), "the block before is open");
        self.function.blocks[block].handler = self.handler;
        self.layout.push(block);
        self.current = Some(block);
    }

    /// Goes on in `block` if something jumps there; else what follows is unreachable.
    pub fn enter_if_used(&mut self, block: BlockId) {
        if self.targets[block] {
            self.enter(block);
        }
    }

    pub fn terminate(&mut self, term: Terminator, place: Place) {
        let Some(current) = self.current.take() else {
            return;
        };
        for to in term.successors() {
            self.targets[to] = true;
        }
        let block = &mut self.function.blocks[current];
        block.term = term;
        block.term_place = place;
    }

    pub fn goto(&mut self, to: BlockId) {
        let place = Place { span: self.function.span, carets: Carets::Hidden, inlined: None };
        self.terminate(Terminator::Goto(to), place);
    }

    /// Exceptions go to `handler` from here on.
    pub fn set_handler(&mut self, handler: Option<BlockId>) {
        if self.handler == handler {
            return;
        }
        self.handler = handler;
        if self.current.is_some() {
            let next = self.new_block();
            self.goto(next);
            self.enter(next);
        }
    }

    pub fn return_none(&mut self, place: Place) {
        if self.current.is_some() {
            let value = self.none(place);
            self.terminate(Terminator::Return(value), place);
        }
    }

    // Ways out

    /// Does what has to be done on the way out of all frames above the first `depth`, innermost first. The caller then
    /// ends the block with a jump or `return`.
    pub fn unwind(&mut self, depth: usize) {
        let left = self.frames.split_off(depth);
        let handler = self.handler;
        for at in (0..left.len()).rev() {
            if self.current.is_none() {
                break;
            }
            self.frames.truncate(depth);
            self.frames.extend_from_slice(&left[..at]);
            match left[at].clone() {
                Frame::Loop { held, .. } => {
                    if let Some(held) = held {
                        self.set_handler(held.outer);
                        self.drop_held(Some(&held));
                    }
                }
                Frame::Finally { body, outer } => {
                    self.set_handler(outer);
                    let statement = self.statement;
                    self.statements(body);
                    self.statement = statement;
                }
                Frame::Handling { previous, name, place, outer } => {
                    self.set_handler(outer);
                    self.leave_handler(previous, name, place);
                }
                Frame::With { exit, place, outer } => {
                    self.set_handler(outer);
                    self.emit(Op::ContextExit { exit, exc: None }, place);
                }
            }
        }
        self.frames.truncate(depth);
        self.frames.extend(left);
        self.handler = handler;
    }

    /// The end of handling an exception.
    pub fn leave_handler(&mut self, previous: VarId, name: Option<&str>, place: Place) {
        self.run(Op::LeaveHandler(previous), place);
        if let Some(name) = name {
            let none = self.none(place);
            self.store_name(name, none, place);
            self.delete_name(name, place);
        }
    }
}
