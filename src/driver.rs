//! The pipeline: Python files to an executable.

use crate::{
    cache::{Cache, Key, KeyHasher},
    emit::EmitKind,
    failure::Failure,
    second_attempt,
    session::Session,
};
use analysis::{
    hir, mir,
    modules::{ModuleGraph, RootFile, load_program},
    types,
};
use llvm_backend::{
    Outputs,
    machine_text::{self, MachineText, Text},
};
use std::{collections::BTreeSet, path::Path};

/// Source texts, their syntax trees, and which modules the imports reach: all syntax errors are known after this.
pub fn load(session: &mut Session) -> Result<ModuleGraph, Failure> {
    // Not at start-up: a cached program needs no threads.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(session.jobs().max(1)).build_global();
    let graph = session.stage("load", |session| {
        let Session { shown, path, bytes, map, .. } = session;
        load_program(RootFile { shown, path, bytes }, map)
    })?;
    session.emit(EmitKind::Ast, || format!("{:#?}\n", graph.root().ast))?;
    Ok(graph)
}

/// Everything that can be said about the program without making code. `taipan check` ends here.
pub fn analyse(session: &mut Session, graph: &ModuleGraph) -> Result<hir::Program, Failure> {
    guarded(session, |session| analyse_once(session, graph))
}

fn analyse_once(session: &mut Session, graph: &ModuleGraph) -> Result<hir::Program, Failure> {
    let mut hir = session.stage("hir", |session| hir::build(graph, &session.map));
    // Before anything is reported about a function or spent on it: most of an imported library is not used.
    session.stage("prune", |_| hir::prune(&mut hir));
    if !second_attempt::is_this() {
        // Before live ranges are told apart: what is inlined has variables, too.
        session.stage("inline-generators", |_| hir::inline_generators(&mut hir));
        session.stage("unroll", |_| hir::unroll_short_loops(&mut hir));
        session.stage("live-ranges", |_| {
            hir::resolve_module_attributes(&mut hir);
            hir::narrow_by_tests(&mut hir);
            hir::split_live_ranges(&mut hir)
        });
    }
    if cfg!(debug_assertions) {
        hir::verify_program(&hir);
    }
    // What is unsupported is known per function, but counts only where the program can get to: all in one run.
    let unsupported: Vec<_> =
        hir.functions.iter().filter(|f| f.reachable).flat_map(|f| f.unsupported.iter().cloned()).collect();
    if !unsupported.is_empty() {
        return Err(unsupported.into());
    }
    session.emit(EmitKind::Hir, || hir::print_program(&hir, Some(&session.map)))?;
    Ok(hir)
}

/// `check --reveal`: a line for each call of `reveal_type`, with the type that is inferred there.
pub fn reveal(session: &mut Session, hir: &mut hir::Program) -> String {
    types::reveal::admit(hir);
    let solution = session.stage("types", |_| types::infer(hir));
    let line = |revealed: types::reveal::Revealed| {
        let (file, at) = (session.map.path(revealed.span.file), session.map.start(revealed.span));
        format!("{}:{}: {}\n", file.display(), at.line, revealed.text)
    };
    types::reveal::reveal(&solution).into_iter().map(line).collect()
}

/// Machine code. Writes the executable if a path is given, and whatever else was asked for.
pub fn compile(session: &mut Session, hir: &hir::Program, executable: Option<&Path>) -> Result<(), Failure> {
    guarded(session, |session| compile_once(session, hir, executable))
}

/// A stage whose failure is not the last word.
fn guarded<T>(
    session: &mut Session,
    stage: impl FnOnce(&mut Session) -> Result<T, Failure>,
) -> Result<T, Failure> {
    // Emitted stages are asked for by somebody who wants to see what fails.
    if session.options.emit.is_empty() {
        second_attempt::arm(session.options.verbose);
    }
    let done = stage(session);
    if let Err(Failure::Bug(_)) = done {
        second_attempt::begin();
    }
    second_attempt::disarm();
    done
}

