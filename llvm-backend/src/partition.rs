//! Which codegen unit defines which instance.
//!
//! The partition depends on the program alone, never on the number of threads, so that objects are the same bytes for any
//! `--jobs`. Instances stay in program order (a function and what it calls are usually neighbours). A unit is closed when it
//! is large and the *name* of the next instance says so (its hash is a multiple of a number): an edit moves at most the
//! boundaries next to it, and the objects of all other units are found in the cache. Static data has a unit of its own
//! for the same reason. What runs rarely (continuations, code that runs once) or does little (entries of large functions) has
//! units of its own, which are optimized little: they take a large part of the operations and next to nothing of the run time. Packaged
//! code that only makes classes and the like is not optimized at all.

use analysis::mir::{InstanceId, InstanceKind, Op, Program, Terminator};
use std::hash::{DefaultHasher, Hasher};

/// From this many operations on a unit is closed at the next name that allows it, which one in `NAMES` does, and from so
/// many on at any.
const UNIT_SIZE: usize = 3500;
const LARGEST_UNIT: usize = 12_000;
const NAMES: u64 = 20;
/// From this many units on the time that they take weighs more than what `-O3` gains by looking at a whole one.
const MANY_UNITS: usize = 3;
/// From here on what is cold is worth a unit of its own.
const COLD_SIZE: usize = 150;
/// From here on the time that what is cold takes to compile weighs more than the time it takes to run.
const MUCH_COLD: usize = 5000;
/// More operations than LLVM inlines.
const LARGEST_INLINED: usize = 60;

/// How much optimization a unit is worth.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub enum Effort {
    #[default]
    Full,
    /// The same without what is in vain in one unit of many.
    Most,
    /// At most `-O1`.
    Little,
    /// The few passes that shrink the code, and machine code without optimization, which takes a quarter of the time.
    Least,
    /// `-O0`.
    None,
}

impl Effort {
    /// The levels of LLVM's passes and of code generation, where the user asks for this one.
    pub fn levels(self, asked: u8) -> (u8, u8) {
        match self {
            Effort::Full | Effort::Most => (asked, asked),
            Effort::Little => (asked.min(1), asked.min(1)),
            Effort::Least => (asked.min(1), 0),
            Effort::None => (0, 0),
        }
    }
}

/// One codegen unit to be.
#[derive(Default)]
pub struct UnitPlan {
    pub instances: Vec<InstanceId>,
    pub effort: Effort,
    /// It defines the static data.
    pub data: bool,
}

impl UnitPlan {
    /// How long it takes to compile, roughly, in no unit.
    pub fn cost(&self, program: &Program) -> usize {
        let operations: usize = self.instances.iter().map(|&id| size(program, id)).sum();
        match self.effort {
            Effort::Full | Effort::Most => operations * 6,
            Effort::Little => operations * 3,
            Effort::Least | Effort::None => operations,
        }
    }
}

pub fn partition(program: &Program, one_unit: bool) -> Vec<UnitPlan> {
    let all: Vec<InstanceId> = program.instances.ids().collect();
    if one_unit {
        return vec![UnitPlan { instances: all, effort: Effort::Full, data: true }];
    }
    let (quick, rest): (Vec<_>, Vec<_>) = all.iter().partition(|&&id| program.instances[id].quick);
    let (cold, hot): (Vec<_>, Vec<_>) = rest.iter().partition(|&&id| program.instances[id].cold);
    let (entries, hot): (Vec<_>, Vec<_>) = hot.iter().partition(|&&id| only_passes_on(program, id));
    let mut units = Vec::new();
    if hot.is_empty() || cold.iter().map(|&id| size(program, id)).sum::<usize>() < COLD_SIZE {
        units.extend(split(program, &rest, Effort::Full));
    } else {
        units.extend(split(program, &hot, Effort::Full));
        let much = cold.iter().map(|&id| size(program, id)).sum::<usize>() > MUCH_COLD;
        let (mut little, mut least) = (entries, Vec::new());
        if much { &mut least } else { &mut little }.extend(cold);
        little.sort_unstable();
        units.extend(split(program, &little, Effort::Little));
        units.extend(split(program, &least, Effort::Least));
    }
    units.retain(|unit| !unit.instances.is_empty());
    if units.iter().filter(|unit| unit.effort == Effort::Full).count() >= MANY_UNITS {
        units
            .iter_mut()
            .filter(|unit| unit.effort == Effort::Full)
            .for_each(|unit| unit.effort = Effort::Most);
    }
    if !quick.is_empty() {
        units.extend(split(program, &quick, Effort::None));
    }
    match &mut units[..] {
        [only] => only.data = true,
        _ => units.push(UnitPlan { instances: Vec::new(), effort: Effort::None, data: true }),
    }
    units
}

/// A boxed entry of a function too large to be inlined into it: it binds and tests arguments and calls, no more.
fn only_passes_on(program: &Program, id: InstanceId) -> bool {
    let is_large = |callee: InstanceId| size(program, callee) > LARGEST_INLINED;
    program.instances[id].kind == InstanceKind::BoxedEntry
        && callees(program, id).any(is_large)
        && callees(program, id).all(|callee| is_large(callee) || program.instances[callee].is_fallback())
}

/// The instances that one calls directly or leaves to.
pub fn callees(program: &Program, id: InstanceId) -> impl Iterator<Item = InstanceId> + '_ {
    program.instances[id].body.blocks.iter().flat_map(|block| {
        let last = match &block.terminator {
            Terminator::CallUnboxed { instance, .. } | Terminator::Leave { instance, .. } => Some(*instance),
            _ => None,
        };
        let calls = block.statements.iter().filter_map(|statement| match &statement.op {
            Op::CallInstance { instance, .. } | Op::CallContinuation { instance, .. } => Some(*instance),
            _ => None,
        });
        calls.chain(last)
    })
}

fn size(program: &Program, id: InstanceId) -> usize {
    program.instances[id].body.blocks.iter().map(|block| block.statements.len() + 1).sum()
}

fn split(program: &Program, instances: &[InstanceId], effort: Effort) -> Vec<UnitPlan> {
    let mut units = vec![UnitPlan { instances: Vec::new(), effort, data: false }];
    let mut filled = 0;
    for &id in instances {
        if filled >= UNIT_SIZE && (may_begin_a_unit(&program.instances[id].name) || filled >= LARGEST_UNIT) {
            units.push(UnitPlan { instances: Vec::new(), effort, data: false });
            filled = 0;
        }
        filled += size(program, id);
        if let Some(unit) = units.last_mut() {
            unit.instances.push(id);
        }
    }
    units
}

fn may_begin_a_unit(name: &str) -> bool {
    let mut hasher = DefaultHasher::new();
    hasher.write(name.as_bytes());
    hasher.finish().is_multiple_of(NAMES)
}
