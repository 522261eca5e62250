//! Functions and classes of packaged Python modules whose meaning says more than their text: decorators that give back
//! what they are given, enumerations, counters. Inference of the text would join what all their callers pass.

use crate::hir::{ClassId, FunctionId, Symbol};
use crate::modules::Origin;
use crate::types::lattice::{Atom, Container, Decorator, Set, Site, Wrapper, kinds};
use crate::types::transfer::Transfer;

/// A call of a function of the packaged library; none where its text is to be followed.
pub fn call(t: &mut Transfer, function: FunctionId, args: &[Set], kwargs: &[(Symbol, Set)]) -> Option<Set> {
    let f = &t.program.functions[function];
    let module = &t.program.modules[f.module];
    if module.origin != Origin::Library {
        return None;
    }
    let first = || args.first().cloned().unwrap_or_default();
    match (t.name(module.name), t.name(f.qualname)) {
        ("functools", "cache") => Some(decorated(Decorator::Cache, &first())),
        ("functools", "lru_cache") => Some(match first().atoms() {
            [Atom::Function(_)] => decorated(Decorator::Cache, &first()),
            _ => Set::atom(Atom::Decorator(Decorator::Cache)),
        }),
        ("functools", "wraps") => Some(Set::atom(Atom::Decorator(Decorator::Keep))),
        ("functools", "update_wrapper" | "total_ordering")
        | ("copy", "copy" | "deepcopy")
        | ("abc", "abstractmethod")
        | ("enum", "unique")
        | ("typing", "final" | "override" | "no_type_check" | "runtime_checkable" | "overload") => {
            Some(first())
        }
        ("dataclasses", "dataclass") if args.is_empty() => Some(Set::atom(Atom::Decorator(Decorator::Keep))),
        ("dataclasses", "dataclass") => Some(first()),
        ("dataclasses", "field") => {
            let given =
                |name| kwargs.iter().find(|(k, _)| t.name(*k) == name).map(|(_, value)| value.clone());
            match (given("default"), given("default_factory")) {
                (Some(default), _) => Some(default),
                (None, Some(factory)) => {
                    let site = Site {
                        function: t.key.function,
                        block: crate::hir::Function::ENTRY,
                        instr: u32::MAX - 1,
                    };
                    Some(t.call(&factory, &[], &[], site))
                }
                (None, None) => Some(Set::BOTTOM),
            }
        }
        _ => None,
    }
}

/// What a decorator makes of a function or class.
pub fn decorated(decorator: Decorator, what: &Set) -> Set {
    if what.is_any() || decorator == Decorator::Keep {
        return what.clone();
    }
    let mut result = Set::kinds(what.kind_bits());
    for &atom in what.atoms() {
        result.join(&Set::atom(match atom {
            Atom::Function(f) => Atom::Wrapped(Wrapper::Cached, f),
            atom => atom,
        }));
    }
    result
}

/// Whether a class descends from a class of a packaged module.
fn descends(t: &Transfer, class: ClassId, module: &str, name: &str) -> bool {
    t.state.linearization(class).0.iter().any(|&c| {
        // Asked of every class that is met: texts are compared for the few that are not the program's.
        let class = &t.program.classes[c];
        let of = &t.program.modules[class.module];
        of.origin == Origin::Library && t.name(class.name) == name && t.name(of.name) == module
    })
}

pub fn is_enum(t: &Transfer, class: ClassId) -> bool {
    descends(t, class, "enum", "Enum")
}

pub fn is_counter(t: &Transfer, class: ClassId) -> bool {
    descends(t, class, "collections", "Counter")
}

/// A method of a counter: what it counts is not followed, how often is an `int`.
pub fn call_on_counter(
    t: &mut Transfer,
    class: ClassId,
    name: Symbol,
    args: &[Set],
    kwargs: &[(Symbol, Set)],
    site: Site,
) -> Set {
    let count = Set::kinds(kinds::INT);
    match t.name(name) {
        "values" => t.made(Container::Iterator, site, &count),
        "items" => {
            let pair = t.made_tuple(site.inner(), &[Set::ANY, count]);
            t.made(Container::Iterator, site, &pair)
        }
        "most_common" => {
            let pair = t.made_tuple(site.inner(), &[Set::ANY, count]);
            t.made(Container::List, site, &pair)
        }
        "total" => count,
        "get" | "pop" if args.len() == 2 => count.joined(&args[1]),
        _ => {
            let callee = t.attribute(&Set::atom(Atom::Instance(class)), name);
            t.call(&callee, args, kwargs, site)
        }
    }
}
