//! The stages of the backend in order: partition, then for each unit emission, LLVM's passes and its object, then the link.

use crate::{
    emit::{
        self,
        debug_info::{DebugInfo, Detail},
        symbols::Symbols,
        unit::{Unit, UnitRole},
    },
    error::{Error, Result},
    inline, joined,
    link::{self, LinkOptions},
    llvm_library,
    optimize::{self, Diagnostics},
    partition::{Effort, partition},
    target::{self, Cpu},
    unit_cache::UnitCache,
};
use analysis::mir::{InstanceId, Program};
use inkwell::{context::Context, targets::FileType};
use std::{
    cmp::Reverse,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
    time::{Duration, Instant},
};

/// How to compile.
#[derive(Clone, Debug)]
pub struct Options {
    /// 0 to 3.
    pub opt_level: u8,
    /// `-g`: DWARF line tables, and symbols are kept.
    pub debug_info: bool,
    /// `native`, `x86-64-v3` or any name LLVM knows.
    pub target_cpu: String,
    /// Threads; the result does not depend on it.
    pub jobs: usize,
    /// Objects of earlier builds; none: every unit is compiled.
    pub unit_cache: Option<UnitCache>,
    pub outputs: Outputs,
}

/// What to write, and where. IR and assembly are those after optimization, if nothing else is said.
#[derive(Clone, Debug, Default)]
pub struct Outputs {
    pub executable: Option<PathBuf>,
    pub llvm_ir: Option<PathBuf>,
    /// The IR is that before LLVM's passes.
    pub before_optimization: bool,
    /// IR and assembly are those of the units that a build makes, joined, and not of one unit: it takes a fraction of the time.
    pub joined: bool,
    pub llvm_bc: Option<PathBuf>,
    pub asm: Option<PathBuf>,
    pub object: Option<PathBuf>,
}

impl Outputs {
    /// A file that stands for the whole program needs it in one unit.
    fn want_one_unit(&self) -> bool {
        let files = [&self.llvm_ir, &self.llvm_bc, &self.asm, &self.object];
        !self.joined && files.iter().any(|file| file.is_some())
    }

    /// What each unit has to bring for the text that is joined.
    fn part(&self) -> Option<Part> {
        match (self.joined, self.asm.is_some(), self.before_optimization) {
            (false, ..) => None,
            (true, true, _) => Some(Part::Assembly),
            (true, false, true) => Some(Part::BitcodeBeforePasses),
            (true, false, false) => Some(Part::Bitcode),
        }
    }
}

