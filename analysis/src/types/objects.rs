//! Attributes, items, iteration and operators of objects: the part of the transfer that looks at atoms.

use crate::hir::{BinaryOp, ClassId, CompareOp, FunctionId, Symbol};
use crate::types::lattice::{Atom, Container, Set, Site, Wrapper, kinds};
use crate::types::library;
use crate::types::natives;
use crate::types::special;
use crate::types::state::Slot;
use crate::types::transfer::Transfer;

impl Transfer<'_> {
    fn symbol(&self, text: &str) -> Option<Symbol> {
        self.program.names.find(text)
    }

    /// What the class object holds under a name, through its bases.
    pub fn class_attribute(&mut self, class: ClassId, name: Symbol) -> Set {
        let (order, opaque) = self.state.linearization(class);
        for c in order {
            let set = self.read(Slot::ClassAttribute(c, name));
            if !set.is_bottom() {
                return set;
            }
        }
        if opaque { Set::ANY } else { Set::BOTTOM }
    }

    /// `object.name`
    pub fn attribute(&mut self, object: &Set, name: Symbol) -> Set {
        if object.is_any() {
            return Set::ANY;
        }
        let mut result = Set::BOTTOM;
        // `None` has next to no attributes: asking it for one raises.
        if object.kind_bits() & !kinds::NONE != 0 {
            result.join(&Set::ANY);
        }
        for &atom in object.atoms() {
            match atom {
                Atom::Instance(class) => result.join(&self.instance_attribute(class, name)),
                Atom::Class(class) => result.join(&self.attribute_of_class(class, name)),
                Atom::Wrapped(Wrapper::Property, f) if self.name(name) == "setter" => {
                    result.join(&Set::atom(Atom::Wrapped(Wrapper::PropertySetter, f)))
                }
                Atom::Module(module) => {
                    let globals = &self.program.modules[module].globals;
                    match globals.iter_enumerated().find(|(_, g)| g.name == name) {
                        Some((g, _)) => result.join(&self.read(Slot::Global(module, g))),
                        None => result.join(&Set::ANY),
                    }
                }
                Atom::Super(class, receiver) => result.join(&self.attribute_after(class, receiver, name)),
                Atom::NativeModule(module) => result.join(&natives::attribute(self, module, name)),
                Atom::NativeObject(module, class) => {
                    result.join(&Set::atom(Atom::NativeBound(module, class, name)))
                }
                _ => result.join(&Set::ANY),
            };
        }
        result
    }

    /// `C.name`
    fn attribute_of_class(&mut self, class: ClassId, name: Symbol) -> Set {
        let held = self.class_attribute(class, name);
        if library::is_enum(self, class) && self.is_member(class, name, &held) {
            return Set::atom(Atom::Instance(class));
        }
        if held.is_any() {
            return held;
        }
        let mut result = Set::kinds(held.kind_bits());
        for &atom in held.atoms() {
            result.join(&Set::atom(match atom {
                Atom::Wrapped(Wrapper::Static, f) => Atom::Function(f),
                Atom::Wrapped(Wrapper::ClassMethod, f) => Atom::BoundClass(class, f),
                atom => atom,
            }));
        }
        result
    }

    /// Whether an attribute of an enumeration is one of its members.
    fn is_member(&self, class: ClassId, name: Symbol, held: &Set) -> bool {
        let is_method = held.atoms().iter().any(|a| matches!(a, Atom::Function(_) | Atom::Wrapped(..)));
        self.program.classes[class].class_attributes.contains(&name)
            && !is_method
            && !self.name(name).starts_with('_')
    }

    /// `super().name` in a method of `class` on an instance of `receiver`: what comes after the class.
    fn attribute_after(&mut self, class: ClassId, receiver: ClassId, name: Symbol) -> Set {
        let (order, _) = self.state.linearization(receiver);
        let after: Vec<ClassId> = order.into_iter().skip_while(|&c| c != class).skip(1).collect();
        for c in after {
            let set = self.read(Slot::ClassAttribute(c, name));
            match set.atoms() {
                _ if set.is_bottom() => continue,
                [Atom::Function(f)] if !set.is_any() && set.kind_bits() == 0 => {
                    return Set::atom(Atom::Bound(receiver, *f));
                }
                _ => return Set::ANY,
            }
        }
        Set::ANY
    }

    fn instance_attribute(&mut self, class: ClassId, name: Symbol) -> Set {
        let mut result = self.read(Slot::Field(class, name));
        // Something unknown that is stored in an unknown object says less than what the class itself shows.
        let anywhere = self.read(Slot::AnyField(name));
        let of_class = self.class_attribute(class, name);
        if !anywhere.is_any() || result.is_bottom() && (of_class.is_bottom() || of_class.is_any()) {
            result.join(&anywhere);
        }
        if result.is_bottom() && library::is_enum(self, class) {
            match self.name(name) {
                "name" => return Set::kinds(kinds::STR),
                "value" => return self.member_values(class),
                _ => {}
            }
        }
        if of_class.is_any() {
            // Fields are seen before plain class attributes; an unknown base matters only without one.
            return if result.is_bottom() { Set::ANY } else { result };
        }
        result.join(&Set::kinds(of_class.kind_bits()));
        for &atom in of_class.atoms() {
            match atom {
                Atom::Function(f) => result.join(&Set::atom(Atom::Bound(class, f))),
                Atom::Made(..) | Atom::Class(_) | Atom::Instance(_) => result.join(&Set::atom(atom)),
                Atom::Wrapped(Wrapper::Property, f) => {
                    result.join(&self.call_function(f, &[Set::atom(Atom::Instance(class))], &[]))
                }
                Atom::Wrapped(Wrapper::Static, f) => result.join(&Set::atom(Atom::Function(f))),
                Atom::Wrapped(Wrapper::ClassMethod, f) => result.join(&Set::atom(Atom::BoundClass(class, f))),
                Atom::Wrapped(Wrapper::Cached, f) => result.join(&Set::atom(Atom::Bound(class, f))),
                // A property, a descriptor, a decorated method.
                _ => result.join(&Set::ANY),
            };
        }
        result
    }

    /// `object.name = value`
    pub fn store_attribute(&mut self, object: &Set, name: Symbol, value: &Set) {
        if object.is_any() {
            self.grow(Slot::AnyField(name), value);
            return;
        }
        for &atom in object.atoms() {
            match atom {
                Atom::Instance(class) => match *self.class_attribute(class, name).atoms() {
                    [Atom::Wrapped(Wrapper::Property, getter)] => {
                        for setter in functions(&self.read(Slot::Setter(getter))) {
                            let args = [Set::atom(Atom::Instance(class)), value.clone()];
                            self.call_function(setter, &args, &[]);
                        }
                    }
                    _ => self.grow(Slot::Field(class, name), value),
                },
                Atom::Class(class) => self.grow(Slot::ClassAttribute(class, name), value),
                Atom::Module(module) => {
                    let globals = &self.program.modules[module].globals;
                    if let Some((g, _)) = globals.iter_enumerated().find(|(_, g)| g.name == name) {
                        self.grow(Slot::Global(module, g), value);
                    }
                }
                _ => {}
            }
        }
    }

    /// The functions that a special method of the instances of a class may be.
    pub fn method(&mut self, class: ClassId, name: &str) -> Vec<FunctionId> {
        let Some(name) = self.symbol(name) else { return vec![] };
        functions(&self.class_attribute(class, name))
    }

    /// The values of the members of an enumeration.
    fn member_values(&mut self, class: ClassId) -> Set {
        let mut values = Set::BOTTOM;
        for &name in &self.program.classes[class].class_attributes {
            let held = self.read(Slot::ClassAttribute(class, name));
            if self.is_member(class, name, &held) {
                // `auto()` stands for the next number.
                let is_auto = held.atoms().iter().any(|a| matches!(a, Atom::Instance(_)));
                values.join(&if is_auto { Set::kinds(kinds::INT) } else { held });
            }
        }
        values
    }

    /// What `with manager as …` binds.
    pub fn entered(&mut self, manager: &Set, site: Site) -> Set {
        if manager.is_any() || manager.kind_bits() != 0 {
            return Set::ANY;
        }
        let mut result = Set::BOTTOM;
        for &atom in manager.atoms() {
            match atom {
                Atom::Instance(class) => result.join(&self.special(class, "__enter__", &[], site)),
                Atom::NativeObject(..) => result.join(&Set::atom(atom)),
                _ => result.join(&Set::ANY),
            };
        }
        result
    }

    /// The keys and values of a mapping, or of an iterable of pairs.
    pub fn pairs(&mut self, mapping: &Set) -> (Set, Set) {
        if mapping.is_any() {
            return (Set::ANY, Set::ANY);
        }
        let (mut keys, mut values) = (Set::BOTTOM, Set::BOTTOM);
        for &atom in mapping.atoms() {
            match atom {
                Atom::Made(Container::Dict | Container::DefaultDict, s) => {
                    keys.join(&self.read(Slot::Element(s, 0)));
                    values.join(&self.read(Slot::Element(s, 1)));
                }
                Atom::Made(c, s) => {
                    let pair = self.elements(c, s);
                    keys.join(&self.unpacked(&pair, 0, 2));
                    values.join(&self.unpacked(&pair, 1, 2));
                }
                _ => {
                    keys = Set::ANY;
                    values = Set::ANY;
                }
            }
        }
        (keys, values)
    }

    /// What a method gives that is no function of the program: nothing where there is none, or not yet.
    fn method_unknown(&mut self, class: ClassId, name: &str) -> Set {
        match self.symbol(name) {
            Some(name) if self.class_attribute(class, name).is_bottom() => Set::BOTTOM,
            None if !self.state.linearization(class).1 => Set::BOTTOM,
            _ => Set::ANY,
        }
    }

    /// The result of a special method with these further arguments.
    fn special(&mut self, class: ClassId, name: &str, args: &[Set], site: Site) -> Set {
        let functions = self.method(class, name);
        let mut result = Set::BOTTOM;
        if functions.is_empty() {
            result.join(&self.method_unknown(class, name));
        }
        for f in functions {
            let bound = Set::atom(Atom::Bound(class, f));
            result.join(&self.call(&bound, args, &[], site));
        }
        result
    }

    /// What iterating over the values gives.
    pub fn iterate(&mut self, set: &Set) -> Set {
        if set.is_any() {
            return Set::ANY;
        }
        let mut item = Set::BOTTOM;
        let bits = set.kind_bits();
        if bits & kinds::STR != 0 {
            item.join(&Set::kinds(kinds::STR));
        }
        if bits & (kinds::RANGE | kinds::BYTES | kinds::BYTEARRAY) != 0 {
            item.join(&Set::kinds(kinds::INT));
        }
        for &atom in set.atoms() {
            match atom {
                Atom::Made(c, s) => item.join(&self.elements(c, s)),
                Atom::Instance(class) => {
                    let site = Site {
                        function: self.key.function,
                        block: crate::hir::Function::ENTRY,
                        instr: u32::MAX,
                    };
                    let iterator = self.special(class, "__iter__", &[], site);
                    if iterator.is_any() {
                        item.join(&Set::ANY);
                        continue;
                    }
                    for &atom in iterator.atoms() {
                        match atom {
                            Atom::Made(c, s) => item.join(&self.elements(c, s)),
                            Atom::Instance(class) => item.join(&self.special(class, "__next__", &[], site)),
                            _ => item.join(&Set::ANY),
                        };
                    }
                    false
                }
                Atom::NativeObject("io", "TextIOWrapper") => item.join(&Set::kinds(kinds::STR)),
                Atom::Class(class) if library::is_enum(self, class) => {
                    item.join(&Set::atom(Atom::Instance(class)))
                }
                // Only a metaclass that is not modelled makes a class iterable.
                Atom::Class(class) if !self.state.linearization(class).1 => false,
                _ => item.join(&Set::ANY),
            };
        }
        item
    }

    /// `object[index]`
    pub fn item(&mut self, object: &Set, index: &Set, constant: Option<i64>, site: Site) -> Set {
        if object.is_any() {
            return Set::ANY;
        }
        let slice = index.only(kinds::SLICE);
        let bits = object.kind_bits();
        let mut result = Set::kinds(bits & kinds::STR);
        if bits & kinds::BYTES != 0 {
            result.join(&Set::kinds(if slice { kinds::BYTES } else { kinds::INT }));
        }
        if bits & kinds::BYTEARRAY != 0 {
            result.join(&Set::kinds(if slice { kinds::BYTEARRAY } else { kinds::INT }));
        }
        if bits & kinds::RANGE != 0 {
            result.join(&Set::kinds(if slice { kinds::RANGE } else { kinds::INT }));
        }
        const WITH_ITEMS: u32 = kinds::STR | kinds::BYTES | kinds::BYTEARRAY | kinds::RANGE;
        if bits & !(WITH_ITEMS | kinds::NONE) != 0 {
            result.join(&Set::ANY);
        }
        for &atom in object.atoms() {
            match atom {
                // A slice is a new list, but one with the same elements.
                Atom::Made(Container::List, _) if slice => result.join(&Set::atom(atom)),
                Atom::Made(c @ Container::Tuple(_), s) if slice => {
                    let all = self.elements(c, s);
                    result.join(&self.made(Container::ANY_TUPLE, site, &all))
                }
                Atom::Made(Container::Tuple(n), s)
                    if constant.is_some() && Container::Tuple(n) != Container::ANY_TUPLE =>
                {
                    let i = constant.unwrap_or(0);
                    let i = if i < 0 { i + n as i64 } else { i };
                    if (0..n as i64).contains(&i) {
                        result.join(&self.read(Slot::Element(s, i as u8)))
                    } else {
                        false
                    }
                }
                Atom::Made(Container::Dict | Container::DefaultDict, s) => {
                    result.join(&self.read(Slot::Element(s, 1)))
                }
                Atom::Made(c, s) => result.join(&self.elements(c, s)),
                Atom::Class(class) if library::is_enum(self, class) => {
                    result.join(&Set::atom(Atom::Instance(class)))
                }
                Atom::Instance(class) if library::is_counter(self, class) => {
                    result.join(&Set::kinds(kinds::INT))
                }
                Atom::Instance(class) => {
                    result.join(&self.special(class, "__getitem__", std::slice::from_ref(index), site))
                }
                _ => result.join(&Set::ANY),
            };
        }
        result
    }

    /// `object[index] = value`
    pub fn store_item(&mut self, object: &Set, index: &Set, value: &Set, site: Site) {
        for &atom in object.atoms() {
            match atom {
                Atom::Made(Container::Dict | Container::DefaultDict, s) => {
                    self.grow(Slot::Element(s, 0), index);
                    self.grow(Slot::Element(s, 1), value);
                }
                Atom::Made(Container::List, s) if index.only(kinds::SLICE) => {
                    let item = self.iterate(value);
                    self.grow(Slot::Element(s, 0), &item);
                }
                Atom::Made(Container::List | Container::Deque, s) => self.grow(Slot::Element(s, 0), value),
                Atom::Instance(class) => {
                    self.special(class, "__setitem__", &[index.clone(), value.clone()], site);
                }
                _ => {}
            }
        }
    }

    /// Operators where an operand is not simply a number or text.
    pub fn binary_objects(&mut self, op: BinaryOp, a: &Set, b: &Set, site: Site) -> Set {
        if a.is_any() || b.is_any() {
            return Set::ANY;
        }
        // Sequences: the result is a container of this site with the elements of both.
        let all_made = |s: &Set, want: fn(Container) -> bool| {
            !s.atoms().is_empty()
                && s.kind_bits() == 0
                && s.atoms().iter().all(|x| matches!(x, Atom::Made(c, _) if want(*c)))
        };
        let list = |c: Container| c == Container::List;
        let tuple = |c: Container| matches!(c, Container::Tuple(_));
        let set = |c: Container| matches!(c, Container::Set | Container::FrozenSet);
        let dict = |c: Container| matches!(c, Container::Dict | Container::DefaultDict);
        use BinaryOp::*;
        for (want, made) in [(list as fn(_) -> _, Container::List), (tuple, Container::ANY_TUPLE)] {
            if op == Add && all_made(a, want) && all_made(b, want) {
                let item = self.iterate(a).joined(&self.iterate(b));
                return self.made(made, site, &item);
            }
            if op == Mul {
                for (sequence, count) in [(a, b), (b, a)] {
                    if all_made(sequence, want) && count.only(kinds::INT | kinds::BOOL) {
                        let item = self.iterate(sequence);
                        return self.made(made, site, &item);
                    }
                }
            }
        }
        if matches!(op, And | Or | Sub | Xor) && all_made(a, set) && all_made(b, set) {
            let item = self.iterate(a).joined(&self.iterate(b));
            return self.made(Container::Set, site, &item);
        }
        if op == Or && all_made(a, dict) && all_made(b, dict) {
            let ((keys, values), (more_keys, more_values)) = (self.pairs(a), self.pairs(b));
            self.grow(Slot::Element(site, 1), &values.joined(&more_values));
            return self.made(Container::Dict, site, &keys.joined(&more_keys));
        }
        let (name, reflected, _) = special::binary(op);
        let mut result = Set::BOTTOM;
        let mut of_instances = false;
        for (object, other, method) in [(a, b, name), (b, a, reflected)] {
            for &atom in object.atoms() {
                if let Atom::Instance(class) = atom {
                    of_instances = true;
                    result.join(&self.special(class, method, std::slice::from_ref(other), site));
                }
            }
        }
        // Without instances it is an operator of builtin types that is not modelled.
        if of_instances { result } else { Set::ANY }
    }

    /// A comparison that may call a method of the program; most of those give a `bool`.
    pub fn compare_instances(&mut self, op: CompareOp, a: &Set, b: &Set, site: Site) -> Set {
        if a.is_any() || b.is_any() {
            return Set::ANY;
        }
        let mut result = Set::kinds(kinds::BOOL);
        for &atom in a.atoms() {
            if let Atom::Instance(class) = atom
                && !self.method(class, special::compare(op)).is_empty()
            {
                result.join(&self.special(class, special::compare(op), std::slice::from_ref(b), site));
            }
        }
        result
    }
}

/// The functions of the program among the values.
fn functions(set: &Set) -> Vec<FunctionId> {
    set.atoms()
        .iter()
        .filter_map(|a| match a {
            Atom::Function(f) => Some(*f),
            _ => None,
        })
        .collect()
}
