//! Iterators that only a loop knows: closed where the loop is left early.
//!
//! ```text
//! for x in numbers():          v = forget; call numbers; hold v; it = iter v; hold it
//!     if x > 3: break          drop it; goto after          (also before `return`, and where an exception leaves the loop)
//! ```
//!
//! Only programs with a generator that has something to do when it is closed get these ops (`closes_generators`). What
//! the ops mean, and why it is sound, stands in the runtime (`objects/held.rs`).

use super::body::{Body, Held};
use crate::{
    hir::{Op, Place, Terminator, VarId},
    syntax::ast::{self, Expr},
};

/// Builtins whose result goes on using the iterators it is given.
const WRAPPERS: &[&str] = &["enumerate", "zip", "map", "filter"];
/// Builtins that use an iterator during the call only, and may leave it unfinished.
const USERS: &[&str] = &["next", "any", "all"];

impl<'a> Body<'_, 'a> {
    /// The iterator of a loop over `expr`, and whether the loop may be the only one to know it.
    pub fn loop_iterator(&mut self, expr: &'a Expr) -> (VarId, bool) {
        let place = self.place(expr);
        if !self.may_be_held(expr) {
            let iterable = self.iterable(expr);
            return (self.emit(Op::GetIter(iterable), place), false);
        }
        let iterable = self.held_expr(expr);
        self.run(Op::ForgetGenerator, place);
        let iter = self.emit(Op::GetIter(iterable), place);
        self.run(Op::HoldIterator { value: iter, made: false }, place);
        (iter, true)
    }

    fn may_be_held(&mut self, expr: &Expr) -> bool {
        self.module.closes_generators
            && match expr {
                Expr::Call(e) => match &*e.func {
                    Expr::Name(name) if self.means_builtin(&name.id) => WRAPPERS.contains(&name.id.as_str()),
                    _ => true,
                },
                Expr::GeneratorExp(_)
                | Expr::Name(_)
                | Expr::Attribute(_)
                | Expr::Subscript(_)
                | Expr::IfExp(_) => true,
                _ => false,
            }
    }

    /// An expression whose value goes into a temporary that is its only holder if it is a generator just made.
    fn held_expr(&mut self, expr: &'a Expr) -> VarId {
        let place = self.place(expr);
        let value = self.handed_out(expr);
        match expr {
            Expr::Call(e) => {
                let made = self.is_builtin_call(e, WRAPPERS);
                self.run(Op::HoldIterator { value, made }, place);
            }
            Expr::GeneratorExp(_) => self.run(Op::HoldIterator { value, made: false }, place),
            _ => {}
        }
        value
    }

    /// The value of `return expr`: a generator made by it stays fresh, none that is known elsewhere does.
    pub fn handed_out(&mut self, expr: &'a Expr) -> VarId {
        if !self.module.closes_generators {
            return self.expr(expr);
        }
        match expr {
            Expr::Call(e) => {
                self.fresh_call = Some(std::ptr::from_ref(e));
                self.expr(expr)
            }
            Expr::GeneratorExp(_) | Expr::Constant(_) => self.expr(expr),
            _ => {
                let value = self.expr(expr);
                let place = self.place(expr);
                self.run(Op::ForgetGenerator, place);
                value
            }
        }
    }

    /// Right before the op of a call, its arguments evaluated.
    pub fn before_call(&mut self, e: &ast::ExprCall, place: Place) {
        if self.fresh_call == Some(std::ptr::from_ref(e)) {
            self.fresh_call = None;
            self.run(Op::ForgetGenerator, place);
        }
    }

    /// Before a `yield`: what it gives out may be known here.
    pub fn before_yield(&mut self, place: Place) {
        if self.module.closes_generators {
            self.run(Op::ForgetGenerator, place);
        }
    }

    fn is_builtin_call(&mut self, e: &ast::ExprCall, names: &[&str]) -> bool {
        matches!(&*e.func, Expr::Name(name) if names.contains(&name.id.as_str()) && self.means_builtin(&name.id))
    }

    /// The positional arguments of a call; those that only the builtin called will know.
    pub fn arguments(&mut self, e: &'a ast::ExprCall) -> (Vec<VarId>, Vec<VarId>) {
        let uses = self.module.closes_generators && self.is_builtin_call(e, USERS);
        let keeps = self.module.closes_generators && self.is_builtin_call(e, WRAPPERS);
        if !uses && !keeps {
            return (self.exprs(&e.args), Vec::new());
        }
        let is_new = |expr: &Expr| matches!(expr, Expr::Call(_) | Expr::GeneratorExp(_));
        let mut args = Vec::new();
        let mut temporary = Vec::new();
        for expr in &e.args {
            let outer = self.fresh_call.take();
            let value = if is_new(expr) { self.held_expr(expr) } else { self.expr(expr) };
            self.fresh_call = outer;
            if uses && is_new(expr) {
                temporary.push(value);
            }
            args.push(value);
        }
        (args, temporary)
    }

    /// Begins what happens while a loop holds `iter`.
    pub fn hold(&mut self, iter: VarId, may: bool, place: Place) -> Option<Held> {
        may.then(|| {
            let held = Held { iter, place, outer: self.handler, landing: self.new_block() };
            self.set_handler(Some(held.landing));
            held
        })
    }

    /// The end of the loop; what follows is its regular exit.
    pub fn release(&mut self, held: Option<&Held>) {
        if let Some(held) = held {
            self.set_handler(held.outer);
        }
    }

    /// On a way out of the loop.
    pub fn drop_held(&mut self, held: Option<&Held>) {
        if let Some(held) = held {
            self.run(Op::DropIterator(held.iter), held.place);
        }
    }

    /// The way out by an exception. No block is open.
    pub fn land_held(&mut self, held: Option<&Held>) {
        if let Some(held) = held {
            self.handler = held.outer;
            self.enter(held.landing);
            let raised = self.emit(Op::TakeException, held.place);
            self.drop_held(Some(held));
            self.terminate(Terminator::Reraise(raised), held.place);
        }
    }
}
