//! What builtin functions and methods give, as tables of result types where the result does not
//! depend on the arguments, and as rules where it does.

use crate::hir::Symbol;
use crate::types::lattice::{Atom, Container, Set, Site, Wrapper, kinds, kinds::*};
use crate::types::state::Slot;
use crate::types::transfer::Transfer;

/// Functions whose result type does not depend on their arguments.
const FUNCTIONS: &[(&str, u32)] = &[
    ("all", BOOL),
    ("any", BOOL),
    ("ascii", STR),
    ("bin", STR),
    ("bool", BOOL),
    ("bytearray", BYTEARRAY),
    ("bytes", BYTES),
    ("callable", BOOL),
    ("chr", STR),
    ("complex", COMPLEX),
    ("delattr", NONE),
    ("float", FLOAT),
    ("format", STR),
    ("hasattr", BOOL),
    ("hash", INT),
    ("hex", STR),
    ("id", INT),
    ("input", STR),
    ("int", INT),
    ("isinstance", BOOL),
    ("issubclass", BOOL),
    ("len", INT),
    ("oct", STR),
    ("ord", INT),
    ("print", NONE),
    ("range", RANGE),
    ("repr", STR),
    ("setattr", NONE),
    ("slice", SLICE),
    ("str", STR),
];

/// Methods of `str` by result type.
const STR_METHODS: &[(u32, &[&str])] = &[
    (
        STR,
        &[
            "capitalize",
            "casefold",
            "center",
            "expandtabs",
            "format",
            "format_map",
            "join",
            "ljust",
            "lower",
            "lstrip",
            "removeprefix",
            "removesuffix",
            "replace",
            "rjust",
            "rstrip",
            "strip",
            "swapcase",
            "title",
            "translate",
            "upper",
            "zfill",
        ],
    ),
    (INT, &["count", "find", "index", "rfind", "rindex"]),
    (BOOL, &["endswith", "startswith"]),
    (BOOL, &runtime_interface::text::TESTS),
    (BYTES, &["encode"]),
];

