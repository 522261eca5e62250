//! The lattice of abstract values: what the analysis says about a variable, field or element.
//!
//! ```text
//!                         any
//!            { kinds of immutable values } ∪ { atoms }      (ordered by inclusion)
//!                        bottom
//! ```
//!
//! A *kind* is an exact builtin type without further structure (`int`, `str`, …). An *atom* is one abstract object: a
//! function, a class, the instances of a class, or the containers made at one allocation site. A container's atom never
//! names the types of its elements: they stand in slots of their own, which grow while the atom stays the same, so that
//! no instance is made for a container type that was still growing (`list[?]`, `list[int]`, `list[int | str]`).
//!
//! Join is union. The height is finite: kinds are bits, atoms come from the program's text, and a set of more than
//! [`MOST_ATOMS`] atoms widens to *any*.

use crate::hir::{BlockId, ClassId, FunctionId, Symbol};
use crate::modules::ModuleId;
use crate::types::view::Type;
use runtime_interface::tag;

/// The cap on the width of a union of abstract objects.
pub const MOST_ATOMS: usize = 40;

/// An allocation site: an instruction of a function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Site {
    pub function: FunctionId,
    pub block: BlockId,
    /// The terminator counts as one more instruction. The upper half tells apart what one instruction makes.
    pub instr: u32,
}

impl Site {
    /// Another site of the same instruction: what is in the container that it makes.
    pub fn inner(self) -> Site {
        Site { instr: self.instr | 1 << 31, ..self }
    }

    /// The site of a tuple in a constant tuple; none where they are nested too deep to be told apart.
    pub fn item(self, index: usize) -> Option<Site> {
        let index = index as u32 + 1;
        let outer = self.instr >> 16;
        (index <= 15 && outer < 1 << 8)
            .then_some(Site { instr: self.instr & 0xFFFF | (outer << 4 | index) << 16, ..self })
    }
}

/// What is made at an allocation site.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Container {
    /// Element slot 0: the items.
    List,
    /// Element slots: the items one by one up to [`Container::WIDEST`], else slot 0 for all.
    Tuple(u8),
    /// Element slot 0: keys, 1: values.
    Dict,
    DefaultDict,
    Set,
    Deque,
    FrozenSet,
    /// Any iterator or generator; slot 0: what it gives.
    Iterator,
}

/// What a decorator made of a function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Wrapper {
    Property,
    /// `area.setter`: called with a function it gives the property again.
    PropertySetter,
    Static,
    ClassMethod,
    /// Remembers results: gives what the function gives.
    Cached,
}

/// A decorator that is known by its meaning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Decorator {
    /// Gives back what it is given, as far as types go.
    Keep,
    Cache,
}

impl Container {
    /// Tuples up to this length have a slot for each item.
    pub const WIDEST: usize = 8;
    /// A tuple of unknown length, or a longer one.
    pub const ANY_TUPLE: Container = Container::Tuple(u8::MAX);

    pub fn tuple(len: usize) -> Container {
        if len <= Self::WIDEST { Container::Tuple(len as u8) } else { Self::ANY_TUPLE }
    }
}

/// One abstract object.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Atom {
    Function(FunctionId),
    Class(ClassId),
    Instance(ClassId),
    /// A builtin function or class.
    Builtin(Symbol),
    Module(ModuleId),
    NativeModule(&'static str),
    /// A function or class of a native module.
    Native(&'static str, Symbol),
    /// The function bound to an instance of the class.
    Bound(ClassId, FunctionId),
    /// The class method bound to the class.
    BoundClass(ClassId, FunctionId),
    Wrapped(Wrapper, FunctionId),
    Decorator(Decorator),
    /// An instance of a class of a native module.
    NativeObject(&'static str, &'static str),
    /// A method of such an instance.
    NativeBound(&'static str, &'static str, Symbol),
    /// `super()` in a method of the first class, of an instance of the second.
    Super(ClassId, ClassId),
    Made(Container, Site),
}

/// Exact builtin types without further structure, as bits.
pub mod kinds {
    pub const NONE: u32 = 1;
    pub const BOOL: u32 = 2;
    pub const INT: u32 = 4;
    pub const FLOAT: u32 = 8;
    pub const STR: u32 = 16;
    pub const BYTES: u32 = 32;
    pub const COMPLEX: u32 = 64;
    pub const RANGE: u32 = 128;
    pub const SLICE: u32 = 256;
    pub const BYTEARRAY: u32 = 512;
    /// What stands for an argument that a factory of a data class makes.
    pub const NOT_GIVEN: u32 = 1024;
    pub const NAMES: [(u32, &str); 11] = [
        (NONE, "None"),
        (BOOL, "bool"),
        (INT, "int"),
        (FLOAT, "float"),
        (STR, "str"),
        (BYTES, "bytes"),
        (COMPLEX, "complex"),
        (RANGE, "range"),
        (SLICE, "slice"),
        (BYTEARRAY, "bytearray"),
        (NOT_GIVEN, "<factory>"),
    ];
    pub const NUMBERS: u32 = BOOL | INT | FLOAT | COMPLEX;
}

/// An element of the lattice. The default is bottom: no value seen yet.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Set {
    any: bool,
    kinds: u32,
    /// Sorted, each once.
    atoms: Vec<Atom>,
}

