//! MIR made by hand goes through LLVM: the module verifies at every level, the objects do not depend on the number of
//! threads, and typed code is what its author claims.

use analysis::hir::FunctionId;
use analysis::mir::{
    Arg, Block, BlockId, Body, CheckedIntOp, Code, CompareOp, Const, Constant, Instance, InstanceId,
    InstanceKind, Local, Module, ModuleId, Op, Operand, Program, Repr, Return, Site, SiteId, Statement,
    Terminator,
};
use analysis::types::InstanceKey;
use llvm_backend::{Options, Outputs, compile, compile::compile_objects};
use runtime_interface::rows::Rt;

fn options(opt_level: u8) -> Options {
    Options {
        opt_level,
        debug_info: false,
        target_cpu: "x86-64-v3".into(),
        unit_cache: None,
        jobs: 2,
        outputs: Outputs::default(),
    }
}

fn block(statements: Vec<Statement>, terminator: Terminator) -> Block {
    Block { statements, terminator, terminator_line: 0, handler: None, cold: false, spare: false }
}

fn local(body: &mut Body, repr: Repr, name: &str) -> Operand {
    let name = (!name.is_empty()).then(|| name.into());
    Operand::Local(body.locals.push(Local { repr, name, var: None }))
}

fn set(dst: Operand, op: Op, site: Option<SiteId>) -> Statement {
    let Operand::Local(dst) = dst else { unreachable!("destinations are locals") };
    Statement { dst: Some(dst), op, site, line: 0 }
}

fn as_local(operand: Operand) -> analysis::mir::LocalId {
    match operand {
        Operand::Local(local) => local,
        Operand::Const(_) => unreachable!("destinations are locals"),
    }
}

/// `def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)`, `copies` times, and a module that calls the first.
fn program(copies: usize) -> Program {
    let mut program = Program::default();
    let text = |program: &mut Program, text: &str| {
        let points: Vec<u32> = text.chars().map(u32::from).collect();
        program.constants.push(Constant::Str(points.into()))
    };
    let (main, fib) = (text(&mut program, "__main__"), text(&mut program, "fib"));
    let accent = text(&mut program, "caf\u{e9} \u{1f600}");
    program
        .constants
        .push(Constant::Tuple(vec![Const::Object(accent), Const::IntValue(3), Const::None].into()));
    let module = ModuleId::new(0);
    for name in [main, fib] {
        program.codes.push(Code {
            name,
            qualname: name,
            module,
            entry: None,
            names: Vec::new(),
            doc: None,
            flags: 0,
            positional: 0,
            positional_only: 0,
            keyword_only: 0,
            free_names: Vec::new(),
            first_line: 1,
            frame_size: 0,
            shape: None,
        });
    }
    let code = |index| analysis::mir::CodeId::new(index);
    let site = program.sites.push(Site {
        code: code(1),
        line: 1,
        end_line: 1,
        column: 0,
        end_column: 4,
        anchor: None,
    });

    for copy in 0..copies {
        let this = InstanceId::new(copy);
        program.instances.push(fib_instance(this, code(1), site, copy));
    }

    // try: fib(30) boxed, handed to a row; except: reraise
    let mut body = Body::default();
    let (n, big) = (local(&mut body, Repr::I64, "n"), local(&mut body, Repr::Value, ""));
    let list = local(&mut body, Repr::Value, "");
    let handler = BlockId::new(3);
    body.blocks.push(block(
        Vec::new(),
        Terminator::CallUnboxed {
            instance: InstanceId::new(0),
            args: vec![Operand::Const(Const::I64(30))],
            dst: as_local(n),
            ok: BlockId::new(1),
            escaped: (as_local(big), BlockId::new(2)),
            site,
        },
    ));
    body.blocks.push(block(vec![set(big, Op::Box(n), None)], Terminator::Goto(BlockId::new(2))));
    let build = Op::Rt {
        row: Rt::tp_build_set,
        args: vec![Arg::Values(vec![big, big]), Arg::Operand(Operand::Const(Const::I64(2)))],
    };
    let mut building = block(vec![set(list, build, Some(site))], Terminator::Return(list));
    building.handler = Some(handler);
    body.blocks.push(building);
    let take = Op::Rt { row: Rt::tp_take_exception, args: Vec::new() };
    body.blocks.push(block(vec![set(list, take, None)], Terminator::Raise { site: None }));
    let body_id = program.instances.push(Instance {
        name: "__main__".into(),
        code: code(0),
        kind: InstanceKind::Module,
        key: InstanceKey::dynamic(FunctionId::new(0)),
        counts_frame: true,
        cold: false,
        quick: false,
        params: Vec::new(),
        ret: Return::Value,
        body,
    });
    program.modules.push(Module {
        name: main,
        file: main,
        package: main,
        doc: None,
        warnings: None,
        is_package: false,
        source: "fib(30)\n".into(),
        globals: vec![fib],
        body: body_id,
        code: code(0),
    });
    program.natives.push("math".into());
    program
}

