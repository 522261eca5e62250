//! Which codegen unit defines which instance.
//!
//! The partition depends on the program alone, never on the number of threads, so that objects are the same bytes for any
//! `--jobs`. Instances stay in program order (a function and what it calls are usually neighbours); a unit is closed when
//! it has about its share of the operations.

use analysis::mir::{InstanceId, Program};

/// About how many operations are worth a unit of their own: LLVM needs some milliseconds for each unit besides.
const UNIT_SIZE: usize = 6000;
const MOST_UNITS: usize = 16;

pub fn partition(program: &Program, one_unit: bool) -> Vec<Vec<InstanceId>> {
    let sizes: Vec<usize> = program
        .instances
        .iter()
        .map(|instance| instance.body.blocks.iter().map(|block| block.statements.len() + 1).sum())
        .collect();
    let total: usize = sizes.iter().sum();
    let count = if one_unit { 1 } else { (total / UNIT_SIZE).clamp(1, MOST_UNITS) };
    let share = total.div_ceil(count).max(1);

    let mut units = vec![Vec::new()];
    let mut filled = 0;
    for (id, size) in program.instances.ids().zip(sizes) {
        if filled >= share && units.len() < count {
            units.push(Vec::new());
            filled = 0;
        }
        filled += size;
        if let Some(unit) = units.last_mut() {
            unit.push(id);
        }
    }
    units
}
