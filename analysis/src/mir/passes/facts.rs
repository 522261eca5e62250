//! What pass `escape` knows of locals at a point.

use crate::mir::body::{Const, LocalId, Operand};
use crate::mir::repr::Repr;
use runtime_interface::tag;
use std::collections::{BTreeMap, BTreeSet};

/// An instance that need not be made: the statement that would make it, or a place where several of them meet.
pub type Site = usize;

/// What is known of one local; no entry: nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fact {
    /// It stands for the instance of a site, which is not made yet.
    Virtual(Site),
    Const(Const),
    /// A value of this tag, of a builtin type.
    Tag(u64),
    /// A value that is neither UNBOUND nor ERROR.
    Bound,
    /// A word, as a field holds it.
    Word,
    /// The tag of an instance of a class of the program.
    ClassTag,
}

/// What is known at a point that control reaches.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct State {
    pub facts: BTreeMap<LocalId, Fact>,
    /// Sites since which nothing ran that could change a class.
    pub fresh: BTreeSet<Site>,
}

impl State {
    pub fn of(&self, operand: Operand) -> Option<Fact> {
        match operand {
            Operand::Const(constant) => Some(Fact::Const(constant)),
            Operand::Local(local) => self.facts.get(&local).copied(),
        }
    }

    pub fn set(&mut self, local: LocalId, fact: Option<Fact>) {
        match fact {
            Some(fact) => self.facts.insert(local, fact),
            None => self.facts.remove(&local),
        };
    }

    pub fn virtual_site(&self, operand: Operand) -> Option<Site> {
        match self.of(operand) {
            Some(Fact::Virtual(site)) => Some(site),
            _ => None,
        }
    }

    /// The tag of a value of a builtin type.
    pub fn tag(&self, operand: Operand) -> Option<u64> {
        self.of(operand).and_then(Fact::tag)
    }

    /// The locals that stand for a site.
    pub fn aliases(&self, site: Site) -> Vec<LocalId> {
        let is_it = |(&local, fact): (&LocalId, &Fact)| (*fact == Fact::Virtual(site)).then_some(local);
        self.facts.iter().filter_map(is_it).collect()
    }
}

impl Fact {
    fn tag(self) -> Option<u64> {
        match self {
            Fact::Tag(tag) => Some(tag),
            Fact::Const(constant) => match constant {
                Const::Unbound => Some(tag::UNBOUND),
                Const::None => Some(tag::NONE),
                Const::Ellipsis => Some(tag::ELLIPSIS),
                Const::NotImplemented => Some(tag::NOT_IMPLEMENTED),
                Const::BoolValue(_) => Some(tag::BOOL),
                Const::IntValue(_) => Some(tag::INT),
                Const::FloatValue(_) => Some(tag::FLOAT),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it is a value that is there.
    pub fn is_bound(self) -> bool {
        match self {
            Fact::Virtual(_) | Fact::Bound | Fact::Word => true,
            Fact::Const(Const::Object(_)) => true,
            _ => self.tag().is_some_and(|tag| tag != tag::UNBOUND && tag != tag::ERROR),
        }
    }

    /// What holds of a local of which one or the other holds. Virtual instances are the caller's business.
    pub fn or(self, other: Fact) -> Option<Fact> {
        if self == other {
            return Some(self);
        }
        match (self.tag(), other.tag()) {
            (Some(a), Some(b)) if a == b => Some(Fact::Tag(a)),
            _ => (self.is_bound() && other.is_bound()).then_some(Fact::Bound),
        }
    }
}

/// The tag of what a representation holds.
pub fn tag_of(repr: Repr) -> Option<u64> {
    match repr {
        Repr::I64 => Some(tag::INT),
        Repr::F64 => Some(tag::FLOAT),
        Repr::Bool => Some(tag::BOOL),
        _ => None,
    }
}
