//! What the functions of native modules give: result types, and what they do to the containers they are given.

use crate::hir::{BinaryOp, Symbol};
use crate::types::lattice::{Atom, Container, Decorator, Set, Site, kinds::*};
use crate::types::state::Slot;
use crate::types::transfer::Transfer;

/// (module, result, functions): those that keep nothing of their arguments.
const RESULTS: &[(&str, u32, &[&str])] = &[
    (
        "math",
        FLOAT,
        &[
            "acos",
            "acosh",
            "asin",
            "asinh",
            "atan",
            "atan2",
            "atanh",
            "cbrt",
            "copysign",
            "cos",
            "cosh",
            "degrees",
            "dist",
            "erf",
            "erfc",
            "exp",
            "exp2",
            "expm1",
            "fabs",
            "fma",
            "fmod",
            "fsum",
            "gamma",
            "hypot",
            "ldexp",
            "lgamma",
            "log",
            "log10",
            "log1p",
            "log2",
            "nextafter",
            "pow",
            "radians",
            "remainder",
            "sin",
            "sinh",
            "sqrt",
            "tan",
            "tanh",
            "ulp",
        ],
    ),
    ("math", INT, &["ceil", "comb", "factorial", "floor", "gcd", "isqrt", "lcm", "perm", "trunc"]),
    ("math", BOOL, &["isclose", "isfinite", "isinf", "isnan"]),
    ("time", FLOAT, &["monotonic", "perf_counter", "process_time", "thread_time", "time"]),
    ("time", INT, &["monotonic_ns", "perf_counter_ns", "process_time_ns", "time_ns"]),
    ("time", NONE, &["sleep"]),
    ("sys", INT, &["getrecursionlimit", "getsizeof"]),
    ("sys", NONE, &["exit", "setrecursionlimit"]),
    ("sys", STR, &["intern"]),
    ("bisect", INT, &["bisect", "bisect_left", "bisect_right"]),
];

/// (module, type, names): attributes that are no functions.
const CONSTANTS: &[(&str, u32, &[&str])] = &[
    ("math", FLOAT, &["e", "inf", "nan", "pi", "tau"]),
    ("sys", INT, &["maxsize", "maxunicode"]),
    ("sys", STR, &["byteorder", "executable", "platform", "version"]),
];

fn find(table: &[(&str, u32, &[&str])], module: &str, name: &str) -> Option<Set> {
    table.iter().find(|row| row.0 == module && row.2.contains(&name)).map(|row| Set::kinds(row.1))
}

/// `module.name`
pub fn attribute(t: &Transfer, module: &'static str, name: Symbol) -> Set {
    if let ("sys", "stdin" | "stdout" | "stderr") = (module, t.name(name)) {
        return Set::atom(Atom::NativeObject("io", "TextIOWrapper"));
    }
    find(CONSTANTS, module, t.name(name)).unwrap_or(Set::atom(Atom::Native(module, name)))
}

/// A method of an instance of a native class.
pub fn call_method(t: &mut Transfer, module: &str, class: &str, name: &str, site: Site) -> Set {
    match (module, class, name) {
        ("_random", "Generator", "random") => Set::kinds(FLOAT),
        ("_random", "Generator", "getrandbits" | "randbelow") => Set::kinds(INT),
        ("io", "TextIOWrapper", "read" | "readline") => Set::kinds(STR),
        ("io", "TextIOWrapper", "readlines") => t.made(Container::List, site, &Set::kinds(STR)),
        ("io", "TextIOWrapper", "write") => Set::kinds(INT),
        _ => Set::ANY,
    }
}

/// A method of a native class or function: `chain.from_iterable`.
pub fn call_on_class(
    t: &mut Transfer,
    module: &str,
    class: &str,
    name: &str,
    args: &[Set],
    site: Site,
) -> Set {
    match (module, class, name, args) {
        ("itertools", "chain", "from_iterable", [all]) => {
            let each = t.iterate(all);
            let element = t.iterate(&each);
            t.made(Container::Iterator, site, &element)
        }
        _ => {
            t.escape_all(args, &[]);
            Set::ANY
        }
    }
}

