//! Calls: binding arguments to parameters, instantiating classes, methods.

use crate::hir::{ClassId, Function, FunctionId, ParamKind, Symbol};
use crate::types::builtins;
use crate::types::lattice::{Atom, Container, Set, Site, kinds};
use crate::types::natives;
use crate::types::state::{ContextKey, Shapes, Slot};
use crate::types::transfer::Transfer;

/// How the arguments of a call reach the parameters of a function.
pub enum Binding {
    /// One set for each parameter; `true` where the default is used.
    Bound(Vec<(Set, bool)>),
    /// The call raises TypeError, or is beyond the analysis.
    Unbound,
}

/// Binds positional and keyword arguments as Python does, `*args` and `**kwargs` parameters included.
pub fn bind(function: &Function, args: &[Set], kwargs: &[(Symbol, Set)]) -> Binding {
    let mut bound: Vec<Option<(Set, bool)>> = vec![None; function.params.len()];
    let positional = function.positional();
    let variadic = function.params.iter().any(|p| p.kind == ParamKind::Args);
    if args.len() > positional && !variadic {
        return Binding::Unbound;
    }
    for (i, arg) in args.iter().take(positional).enumerate() {
        bound[i] = Some((arg.clone(), false));
    }
    for (name, value) in kwargs {
        let named = function.params.iter().position(|p| {
            p.name == *name && matches!(p.kind, ParamKind::PositionalOrKeyword | ParamKind::KeywordOnly)
        });
        match named {
            Some(i) if bound[i].is_none() => bound[i] = Some((value.clone(), false)),
            Some(_) => return Binding::Unbound,
            None if function.params.iter().any(|p| p.kind == ParamKind::Kwargs) => {}
            None => return Binding::Unbound,
        }
    }
    for (i, param) in function.params.iter().enumerate() {
        if bound[i].is_some() {
            continue;
        }
        bound[i] = match param.kind {
            // What they hold is known to the runtime only.
            ParamKind::Args | ParamKind::Kwargs => Some((Set::ANY, false)),
            _ if param.has_default => Some((Set::BOTTOM, true)),
            _ => return Binding::Unbound,
        };
    }
    Binding::Bound(bound.into_iter().flatten().collect())
}

