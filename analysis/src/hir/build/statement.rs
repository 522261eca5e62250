//! Statements other than assignments, definitions, imports, `try`, `with` and `match`.

use super::body::{Body, Frame};
use crate::{
    hir::{BlockId, Const, LocalRef, Op, Place, Symbol, Terminator, VarId},
    syntax::ast::{self, Expr, Stmt},
};

impl<'a> Body<'_, 'a> {
    pub fn statements(&mut self, body: &'a [Stmt]) {
        for stmt in body {
            if self.current.is_none() {
                return;
            }
            let outer = self.statement.replace(stmt);
            self.one_statement(stmt);
            self.finalize_dead(stmt);
            self.statement = outer;
        }
    }

    /// CPython frees an object with its last reference, which these statements may have dropped.
    fn finalize_dead(&mut self, stmt: &Stmt) {
        let drops = match stmt {
            Stmt::Delete(_) => true,
            Stmt::Assign(s) => matches!(&*s.value, Expr::Call(_) | Expr::Constant(_)),
            Stmt::Expr(s) => s.value.is_call_expr(),
            Stmt::For(_) => true,
            _ => false,
        };
        let at_top = self.id == self.module.main_body;
        // In the loops of functions it would cost more than it is worth.
        let is_hot = !at_top && self.frames.iter().any(|frame| matches!(frame, Frame::Loop { .. }));
        let drops = drops && (!is_hot || !matches!(stmt, Stmt::Expr(_)) && !is_call_assignment(stmt));
        if !drops
            || self.current.is_none()
            || !(self.module.finalizes || at_top && self.module.closes_generators)
        {
            return;
        }
        let held = if at_top { self.temporaries() } else { self.scope_variables() };
        self.run(Op::FinalizeDead(held), self.plain(stmt));
    }

    /// What the statements around hold in temporaries.
    fn temporaries(&mut self) -> Vec<(Symbol, LocalRef)> {
        let name = self.symbol("<temporary>");
        let held = |frame: &Frame| match frame {
            Frame::Loop { iter, .. } => *iter,
            Frame::With { exit, .. } => Some(*exit),
            Frame::Handling { previous, .. } => Some(*previous),
            Frame::Finally { .. } => None,
        };
        self.frames.iter().filter_map(held).map(|var| (name, LocalRef::Var(var))).collect()
    }

    fn one_statement(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(def) => self.function_definition(def),
            Stmt::AsyncFunctionDef(def) => self.async_function_definition(def),
            Stmt::ClassDef(def) => self.class_definition(def),
            Stmt::Return(s) => self.return_statement(s),
            Stmt::Delete(s) => s.targets.iter().for_each(|target| self.delete(target)),
            Stmt::Assign(s) => self.assign(s),
            Stmt::TypeAlias(s) => self.type_alias(s),
            Stmt::AugAssign(s) => self.augmented_assign(s),
            Stmt::AnnAssign(s) => self.annotated_assign(s),
            Stmt::For(s) => self.for_loop(s),
            Stmt::While(s) => self.while_loop(s),
            Stmt::If(s) => self.if_statement(s),
            Stmt::With(s) => self.with(&s.items, &s.body),
            Stmt::Match(s) => self.match_statement(s),
            Stmt::Raise(s) => self.raise(s),
            Stmt::Try(s) => self.try_statement(s),
            Stmt::TryStar(s) => self.try_star(s),
            Stmt::Assert(s) => self.assert(s),
            Stmt::Import(s) => self.import(s),
            Stmt::ImportFrom(s) => self.import_from(s),
            Stmt::Expr(s) => {
                // A constant as a statement is a docstring or a comment.
                if !s.value.is_constant_expr() {
                    self.expr(&s.value);
                }
            }
            Stmt::Break(s) => self.leave_loop(true, self.plain(s)),
            Stmt::Continue(s) => self.leave_loop(false, self.plain(s)),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) => {}
            Stmt::AsyncFor(_) | Stmt::AsyncWith(_) => self.no_async(self.plain(stmt)),
        }
    }

    pub fn no_async(&mut self, place: Place) {
        self.not_supported("unsupported-async", "`async` and `await` are not supported yet", place);
        self.terminate(Terminator::Unreachable, place);
        // The code after it is built into a block that nothing reaches.
        let after = self.new_block();
        self.enter(after);
    }

    fn return_statement(&mut self, s: &'a ast::StmtReturn) {
        let place = self.plain(s);
        let mut value = match &s.value {
            Some(value) => self.handed_out(value),
            None => self.none(place),
        };
        let loops_only = |frame: &Frame| matches!(frame, Frame::Loop { held: None, .. });
        if !self.frames.iter().all(loops_only) {
            value = self.settled(value, place);
        }
        self.unwind(0);
        self.terminate(Terminator::Return(value), place);
    }

    fn leave_loop(&mut self, is_break: bool, place: Place) {
        let is_loop = |frame: &Frame| matches!(frame, Frame::Loop { .. });
        let Some(depth) = self.frames.iter().rposition(is_loop) else {
            unreachable!("the syntax checks reject `break` outside a loop");
        };
        let Frame::Loop { after, next, .. } = self.frames[depth] else {
            unreachable!("found as a loop");
        };
        self.unwind(if is_break { depth } else { depth + 1 });
        let to = if is_break { after } else { next };
        self.terminate(Terminator::Goto(to), place);
    }

    fn if_statement(&mut self, s: &'a ast::StmtIf) {
        let then = self.new_block();
        let otherwise = self.new_block();
        let end = self.new_block();
        self.condition(&s.test, then, otherwise);
        self.enter_if_used(then);
        self.statements(&s.body);
        self.goto(end);
        self.enter_if_used(otherwise);
        self.statements(&s.orelse);
        self.goto(end);
        self.enter_if_used(end);
    }

    fn while_loop(&mut self, s: &'a ast::StmtWhile) {
        let head = self.new_block();
        let body = self.new_block();
        let otherwise = self.new_block();
        let after = self.new_block();
        self.goto(head);
        self.enter(head);
        self.condition(&s.test, body, otherwise);
        self.frames.push(Frame::Loop { after, next: head, iter: None, held: None });
        self.enter_if_used(body);
        self.statements(&s.body);
        self.goto(head);
        self.frames.pop();
        self.enter_if_used(otherwise);
        self.statements(&s.orelse);
        self.goto(after);
        self.enter_if_used(after);
    }

    fn for_loop(&mut self, s: &'a ast::StmtFor) {
        let place = self.place(&s.iter);
        let (iter, may_hold) = self.loop_iterator(&s.iter);
        let held = self.hold(iter, may_hold, place);
        let head = self.new_block();
        let body = self.new_block();
        let exit = self.new_block();
        let after = self.new_block();
        self.goto(head);
        self.enter(head);
        let item = self.for_next(iter, &s.target, body, exit, place);
        self.frames.push(Frame::Loop { after, next: head, iter: Some(iter), held });
        self.enter(body);
        self.assign_item(&s.target, item);
        self.statements(&s.body);
        self.goto(head);
        self.frames.pop();
        self.release(held.as_ref());
        self.enter(exit);
        self.drop_held(held.as_ref());
        self.statements(&s.orelse);
        self.goto(after);
        self.land_held(held.as_ref());
        self.enter_if_used(after);
    }

    /// Ends the block with the step of a loop. The item goes straight into a target that is a local variable.
    pub fn for_next(
        &mut self,
        iter: VarId,
        target: &Expr,
        body: BlockId,
        exit: BlockId,
        place: Place,
    ) -> VarId {
        let local = match target {
            Expr::Name(name) => self.local_target(&name.id),
            _ => None,
        };
        let dst = local.unwrap_or_else(|| self.temp());
        let term = Terminator::ForNext { iter, dst, body, exit };
        self.terminate(term, place);
        dst
    }

    /// Assigns the item of `for_next` where that has not happened yet.
    pub fn assign_item(&mut self, target: &'a Expr, item: VarId) {
        if !self.is_local(item) {
            self.assign_to(target, item);
        }
    }

    fn raise(&mut self, s: &'a ast::StmtRaise) {
        let place = self.plain(s);
        let Some(exc) = &s.exc else {
            self.terminate(Terminator::RaiseCurrent, place);
            return;
        };
        let exc = self.expr(exc);
        let cause = s.cause.as_ref().map(|cause| self.expr(cause));
        self.terminate(Terminator::Raise { exc, cause }, place);
    }

    fn assert(&mut self, s: &'a ast::StmtAssert) {
        let place = self.place(&s.test);
        let holds = self.new_block();
        let fails = self.new_block();
        self.condition(&s.test, holds, fails);
        if self.targets[fails] {
            self.enter(fails);
            let class = self.emit(Op::LoadAssertionError, place);
            let exc = match &s.msg {
                Some(message) => {
                    let message = self.expr(message);
                    let op = Op::Call { callee: class, args: vec![message], kwargs: Vec::new() };
                    self.emit(op, place)
                }
                None => class,
            };
            self.terminate(Terminator::Raise { exc, cause: None }, place);
        }
        self.enter_if_used(holds);
    }

    /// Jumps to one of two blocks by the truth of `test`, without making a value of `and`, `or`, `not`.
    pub fn condition(&mut self, test: &'a Expr, then: BlockId, otherwise: BlockId) {
        match test {
            Expr::Constant(constant) => {
                let holds = match &constant.value {
                    ast::Constant::None => Some(false),
                    ast::Constant::Bool(value) => Some(*value),
                    ast::Constant::Int(value) => Some(*value != 0.into()),
                    ast::Constant::Str(text) => Some(!text.is_empty()),
                    _ => None,
                };
                if let Some(holds) = holds {
                    self.goto(if holds { then } else { otherwise });
                    return;
                }
            }
            Expr::BoolOp(e) => {
                let (last, before) = e.values.split_last().expect("`and` has operands");
                for value in before {
                    let next = self.new_block();
                    match e.op {
                        ast::BoolOp::And => self.condition(value, next, otherwise),
                        ast::BoolOp::Or => self.condition(value, then, next),
                    }
                    self.enter_if_used(next);
                    if self.current.is_none() {
                        return;
                    }
                }
                return self.condition(last, then, otherwise);
            }
            Expr::UnaryOp(e) if e.op == ast::UnaryOp::Not => {
                return self.condition(&e.operand, otherwise, then);
            }
            Expr::Compare(e) if e.ops.len() > 1 => {
                return self.chained_condition(e, then, otherwise);
            }
            _ => {}
        }
        let value = self.expr(test);
        let place = self.place(test);
        self.branch(value, then, otherwise, place);
    }

    /// Branches by the truth of a value.
    pub fn branch(&mut self, value: VarId, then: BlockId, otherwise: BlockId, place: Place) {
        let cond = self.test(value, place);
        let term = Terminator::Branch { cond, then, otherwise };
        self.terminate(term, place);
    }

    /// A test variable for the truth of `value`: itself if the last instruction made it one.
    pub fn test(&mut self, value: VarId, place: Place) -> VarId {
        let last = self.current.and_then(|block| self.function.blocks[block].instrs.last());
        match last {
            Some(instr) if instr.dst == Some(value) && !self.is_local(value) && instr.op.is_test() => value,
            _ => self.emit(Op::Truth(value), place),
        }
    }

    /// What a `for` goes over: a list display of constants is as good as a tuple.
    pub fn iterable(&mut self, expr: &'a Expr) -> VarId {
        if let Expr::Set(set) = expr
            && super::constant::constants(&set.elts).is_some()
        {
            return self.set_of_constants(&set.elts, self.place(expr));
        }
        if let Expr::List(list) = expr
            && let Some(items) = super::constant::constants(&list.elts)
        {
            return self.constant(Const::Tuple(items), self.place(expr));
        }
        self.expr(expr)
    }
}

fn is_call_assignment(stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Assign(s) if s.value.is_call_expr())
}
