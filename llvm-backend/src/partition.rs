//! Which codegen unit defines which instance.
//!
//! The partition depends on the program alone, never on the number of threads, so that objects are the same bytes for any
//! `--jobs`. Instances stay in program order (a function and what it calls are usually neighbours); a unit is closed when
//! it has about its share of the operations. What runs rarely (continuations, code that runs once) has units of its own,
//! which are optimized little: they take a large part of the operations and next to nothing of the run time. Packaged
//! code that only makes classes and the like is not optimized at all.

use analysis::mir::{InstanceId, Program};

/// About how many operations are worth a unit of their own: LLVM needs some milliseconds for each unit besides.
const UNIT_SIZE: usize = 6000;
const MOST_UNITS: usize = 16;
/// From here on what is cold is worth a unit of its own.
const COLD_SIZE: usize = 150;

/// How much optimization a unit is worth.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub enum Effort {
    #[default]
    Full,
    /// At most `-O1`.
    Little,
    /// `-O0`.
    None,
}

/// One codegen unit to be.
#[derive(Default)]
pub struct UnitPlan {
    pub instances: Vec<InstanceId>,
    pub effort: Effort,
}

pub fn partition(program: &Program, one_unit: bool) -> Vec<UnitPlan> {
    let all: Vec<InstanceId> = program.instances.ids().collect();
    if one_unit {
        return vec![UnitPlan { instances: all, effort: Effort::Full }];
    }
    let (quick, rest): (Vec<_>, Vec<_>) = all.iter().partition(|&&id| program.instances[id].quick);
    let (cold, hot): (Vec<_>, Vec<_>) = rest.iter().partition(|&&id| program.instances[id].cold);
    let mut units = Vec::new();
    if hot.is_empty() || cold.iter().map(|&id| size(program, id)).sum::<usize>() < COLD_SIZE {
        units.extend(split(program, &rest, Effort::Full));
    } else {
        units.extend(split(program, &hot, Effort::Full));
        units.extend(split(program, &cold, Effort::Little));
    }
    if !quick.is_empty() {
        units.extend(split(program, &quick, Effort::None));
    }
    units
}

fn size(program: &Program, id: InstanceId) -> usize {
    program.instances[id].body.blocks.iter().map(|block| block.statements.len() + 1).sum()
}

fn split(program: &Program, instances: &[InstanceId], effort: Effort) -> Vec<UnitPlan> {
    let total: usize = instances.iter().map(|&id| size(program, id)).sum();
    let count = (total / UNIT_SIZE).clamp(1, MOST_UNITS);
    let share = total.div_ceil(count).max(1);
    let mut units = vec![UnitPlan { instances: Vec::new(), effort }];
    let mut filled = 0;
    for &id in instances {
        if filled >= share && units.len() < count {
            units.push(UnitPlan { instances: Vec::new(), effort });
            filled = 0;
        }
        filled += size(program, id);
        if let Some(unit) = units.last_mut() {
            unit.instances.push(id);
        }
    }
    units
}