/// A call of a builtin function or class.
pub fn call_function(
    t: &mut Transfer,
    name: &str,
    args: &[Set],
    kwargs: &[(Symbol, Set)],
    site: Site,
) -> Set {
    if args.iter().any(Set::is_bottom) {
        return Set::BOTTOM;
    }
    if let Ok(i) = FUNCTIONS.binary_search_by_key(&name, |row| row.0) {
        // `print(x)` and the like call methods of what they are given, but keep nothing of it.
        return Set::kinds(FUNCTIONS[i].1);
    }
    let first = args.first().cloned();
    let item = |t: &mut Transfer| first.as_ref().map_or(Set::BOTTOM, |a| t.iterate(a));
    let call_key = |t: &mut Transfer, element: &Set| {
        for (k, f) in kwargs {
            if t.name(*k) == "key" {
                t.call(f, std::slice::from_ref(element), &[], site.inner());
            }
        }
    };
    match name {
        "abs" => match &first {
            Some(a) if a.only(NUMBERS) => {
                let bits = a.kind_bits();
                let int = if bits & (BOOL | INT) != 0 { INT } else { 0 };
                let float = if bits & (FLOAT | COMPLEX) != 0 { FLOAT } else { 0 };
                Set::kinds(int | float)
            }
            _ => Set::ANY,
        },
        "round" => match args {
            [a] if a.only(NUMBERS) => Set::kinds(INT),
            [a, _] if a.only(FLOAT) => Set::kinds(FLOAT),
            [a, _] if a.only(INT | BOOL) => Set::kinds(INT),
            _ => Set::ANY,
        },
        "pow" => match args {
            [a, b] => t_pow(a, b),
            [a, _, _] if a.only(INT) => Set::kinds(INT),
            _ => Set::ANY,
        },
        "divmod" => match args {
            [a, b] if a.only(INT | BOOL | FLOAT) && b.only(INT | BOOL | FLOAT) => {
                let float = (a.kind_bits() | b.kind_bits()) & FLOAT != 0;
                let item = Set::kinds(if float { FLOAT } else { INT });
                t.made_tuple(site, &[item.clone(), item])
            }
            _ => Set::ANY,
        },
        "min" | "max" => {
            let mut all = if args.len() == 1 { item(t) } else { Set::BOTTOM };
            if args.len() > 1 {
                args.iter().for_each(|a| {
                    all.join(a);
                });
            }
            call_key(t, &all);
            for (k, v) in kwargs {
                if t.name(*k) == "default" {
                    all.join(v);
                }
            }
            all
        }
        "sum" => {
            let element = item(t);
            let start = args.get(1).cloned().unwrap_or(Set::kinds(INT));
            if element.only(NUMBERS) && start.only(NUMBERS) {
                let bits = element.kind_bits() | start.kind_bits();
                return Set::kinds(if bits & BOOL != 0 { bits & !BOOL | INT } else { bits });
            }
            let lists = |s: &Set| s.atoms().iter().all(|a| matches!(a, Atom::Made(Container::List, _)));
            if !start.is_any() && start.kind_bits() == 0 && lists(&start) && lists(&element) {
                let items = t.iterate(&element).joined(&t.iterate(&start));
                return t.made(Container::List, site, &items);
            }
            if element.is_bottom() { Set::BOTTOM } else { Set::ANY }
        }
        "list" => {
            let element = item(t);
            t.made(Container::List, site, &element)
        }
        "sorted" => {
            let element = item(t);
            call_key(t, &element);
            t.made(Container::List, site, &element)
        }
        "tuple" => {
            let element = item(t);
            t.made(Container::ANY_TUPLE, site, &element)
        }
        "set" | "frozenset" => {
            let element = item(t);
            let container = if name == "set" { Container::Set } else { Container::FrozenSet };
            t.made(container, site, &element)
        }
        "dict" => {
            if args.is_empty() && kwargs.is_empty() {
                return t.made(Container::Dict, site, &Set::BOTTOM);
            }
            let (mut keys, mut values) = match &first {
                Some(mapping) => t.pairs(mapping),
                None => (Set::BOTTOM, Set::BOTTOM),
            };
            for (_, v) in kwargs {
                keys.join(&Set::kinds(STR));
                values.join(v);
            }
            t.grow(Slot::Element(site, 1), &values);
            t.made(Container::Dict, site, &keys)
        }
        "enumerate" => {
            let element = item(t);
            let pair = t.made_tuple(site.inner(), &[Set::kinds(INT), element]);
            t.made(Container::Iterator, site, &pair)
        }
        "zip" => {
            let items: Vec<Set> = args.iter().map(|a| t.iterate(a)).collect();
            let tuple = t.made_tuple(site.inner(), &items);
            t.made(Container::Iterator, site, &tuple)
        }
        "map" => {
            let Some((f, rest)) = args.split_first() else { return Set::BOTTOM };
            let items: Vec<Set> = rest.iter().map(|a| t.iterate(a)).collect();
            let element = t.call(f, &items, &[], site.inner());
            t.made(Container::Iterator, site, &element)
        }
        "filter" => {
            let [f, rest] = args else { return Set::ANY };
            let element = t.iterate(rest);
            if !f.only(kinds::NONE) {
                t.call(f, std::slice::from_ref(&element), &[], site.inner());
            }
            t.made(Container::Iterator, site, &element)
        }
        "reversed" | "iter" if args.len() == 1 => {
            let element = item(t);
            t.made(Container::Iterator, site, &element)
        }
        "next" => {
            let mut element = item(t);
            if let Some(default) = args.get(1) {
                element.join(default);
            }
            element
        }
        // Asking what is known changes nothing: see `types::reveal`.
        "reveal_type" => first.unwrap_or(Set::BOTTOM),
        "property" | "staticmethod" | "classmethod" => {
            let wrapper = match name {
                "property" => Wrapper::Property,
                "staticmethod" => Wrapper::Static,
                _ => Wrapper::ClassMethod,
            };
            let Some(first) = first else { return Set::ANY };
            let mut wrapped = if first.is_any() { Set::ANY } else { Set::BOTTOM };
            for atom in first.atoms() {
                match *atom {
                    Atom::Function(f) | Atom::Wrapped(Wrapper::Cached, f) => {
                        wrapped.join(&Set::atom(Atom::Wrapped(wrapper, f)));
                        if let Some(setter) = args.get(1) {
                            t.grow(Slot::Setter(f), setter);
                        }
                    }
                    _ => {
                        wrapped.join(&Set::ANY);
                    }
                }
            }
            wrapped
        }
        // Nobody opens many files in another mode than text.
        "open" => Set::atom(Atom::NativeObject("io", "TextIOWrapper")),
        "type" if args.len() == 1 => match first.as_ref().map(|a| (a.is_any(), a.kind_bits(), a.atoms())) {
            Some((false, 0, [Atom::Instance(class)])) => Set::atom(Atom::Class(*class)),
            _ => Set::ANY,
        },
        _ => {
            t.escape_all(args, kwargs);
            Set::ANY
        }
    }
}