fn compile_once(session: &mut Session, hir: &hir::Program, executable: Option<&Path>) -> Result<(), Failure> {
    let solution = infer(session, hir);
    if let Some(solution) = &solution {
        session.emit(EmitKind::CallGraph, || types::print_call_graph(solution))?;
        session.emit(EmitKind::Types, || types::print_types(solution))?;
        if session.ends_with(EmitKind::Types) {
            return Ok(());
        }
    }
    let mir = lower(session, hir, solution.as_ref());
    session.emit(EmitKind::Mir, || mir::print::print_program(&mir))?;
    if session.ends_with(EmitKind::Mir) {
        return Ok(());
    }
    let outputs = Outputs {
        executable: executable.map(Path::to_owned),
        llvm_ir: session.output_path(EmitKind::LlvmIr),
        llvm_bc: session.output_path(EmitKind::LlvmBc),
        asm: session.output_path(EmitKind::Asm),
        object: session.output_path(EmitKind::Obj),
        before_optimization: false,
        joined: false,
    };
    generate(session, &mir, outputs)
}

/// The types of the whole program; none if everything is to be dynamic.
pub fn infer<'a>(session: &mut Session, hir: &'a hir::Program) -> Option<types::Solution<'a>> {
    match session.options.no_specialize {
        true => None,
        false => Some(session.stage("types", |_| types::infer(hir))),
    }
}

/// The program's MIR, all passes done. Types come before it because MIR has representations: what is known of a variable
/// decides how it is held.
pub fn lower(session: &mut Session, hir: &hir::Program, solution: Option<&types::Solution>) -> mir::Program {
    let types: &dyn types::Types = solution.map_or(&types::Dynamic, |solution| solution);
    let mut untyped = BTreeSet::new();
    loop {
        let mut mir =
            session.stage("mir", |session| mir::lower_program_without(hir, &session.map, types, &untyped));
        session.stage("mir-passes", |_| mir::passes::run(&mut mir, |_, _| {}));
        let mut broken = session.stage("mir-verify", |_| mir::verify::breaches(&mir));
        if untyped.is_empty() && second_attempt::fault_wanted("broken-mir") {
            broken = hir.functions.ids().collect();
        }
        // In a debug build the verifier has said which and why, and ended the compiler.
        let found = untyped.len();
        untyped.extend(broken.iter().copied());
        if broken.is_empty() {
            return mir;
        }
        assert!(untyped.len() > found, "MIR is broken without types, too");
    }
}

/// What the backend makes of MIR.
pub fn generate(session: &mut Session, mir: &mir::Program, outputs: Outputs) -> Result<(), Failure> {
    let cache = if session.options.no_cache { None } else { Cache::open() };
    let options = backend_options(session, cache.as_ref(), outputs);
    if second_attempt::fault_wanted("panic") {
        panic!("asked for");
    }
    if second_attempt::fault_wanted("abort") {
        std::process::abort();
    }
    let artifacts = session.stage("backend", |_| llvm_backend::compile(mir, &options))?;
    session.add_times(artifacts.timings);
    if let Some(cache) = cache {
        cache.trim();
    }
    Ok(())
}

/// The code of chosen instances, as a build makes it.
pub fn machine_text(
    session: &mut Session,
    mir: &mir::Program,
    text: Text,
    wanted: impl Fn(&mir::Instance) -> bool,
) -> Result<MachineText, Failure> {
    let options = backend_options(session, None, Outputs::default());
    let wanted = |id: mir::InstanceId| wanted(&mir.instances[id]);
    Ok(session.stage("backend", |_| machine_text::machine_text(mir, &options, text, wanted))?)
}

fn backend_options(session: &Session, cache: Option<&Cache>, outputs: Outputs) -> llvm_backend::Options {
    llvm_backend::Options {
        opt_level: session.options.opt_level,
        debug_info: session.options.debug_info,
        target_cpu: session.target_cpu.clone(),
        jobs: session.jobs(),
        unit_cache: cache.map(Cache::units),
        outputs,
    }
}

/// The name under which the executable of this compilation is cached.
pub fn cache_key(session: &Session, graph: &ModuleGraph) -> Key {
    let mut key = KeyHasher::new();
    key.add((session.options.opt_level, session.options.debug_info, session.options.no_specialize));
    key.add((&session.target_cpu, llvm_backend::runtime_archive::key()));
    for module in &graph.modules {
        key.add((&module.name, &module.path, &session.map.file(module.file).text));
    }
    // A name that an import found missing may be there the next time.
    key.add(graph.by_name.keys().collect::<Vec<_>>());
    key.finish()
}
