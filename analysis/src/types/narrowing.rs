//! What passes a test: `x is None`, `isinstance(x, C)`, and what does not.

use crate::hir::{ClassId, Fact, Symbol, VarId};
use crate::types::lattice::{Atom, Container, Set, Site, kinds};
use crate::types::state::Slot;
use crate::types::transfer::Transfer;

/// What a test for a class lets through.
enum Wanted {
    Kinds(u32),
    Container(Container),
    Class(ClassId),
    /// A class that is not modelled.
    Unknown,
}

impl Transfer<'_> {
    /// The values of which the fact may hold.
    pub fn narrow(&mut self, values: &Set, fact: Fact, site: Site) -> Set {
        if values.is_bottom() {
            return Set::BOTTOM;
        }
        match fact {
            Fact::OnlyNone if values.may_be(kinds::NONE) => Set::kinds(kinds::NONE),
            Fact::OnlyNone => Set::BOTTOM,
            Fact::NotNone => values.without(kinds::NONE),
            Fact::Given => values.without(kinds::NOT_GIVEN),
            Fact::Instance(class) => {
                let mut passed = Set::BOTTOM;
                for wanted in self.classes_of(class) {
                    passed.join(&self.passing(values, &wanted, site));
                }
                passed
            }
            // Which class it is must be known before anything is said to be none of it.
            Fact::NotInstance(class) if self.vars[class].is_bottom() => Set::BOTTOM,
            Fact::NotInstance(class) => {
                let mut left = values.clone();
                for wanted in self.classes_of(class) {
                    left = self.stopped(&left, &wanted);
                }
                left
            }
        }
    }

    /// What a class pattern finds in the values that are of its class.
    pub fn match_class(
        &mut self,
        (value, class): (VarId, VarId),
        positional: usize,
        keywords: &[Symbol],
        values: &[VarId],
        site: Site,
    ) {
        let subject = self.vars[value].clone();
        let matched = self.narrow(&subject, Fact::Instance(class), site);
        for (i, &var) in values.iter().enumerate() {
            let found = match i.checked_sub(positional) {
                Some(keyword) => self.attribute(&matched, keywords[keyword]),
                None => self.matched_by_position(&matched, i),
            };
            self.define(var, &found);
        }
    }

    /// The item of a positional pattern: the field of a data class, or the whole of a builtin value.
    fn matched_by_position(&mut self, matched: &Set, position: usize) -> Set {
        if matched.is_any() {
            return Set::ANY;
        }
        let mut found = Set::kinds(matched.kind_bits());
        for &atom in matched.atoms() {
            match atom {
                Atom::Instance(class) => {
                    let field = self.program.classes[class].annotated.get(position).copied();
                    let field = field.map(|name| self.attribute(&Set::atom(atom), name));
                    found.join(&field.unwrap_or(Set::ANY));
                }
                atom => {
                    found.join(&Set::atom(atom));
                }
            }
        }
        found
    }

    /// The classes that the second argument of `isinstance` names.
    fn classes_of(&mut self, class: VarId) -> Vec<Wanted> {
        let set = self.vars[class].clone();
        if set.is_any() || set.kind_bits() & !kinds::NONE != 0 {
            return vec![Wanted::Unknown];
        }
        let mut found = vec![];
        for &atom in set.atoms() {
            match atom {
                Atom::Made(c @ Container::Tuple(_), s) => {
                    let each = self.elements(c, s);
                    if each.is_any() {
                        found.push(Wanted::Unknown);
                    }
                    found.extend(each.atoms().iter().map(|a| self.wanted(*a)));
                }
                atom => found.push(self.wanted(atom)),
            }
        }
        found
    }

    fn wanted(&self, class: Atom) -> Wanted {
        match class {
            Atom::Class(class) => Wanted::Class(class),
            Atom::Builtin(name) => match self.name(name) {
                "int" => Wanted::Kinds(kinds::INT | kinds::BOOL),
                "bool" => Wanted::Kinds(kinds::BOOL),
                "float" => Wanted::Kinds(kinds::FLOAT),
                "str" => Wanted::Kinds(kinds::STR),
                "bytes" => Wanted::Kinds(kinds::BYTES),
                "bytearray" => Wanted::Kinds(kinds::BYTEARRAY),
                "complex" => Wanted::Kinds(kinds::COMPLEX),
                "range" => Wanted::Kinds(kinds::RANGE),
                "list" => Wanted::Container(Container::List),
                "tuple" => Wanted::Container(Container::ANY_TUPLE),
                "dict" => Wanted::Container(Container::Dict),
                "set" => Wanted::Container(Container::Set),
                _ => Wanted::Unknown,
            },
            _ => Wanted::Unknown,
        }
    }

    fn passing(&mut self, values: &Set, wanted: &Wanted, site: Site) -> Set {
        if values.is_any() {
            // Of unknown values those are the likely ones.
            return match *wanted {
                Wanted::Kinds(bits) if bits & kinds::INT != 0 => Set::kinds(kinds::INT),
                Wanted::Kinds(bits) => Set::kinds(bits),
                Wanted::Container(container) => self.unknown_container(container, site),
                Wanted::Class(class) => Set::atom(Atom::Instance(class)),
                Wanted::Unknown => Set::ANY,
            };
        }
        let mut passed = match wanted {
            Wanted::Kinds(bits) => Set::kinds(values.kind_bits() & bits),
            Wanted::Unknown => Set::kinds(values.kind_bits()),
            _ => Set::BOTTOM,
        };
        for &atom in values.atoms() {
            if matches!(wanted, Wanted::Unknown) || self.is_instance(atom, wanted) {
                passed.join(&Set::atom(atom));
            }
        }
        passed
    }

    fn stopped(&self, values: &Set, wanted: &Wanted) -> Set {
        if values.is_any() {
            return Set::ANY;
        }
        let mut left = Set::kinds(match wanted {
            Wanted::Kinds(bits) => values.kind_bits() & !bits,
            _ => values.kind_bits(),
        });
        for &atom in values.atoms() {
            if !self.is_instance(atom, wanted) {
                left.join(&Set::atom(atom));
            }
        }
        left
    }

    fn is_instance(&self, atom: Atom, wanted: &Wanted) -> bool {
        match (atom, wanted) {
            (Atom::Instance(class), Wanted::Class(base)) => self.state.linearization(class).0.contains(base),
            (Atom::Made(Container::Tuple(_), _), Wanted::Container(Container::Tuple(_))) => true,
            (Atom::Made(Container::DefaultDict, _), Wanted::Container(Container::Dict)) => true,
            (Atom::Made(made, _), Wanted::Container(container)) => made == *container,
            _ => false,
        }
    }

    /// A container of which only the type is known.
    fn unknown_container(&mut self, container: Container, site: Site) -> Set {
        if container == Container::Dict {
            self.grow(Slot::Element(site, 1), &Set::ANY);
        }
        self.made(container, site, &Set::ANY)
    }
}