fn t_pow(a: &Set, b: &Set) -> Set {
    if !a.only(NUMBERS) || !b.only(NUMBERS) {
        return Set::ANY;
    }
    if (a.kind_bits() | b.kind_bits()) & FLOAT != 0 { Set::kinds(FLOAT) } else { Set::kinds(INT) }
}

/// A method of a number, `str`, `bytes` or `range`.
pub fn call_method_of_kind(t: &mut Transfer, bits: u32, name: &str, site: Site) -> Set {
    if bits & !kinds::NONE == STR {
        if let Some((kind, _)) = STR_METHODS.iter().find(|(_, names)| names.contains(&name)) {
            return Set::kinds(*kind);
        }
        return match name {
            "split" | "rsplit" | "splitlines" => t.made(Container::List, site, &Set::kinds(STR)),
            "partition" | "rpartition" => {
                t.made_tuple(site, &[Set::kinds(STR), Set::kinds(STR), Set::kinds(STR)])
            }
            _ => Set::ANY,
        };
    }
    let bytes = bits & !kinds::NONE;
    if bytes == BYTES || bytes == BYTEARRAY {
        return match name {
            "decode" | "hex" => Set::kinds(STR),
            "find" | "index" | "count" | "rfind" | "rindex" => Set::kinds(INT),
            "startswith" | "endswith" | "isalnum" | "isalpha" | "isascii" | "isdigit" | "islower"
            | "isspace" | "isupper" => Set::kinds(BOOL),
            "pop" => Set::kinds(INT),
            "append" | "extend" | "insert" | "remove" | "reverse" | "clear" => Set::kinds(NONE),
            "split" | "rsplit" | "splitlines" => t.made(Container::List, site, &Set::kinds(bytes)),
            "partition" | "rpartition" => t.made_tuple(site, &[bytes; 3].map(Set::kinds)),
            "copy" | "join" | "replace" | "strip" | "lstrip" | "rstrip" | "ljust" | "rjust" | "center"
            | "upper" | "lower" | "title" | "capitalize" | "swapcase" | "translate" | "zfill"
            | "removeprefix" | "removesuffix" => Set::kinds(bytes),
            _ => Set::ANY,
        };
    }
    match name {
        "bit_length" | "bit_count" | "__index__" | "__int__" => Set::kinds(INT),
        "to_bytes" => Set::kinds(BYTES),
        "is_integer" => Set::kinds(BOOL),
        "hex" => Set::kinds(STR),
        "conjugate" if bytes & !(INT | FLOAT) == 0 => Set::kinds(bytes),
        "as_integer_ratio" => t.made_tuple(site, &[INT; 2].map(Set::kinds)),
        _ => Set::ANY,
    }
}

