//! The shared state of the fixpoint: slots that only grow, and the contexts in which functions run.
//!
//! A *context* is a function with the shapes of its arguments; each is analysed on its own. A *slot* holds what is known
//! of one place that more than one context can reach: a global, a field of a class's instances, a cell, the elements of the
//! containers of one site, a parameter, a result. Within a round the state is a snapshot that nobody changes.

use crate::hir::{ClassId, FunctionId, GlobalId, Symbol, VarId};
use crate::modules::ModuleId;
use crate::types::lattice::{Set, Site};
use crate::types::quick_hash::QuickMap;
use crate::types::view::Type;

/// The cap on contexts of one function; a call with further shapes goes to the context without any.
pub const MOST_CONTEXTS: usize = 8;

/// The shapes of up to 16 arguments, four bits each, the first lowest: what is unboxed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Shapes(pub u64);

impl Shapes {
    /// Of no argument anything is assumed.
    pub const NONE: Shapes = Shapes(0);

    pub fn of<'a>(args: impl Iterator<Item = &'a Set>) -> Shapes {
        let mut shapes = 0;
        for (i, arg) in args.take(16).enumerate() {
            let shape = match arg.representation() {
                Type::Int => 1,
                Type::Float => 2,
                Type::Bool => 3,
                _ => 0,
            };
            shapes |= shape << (4 * i);
        }
        Shapes(shapes)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ContextKey {
    pub function: FunctionId,
    pub shapes: Shapes,
    /// The class of a method's first argument, where it is one: an inherited method is analysed for each class that
    /// inherits it, so that what it calls on itself and finds in itself is known there.
    pub receiver: Option<ClassId>,
}

impl ContextKey {
    /// The context of which nothing is assumed.
    pub fn plain(function: FunctionId) -> Self {
        Self { function, shapes: Shapes::NONE, receiver: None }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Slot {
    Global(ModuleId, GlobalId),
    /// An attribute of the instances of exactly this class.
    Field(ClassId, Symbol),
    /// An attribute of this name stored into an object of unknown class.
    AnyField(Symbol),
    /// An attribute of the class object itself.
    ClassAttribute(ClassId, Symbol),
    /// The contents of a cell variable, named by the function that makes the cell.
    Cell(FunctionId, VarId),
    /// See [`crate::types::lattice::Container`].
    Element(Site, u8),
    /// The value of a default, by parameter.
    Default(FunctionId, u32),
    Parameter(ContextKey, u32),
    Result(ContextKey),
    /// The functions that set the property of this getter.
    Setter(FunctionId),
    /// What a generator of this function yields.
    Yielded(FunctionId),
}

/// What is known of a class statement.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct ClassFacts {
    pub seen: bool,
    pub bases: Vec<ClassId>,
    /// A base that is not a class of the program (other than `object`), or bases that differ from time to time.
    pub opaque: bool,
}

#[derive(Default)]
pub struct State {
    pub(crate) slots: QuickMap<Slot, Set>,
    /// Who read a slot: contexts by number, sorted.
    pub(crate) readers: QuickMap<Slot, Vec<u32>>,
    pub(crate) contexts: Vec<ContextKey>,
    pub(crate) numbers: QuickMap<ContextKey, u32>,
    pub(crate) per_function: QuickMap<FunctionId, u32>,
    pub(crate) classes: QuickMap<ClassId, ClassFacts>,
}

impl State {
    pub fn get(&self, slot: Slot) -> &Set {
        static BOTTOM: Set = Set::BOTTOM;
        self.slots.get(&slot).unwrap_or(&BOTTOM)
    }

    pub fn is_reader(&self, slot: Slot, context: u32) -> bool {
        self.readers.get(&slot).is_some_and(|readers| readers.binary_search(&context).is_ok())
    }

    /// The context that a call with these shapes uses: its own while the function's cap allows.
    pub fn context_for(&self, key: ContextKey) -> ContextKey {
        if self.numbers.contains_key(&key) {
            return key;
        }
        let count = self.per_function.get(&key.function).copied().unwrap_or(0) as usize;
        if count < MOST_CONTEXTS { key } else { ContextKey::plain(key.function) }
    }

    /// The classes that attribute look-up goes through, in order (depth first, later duplicates kept: the order of C3 where
    /// no diamond reorders it), and whether an unknown class is among them.
    pub fn linearization(&self, class: ClassId) -> (Vec<ClassId>, bool) {
        let mut order: Vec<ClassId> = vec![];
        let mut opaque = false;
        let mut pending = vec![class];
        // A statement `class A(A)` in a loop makes the facts cyclic: then the answer is cut off as unknown.
        for _ in 0..256 {
            let Some(c) = pending.pop() else { return (order, opaque) };
            order.retain(|&seen| seen != c);
            order.push(c);
            // If its statement has not been met yet, it will be, and then everybody looks again.
            if let Some(facts) = self.classes.get(&c) {
                opaque |= facts.opaque;
                pending.extend(facts.bases.iter().rev());
            }
        }
        (order, true)
    }
}
