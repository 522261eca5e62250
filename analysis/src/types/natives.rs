//! What the functions of native modules give: result types, and what they do to the containers they are given.

use crate::hir::Symbol;
use crate::types::lattice::{Atom, Container, Set, Site, kinds::*};
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
    find(CONSTANTS, module, t.name(name)).unwrap_or(Set::atom(Atom::Native(module, name)))
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