/// A method of a list, tuple, dict, set or iterator made at `made`.
pub fn call_method_of_container(
    t: &mut Transfer,
    container: Container,
    made: Site,
    name: &str,
    args: &[Set],
    kwargs: &[(Symbol, Set)],
    site: Site,
) -> Set {
    let none = Set::kinds(NONE);
    let itself = Set::atom(Atom::Made(container, made));
    match (container, name) {
        (Container::List, "append" | "remove") | (Container::Set, "add" | "discard" | "remove") => {
            if let (Some(value), "append" | "add") = (args.first(), name) {
                t.grow(Slot::Element(made, 0), value);
            }
            none
        }
        (Container::List, "insert") => {
            if let Some(value) = args.get(1) {
                t.grow(Slot::Element(made, 0), value);
            }
            none
        }
        (Container::List, "extend") | (Container::Set, "update") => {
            for arg in args {
                let element = t.iterate(arg);
                t.grow(Slot::Element(made, 0), &element);
            }
            none
        }
        (Container::Deque, "append" | "appendleft" | "insert") => {
            if let Some(value) = args.last() {
                t.grow(Slot::Element(made, 0), value);
            }
            none
        }
        (Container::Deque, "extend" | "extendleft") => {
            for arg in args {
                let element = t.iterate(arg);
                t.grow(Slot::Element(made, 0), &element);
            }
            none
        }
        (Container::Deque, "pop" | "popleft") => t.read(Slot::Element(made, 0)),
        (Container::Deque, "rotate" | "reverse" | "clear" | "remove") => none,
        (Container::Deque, "index" | "count") => Set::kinds(INT),
        (Container::Deque, "copy") => itself,
        (Container::List | Container::Set, "pop") => t.read(Slot::Element(made, 0)),
        (Container::List | Container::Tuple(_), "index" | "count") => Set::kinds(INT),
        (Container::List | Container::Dict | Container::DefaultDict | Container::Set, "copy") => itself,
        (Container::List, "sort") => {
            let element = t.read(Slot::Element(made, 0));
            for (name, key) in kwargs {
                if t.name(*name) == "key" {
                    t.call(key, std::slice::from_ref(&element), &[], site.inner());
                }
            }
            none
        }
        (Container::List, "reverse" | "clear")
        | (Container::Dict | Container::DefaultDict | Container::Set, "clear") => none,
        (
            Container::Set | Container::FrozenSet,
            "union" | "intersection" | "difference" | "symmetric_difference",
        ) => {
            let mut element = t.read(Slot::Element(made, 0));
            for arg in args {
                element.join(&t.iterate(arg));
            }
            t.made(Container::Set, site, &element)
        }
        (Container::Set | Container::FrozenSet, "issubset" | "issuperset" | "isdisjoint") => Set::kinds(BOOL),
        (Container::Dict | Container::DefaultDict, "get" | "pop") => {
            let mut value = t.read(Slot::Element(made, 1));
            match args.get(1) {
                Some(default) => value.join(default),
                None if name == "get" => value.join(&none),
                None => false,
            };
            value
        }
        (Container::Dict | Container::DefaultDict, "setdefault") => {
            if let Some(key) = args.first() {
                t.grow(Slot::Element(made, 0), key);
            }
            let default = args.get(1).cloned().unwrap_or(none);
            t.grow(Slot::Element(made, 1), &default);
            t.read(Slot::Element(made, 1))
        }
        (Container::Dict | Container::DefaultDict, "keys") => {
            let keys = t.read(Slot::Element(made, 0));
            t.made(Container::Iterator, site, &keys)
        }
        (Container::Dict | Container::DefaultDict, "values") => {
            let values = t.read(Slot::Element(made, 1));
            t.made(Container::Iterator, site, &values)
        }
        (Container::Dict | Container::DefaultDict, "items" | "popitem") => {
            let pair = [t.read(Slot::Element(made, 0)), t.read(Slot::Element(made, 1))];
            let pair = t.made_tuple(site.inner(), &pair);
            if name == "popitem" { pair } else { t.made(Container::Iterator, site, &pair) }
        }
        (Container::Dict | Container::DefaultDict, "update") => {
            for mapping in args {
                let (keys, values) = t.pairs(mapping);
                t.grow(Slot::Element(made, 0), &keys);
                t.grow(Slot::Element(made, 1), &values);
            }
            for (_, value) in kwargs {
                t.grow(Slot::Element(made, 0), &Set::kinds(STR));
                t.grow(Slot::Element(made, 1), value);
            }
            none
        }
        (Container::Iterator, "__next__" | "send") => t.read(Slot::Element(made, 0)),
        _ => {
            t.escape_all(args, &[]);
            Set::ANY
        }
    }
}