impl Set {
    pub const BOTTOM: Set = Set { any: false, kinds: 0, atoms: Vec::new() };
    pub const ANY: Set = Set { any: true, kinds: 0, atoms: Vec::new() };

    pub const fn kinds(kinds: u32) -> Set {
        Set { any: false, kinds, atoms: Vec::new() }
    }
    pub fn atom(atom: Atom) -> Set {
        Set { any: false, kinds: 0, atoms: vec![atom] }
    }

    pub fn is_bottom(&self) -> bool {
        !self.any && self.kinds == 0 && self.atoms.is_empty()
    }
    pub fn is_any(&self) -> bool {
        self.any
    }
    pub fn atoms(&self) -> &[Atom] {
        &self.atoms
    }
    pub fn kind_bits(&self) -> u32 {
        self.kinds
    }
    /// All values are of these kinds (false for bottom).
    pub fn only(&self, kinds: u32) -> bool {
        !self.any && self.atoms.is_empty() && self.kinds != 0 && self.kinds & !kinds == 0
    }
    /// Some value may be of one of these kinds.
    pub fn may_be(&self, kinds: u32) -> bool {
        self.any || self.kinds & kinds != 0
    }
    /// Without these kinds: narrowing.
    pub fn without(&self, kinds: u32) -> Set {
        Set { kinds: self.kinds & !kinds, ..self.clone() }
    }

    /// Adds all of `other`; whether anything is new.
    pub fn join(&mut self, other: &Set) -> bool {
        if self.any || other.is_bottom() {
            return false;
        }
        if other.any {
            *self = Set::ANY;
            return true;
        }
        let mut grew = other.kinds & !self.kinds != 0;
        self.kinds |= other.kinds;
        for atom in &other.atoms {
            if let Err(at) = self.atoms.binary_search(atom) {
                self.atoms.insert(at, *atom);
                grew = true;
            }
        }
        if self.atoms.len() > MOST_ATOMS {
            *self = Set::ANY;
        }
        grew
    }

    pub fn joined(mut self, other: &Set) -> Set {
        self.join(other);
        self
    }

    /// What the lowering may assume of a variable with these values.
    pub fn representation(&self) -> Type {
        if self.any {
            return Type::Dynamic;
        }
        if self.atoms.is_empty() {
            return match self.kinds {
                kinds::INT => Type::Int,
                kinds::FLOAT => Type::Float,
                kinds::BOOL => Type::Bool,
                kinds::STR => Type::Exact(tag::STR),
                kinds::BYTES => Type::Exact(tag::BYTES),
                kinds::BYTEARRAY => Type::Exact(tag::BYTEARRAY),
                kinds::COMPLEX => Type::Exact(tag::COMPLEX),
                bits if bits & kinds::FLOAT != 0
                    && bits & !(kinds::FLOAT | kinds::INT | kinds::BOOL | kinds::NONE) == 0 =>
                {
                    Type::Number
                }
                _ => Type::Dynamic,
            };
        }
        if self.kinds != 0 {
            return Type::Dynamic;
        }
        let tag_of = |atom: &Atom| match atom {
            Atom::Made(Container::List, _) => tag::LIST,
            Atom::Made(Container::Tuple(_), _) => tag::TUPLE,
            Atom::Made(Container::Dict, _) => tag::DICT,
            Atom::Made(Container::Set, _) => tag::SET,
            Atom::Made(Container::Deque, _) => tag::DEQUE,
            Atom::Made(Container::DefaultDict, _) => tag::DEFAULTDICT,
            _ => 0,
        };
        let first = tag_of(&self.atoms[0]);
        if first != 0 && self.atoms.iter().all(|a| tag_of(a) == first) {
            return Type::Exact(first);
        }
        Type::Dynamic
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn samples() -> Vec<Set> {
        let mut sets =
            vec![Set::BOTTOM, Set::ANY, Set::kinds(kinds::INT), Set::kinds(kinds::STR | kinds::NONE)];
        for i in 0..4 {
            sets.push(Set::atom(Atom::Function(FunctionId::new(i))));
            sets.push(Set::atom(Atom::Instance(ClassId::new(i))).joined(&Set::kinds(kinds::NONE)));
        }
        let mut wide = Set::BOTTOM;
        for i in 0..MOST_ATOMS {
            wide.join(&Set::atom(Atom::Class(ClassId::new(i))));
        }
        sets.push(wide);
        sets
    }

    #[test]
    fn join_is_commutative_associative_idempotent() {
        let sets = samples();
        for a in &sets {
            assert_eq!(a.clone().joined(a), *a);
            for b in &sets {
                let ab = a.clone().joined(b);
                assert_eq!(ab, b.clone().joined(a));
                for c in &sets {
                    assert_eq!(ab.clone().joined(c), a.clone().joined(&b.clone().joined(c)));
                }
            }
        }
    }

    #[test]
    fn join_reports_growth() {
        for a in &samples() {
            for b in &samples() {
                let mut joined = a.clone();
                assert_eq!(joined.join(b), joined != *a);
            }
        }
    }
}