fn fib_instance(this: InstanceId, code: analysis::mir::CodeId, site: SiteId, copy: usize) -> Instance {
    let mut body = Body::default();
    let n = local(&mut body, Repr::I64, "n");
    let (small, below) = (local(&mut body, Repr::Bool, ""), local(&mut body, Repr::I64, ""));
    let (first, second) = (local(&mut body, Repr::I64, ""), local(&mut body, Repr::I64, ""));
    let sum = local(&mut body, Repr::I64, "");
    let escape = local(&mut body, Repr::Value, "");
    let int = |value| Operand::Const(Const::I64(value));
    let bb = BlockId::new;
    let checked = |op, dst, a, b, ok| Terminator::CheckedInt {
        op,
        dst: as_local(dst),
        a,
        b,
        ok: bb(ok),
        overflow: bb(7),
    };
    let call = |arg, dst, ok| Terminator::CallUnboxed {
        instance: this,
        args: vec![arg],
        dst: as_local(dst),
        ok: bb(ok),
        escaped: (as_local(escape), bb(7)),
        site,
    };
    let test = set(small, Op::CompareInt(CompareOp::Lt, n, int(2)), None);
    let branch = Terminator::Branch { cond: small, then: bb(1), otherwise: bb(2) };
    body.blocks.push(block(vec![test], branch));
    body.blocks.push(block(Vec::new(), Terminator::Return(n)));
    body.blocks.push(block(Vec::new(), checked(CheckedIntOp::Sub, below, n, int(1), 3)));
    body.blocks.push(block(Vec::new(), call(below, first, 4)));
    body.blocks.push(block(Vec::new(), checked(CheckedIntOp::Sub, below, n, int(2), 5)));
    body.blocks.push(block(Vec::new(), call(below, second, 6)));
    body.blocks.push(block(Vec::new(), checked(CheckedIntOp::Add, sum, first, second, 8)));
    body.blocks.push(block(Vec::new(), Terminator::Raise { site: Some(site) }));
    body.blocks.push(block(Vec::new(), Terminator::Return(sum)));
    Instance {
        name: format!("fib.{copy}"),
        code,
        kind: InstanceKind::Body,
        key: InstanceKey::dynamic(FunctionId::new(0)),
        counts_frame: true,
        cold: false,
        quick: false,
        params: vec![as_local(n)],
        ret: Return::Guarded(Repr::I64),
        body,
    }
}

#[test]
fn every_level_makes_a_valid_object() {
    let program = program(1);
    for level in 0..=3 {
        for debug_info in [false, true] {
            let folder = tempfile::tempdir().expect("a folder");
            let mut options = options(level);
            options.debug_info = debug_info;
            options.outputs.object = Some(folder.path().join("o.o"));
            options.outputs.llvm_ir = Some(folder.path().join("o.ll"));
            compile(&program, &options).expect("it compiles");
            let text = std::fs::read_to_string(folder.path().join("o.ll")).expect("IR");
            assert!(text.contains("@taipan_program"), "{text}");
        }
    }
}

#[test]
fn typed_arithmetic_is_in_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut options = options(3);
    options.outputs.llvm_ir = Some(folder.path().join("o.ll"));
    compile(&program(1), &options).expect("it compiles");
    let text = std::fs::read_to_string(folder.path().join("o.ll")).expect("IR");
    assert!(text.contains("sadd.with.overflow"), "{text}");
    assert!(!text.contains("@tp_add"), "{text}");
    assert!(!text.contains("alloca i64"), "{text}");
}

#[test]
fn objects_do_not_depend_on_the_number_of_threads() {
    let program = program(1500);
    let mut outputs = Vec::new();
    for jobs in [1, 8] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut options = options(0);
        options.jobs = jobs;
        options.outputs.executable = Some(folder.path().join("not-linked"));
        let (objects, _) = compile_objects(&program, &options, folder.path()).expect("it compiles");
        assert!(objects.len() > 1);
        let bytes = objects.iter().map(|path| std::fs::read(path).expect("an object"));
        outputs.push(bytes.collect::<Vec<_>>());
    }
    assert!(outputs[0] == outputs[1]);
}