/// What was made.
#[derive(Debug, Default)]
pub struct Artifacts {
    pub units: usize,
    /// Stage name and wall-clock time; those of units are summed over threads.
    pub timings: Vec<(&'static str, Duration)>,
}

/// The whole backend.
pub fn compile(program: &Program, options: &Options) -> Result<Artifacts> {
    let folder = tempfile::Builder::new()
        .prefix("taipan-")
        .tempdir()
        .map_err(|error| Error::file("cannot create a folder in", &std::env::temp_dir(), error))?;
    let (objects, mut timings) = compile_objects(program, options, folder.path())?;
    if let Some(executable) = &options.outputs.executable {
        let start = Instant::now();
        let link_options = LinkOptions { debug_info: options.debug_info };
        link::link(&objects, executable, &link_options)?;
        timings.push(("link", start.elapsed()));
    }
    Ok(Artifacts { units: objects.len(), timings })
}

/// One object file for each unit, in the folder. (They are written only if an executable or an object is asked for.)
pub fn compile_objects(
    program: &Program,
    options: &Options,
    folder: &Path,
) -> Result<(Vec<PathBuf>, Vec<(&'static str, Duration)>)> {
    llvm_library::load()?;
    let cpu = Cpu::named(&options.target_cpu);
    let units = partition(program, options.outputs.want_one_unit());
    // Initializes LLVM's target once, and refuses an unknown CPU before any thread starts.
    target::machine(&cpu, options.opt_level)?;
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.jobs.max(1))
        .build()
        .map_err(|error| Error::environment(format!("cannot start threads: {error}"), "try `--jobs 1`"))?;
    let only = units.len() == 1;
    let symbols = Symbols::new(program);
    let made: Vec<Result<UnitResult>> = largest_first(
        &pool,
        units.len(),
        |index| units[index].cost(program),
        |index| {
            let plan = &units[index];
            let (opt_level, code_level) = plan.effort.levels(options.opt_level);
            let job = UnitJob {
                program,
                symbols: &symbols,
                options,
                cpu: &cpu,
                index,
                instances: &plan.instances,
                opt_level,
                code_level,
                effort: plan.effort,
                role: UnitRole { only, data: plan.data, optimize: opt_level > 0 },
                object: folder.join(format!("unit{index}.o")),
            };
            job.run()
        },
    );

    let mut objects = Vec::new();
    let mut parts = Vec::new();
    let mut spent = [Duration::ZERO; 3];
    for result in made {
        let unit = result?;
        objects.push(unit.object);
        parts.extend(unit.part);
        for (sum, time) in spent.iter_mut().zip(unit.times) {
            *sum += time;
        }
    }
    let outputs = &options.outputs;
    for path in outputs.joined.then_some([&outputs.asm, &outputs.llvm_ir]).into_iter().flatten().flatten() {
        let text = if outputs.asm.is_some() { joined::assembly(&parts) } else { joined::ir(&parts)? };
        write(path, text.as_bytes())?;
    }
    let names = ["emit", "llvm-passes", "llvm-codegen"];
    Ok((objects, names.into_iter().zip(spent).collect()))
}

/// Does so many pieces of work on the threads of the pool, the costly ones first: else one thread may begin the largest when
/// all others are done. Results stand in the order of the pieces.
pub fn largest_first<T: Send>(
    pool: &rayon::ThreadPool,
    count: usize,
    cost: impl Fn(usize) -> usize,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&index| (Reverse(cost(index)), index));
    let next = AtomicUsize::new(0);
    let mut made: Vec<(usize, T)> = pool
        .broadcast(|_| {
            std::iter::from_fn(|| order.get(next.fetch_add(1, Ordering::Relaxed)))
                .map(|&index| (index, work(index)))
                .collect::<Vec<_>>()
        })
        .into_iter()
        .flatten()
        .collect();
    made.sort_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, result)| result).collect()
}

struct UnitJob<'a> {
    program: &'a Program,
    symbols: &'a Symbols,
    options: &'a Options,
    cpu: &'a Cpu,
    index: usize,
    instances: &'a [InstanceId],
    opt_level: u8,
    /// Of code generation.
    code_level: u8,
    effort: Effort,
    role: UnitRole,
    object: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    BitcodeBeforePasses,
    Bitcode,
    Assembly,
}

struct UnitResult {
    object: PathBuf,
    /// For the text that is joined.
    part: Option<Vec<u8>>,
    /// Emission, passes, code generation.
    times: [Duration; 3],
}

