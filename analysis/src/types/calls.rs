//! Calls: binding arguments to parameters, instantiating classes, methods.

use crate::hir::{ClassId, Function, FunctionId, ParamKind, Symbol};
use crate::types::builtins;
use crate::types::lattice::{Atom, Container, Set, Site, Wrapper, kinds};
use crate::types::library;
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
                Atom::BoundClass(class, f) => {
                    let args = with_receiver(Set::atom(Atom::Class(class)), args);
                    result.join(&self.call_function(f, &args, kwargs))
                }
                Atom::NativeBound(module, class, name) => {
                    let text = self.program.names.text(name);
                    result.join(&natives::call_method(self, module, class, text, site))
                }
                Atom::Wrapped(wrapper, f) => result.join(&self.call_wrapped(wrapper, f, args, kwargs)),
                Atom::Decorator(decorator) => {
                    let decorated = args.first().cloned().unwrap_or_default();
                    result.join(&library::decorated(decorator, &decorated))
                }
                Atom::Class(class) if library::is_enum(self, class) => {
                    result.join(&Set::atom(Atom::Instance(class)))
                }
                Atom::Class(class) => {
                    let own_new = !self.method(class, "__new__").is_empty();
                    for f in self.method(class, "__init__") {
                        let args = with_receiver(Set::atom(Atom::Instance(class)), args);
                        self.call_function(f, &args, kwargs);
                    }
                    if self.method(class, "__init__").is_empty() {
                        self.store_annotated(class, args, kwargs);
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
        if let Some(result) = library::call(self, function, args, kwargs) {
            return result;
        }
        let f = &self.program.functions[function];
        let Binding::Bound(mut bound) = bind(f, args, kwargs) else { return Set::BOTTOM };
        for (i, param) in f.params.iter().enumerate() {
            let site = Site { function, block: Function::ENTRY, instr: 1 << 30 | i as u32 };
            match param.kind {
                ParamKind::Args => {
                    bound[i].0 = self.made_tuple(site, args.get(f.positional()..).unwrap_or_default());
                }
                ParamKind::Kwargs => bound[i].0 = self.made_of_keywords(site, f, kwargs),
                _ => {}
            }
        }
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

    /// The dict of the keyword arguments that are no parameters.
    fn made_of_keywords(&mut self, site: Site, function: &Function, kwargs: &[(Symbol, Set)]) -> Set {
        let (mut keys, mut values) = (Set::BOTTOM, Set::BOTTOM);
        for (name, value) in kwargs {
            if !function.params.iter().any(|p| p.name == *name && p.kind != ParamKind::PositionalOnly) {
                keys = Set::kinds(kinds::STR);
                values.join(value);
            }
        }
        self.grow(Slot::Element(site, 1), &values);
        self.made(Container::Dict, site, &keys)
    }

    fn call_wrapped(
        &mut self,
        wrapper: Wrapper,
        function: FunctionId,
        args: &[Set],
        kwargs: &[(Symbol, Set)],
    ) -> Set {
        match wrapper {
            Wrapper::Cached | Wrapper::Static => self.call_function(function, args, kwargs),
            Wrapper::PropertySetter => {
                if let [setter] = args {
                    self.grow(Slot::Setter(function), setter);
                }
                Set::atom(Atom::Wrapped(Wrapper::Property, function))
            }
            Wrapper::Property | Wrapper::ClassMethod => Set::ANY,
        }
    }

    /// What the `__init__` does that is made from annotations: a data class.
    fn store_annotated(&mut self, class: ClassId, args: &[Set], kwargs: &[(Symbol, Set)]) {
        let (mut order, _) = self.state.linearization(class);
        order.reverse();
        let mut fields: Vec<Symbol> = vec![];
        for field in order.iter().flat_map(|&c| &self.program.classes[c].annotated) {
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
        for (i, field) in fields.into_iter().enumerate() {
            let by_name = || kwargs.iter().find(|(name, _)| *name == field).map(|(_, value)| value);
            match args.get(i).or_else(by_name) {
                Some(value) => self.grow(Slot::Field(class, field), &value.clone()),
                None => {
                    let default = self.class_attribute(class, field);
                    if !default.is_any() {
                        self.grow(Slot::Field(class, field), &default);
                    }
                }
            }
        }
    }

    /// `callee(*args, **kwargs)`: as many arguments as a tuple of known length has, or as the function takes.
    pub fn call_star(&mut self, callee: &Set, args: &Set, kwargs: Option<&Set>, site: Site) -> Set {
        if callee.is_any() {
            return Set::ANY;
        }
        let mut keywords = Set::BOTTOM;
        match kwargs.map(|k| (k.is_any(), k.atoms())) {
            Some((false, [Atom::Made(Container::Dict, s)])) => {
                keywords = self.read(Slot::Element(*s, 1));
            }
            Some(_) => keywords = Set::ANY,
            None => {}
        }
        let mut result = Set::BOTTOM;
        for &atom in callee.atoms() {
            let given = self.star_arguments(atom, args, &keywords);
            match (atom, &given[..]) {
                (Atom::Builtin(name), [first, _]) if self.name(name) == "zip" => {
                    let element = self.iterate(first);
                    let tuple = self.made(Container::ANY_TUPLE, site.inner(), &element);
                    result.join(&self.made(Container::Iterator, site, &tuple));
                }
                _ => {
                    result.join(&self.call(&Set::atom(atom), &given, &[], site));
                }
            }
        }
        result
    }

    /// The arguments that `*args` and values of `**keywords` stand for in a call of this callee.
    fn star_arguments(&mut self, callee: Atom, args: &Set, keywords: &Set) -> Vec<Set> {
        if let [Atom::Made(c @ Container::Tuple(n), s)] = args.atoms()
            && !args.is_any()
            && *c != Container::ANY_TUPLE
            && keywords.is_bottom()
        {
            return (0..*n).map(|i| self.read(Slot::Element(*s, i))).collect();
        }
        let function = match callee {
            Atom::Function(f) | Atom::Wrapped(Wrapper::Cached, f) => Some((f, 0)),
            Atom::Bound(_, f) | Atom::BoundClass(_, f) => Some((f, 1)),
            Atom::Class(class) => self.method(class, "__init__").first().map(|&f| (f, 1)),
            _ => None,
        };
        let count = match function {
            Some((f, bound)) => self.program.functions[f].positional().saturating_sub(bound),
            // Builtins that take any number of arguments tell one from two.
            None => 2,
        };
        vec![self.iterate(args).joined(keywords); count]
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
                Atom::NativeObject(module, class) => {
                    result.join(&natives::call_method(self, module, class, text, site))
                }
                Atom::Native(module, class) => {
                    let class = self.program.names.text(class);
                    result.join(&natives::call_on_class(self, module, class, text, args, site))
                }
                Atom::Instance(class) if library::is_counter(self, class) => {
                    result.join(&library::call_on_counter(self, class, name, args, kwargs, site))
                }
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