/// The operator that a function of the module `operator` is.
fn operator_named(name: &str) -> Option<BinaryOp> {
    Some(match name {
        "add" => BinaryOp::Add,
        "sub" => BinaryOp::Sub,
        "mul" => BinaryOp::Mul,
        "truediv" => BinaryOp::TrueDiv,
        "floordiv" => BinaryOp::FloorDiv,
        "mod" => BinaryOp::Mod,
        "pow" => BinaryOp::Pow,
        "and_" => BinaryOp::And,
        "or_" => BinaryOp::Or,
        "xor" => BinaryOp::Xor,
        "lshift" => BinaryOp::LShift,
        "rshift" => BinaryOp::RShift,
        _ => return None,
    })
}

/// A call of the function `name` of a native module.
pub fn call(
    t: &mut Transfer,
    module: &'static str,
    name: &str,
    args: &[Set],
    kwargs: &[(Symbol, Set)],
    site: Site,
) -> Set {
    if args.iter().any(Set::is_bottom) {
        return Set::BOTTOM;
    }
    if let Some(result) = find(RESULTS, module, name) {
        return result;
    }
    match (module, name, args) {
        ("_heapq", "heappush" | "heappushpop" | "heapreplace", [heap, item]) => {
            t.grow_elements(heap, 0, item);
            if name == "heappush" { Set::kinds(NONE) } else { t.iterate(heap) }
        }
        ("_heapq", "heappop", [heap]) => t.iterate(heap),
        ("_heapq", "heapify", [_]) => Set::kinds(NONE),
        ("bisect", "insort" | "insort_left" | "insort_right", [list, item, ..]) => {
            t.grow_elements(list, 0, item);
            Set::kinds(NONE)
        }
        ("itertools", "chain", _) => {
            let mut all = Set::BOTTOM;
            for arg in args {
                all.join(&t.iterate(arg));
            }
            t.made(Container::Iterator, site, &all)
        }
        ("itertools", "islice" | "cycle", [first, ..]) => {
            let element = t.iterate(first);
            t.made(Container::Iterator, site, &element)
        }
        ("itertools", "count", _) if args.iter().all(|a| a.only(INT)) => {
            t.made(Container::Iterator, site, &Set::kinds(INT))
        }
        ("itertools", "repeat", [item, ..]) => t.made(Container::Iterator, site, item),
        ("itertools", "permutations" | "combinations" | "combinations_with_replacement", [first, ..]) => {
            let element = t.iterate(first);
            let tuple = t.made(Container::ANY_TUPLE, site.inner(), &element);
            t.made(Container::Iterator, site, &tuple)
        }
        ("itertools", "product", _) => {
            let repeated = kwargs.iter().any(|(k, _)| t.name(*k) == "repeat");
            let items: Vec<Set> = args.iter().map(|a| t.iterate(a)).collect();
            let tuple = if repeated {
                let all = items.iter().fold(Set::BOTTOM, |all, item| all.joined(item));
                t.made(Container::ANY_TUPLE, site.inner(), &all)
            } else {
                t.made_tuple(site.inner(), &items)
            };
            t.made(Container::Iterator, site, &tuple)
        }
        ("itertools", "pairwise", [first]) => {
            let element = t.iterate(first);
            let pair = t.made_tuple(site.inner(), &[element.clone(), element]);
            t.made(Container::Iterator, site, &pair)
        }
        ("itertools", "zip_longest", _) => {
            let fill = kwargs.iter().find(|(k, _)| t.name(*k) == "fillvalue");
            let fill = fill.map_or(Set::kinds(NONE), |(_, value)| value.clone());
            let items: Vec<Set> = args.iter().map(|a| t.iterate(a).joined(&fill)).collect();
            let tuple = t.made_tuple(site.inner(), &items);
            t.made(Container::Iterator, site, &tuple)
        }
        ("itertools", "takewhile" | "dropwhile" | "filterfalse", [f, rest]) => {
            let element = t.iterate(rest);
            t.call(f, std::slice::from_ref(&element), &[], site.inner());
            t.made(Container::Iterator, site, &element)
        }
        ("itertools", "compress", [first, _]) => {
            let element = t.iterate(first);
            t.made(Container::Iterator, site, &element)
        }
        ("itertools", "batched", [first, _]) => {
            let element = t.iterate(first);
            let tuple = t.made(Container::ANY_TUPLE, site.inner(), &element);
            t.made(Container::Iterator, site, &tuple)
        }
        ("itertools", "starmap", [f, rest]) => {
            let each = t.iterate(rest);
            let element = t.call_star(f, &each, None, site.inner());
            t.made(Container::Iterator, site, &element)
        }
        ("itertools", "groupby", [first, ..]) => {
            let element = t.iterate(first);
            let key = args.get(1).or_else(|| kwargs.first().map(|(_, f)| f));
            let key = match key {
                Some(f) => t.call(f, std::slice::from_ref(&element), &[], site.inner()),
                None => element.clone(),
            };
            let Some(group_site) = site.item(0) else { return Set::ANY };
            let group = t.made(Container::Iterator, group_site, &element);
            let pair = t.made_tuple(site.inner(), &[key, group]);
            t.made(Container::Iterator, site, &pair)
        }
        ("itertools", "accumulate", [first, rest @ ..]) => {
            let element = t.iterate(first);
            let initial = kwargs.iter().find(|(k, _)| t.name(*k) == "initial").map(|(_, value)| value);
            let total = folded(t, rest.first(), &element, initial, site);
            t.made(Container::Iterator, site, &total)
        }
        ("_functools", "reduce", [f, first, rest @ ..]) => {
            let element = t.iterate(first);
            folded(t, Some(f), &element, rest.first(), site)
        }
        ("_functools", "_lru_cache_wrapper", [f, ..]) => {
            crate::types::library::decorated(Decorator::Cache, f)
        }
        ("operator", _, [a, b]) if operator_named(name).is_some() => match operator_named(name) {
            Some(op) => t.binary(op, a, b, site),
            None => Set::ANY,
        },
        ("operator", "index", [a]) if a.only(INT | BOOL) => Set::kinds(INT),
        ("operator", "neg" | "pos" | "abs", [a]) if a.only(INT | FLOAT) => a.clone(),
        ("operator", "lt" | "le" | "gt" | "ge" | "eq" | "ne" | "not_" | "truth" | "contains", _) => {
            Set::kinds(BOOL)
        }
        ("_random", "Generator", _) => Set::atom(Atom::NativeObject("_random", "Generator")),
        ("_collections", "deque", _) => {
            let element = args.first().map_or(Set::BOTTOM, |a| t.iterate(a));
            t.made(Container::Deque, site, &element)
        }
        ("_collections", "defaultdict", [factory]) => {
            let value = t.call(factory, &[], &[], site.inner());
            t.grow(Slot::Element(site, 1), &value);
            t.made(Container::DefaultDict, site, &Set::BOTTOM)
        }
        _ => {
            t.escape_all(args, kwargs);
            Set::ANY
        }
    }
}

/// What a fold over elements gives: an element, the initial value, or a result of the function (addition without one).
fn folded(t: &mut Transfer, f: Option<&Set>, element: &Set, initial: Option<&Set>, site: Site) -> Set {
    let total = Slot::Element(site.inner(), 0);
    let first = initial.unwrap_or(element).clone();
    t.grow(total, &first);
    let before = t.read(total);
    let after = match f {
        Some(f) if !f.only(NONE) => t.call(f, &[before, element.clone()], &[], site.inner()),
        _ => t.binary(BinaryOp::Add, &before, element, site.inner()),
    };
    t.grow(total, &after);
    t.read(total)
}