impl Transfer<'_> {
    /// `callee(*args, **kwargs)`
    pub fn call(&mut self, callee: &Set, args: &[Set], kwargs: &[(Symbol, Set)], site: Site) -> Set {
        if callee.is_any() || callee.kind_bits() & !kinds::NONE != 0 {
            self.escape_all(args, kwargs);
        }
        if callee.is_any() {
            return Set::ANY;
        }
        let mut result = Set::BOTTOM;
        for &atom in callee.atoms() {
            match atom {
                Atom::Function(f) => result.join(&self.call_function(f, args, kwargs)),
                Atom::Bound(class, f) => {
                    let args = with_receiver(Set::atom(Atom::Instance(class)), args);
                    result.join(&self.call_function(f, &args, kwargs))
                }
                Atom::Class(class) => {
                    let own_new = !self.method(class, "__new__").is_empty();
                    for f in self.method(class, "__init__") {
                        let args = with_receiver(Set::atom(Atom::Instance(class)), args);
                        self.call_function(f, &args, kwargs);
                    }
                    if self.method(class, "__init__").is_empty() {
                        self.escape_all(args, kwargs);
                    }
                    result.join(&if own_new { Set::ANY } else { Set::atom(Atom::Instance(class)) })
                }
                Atom::Builtin(name) => {
                    let text = self.program.names.text(name);
                    result.join(&builtins::call_function(self, text, args, kwargs, site))
                }
                Atom::Native(module, name) => {
                    let text = self.program.names.text(name);
                    result.join(&natives::call(self, module, text, args, kwargs, site))
                }
                Atom::Instance(class) => {
                    let functions = self.method(class, "__call__");
                    if functions.is_empty() {
                        self.escape_all(args, kwargs);
                        result.join(&Set::ANY);
                    }
                    for f in functions {
                        let args = with_receiver(Set::atom(Atom::Instance(class)), args);
                        result.join(&self.call_function(f, &args, kwargs));
                    }
                    false
                }
                _ => {
                    self.escape_all(args, kwargs);
                    result.join(&Set::ANY)
                }
            };
        }
        result
    }

    /// A call of a function of the program, in the context that its argument shapes select.
    pub fn call_function(&mut self, function: FunctionId, args: &[Set], kwargs: &[(Symbol, Set)]) -> Set {
        // Nothing is known yet of some argument: wait for the round in which it is, lest a context is
        // made for a shape that never comes.
        if args.iter().any(Set::is_bottom) || kwargs.iter().any(|(_, v)| v.is_bottom()) {
            return Set::BOTTOM;
        }
        let f = &self.program.functions[function];
        let Binding::Bound(mut bound) = bind(f, args, kwargs) else { return Set::BOTTOM };
        for (i, (set, default)) in bound.iter_mut().enumerate() {
            if *default {
                *set = self.read(Slot::Default(function, i as u32));
            }
        }
        let shapes = if f.is_generator || f.is_async {
            Shapes::NONE
        } else {
            Shapes::of(bound.iter().map(|(s, _)| s))
        };
        let receiver = f.class.and(receiver_class(bound.first().map(|(s, _)| s)));
        let key = self.state.context_for(ContextKey { function, shapes, receiver });
        for (i, (set, _)) in bound.iter().enumerate() {
            self.grow(Slot::Parameter(key, i as u32), set);
        }
        self.demand(key);
        if f.is_async {
            return Set::ANY;
        }
        if f.is_generator {
            let site = Site { function, block: Function::ENTRY, instr: u32::MAX };
            let item = self.read(Slot::Yielded(function));
            return self.made(Container::Iterator, site, &item);
        }
        self.read(Slot::Result(key))
    }

    /// `object.name(*args, **kwargs)`
    pub fn call_method(
        &mut self,
        object: &Set,
        name: Symbol,
        args: &[Set],
        kwargs: &[(Symbol, Set)],
        site: Site,
    ) -> Set {
        if object.is_any() {
            self.escape_all(args, kwargs);
            return Set::ANY;
        }
        let mut result = Set::BOTTOM;
        let text = self.program.names.text(name);
        if object.kind_bits() & !kinds::NONE != 0 {
            result.join(&builtins::call_method_of_kind(self, object.kind_bits(), text, site));
        }
        for &atom in object.atoms() {
            match atom {
                Atom::Made(container, made) => result.join(&builtins::call_method_of_container(
                    self, container, made, text, args, kwargs, site,
                )),
                _ => {
                    let callee = self.attribute(&Set::atom(atom), name);
                    result.join(&self.call(&callee, args, kwargs, site))
                }
            };
        }
        result
    }

    pub fn escape_all(&mut self, args: &[Set], kwargs: &[(Symbol, Set)]) {
        for set in args.iter().chain(kwargs.iter().map(|(_, v)| v)) {
            self.escape(set);
        }
    }

    /// The result of a call with arguments that the analysis does not follow.
    pub fn call_result_unknown(&mut self, callee: &Set) -> Set {
        match callee.atoms() {
            [Atom::Class(class)] if !callee.is_any() && callee.kind_bits() == 0 => {
                if self.method(*class, "__new__").is_empty() {
                    for f in self.method(*class, "__init__") {
                        self.call_unknown(f, Some(Set::atom(Atom::Instance(*class))));
                    }
                    return Set::atom(Atom::Instance(*class));
                }
                Set::ANY
            }
            _ => Set::ANY,
        }
    }
}

/// The class of which all these values are instances.
pub fn receiver_class(set: Option<&Set>) -> Option<ClassId> {
    match set {
        Some(set) if !set.is_any() && set.kind_bits() == 0 => match set.atoms() {
            [Atom::Instance(class)] => Some(*class),
            _ => None,
        },
        _ => None,
    }
}

fn with_receiver(receiver: Set, args: &[Set]) -> Vec<Set> {
    std::iter::once(receiver).chain(args.iter().cloned()).collect()
}
