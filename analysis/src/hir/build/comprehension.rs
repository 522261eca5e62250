//! Comprehensions, inlined into the function around them, and generator expressions, which are functions.
//!
//! ```text
//! [f(x) for x in xs if x]        v1 = iter xs; v2 = []
//!                                for x' in v1: if x': append v2, f(x')        x' is a variable of its own
//! ```

use super::{body::Body, module::blank_function};
use crate::{
    hir::{FunctionKind, Op, Param, ParamKind, Place, Terminator, VarId, VarKind},
    scopes::{NodeKey, Part, ScopeId},
    syntax::ast::{self, Expr},
};

/// What is done with each element.
#[derive(Clone, Copy)]
enum Collect<'a> {
    List(VarId, &'a Expr),
    Set(VarId, &'a Expr),
    Dict(VarId, &'a Expr, &'a Expr),
    Yield(&'a Expr),
}

impl<'a> Body<'_, 'a> {
    pub fn list_comprehension(&mut self, e: &'a ast::ExprListComp, place: Place) -> VarId {
        let iter = self.first_iterator(&e.generators);
        let list = self.emit(Op::BuildList(Vec::new()), place);
        let collect = Collect::List(list, &e.elt);
        self.inline(NodeKey::of(e, Part::Body), &e.generators, iter, collect, place);
        list
    }

    pub fn set_comprehension(&mut self, e: &'a ast::ExprSetComp, place: Place) -> VarId {
        let iter = self.first_iterator(&e.generators);
        let set = self.emit(Op::BuildSet(Vec::new()), place);
        let collect = Collect::Set(set, &e.elt);
        self.inline(NodeKey::of(e, Part::Body), &e.generators, iter, collect, place);
        set
    }

    pub fn dict_comprehension(&mut self, e: &'a ast::ExprDictComp, place: Place) -> VarId {
        let iter = self.first_iterator(&e.generators);
        let dict = self.emit(Op::BuildDict(Vec::new()), place);
        let collect = Collect::Dict(dict, &e.key, &e.value);
        self.inline(NodeKey::of(e, Part::Body), &e.generators, iter, collect, place);
        dict
    }

    fn first_iterator(&mut self, generators: &'a [ast::Comprehension]) -> (VarId, bool) {
        self.loop_iterator(&generators[0].iter)
    }

    fn inline(
        &mut self,
        key: NodeKey,
        generators: &'a [ast::Comprehension],
        iter: (VarId, bool),
        collect: Collect<'a>,
        place: Place,
    ) {
        let scope = self.scope_of(key);
        let outer = std::mem::replace(&mut self.scope, scope);
        self.make_cells(scope, place);
        self.loops(generators, iter, collect, place);
        self.scope = outer;
    }

    pub fn scope_of(&self, key: NodeKey) -> ScopeId {
        self.module.tree.find(key).expect("scope analysis saw this node")
    }

    /// The nested loops of the comprehension from its first generator on.
    fn loops(
        &mut self,
        generators: &'a [ast::Comprehension],
        iter: (VarId, bool),
        collect: Collect<'a>,
        place: Place,
    ) {
        let Some((generator, inner)) = generators.split_first() else {
            return;
        };
        if generator.is_async {
            self.no_async(place);
        }
        let iter_place = self.place(&generator.iter);
        let (iter, may_hold) = iter;
        let held = self.hold(iter, may_hold, iter_place);
        let head = self.new_block();
        let body = self.new_block();
        let exit = self.new_block();
        self.goto(head);
        self.enter(head);
        let item = self.for_next(iter, &generator.target, body, exit, iter_place);
        self.enter(body);
        self.assign_item(&generator.target, item);
        for test in &generator.ifs {
            let passed = self.new_block();
            self.condition(test, passed, head);
            self.enter_if_used(passed);
        }
        if self.current.is_some() {
            if inner.is_empty() {
                self.collect(collect, place);
            } else {
                let next = self.first_iterator(inner);
                self.loops(inner, next, collect, place);
            }
            self.goto(head);
        }
        self.release(held.as_ref());
        if held.is_some() {
            let after = self.new_block();
            self.enter(exit);
            self.drop_held(held.as_ref());
            self.goto(after);
            self.land_held(held.as_ref());
            self.enter(after);
        } else {
            self.enter(exit);
        }
    }

    fn collect(&mut self, collect: Collect<'a>, place: Place) {
        match collect {
            Collect::List(list, elt) => {
                let value = self.expr(elt);
                self.run(Op::ListAppend { list, value }, place);
            }
            Collect::Set(set, elt) => {
                let value = self.expr(elt);
                let place = self.place(elt);
                self.run(Op::SetAdd { set, value }, place);
            }
            Collect::Dict(dict, key, value) => {
                let place = self.place_of(self.span(key).to(self.span(value)), None);
                let key = self.expr(key);
                let value = self.expr(value);
                self.run(Op::DictInsert { dict, key, value }, place);
            }
            Collect::Yield(elt) => {
                let place = self.place(elt);
                let value = self.expr(elt);
                self.before_yield(place);
                let dst = self.temp();
                let resume = self.new_block();
                self.terminate(Terminator::Yield { value, dst, resume }, place);
                self.enter(resume);
            }
        }
    }

    pub fn generator_expression(&mut self, e: &'a ast::ExprGeneratorExp, place: Place) -> VarId {
        let (iter, may_hold) = self.first_iterator(&e.generators);
        let scope = self.scope_of(NodeKey::of(e, Part::Body));
        let function = match self.module.functions.get(&scope) {
            Some(&function) => function,
            None => {
                let name = self.symbol("<genexpr>");
                let span = self.span(e);
                let mut blank = blank_function(name, self.module.id, FunctionKind::GeneratorExpression, span);
                blank.is_generator = true;
                blank.qualname = self.inner_qualname("<genexpr>");
                blank.first_line = self.module.source.line(span.start);
                blank.parent = Some(self.id);
                let statement = self.statement;
                self.define(scope, blank, |inner| {
                    inner.statement = statement;
                    let dot_zero = inner.symbol(".0");
                    let var = inner.named_var(scope, dot_zero, VarKind::Local);
                    inner.function.params.push(Param {
                        name: dot_zero,
                        kind: ParamKind::PositionalOnly,
                        var,
                        has_default: false,
                    });
                    inner.make_cells(scope, place);
                    inner.loops(&e.generators, (var, may_hold), Collect::Yield(&e.elt), place);
                    inner.return_none(place);
                })
            }
        };
        let closure = self.closure(scope);
        let op = Op::MakeFunction {
            function,
            defaults: Vec::new(),
            kwdefaults: Vec::new(),
            closure,
            annotations: None,
        };
        let callee = self.emit(op, place);
        let op = Op::Call { callee, args: vec![iter], kwargs: Vec::new() };
        self.emit(op, place)
    }
}
