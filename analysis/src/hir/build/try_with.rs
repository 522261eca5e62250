//! `try` in all its forms, and `with`.
//!
//! ```text
//! try: A                 A in blocks whose handler is H
//! except E as e: B       H: v = take; p = enter v; if v matches E: e = v; B; leave p; del e
//!                           else: leave p; reraise v            B's handler: take; leave p; del e; reraise
//! finally: F             A and every way out of it run F; an exception runs F between enter and leave, then goes on
//! ```

use super::body::{Body, Frame};
use crate::{
    hir::{BlockId, Op, Place, Terminator, VarId, VarKind},
    syntax::ast::{self, ExceptHandler, Stmt},
};

impl<'a> Body<'_, 'a> {
    pub fn try_statement(&mut self, s: &'a ast::StmtTry) {
        let place = self.plain(s);
        self.with_finally(&s.finalbody, place, |this| {
            if s.handlers.is_empty() {
                this.statements(&s.body);
            } else {
                this.try_except(&s.body, &s.handlers, &s.orelse, place);
            }
        });
    }

    fn with_finally(&mut self, finalbody: &'a [Stmt], place: Place, inside: impl FnOnce(&mut Self)) {
        if finalbody.is_empty() {
            return inside(self);
        }
        let outer = self.handler;
        let landing = self.new_block();
        let end = self.new_block();
        self.set_handler(Some(landing));
        self.frames.push(Frame::Finally { body: finalbody, outer });
        inside(self);
        self.frames.pop();
        self.set_handler(outer);
        self.statements(finalbody);
        self.goto(end);

        let (exc, previous, cleanup) = self.land(landing, outer, place);
        self.frames.push(Frame::Handling { previous, name: None, place, outer });
        self.statements(finalbody);
        self.frames.pop();
        self.set_handler(outer);
        self.leave_handler(previous, None, place);
        self.terminate(Terminator::Reraise(exc), place);
        self.clean_up(cleanup, previous, None, outer, place);
        self.enter_if_used(end);
    }

    /// Begins a handler block: the exception is taken and current; what is raised from here on goes to the third
    /// result, which has to undo that (`clean_up`).
    fn land(&mut self, landing: BlockId, outer: Option<BlockId>, place: Place) -> (VarId, VarId, BlockId) {
        self.handler = outer;
        self.enter(landing);
        let exc = self.emit(Op::TakeException, place);
        let previous = self.emit(Op::EnterHandler(exc), place);
        let cleanup = self.new_block();
        self.set_handler(Some(cleanup));
        (exc, previous, cleanup)
    }

    /// The block for an exception raised while another is being handled.
    fn clean_up(
        &mut self,
        block: BlockId,
        previous: VarId,
        name: Option<&str>,
        outer: Option<BlockId>,
        place: Place,
    ) {
        self.handler = outer;
        self.enter(block);
        let raised = self.emit(Op::TakeException, place);
        self.leave_handler(previous, name, place);
        self.terminate(Terminator::Reraise(raised), place);
    }

    fn try_except(
        &mut self,
        body: &'a [Stmt],
        handlers: &'a [ExceptHandler],
        orelse: &'a [Stmt],
        place: Place,
    ) {
        let outer = self.handler;
        let landing = self.new_block();
        let end = self.new_block();
        self.set_handler(Some(landing));
        self.statements(body);
        self.set_handler(outer);
        self.statements(orelse);
        self.goto(end);

        let (exc, previous, cleanup) = self.land(landing, outer, place);
        for handler in handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            let next = self.new_block();
            if let Some(class) = &handler.type_ {
                let class = self.expr(class);
                let place = self.plain(handler);
                let matches = self.emit(Op::ExceptionMatch { exc, class }, place);
                let taken = self.new_block();
                self.branch(matches, taken, next, place);
                self.enter(taken);
            }
            self.clause(handler, exc, previous, cleanup, outer, end);
            self.handler = Some(cleanup);
            self.enter_if_used(next);
            if self.current.is_none() {
                break;
            }
        }
        self.set_handler(outer);
        self.leave_handler(previous, None, place);
        self.terminate(Terminator::Reraise(exc), place);
        self.clean_up(cleanup, previous, None, outer, place);
        self.enter_if_used(end);
    }

    /// The body of an `except` clause that has matched.
    fn clause(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        exc: VarId,
        previous: VarId,
        cleanup: BlockId,
        outer: Option<BlockId>,
        end: BlockId,
    ) {
        let place = self.plain(handler);
        let name = handler.name.as_deref();
        let own_cleanup = name.map(|_| self.new_block());
        if let Some(name) = name {
            self.set_handler(own_cleanup);
            self.store_name(name, exc, place);
        } else {
            self.set_handler(Some(cleanup));
        }
        self.frames.push(Frame::Handling { previous, name, place, outer });
        self.statements(&handler.body);
        self.frames.pop();
        self.set_handler(outer);
        if self.current.is_some() {
            self.leave_handler(previous, name, place);
            self.goto(end);
        }
        if let Some(own) = own_cleanup {
            self.clean_up(own, previous, name, outer, place);
        }
    }

    /// `except*`: each clause gets the part of the group that matches; what is left over or raised goes on as a group.
    pub fn try_star(&mut self, s: &'a ast::StmtTryStar) {
        let place = self.plain(s);
        self.with_finally(&s.finalbody, place, |this| this.try_except_star(s, place));
    }

    fn try_except_star(&mut self, s: &'a ast::StmtTryStar, place: Place) {
        let outer = self.handler;
        let landing = self.new_block();
        let end = self.new_block();
        self.set_handler(Some(landing));
        self.statements(&s.body);
        self.set_handler(outer);
        self.statements(&s.orelse);
        self.goto(end);

        let (exc, previous, cleanup) = self.land(landing, outer, place);
        let remaining = self.unnamed(VarKind::Merge);
        self.emit_to(remaining, Op::Copy(exc), place);
        let raised = self.emit(Op::BuildList(Vec::new()), place);
        for handler in &s.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            self.star_clause(handler, remaining, raised, cleanup);
        }
        let left = self.new_block();
        let complete = self.new_block();
        self.branch_if_none(remaining, complete, left, place);
        self.enter(left);
        self.run(Op::ListAppend { list: raised, value: remaining }, place);
        self.goto(complete);
        self.enter(complete);
        let op = Op::GroupJoin { original: exc, raised };
        let result = self.emit(op, place);
        self.set_handler(outer);
        self.leave_handler(previous, None, place);
        let again = self.new_block();
        self.branch_if_none(result, end, again, place);
        self.enter(again);
        self.terminate(Terminator::Reraise(result), place);
        self.clean_up(cleanup, previous, None, outer, place);
        self.enter_if_used(end);
    }

    fn branch_if_none(&mut self, value: VarId, then: BlockId, otherwise: BlockId, place: Place) {
        let none = self.none(place);
        let nothing = self.emit(Op::Is(value, none), place);
        self.branch(nothing, then, otherwise, place);
    }

    fn star_clause(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        remaining: VarId,
        raised: VarId,
        cleanup: BlockId,
    ) {
        let place = self.plain(handler);
        let done = self.new_block();
        let taken = self.new_block();
        let Some(class) = &handler.type_ else {
            unreachable!("the syntax requires a class after `except*`");
        };
        let split = self.new_block();
        self.branch_if_none(remaining, done, split, place);
        self.enter(split);
        let class = self.expr(class);
        let rest = self.temp();
        let op = Op::GroupSplit { exc: remaining, class, rest };
        let part = self.emit(op, place);
        self.emit_to(remaining, Op::Copy(rest), place);
        self.branch_if_none(part, done, taken, place);
        self.enter(taken);
        let inner = self.emit(Op::EnterHandler(part), place);
        let caught = self.new_block();
        self.set_handler(Some(caught));
        let name = handler.name.as_deref();
        if let Some(name) = name {
            self.store_name(name, part, place);
        }
        self.statements(&handler.body);
        self.set_handler(Some(cleanup));
        if self.current.is_some() {
            self.leave_handler(inner, name, place);
            self.goto(done);
        }
        self.enter(caught);
        let value = self.emit(Op::TakeException, place);
        self.leave_handler(inner, name, place);
        self.run(Op::ListAppend { list: raised, value }, place);
        self.goto(done);
        self.enter(done);
    }

    pub fn with(&mut self, items: &'a [ast::WithItem], body: &'a [Stmt]) {
        let Some((item, inner)) = items.split_first() else {
            return self.statements(body);
        };
        let place = self.place(&item.context_expr);
        let manager = self.expr(&item.context_expr);
        let exit = self.temp();
        let entered = self.emit(Op::ContextEnter { manager, exit }, place);
        let outer = self.handler;
        let landing = self.new_block();
        let end = self.new_block();
        self.set_handler(Some(landing));
        self.frames.push(Frame::With { exit, place, outer });
        if let Some(target) = &item.optional_vars {
            self.assign_to(target, entered);
        }
        self.with(inner, body);
        self.frames.pop();
        self.set_handler(outer);
        self.emit(Op::ContextExit { exit, exc: None }, place);
        self.goto(end);

        let (exc, previous, cleanup) = self.land(landing, outer, place);
        let op = Op::ContextExit { exit, exc: Some(exc) };
        let result = self.emit(op, place);
        let swallowed = self.emit(Op::Truth(result), place);
        self.set_handler(outer);
        self.leave_handler(previous, None, place);
        let again = self.new_block();
        self.terminate(Terminator::Branch { cond: swallowed, then: end, otherwise: again }, place);
        self.enter(again);
        self.terminate(Terminator::Reraise(exc), place);
        self.clean_up(cleanup, previous, None, outer, place);
        self.enter_if_used(end);
    }
}
