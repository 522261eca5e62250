//! Assignment in all its forms, unpacking, and `del`.

use super::body::Body;
use crate::{
    hir::{Const, Op, Place, VarId},
    syntax::ast::{self, Expr, Ranged},
};

impl<'a> Body<'_, 'a> {
    pub fn assign(&mut self, s: &'a ast::StmtAssign) {
        if let [target] = &s.targets[..]
            && let Some((targets, values)) = parallel(target, &s.value)
        {
            return self.parallel_assign(targets, values);
        }
        let value = self.expr(&s.value);
        // `i = a[i] = 5` evaluates the index after it assigned `i`; the value itself is read before.
        let value = if s.targets.len() > 1 { self.settled(value, self.place(&s.value)) } else { value };
        for target in &s.targets {
            self.assign_to(target, value);
        }
    }

    /// `a, b = b, a` without the tuple.
    fn parallel_assign(&mut self, targets: &'a [Expr], values: &'a [Expr]) {
        let mut held = Vec::new();
        for value in values {
            let var = self.expr(value);
            held.push(self.settled(var, self.place(value)));
        }
        for (target, value) in targets.iter().zip(held) {
            self.assign_to(target, value);
        }
    }

    pub fn assign_to(&mut self, target: &'a Expr, value: VarId) {
        let place = self.place(target);
        match target {
            Expr::Name(name) => self.store_name(&name.id, value, place),
            Expr::Attribute(e) => {
                let object = self.expr(&e.value);
                let name = self.mangled_symbol(&e.attr);
                let place = self.attribute_place(target, e);
                let op = Op::SetAttr { object, name, value };
                self.run(op, place);
            }
            Expr::Subscript(e) => {
                let object = self.expr(&e.value);
                let index = self.expr(&e.slice);
                let op = Op::SetItem { object, index, value };
                self.run(op, place);
            }
            Expr::Tuple(e) => self.unpack(&e.elts, value, place),
            Expr::List(e) => self.unpack(&e.elts, value, place),
            Expr::Starred(e) => self.assign_to(&e.value, value),
            _ => unreachable!("the syntax checks reject this as a target"),
        }
    }

    fn unpack(&mut self, targets: &'a [Expr], value: VarId, place: Place) {
        let star = targets.iter().position(Expr::is_starred_expr);
        let parts: Vec<VarId> = targets.iter().map(|_| self.temp()).collect();
        let op = match star {
            None => Op::Unpack { value, targets: parts.clone() },
            Some(star) => Op::UnpackStar {
                value,
                before: parts[..star].to_vec(),
                rest: parts[star],
                after: parts[star + 1..].to_vec(),
            },
        };
        self.run(op, place);
        for (target, part) in targets.iter().zip(parts) {
            self.assign_to(target, part);
        }
    }

    pub fn augmented_assign(&mut self, s: &'a ast::StmtAugAssign) {
        let place = self.plain(s);
        let op = super::expression::binary_op(s.op);
        match &*s.target {
            Expr::Name(name) => {
                let target_place = self.place(&s.target);
                let old = self.load_name(&name.id, target_place);
                let value = self.expr(&s.value);
                let new = self.emit(Op::InPlace(op, old, value), place);
                self.store_name(&name.id, new, target_place);
            }
            Expr::Attribute(e) => {
                let object = self.expr(&e.value);
                let object = self.settled(object, place);
                let name = self.mangled_symbol(&e.attr);
                let target_place = self.attribute_place(&s.target, e);
                let old = self.emit(Op::GetAttr { object, name }, target_place);
                let value = self.expr(&s.value);
                let value = self.emit(Op::InPlace(op, old, value), place);
                let op = Op::SetAttr { object, name, value };
                self.run(op, target_place);
            }
            Expr::Subscript(e) => {
                let object = self.expr(&e.value);
                let index = self.expr(&e.slice);
                let target_place = self.place(&s.target);
                let old = self.emit(Op::GetItem { object, index }, target_place);
                let value = self.expr(&s.value);
                let value = self.emit(Op::InPlace(op, old, value), place);
                let op = Op::SetItem { object, index, value };
                self.run(op, target_place);
            }
            _ => unreachable!("the syntax checks reject this as a target"),
        }
    }

    pub fn annotated_assign(&mut self, s: &'a ast::StmtAnnAssign) {
        if let Some(value) = &s.value {
            let value = self.expr(value);
            self.assign_to(&s.target, value);
        } else {
            // The parts of the target are evaluated, the target is not.
            match &*s.target {
                Expr::Attribute(e) => {
                    self.expr(&e.value);
                }
                Expr::Subscript(e) => {
                    self.expr(&e.value);
                    self.expr(&e.slice);
                }
                _ => {}
            }
        }
        let Expr::Name(name) = &*s.target else {
            return;
        };
        // `(x): int` annotates no name; the tree's own flag does not know of the parentheses.
        let is_simple = s.simple && s.range().start() == s.target.range().start();
        if !is_simple || !self.collects_annotations() {
            return;
        }
        let place = self.place(&s.annotation);
        let annotation = self.annotation(&s.annotation);
        let dict = self.load_name("__annotations__", place);
        let key = self.mangled(&name.id).as_ref().into();
        let key = self.constant(Const::Str(key), place);
        let op = Op::SetItem { object: dict, index: key, value: annotation };
        self.run(op, place);
    }

    pub fn delete(&mut self, target: &'a Expr) {
        let place = self.place(target);
        match target {
            Expr::Name(name) => self.delete_name(&name.id, place),
            Expr::Attribute(e) => {
                let object = self.expr(&e.value);
                let name = self.mangled_symbol(&e.attr);
                let place = self.attribute_place(target, e);
                self.run(Op::DelAttr { object, name }, place);
            }
            Expr::Subscript(e) => {
                let object = self.expr(&e.value);
                let index = self.expr(&e.slice);
                self.run(Op::DelItem { object, index }, place);
            }
            Expr::Tuple(e) => e.elts.iter().for_each(|target| self.delete(target)),
            Expr::List(e) => e.elts.iter().for_each(|target| self.delete(target)),
            _ => unreachable!("the syntax checks reject this as a target"),
        }
    }
}

/// Targets and values of `a, b = x, y`.
fn parallel<'a>(target: &'a Expr, value: &'a Expr) -> Option<(&'a [Expr], &'a [Expr])> {
    let (Expr::Tuple(targets), Expr::Tuple(values)) = (target, value) else {
        return None;
    };
    let plain = |exprs: &[Expr]| !exprs.iter().any(Expr::is_starred_expr);
    let same = targets.elts.len() == values.elts.len() && !targets.elts.is_empty();
    (same && plain(&targets.elts) && plain(&values.elts)).then_some((&targets.elts, &values.elts))
}
