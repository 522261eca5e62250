//! The LLVM IR and the assembly of some instances, as a build makes them: the same units at the same levels, in parallel.
//! Of a unit only that is emitted which the instances asked for can see: themselves, and what they call directly or
//! indirectly, which may be inlined. What is only there to be inlined becomes no machine code.

use crate::{
    compile::{Options, largest_first},
    emit::{
        self,
        debug_info::{DebugInfo, Detail},
        symbols::Symbols,
        unit::{Unit, UnitRole},
    },
    error::{Error, Result},
    inline, listing, llvm_library,
    optimize::{self, Diagnostics},
    partition::{Effort, UnitPlan, callees, partition},
    target::{self, Cpu},
};
use analysis::{
    listing::ListedFunction,
    mir::{InstanceId, Program},
};
use inkwell::{context::Context, module::Linkage, targets::FileType};
use std::collections::HashSet;

/// What is to be listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Text {
    /// The IR that LLVM is given.
    IrBeforePasses,
    Ir,
    Assembly,
    IrAndAssembly,
}

/// In the order of the program.
#[derive(Default)]
pub struct MachineText {
    pub ir: Vec<ListedFunction>,
    pub assembly: Vec<ListedFunction>,
}

/// The text of the instances for which `wanted` says yes.
pub fn machine_text(
    program: &Program,
    options: &Options,
    text: Text,
    wanted: impl Fn(InstanceId) -> bool,
) -> Result<MachineText> {
    llvm_library::load()?;
    let cpu = Cpu::named(&options.target_cpu);
    // Initializes LLVM's target once, and refuses an unknown CPU before any thread starts.
    target::machine(&cpu, options.opt_level)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.jobs.max(1))
        .build()
        .map_err(|error| Error::environment(format!("cannot start threads: {error}"), "try `--jobs 1`"))?;
    let symbols = Symbols::new(program);
    let wanted: HashSet<InstanceId> = program.instances.ids().filter(|&id| wanted(id)).collect();
    let units: Vec<UnitPlan> =
        partition(program, false).into_iter().filter_map(|plan| reduced(program, plan, &wanted)).collect();
    let made: Vec<Result<MachineText>> = largest_first(
        &pool,
        units.len(),
        |index| units[index].cost(program),
        |index| unit_text(program, &symbols, options, &cpu, text, &units[index], &wanted),
    );
    let mut all = MachineText::default();
    for unit in made {
        let unit = unit?;
        all.ir.extend(unit.ir);
        all.assembly.extend(unit.assembly);
    }
    let order: std::collections::HashMap<&str, InstanceId> =
        program.instances.iter_enumerated().map(|(id, instance)| (instance.name.as_str(), id)).collect();
    for listed in [&mut all.ir, &mut all.assembly] {
        listed.retain(|function| order.get(&*function.symbol).is_some_and(|id| wanted.contains(id)));
        listed.sort_by_key(|function| order.get(&*function.symbol).copied());
    }
    Ok(all)
}

/// The unit with only those instances that matter to the wanted ones; nothing if it has none of them.
fn reduced(program: &Program, plan: UnitPlan, wanted: &HashSet<InstanceId>) -> Option<UnitPlan> {
    let inside: HashSet<InstanceId> = plan.instances.iter().copied().collect();
    let mut seen: HashSet<InstanceId> = inside.intersection(wanted).copied().collect();
    let mut work: Vec<InstanceId> = seen.iter().copied().collect();
    while let Some(id) = work.pop() {
        for callee in callees(program, id) {
            if inside.contains(&callee) && seen.insert(callee) {
                work.push(callee);
            }
        }
    }
    let instances: Vec<InstanceId> = plan.instances.into_iter().filter(|id| seen.contains(id)).collect();
    let plan = UnitPlan { instances, effort: plan.effort, data: false };
    (!plan.instances.is_empty()).then_some(plan)
}

fn unit_text(
    program: &Program,
    symbols: &Symbols,
    options: &Options,
    cpu: &Cpu,
    text: Text,
    plan: &UnitPlan,
    wanted: &HashSet<InstanceId>,
) -> Result<MachineText> {
    let (opt_level, code_level) = plan.effort.levels(options.opt_level);
    let context = Context::create();
    let diagnostics = Diagnostics::install(&context);
    let machine = target::machine(cpu, code_level)?;
    let role = UnitRole { only: false, data: false, optimize: opt_level > 0 };
    let mut unit = Unit::new(&context, program, symbols, role, cpu);
    unit.module.set_triple(&machine.get_triple());
    unit.module.set_data_layout(&machine.get_target_data().get_data_layout());
    let debug = DebugInfo::new(&unit.module, program, role.optimize, Detail::Lines);
    for &instance in &plan.instances {
        emit::function::emit(&mut unit, instance, Some(&debug))?;
    }
    debug.finish();
    if opt_level > 0 {
        // As the rows of the runtime: bodies that may be inlined and are then forgotten.
        for &instance in plan.instances.iter().filter(|id| !wanted.contains(id)) {
            unit.instance(instance).set_linkage(Linkage::AvailableExternally);
        }
    }
    let mut made = MachineText::default();
    if text != Text::IrBeforePasses {
        if opt_level > 0 && plan.effort != Effort::Least {
            inline::link_rows(&context, &unit.module, &machine)?;
        }
        optimize::run_passes(&unit.module, &machine, opt_level, plan.effort)?;
        diagnostics.check()?;
    }
    if text != Text::Assembly {
        made.ir = listing::list_ir(&unit.module.print_to_string().to_string());
    }
    if matches!(text, Text::Assembly | Text::IrAndAssembly) {
        let assembly = machine
            .write_to_memory_buffer(&unit.module, FileType::Assembly)
            .map_err(|error| Error::bug(format!("LLVM assembly: {error}")))?;
        diagnostics.check()?;
        made.assembly = listing::list_asm(&String::from_utf8_lossy(assembly.as_slice()));
    }
    Ok(made)
}
