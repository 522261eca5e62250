//! Small functions that call themselves: some levels of the recursion in one stack frame.
//!
//! ```text
//! def fib(n): ... fib(n - 1) + fib(n - 2)      fib: calls fib.inner.1, which calls fib.inner.2, which calls fib
//! ```
//!
//! LLVM inlines no call of a function by itself. It inlines the copies, which are the same code: they count their frames
//! and look at the limit as the function does, but the stack is looked at once for all.

use crate::{
    emit::unit::{FAST_CALL, Unit, takes_depth},
    error::Result,
};
use analysis::mir::{Instance, InstanceId, Op, Terminator, leaf};
use inkwell::{module::Linkage, values::FunctionValue};

/// How large all copies together may get that one frame holds, in operations.
const BUDGET: usize = 220;
const MOST_LEVELS: usize = 3;

/// The copies of an instance, outermost first; none if it does not call itself or is too large.
pub fn declare_copies<'ctx>(unit: &mut Unit<'ctx, '_>, id: InstanceId) -> Result<Vec<FunctionValue<'ctx>>> {
    let instance = &unit.program.instances[id];
    if !unit.role.optimize || instance.cold || instance.quick || !takes_depth(instance) {
        return Ok(Vec::new());
    }
    let function = unit.instance(id);
    let name = function.get_name().to_string_lossy().into_owned();
    let mut copies = Vec::new();
    for level in 1..=levels(id, instance) {
        let name = format!("{name}.inner.{level}");
        let copy = unit.module.add_function(&name, function.get_type(), Some(Linkage::Private));
        copy.set_call_conventions(FAST_CALL);
        for attribute in ["nounwind", "alwaysinline"] {
            copy.add_attribute(inkwell::attributes::AttributeLoc::Function, unit.attribute(attribute, 0));
        }
        copies.push(copy);
    }
    Ok(copies)
}

/// How many levels fit.
fn levels(id: InstanceId, instance: &Instance) -> usize {
    let body = &instance.body;
    let usual = || body.blocks.iter().filter(|block| !block.cold);
    let calls: usize = usual()
        .map(|block| {
            let by_terminator =
                matches!(block.terminator, Terminator::CallUnboxed { instance, .. } if instance == id);
            let by_op = |op: &Op| matches!(op, Op::CallInstance { instance, .. } if *instance == id);
            usize::from(by_terminator) + block.statements.iter().filter(|s| by_op(&s.op)).count()
        })
        .sum();
    let size: usize = usual().map(|block| block.statements.len() + 1).sum();
    if calls == 0 || leaf::is_leaf(body) {
        return 0;
    }
    let (mut levels, mut bodies, mut total) = (0, 1, size);
    while levels < MOST_LEVELS {
        bodies *= calls;
        total += bodies * size;
        if total > BUDGET {
            break;
        }
        levels += 1;
    }
    levels
}
