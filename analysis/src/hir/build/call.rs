//! Calls: plain, of methods, with stars, and the few builtins that see the caller's variables.

use super::body::Body;
use crate::{
    hir::{LocalRef, Op, Place, Symbol, VarId, VarKind},
    scopes::{Resolution, ScopeKind},
    syntax::ast::{self, Expr},
};

impl<'a> Body<'_, 'a> {
    pub fn call(&mut self, expr: &'a Expr, e: &'a ast::ExprCall) -> VarId {
        let place = self.place(expr);
        if let Expr::Name(name) = &*e.func
            && e.args.is_empty()
            && e.keywords.is_empty()
            && let Some(result) = self.call_on_scope(&name.id, place)
        {
            return result;
        }
        let starred = e.args.iter().any(Expr::is_starred_expr)
            || e.keywords.iter().any(|keyword| keyword.arg.is_none());
        match &*e.func {
            _ if starred => {
                let callee = self.expr(&e.func);
                self.call_with_stars(callee, e, place)
            }
            Expr::Attribute(method) => self.call_method(expr, e, method),
            _ => {
                let callee = self.expr(&e.func);
                let (args, temporary) = self.arguments(e);
                let kwargs = self.keywords(&e.keywords);
                self.before_call(e, place);
                let op = Op::Call { callee, args, kwargs };
                let result = self.emit(op, place);
                for value in temporary {
                    self.run(Op::DropIterator(value), place);
                }
                result
            }
        }
    }

    fn keywords(&mut self, keywords: &'a [ast::Keyword]) -> Vec<(Symbol, VarId)> {
        let mut found = Vec::new();
        for keyword in keywords {
            let name = keyword.arg.as_ref().expect("no `**` among them");
            let name = self.symbol(name);
            found.push((name, self.expr(&keyword.value)));
        }
        found
    }

    /// `object.name(args)`: the attribute is looked up before the arguments are evaluated. If evaluating them cannot be
    /// told from not evaluating them, one op does both; of locals, that is known once all of the function is.
    fn call_method(
        &mut self,
        expr: &'a Expr,
        e: &'a ast::ExprCall,
        attribute: &'a ast::ExprAttribute,
    ) -> VarId {
        let object = self.expr(&attribute.value);
        let name = self.mangled_symbol(&attribute.attr);
        let call_place = self.attribute_place(expr, attribute);
        let quiet = e.args.iter().chain(e.keywords.iter().map(|k| &k.value)).all(|arg| self.is_quiet(arg));
        let method = if quiet {
            None
        } else {
            let place = self.attribute_place(&e.func, attribute);
            let receiver = self.temp();
            let op = Op::LoadMethod { object, name, receiver };
            let method = self.emit(op, place);
            Some((method, receiver))
        };
        let args = self.exprs(&e.args);
        let kwargs = self.keywords(&e.keywords);
        self.before_call(e, call_place);
        let op = Op::CallMethod { object, name, method, args, kwargs };
        self.emit(op, call_place)
    }

    /// Evaluating it cannot raise, run other code, or be seen in any way.
    fn is_quiet(&mut self, expr: &Expr) -> bool {
        if super::constant::constant(expr).is_some() {
            return true;
        }
        match expr {
            Expr::Name(name) => self.means_builtin(&name.id),
            _ => false,
        }
    }

    fn call_with_stars(&mut self, callee: VarId, e: &'a ast::ExprCall, place: Place) -> VarId {
        let (args, keywords) = (e.args.as_slice(), e.keywords.as_slice());
        let args = match args {
            [Expr::Starred(only)] => self.expr(&only.value),
            _ => {
                // Positional arguments: what is not all constant becomes a tuple by way of a list.
                if args.iter().any(Expr::is_starred_expr) {
                    let list = self.list_display(args, place);
                    self.emit(Op::ListToTuple(list), place)
                } else {
                    let items = self.exprs(args);
                    self.emit(Op::BuildTuple(items), place)
                }
            }
        };
        let kwargs = match keywords {
            [] => None,
            [ast::Keyword { arg: None, value, .. }] => {
                let mapping = self.expr(value);
                Some(self.emit(Op::KeywordDict { mapping, callee }, place))
            }
            _ => Some(self.keyword_dict(callee, keywords, place)),
        };
        self.before_call(e, place);
        let op = Op::CallStar { callee, args, kwargs };
        self.emit(op, place)
    }

    /// `a=1, **d, b=2` as one dict; a name given twice is an error of the call.
    pub fn keyword_dict(&mut self, callee: VarId, keywords: &'a [ast::Keyword], place: Place) -> VarId {
        let mut dict: Option<VarId> = None;
        let mut pending: Vec<(VarId, VarId)> = Vec::new();
        for keyword in keywords {
            match &keyword.arg {
                Some(name) => {
                    let key = crate::hir::Const::Str(name.as_str().into());
                    let key = self.constant(key, place);
                    pending.push((key, self.expr(&keyword.value)));
                }
                None => {
                    let target = self.merged(dict, &mut pending, callee, place);
                    let mapping = self.expr(&keyword.value);
                    let op = Op::DictMerge { dict: target, mapping, callee };
                    self.run(op, place);
                    dict = Some(target);
                }
            }
        }
        match dict {
            Some(dict) if pending.is_empty() => dict,
            dict => self.merged(dict, &mut pending, callee, place),
        }
    }

    fn merged(
        &mut self,
        dict: Option<VarId>,
        pending: &mut Vec<(VarId, VarId)>,
        callee: VarId,
        place: Place,
    ) -> VarId {
        let items = std::mem::take(pending);
        let Some(dict) = dict else {
            return self.emit(Op::BuildDict(items), place);
        };
        if !items.is_empty() {
            let mapping = self.emit(Op::BuildDict(items), place);
            let op = Op::DictMerge { dict, mapping, callee };
            self.run(op, place);
        }
        dict
    }

    /// `super()`, `locals()`, `globals()`, `vars()`, `dir()`: calls that mean the scope they stand in.
    fn call_on_scope(&mut self, name: &str, place: Place) -> Option<VarId> {
        if !matches!(name, "super" | "locals" | "globals" | "vars" | "dir")
            || !self.means_unshadowed_builtin(name)
        {
            return None;
        }
        match name {
            "super" => self.zero_argument_super(place),
            "globals" => Some(self.emit(Op::Globals, place)),
            "dir" => {
                let names = self.locals(place);
                let sorted = self.symbol("sorted");
                let callee = self.emit(Op::LoadBuiltin(sorted), place);
                let op = Op::Call { callee, args: vec![names], kwargs: Vec::new() };
                Some(self.emit(op, place))
            }
            _ => Some(self.locals(place)),
        }
    }

    fn zero_argument_super(&mut self, place: Place) -> Option<VarId> {
        let class = self.symbol("__class__");
        let class_cell = *self.free.get(&class)?;
        let first = self.function.params.first()?.clone();
        if self.function.positional() == 0 {
            return None;
        }
        let name = self.module.program.names[first.name].to_owned();
        let scope = std::mem::replace(&mut self.scope, self.root);
        let first = self.load_name(&name, place);
        self.scope = scope;
        Some(self.emit(Op::Super { class_cell, first }, place))
    }

    fn locals(&mut self, place: Place) -> VarId {
        match self.module.tree[self.root].kind {
            ScopeKind::Module => return self.emit(Op::Globals, place),
            ScopeKind::Class => {
                let namespace = self.namespace.expect("a class body has a namespace");
                return self.emit(Op::Copy(namespace), place);
            }
            _ => {}
        }
        self.function.uses_locals = true;
        let pairs = self.scope_variables();
        self.emit(Op::Locals(pairs), place)
    }

    /// The variables that `locals()` shows.
    pub fn scope_variables(&mut self) -> Vec<(Symbol, LocalRef)> {
        let mut pairs = Vec::new();
        let mut at = Some(self.scope);
        while let Some(id) = at {
            let scope = &self.module.tree[id];
            let names: Vec<(String, Resolution)> =
                scope.names().map(|(name, info)| (name.to_owned(), info.resolution)).collect();
            at = scope.parent.filter(|_| id != self.root);
            for (name, resolution) in names {
                let symbol = self.symbol(&name);
                let place = match resolution {
                    Resolution::Local => LocalRef::Var(self.named_var(id, symbol, VarKind::Local)),
                    Resolution::Cell => LocalRef::Cell(self.named_var(id, symbol, VarKind::Cell)),
                    Resolution::Free if id == self.root => LocalRef::Cell(self.free[&symbol]),
                    _ => continue,
                };
                pairs.push((symbol, place));
            }
        }
        pairs
    }
}
