//! Expressions other than calls, comprehensions and f-strings.

use super::body::Body;
use super::constant::{constant, constants};
use crate::{
    hir::{BinaryOp, BlockId, CompareOp, Const, Op, Place, Terminator, UnaryOp, VarId, VarKind},
    modules::NOT_GIVEN,
    syntax::ast::{self, Expr},
};

/// A longer list of constants is copied from a static tuple: tables of data take no code.
const LONG_DISPLAY: usize = 24;

impl<'a> Body<'_, 'a> {
    /// Whether the text at hand is one that the compiler wrote for a data class.
    fn is_generated(&self) -> bool {
        self.module.file != self.module.graph.modules[self.module.id].file
    }

    /// Evaluates an expression to a variable. That may be a local variable itself: whoever assigns locals before using
    /// it must take `settled`.
    pub fn expr(&mut self, expr: &'a Expr) -> VarId {
        let place = self.place(expr);
        if let Some(value) = constant(expr) {
            return self.constant(value, place);
        }
        match expr {
            Expr::BoolOp(e) => self.bool_op(e),
            Expr::NamedExpr(e) => self.named_expr(e),
            Expr::BinOp(e) => {
                let left = self.expr(&e.left);
                let right = self.expr(&e.right);
                self.emit(Op::Binary(binary_op(e.op), left, right), place)
            }
            Expr::UnaryOp(e) => {
                let operand = self.expr(&e.operand);
                let op = match e.op {
                    ast::UnaryOp::Invert => Op::Unary(UnaryOp::Invert, operand),
                    ast::UnaryOp::Not => Op::Not(operand),
                    ast::UnaryOp::UAdd => Op::Unary(UnaryOp::Pos, operand),
                    ast::UnaryOp::USub => Op::Unary(UnaryOp::Neg, operand),
                };
                self.emit(op, place)
            }
            Expr::Lambda(e) => self.lambda(e),
            Expr::IfExp(e) => self.if_expr(e),
            Expr::Dict(e) => self.dict(e, place),
            Expr::Set(e) => self.set(e, place),
            Expr::ListComp(e) => self.list_comprehension(e, place),
            Expr::SetComp(e) => self.set_comprehension(e, place),
            Expr::DictComp(e) => self.dict_comprehension(e, place),
            Expr::GeneratorExp(e) => self.generator_expression(e, place),
            Expr::Await(e) => {
                self.expr(&e.value);
                self.no_async(place);
                self.none(place)
            }
            Expr::Yield(e) => self.yield_expr(e, place),
            Expr::YieldFrom(e) => self.yield_from(e, place),
            Expr::Compare(e) => self.compare(e, place),
            Expr::Call(e) => self.call(expr, e),
            Expr::FormattedValue(e) => self.formatted_value(e, place),
            Expr::JoinedStr(e) => self.joined_str(e, place),
            Expr::Constant(_) => unreachable!("constants are handled above"),
            Expr::Attribute(e) => {
                let object = self.expr(&e.value);
                let name = self.mangled_symbol(&e.attr);
                let place = self.attribute_place(expr, e);
                self.emit(Op::GetAttr { object, name }, place)
            }
            Expr::Subscript(e) => {
                let object = self.expr(&e.value);
                let index = self.expr(&e.slice);
                self.emit(Op::GetItem { object, index }, place)
            }
            Expr::Starred(e) => self.expr(&e.value),
            Expr::Name(e) if self.is_generated() && e.id.as_str() == NOT_GIVEN => {
                self.constant(Const::NotGiven, place)
            }
            Expr::Name(e) => self.load_name(&e.id, place),
            Expr::List(e) => self.list_display(&e.elts, place),
            Expr::Tuple(e) => self.tuple(&e.elts, place),
            Expr::Slice(e) => self.slice(e, place),
        }
    }

    pub fn exprs(&mut self, exprs: &'a [Expr]) -> Vec<VarId> {
        exprs.iter().map(|expr| self.expr(expr)).collect()
    }

    fn bool_op(&mut self, e: &'a ast::ExprBoolOp) -> VarId {
        let result = self.unnamed(VarKind::Merge);
        let end = self.new_block();
        let (last, before) = e.values.split_last().expect("`and` has operands");
        for operand in before {
            let place = self.place(operand);
            let value = self.expr(operand);
            self.emit_to(result, Op::Copy(value), place);
            let next = self.new_block();
            match e.op {
                ast::BoolOp::And => self.branch(value, next, end, place),
                ast::BoolOp::Or => self.branch(value, end, next, place),
            }
            self.enter(next);
        }
        let value = self.expr(last);
        self.emit_to(result, Op::Copy(value), self.place(last));
        self.goto(end);
        self.enter(end);
        result
    }

    fn named_expr(&mut self, e: &'a ast::ExprNamedExpr) -> VarId {
        let value = self.expr(&e.value);
        let value = self.settled(value, self.place(&e.value));
        self.assign_to(&e.target, value);
        value
    }

    fn if_expr(&mut self, e: &'a ast::ExprIfExp) -> VarId {
        let result = self.unnamed(VarKind::Merge);
        let then = self.new_block();
        let otherwise = self.new_block();
        let end = self.new_block();
        self.condition(&e.test, then, otherwise);
        for (block, value) in [(then, &e.body), (otherwise, &e.orelse)] {
            if self.targets[block] {
                self.enter(block);
                let place = self.place(value);
                let value = self.expr(value);
                self.emit_to(result, Op::Copy(value), place);
                self.goto(end);
            }
        }
        self.enter(end);
        result
    }

    fn compare(&mut self, e: &'a ast::ExprCompare, place: Place) -> VarId {
        let mut left = self.expr(&e.left);
        if let ([op], [right]) = (&e.ops[..], &e.comparators[..]) {
            let right = self.comparator(*op, right);
            return self.comparison(*op, left, right, place);
        }
        let result = self.unnamed(VarKind::Merge);
        let end = self.new_block();
        let last = e.ops.len() - 1;
        for (at, (op, right)) in e.ops.iter().zip(&e.comparators).enumerate() {
            let right = if at == last { self.comparator(*op, right) } else { self.expr(right) };
            let holds = self.comparison(*op, left, right, place);
            self.emit_to(result, Op::Copy(holds), place);
            if at < last {
                let next = self.new_block();
                self.branch(holds, next, end, place);
                self.enter(next);
                left = right;
            }
        }
        self.goto(end);
        self.enter(end);
        result
    }

    /// `a < b < c` as a condition: every link branches.
    pub fn chained_condition(&mut self, e: &'a ast::ExprCompare, then: BlockId, otherwise: BlockId) {
        let place = self.plain(e);
        let mut left = self.expr(&e.left);
        let last = e.ops.len() - 1;
        for (at, (op, right)) in e.ops.iter().zip(&e.comparators).enumerate() {
            let right = if at == last { self.comparator(*op, right) } else { self.expr(right) };
            let holds = self.comparison(*op, left, right, place);
            if at == last {
                self.branch(holds, then, otherwise, place);
            } else {
                let next = self.new_block();
                self.branch(holds, next, otherwise, place);
                self.enter(next);
                left = right;
            }
        }
    }

    /// The right operand that nothing else reads: in `x in [1, 2]` the list is as good as a tuple, and nobody sees the order
    /// of a set.
    fn comparator(&mut self, op: ast::CmpOp, expr: &'a Expr) -> VarId {
        match (op, expr) {
            (ast::CmpOp::In | ast::CmpOp::NotIn, Expr::Set(set)) if constants(&set.elts).is_some() => {
                let items = self.exprs(&set.elts);
                return self.emit(Op::BuildSet(items), self.place(expr));
            }
            _ => {}
        }
        match op {
            ast::CmpOp::In | ast::CmpOp::NotIn => self.iterable(expr),
            _ => self.expr(expr),
        }
    }

    fn comparison(&mut self, op: ast::CmpOp, left: VarId, right: VarId, place: Place) -> VarId {
        let op = match op {
            ast::CmpOp::Eq => Op::Compare(CompareOp::Eq, left, right),
            ast::CmpOp::NotEq => Op::Compare(CompareOp::Ne, left, right),
            ast::CmpOp::Lt => Op::Compare(CompareOp::Lt, left, right),
            ast::CmpOp::LtE => Op::Compare(CompareOp::Le, left, right),
            ast::CmpOp::Gt => Op::Compare(CompareOp::Gt, left, right),
            ast::CmpOp::GtE => Op::Compare(CompareOp::Ge, left, right),
            ast::CmpOp::Is => Op::Is(left, right),
            ast::CmpOp::IsNot => Op::IsNot(left, right),
            ast::CmpOp::In => Op::Contains { item: left, container: right },
            ast::CmpOp::NotIn => Op::NotContains { item: left, container: right },
        };
        self.emit(op, place)
    }

    fn yield_expr(&mut self, e: &'a ast::ExprYield, place: Place) -> VarId {
        let value = match &e.value {
            Some(value) => self.expr(value),
            None => self.none(place),
        };
        self.before_yield(place);
        let dst = self.temp();
        let resume = self.new_block();
        self.terminate(Terminator::Yield { value, dst, resume }, place);
        self.enter(resume);
        dst
    }

    fn yield_from(&mut self, e: &'a ast::ExprYieldFrom, place: Place) -> VarId {
        let value = self.expr(&e.value);
        let iter = self.emit(Op::GetYieldFromIter(value), place);
        let dst = self.temp();
        let resume = self.new_block();
        self.terminate(Terminator::YieldFrom { iter, dst, resume }, place);
        self.enter(resume);
        dst
    }

    /// A display as a list: `[a, *b]`, also the way to `(a, *b)` and `f(a, *b)`.
    pub fn list_display(&mut self, elts: &'a [Expr], place: Place) -> VarId {
        let star = elts.iter().position(Expr::is_starred_expr);
        let Some(star) = star else {
            if elts.len() > LONG_DISPLAY
                && let Some(items) = constants(elts)
            {
                let list = self.emit(Op::BuildList(Vec::new()), place);
                let iterable = self.constant(Const::Tuple(items), place);
                self.run(Op::ListExtend { list, iterable }, place);
                return list;
            }
            let items = self.exprs(elts);
            return self.emit(Op::BuildList(items), place);
        };
        let first = self.exprs(&elts[..star]);
        let list = self.emit(Op::BuildList(first), place);
        for elt in &elts[star..] {
            match elt {
                Expr::Starred(e) => {
                    let iterable = self.expr(&e.value);
                    self.run(Op::ListExtend { list, iterable }, place);
                }
                elt => {
                    let value = self.expr(elt);
                    self.run(Op::ListAppend { list, value }, place);
                }
            }
        }
        list
    }

    pub fn tuple(&mut self, elts: &'a [Expr], place: Place) -> VarId {
        if elts.iter().any(Expr::is_starred_expr) {
            let list = self.list_display(elts, place);
            return self.emit(Op::ListToTuple(list), place);
        }
        let items = self.exprs(elts);
        self.emit(Op::BuildTuple(items), place)
    }

    fn set(&mut self, e: &'a ast::ExprSet, place: Place) -> VarId {
        let star = e.elts.iter().position(Expr::is_starred_expr);
        let plain = &e.elts[..star.unwrap_or(e.elts.len())];
        if plain.len() == e.elts.len() && plain.len() > 2 && constants(plain).is_some() {
            // CPython copies a constant frozenset, which decides the order.
            let iterable = self.set_of_constants(plain, place);
            let set = self.emit(Op::BuildSet(Vec::new()), place);
            self.run(Op::SetUpdate { set, iterable }, place);
            return set;
        }
        let items = self.exprs(plain);
        let set = self.emit(Op::BuildSet(items), place);
        for elt in &e.elts[plain.len()..] {
            match elt {
                Expr::Starred(e) => {
                    let iterable = self.expr(&e.value);
                    self.run(Op::SetUpdate { set, iterable }, place);
                }
                elt => {
                    let value = self.expr(elt);
                    self.run(Op::SetAdd { set, value }, place);
                }
            }
        }
        set
    }

    /// The set that iteration over a display of constants goes through.
    pub fn set_of_constants(&mut self, elts: &'a [Expr], place: Place) -> VarId {
        let items = self.exprs(elts);
        // CPython's compiler makes a frozenset, then another one of the first one's items in their order.
        let first = self.emit(Op::BuildSet(items), place);
        let list = self.emit(Op::BuildList(Vec::new()), place);
        self.run(Op::ListExtend { list, iterable: first }, place);
        let set = self.emit(Op::BuildSet(Vec::new()), place);
        self.run(Op::SetUpdate { set, iterable: list }, place);
        set
    }

    fn dict(&mut self, e: &'a ast::ExprDict, place: Place) -> VarId {
        let star = e.keys.iter().position(Option::is_none);
        let plain = star.unwrap_or(e.keys.len());
        let mut items = Vec::new();
        for (key, value) in e.keys[..plain].iter().flatten().zip(&e.values) {
            let key = self.expr(key);
            items.push((key, self.expr(value)));
        }
        let dict = self.emit(Op::BuildDict(items), place);
        for (key, value) in e.keys.iter().zip(&e.values).skip(plain) {
            match key {
                Some(key) => {
                    let key = self.expr(key);
                    let value = self.expr(value);
                    self.run(Op::DictInsert { dict, key, value }, place);
                }
                None => {
                    let mapping = self.expr(value);
                    self.run(Op::DictUpdate { dict, mapping }, place);
                }
            }
        }
        dict
    }

    fn slice(&mut self, e: &'a ast::ExprSlice, place: Place) -> VarId {
        let [start, stop, step] = [&e.lower, &e.upper, &e.step].map(|part| match part {
            Some(part) => self.expr(part),
            None => self.none(place),
        });
        self.emit(Op::BuildSlice(start, stop, step), place)
    }
}

pub(super) fn binary_op(op: ast::Operator) -> BinaryOp {
    match op {
        ast::Operator::Add => BinaryOp::Add,
        ast::Operator::Sub => BinaryOp::Sub,
        ast::Operator::Mult => BinaryOp::Mul,
        ast::Operator::MatMult => BinaryOp::MatMul,
        ast::Operator::Div => BinaryOp::TrueDiv,
        ast::Operator::Mod => BinaryOp::Mod,
        ast::Operator::Pow => BinaryOp::Pow,
        ast::Operator::LShift => BinaryOp::LShift,
        ast::Operator::RShift => BinaryOp::RShift,
        ast::Operator::BitOr => BinaryOp::Or,
        ast::Operator::BitXor => BinaryOp::Xor,
        ast::Operator::BitAnd => BinaryOp::And,
        ast::Operator::FloorDiv => BinaryOp::FloorDiv,
    }
}