impl UnitJob<'_> {
    fn run(self) -> Result<UnitResult> {
        let context = Context::create();
        let diagnostics = Diagnostics::install(&context);
        let machine = target::machine(self.cpu, self.code_level)?;

        let start = Instant::now();
        let mut unit = Unit::new(&context, self.program, self.symbols, self.role, self.cpu);
        unit.module.set_triple(&machine.get_triple());
        unit.module.set_data_layout(&machine.get_target_data().get_data_layout());
        let debug = self
            .options
            .debug_info
            .then(|| DebugInfo::new(&unit.module, self.program, self.role.optimize, Detail::Variables));
        if self.role.data {
            emit::static_data::define(&mut unit)?;
        }
        for &instance in self.instances {
            emit::function::emit(&mut unit, instance, debug.as_ref())?;
        }
        if let Some(debug) = &debug {
            debug.finish();
        }
        if cfg!(debug_assertions) || std::env::var_os("TAIPAN_VERIFY").is_some() {
            if let Some(path) = std::env::var_os("TAIPAN_DUMP_UNOPTIMIZED") {
                let path = PathBuf::from(path).join(format!("unit{}.ll", self.index));
                let _ = unit.module.print_to_file(path);
            }
            optimize::verify(&unit.module)?;
        }
        let cached = self.cached(&unit);
        let emitted = start.elapsed();
        if let Some((cache, file)) = &cached
            && let Some(object) = cache.read(file)
        {
            write(&self.object, &object)?;
            let times = [emitted, Duration::ZERO, Duration::ZERO];
            return Ok(UnitResult { object: self.object, part: None, times });
        }

        let start = Instant::now();
        let outputs = &self.options.outputs;
        let bitcode = || Some(unit.module.write_bitcode_to_memory().as_slice().to_vec());
        if outputs.part() == Some(Part::BitcodeBeforePasses) {
            let times = [emitted, Duration::ZERO, Duration::ZERO];
            return Ok(UnitResult { object: self.object, part: bitcode(), times });
        }
        let write_ir = |before: bool| match &outputs.llvm_ir {
            Some(path) if outputs.before_optimization == before => {
                write(path, unit.module.print_to_string().to_string().as_bytes())
            }
            _ => Ok(()),
        };
        write_ir(true)?;
        if self.opt_level > 0 && self.effort != Effort::Least {
            inline::link_rows(&context, &unit.module, &machine)?;
        }
        optimize::run_passes(&unit.module, &machine, self.opt_level, self.effort)?;
        diagnostics.check()?;
        let optimized = start.elapsed();

        let start = Instant::now();
        let assembly = || {
            machine
                .write_to_memory_buffer(&unit.module, FileType::Assembly)
                .map_err(|error| Error::bug(format!("LLVM assembly: {error}")))
        };
        if let Some(part) = outputs.part() {
            let part = match part {
                Part::Assembly => {
                    joined::tell_apart(&unit.module, self.index);
                    Some(assembly()?.as_slice().to_vec())
                }
                _ => bitcode(),
            };
            diagnostics.check()?;
            return Ok(UnitResult {
                object: self.object,
                part,
                times: [emitted, optimized, start.elapsed()],
            });
        }
        write_ir(false)?;
        if let Some(path) = &outputs.llvm_bc {
            write(path, unit.module.write_bitcode_to_memory().as_slice())?;
        }
        if let Some(path) = &outputs.asm {
            write(path, assembly()?.as_slice())?;
        }
        if outputs.object.is_some() || outputs.executable.is_some() {
            let object = machine
                .write_to_memory_buffer(&unit.module, FileType::Object)
                .map_err(|error| Error::bug(format!("LLVM object: {error}")))?;
            diagnostics.check()?;
            if let Some(path) = &outputs.object {
                write(path, object.as_slice())?;
            }
            write(&self.object, object.as_slice())?;
            if let Some((cache, file)) = cached {
                cache.write(&file, object.as_slice());
            }
        }
        Ok(UnitResult { object: self.object, part: None, times: [emitted, optimized, start.elapsed()] })
    }

    /// Where the object of this unit is cached, if it is to be. Nothing but executables is made from cached objects.
    fn cached(&self, unit: &Unit) -> Option<(&UnitCache, PathBuf)> {
        let cache = self.options.unit_cache.as_ref()?;
        if self.options.outputs.want_one_unit() {
            return None;
        }
        let bitcode = unit.module.write_bitcode_to_memory();
        let how = [self.opt_level, self.code_level, self.effort as u8, u8::from(self.options.debug_info)];
        let file =
            cache.file(&[&how, self.cpu.name.as_bytes(), self.cpu.features.as_bytes(), bitcode.as_slice()]);
        Some((cache, file))
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).map_err(|error| Error::file("cannot write", path, error))
}
