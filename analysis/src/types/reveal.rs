//! `reveal_type(x)`: what inference knows at a place of the program, in the words of Python's annotations.
//!
//! ```python
//! names = {}
//! names["a"] = [1]
//! reveal_type(names)  # revealed: dict[str, list[int]]
//! ```
//!
//! The name needs no import: where a module does not bind it, [`admit`] makes it a builtin. It gives back what it is given,
//! so that asking changes no answer. A function that is analysed in several contexts has an answer in each.

use super::{
    lattice::{Atom, Container, Set, Site, Wrapper, kinds},
    solution::Solution,
    state::Slot,
    view::InstanceKey,
};
use crate::hir::{Op, Program, VarId};
use crate::source::Span;
use std::collections::BTreeMap;

/// The name, in programs.
pub const NAME: &str = "reveal_type";

/// How deep a type is written out; what is deeper is `...`.
const DEEPEST: usize = 4;

/// What is known at one call of `reveal_type`.
pub struct Revealed {
    /// The call.
    pub span: Span,
    /// The argument's type. In several contexts: every different one, in the order of the alphabet, with `;` between.
    pub text: String,
}

/// Makes the name a builtin in every module that does not bind it itself.
pub fn admit(program: &mut Program) {
    let Some(name) = program.names.find(NAME) else { return };
    for global in program.modules.iter_mut().flat_map(|module| module.globals.iter_mut()) {
        global.builtin |= global.name == name && !global.bound;
    }
}

/// Every call of `reveal_type` in code that can be reached, in the order of the program's text.
pub fn reveal(solution: &Solution) -> Vec<Revealed> {
    let program = solution.program();
    let mut contexts: BTreeMap<_, Vec<InstanceKey>> = BTreeMap::new();
    solution.keys().for_each(|key| contexts.entry(key.function).or_default().push(key));
    let mut found = vec![];
    for (id, function) in program.functions.iter_enumerated().filter(|(_, f)| f.reachable) {
        for instr in function.blocks.iter().flat_map(|b| &b.instrs) {
            let Op::Call { callee, args, .. } = &instr.op else { continue };
            let [argument] = args[..] else { continue };
            // The call's own result is what was known just there; the argument is a variable of many places.
            let asked = instr.dst.unwrap_or(argument);
            let mut texts: Vec<String> = vec![];
            let keys = contexts.get(&id).into_iter().flatten();
            for &key in keys.filter(|&&key| is_reveal(solution, key, *callee)) {
                texts.push(Writer { solution }.variable(key, asked));
            }
            texts.sort();
            texts.dedup();
            if !texts.is_empty() {
                found.push(Revealed { span: instr.place.span, text: texts.join("; ") });
            }
        }
    }
    found.sort_by_key(|r| (r.span.file, r.span.start));
    found
}

/// The callee is the builtin that [`admit`] made, or the function of the module `typing`.
fn is_reveal(solution: &Solution, key: InstanceKey, callee: VarId) -> bool {
    let program = solution.program();
    match solution.set(key, callee).map(Set::atoms) {
        Some([Atom::Builtin(name)]) => program.names.text(*name) == NAME,
        Some([Atom::Function(f)]) => {
            let f = &program.functions[*f];
            program.names.text(f.qualname) == NAME
                && program.names.text(program.modules[f.module].name) == "typing"
        }
        _ => false,
    }
}

/// An element of the lattice as a type.
pub fn set_text(solution: &Solution, set: &Set) -> String {
    Writer { solution }.set(set, 0)
}

/// The type of a variable in a context.
pub fn type_text(solution: &Solution, key: InstanceKey, var: VarId) -> String {
    Writer { solution }.variable(key, var)
}

/// Writes elements of the lattice as types.
struct Writer<'a> {
    solution: &'a Solution<'a>,
}

impl Writer<'_> {
    fn variable(&self, key: InstanceKey, var: VarId) -> String {
        self.solution.set(key, var).map_or("Any".to_owned(), |set| self.set(set, 0))
    }

    fn set(&self, set: &Set, depth: usize) -> String {
        if set.is_any() {
            return "Any".to_owned();
        }
        if set.is_bottom() {
            return "Never".to_owned();
        }
        let mut texts: Vec<String> = set.atoms().iter().map(|atom| self.atom(atom, depth)).collect();
        let simple = kinds::NAMES.iter().filter(|(bit, _)| set.kind_bits() & bit != 0);
        texts.extend(simple.map(|(_, name)| (*name).to_owned()));
        // As people write it: in the order of the alphabet, `None` last. Two sites of one type are one type here.
        texts.sort_by_key(|text| (text == "None", text.clone()));
        texts.dedup();
        texts.join(" | ")
    }

    fn atom(&self, atom: &Atom, depth: usize) -> String {
        let program = self.solution.program();
        let name = |symbol| program.names.text(symbol);
        match *atom {
            Atom::Function(f) => format!("def {}", name(program.functions[f].qualname)),
            Atom::Class(class) => format!("type[{}]", name(program.classes[class].name)),
            Atom::Instance(class) => name(program.classes[class].name).to_owned(),
            Atom::Builtin(symbol) => format!("builtin {}", name(symbol)),
            Atom::Module(module) => format!("module {}", name(program.modules[module].name)),
            Atom::NativeModule(module) => format!("module {module}"),
            Atom::Native(module, symbol) => format!("{module}.{}", name(symbol)),
            Atom::Bound(class, f) => {
                format!(
                    "bound {} of {}",
                    name(program.functions[f].qualname),
                    name(program.classes[class].name)
                )
            }
            Atom::BoundClass(class, f) => {
                format!(
                    "bound {} of {}",
                    name(program.functions[f].qualname),
                    name(program.classes[class].name)
                )
            }
            Atom::Wrapped(wrapper, f) => {
                let kind = match wrapper {
                    Wrapper::Property => "property",
                    Wrapper::PropertySetter => "setter of property",
                    Wrapper::Static => "staticmethod",
                    Wrapper::ClassMethod => "classmethod",
                    Wrapper::Cached => "cached",
                };
                format!("{kind} {}", name(program.functions[f].qualname))
            }
            Atom::Decorator(_) => "decorator".to_owned(),
            Atom::NativeBound(module, class, symbol) => format!("{module}.{class}.{}", name(symbol)),
            Atom::NativeObject(module, class) => format!("{module}.{class}"),
            Atom::Super(class, _) => format!("super of {}", name(program.classes[class].name)),
            Atom::Made(container, site) => self.container(container, site, depth),
        }
    }

    fn container(&self, container: Container, site: Site, depth: usize) -> String {
        if depth == DEEPEST {
            return "...".to_owned();
        }
        let slot = |i| self.set(self.solution.fixpoint().state.get(Slot::Element(site, i)), depth + 1);
        match container {
            Container::List => format!("list[{}]", slot(0)),
            Container::Set => format!("set[{}]", slot(0)),
            Container::FrozenSet => format!("frozenset[{}]", slot(0)),
            Container::Deque => format!("deque[{}]", slot(0)),
            Container::DefaultDict => format!("defaultdict[{}, {}]", slot(0), slot(1)),
            Container::Iterator => format!("Iterator[{}]", slot(0)),
            Container::Dict => format!("dict[{}, {}]", slot(0), slot(1)),
            Container::ANY_TUPLE => format!("tuple[{}, ...]", slot(0)),
            Container::Tuple(0) => "tuple[()]".to_owned(),
            Container::Tuple(n) => format!("tuple[{}]", (0..n).map(slot).collect::<Vec<_>>().join(", ")),
        }
    }
}
