//! Names what a test has shown: behind a branch the variable that was tested is a new one, of which more is known.
//!
//! ```python
//! if node is None:        # node
//!     return 0
//! return node.value       # node' = node, which is not None
//! ```
//!
//! An [`Op::Narrow`] on the edge is all that is needed: what it defines is a live range of its own wherever that can be
//! told apart (by [`crate::hir::split_live_ranges`], which comes after), and inference says what passes through.

use crate::hir::{
    Block, BlockId, CompareOp, Const, Fact, Function, Instr, Names, Op, Place, Program, Terminator, VarId,
    VarKind,
};
use crate::index::IndexVec;
use rayon::prelude::*;

/// Narrows by the tests of every function that can be reached.
pub fn narrow_by_tests(program: &mut Program) {
    let Program { functions, names, .. } = program;
    let names = &*names;
    functions.iter_mut().filter(|f| f.reachable && !f.uses_locals).par_bridge().for_each(|function| {
        let mut entries = count_entries(function);
        for block in function.blocks.iter_enumerated().map(|(id, _)| id).collect::<Vec<_>>() {
            narrow_behind(function, names, &mut entries, block);
        }
    });
}

/// How many edges lead into each block.
fn count_entries(function: &Function) -> IndexVec<BlockId, u32> {
    let mut entries = IndexVec::from_elem(0, function.blocks.len());
    entries[Function::ENTRY] += 1;
    for block in function.blocks.iter() {
        block.term.successors().into_iter().chain(block.handler).for_each(|to| entries[to] += 1);
    }
    entries
}

/// What a branch tells of a variable: where it is taken, and where not.
struct Test {
    var: VarId,
    holds: Option<Fact>,
    fails: Option<Fact>,
}

fn narrow_behind(
    function: &mut Function,
    names: &Names,
    entries: &mut IndexVec<BlockId, u32>,
    block: BlockId,
) {
    let Terminator::Branch { cond, then, otherwise } = function.blocks[block].term else { return };
    if then == otherwise {
        return;
    }
    let Some(test) = find_test(&function.blocks[block], function, names, cond) else { return };
    let place = function.blocks[block].term_place;
    for (fact, to, is_then) in [(test.holds, then, true), (test.fails, otherwise, false)] {
        let Some(fact) = fact else { continue };
        if function.vars[test.var].kind == VarKind::Temp {
            if entries[to] == 1 {
                narrow_temporary(function, to, test.var, fact, place);
            }
            continue;
        }
        let narrow = Instr { dst: Some(test.var), op: Op::Narrow { value: test.var, fact }, place };
        if entries[to] == 1 {
            function.blocks[to].instrs.insert(0, narrow);
            continue;
        }
        let between = function.blocks.push(Block {
            instrs: vec![narrow],
            term: Terminator::Goto(to),
            term_place: place,
            handler: None,
        });
        entries.push(1);
        let Terminator::Branch { then, otherwise, .. } = &mut function.blocks[block].term else {
            unreachable!("the branch above")
        };
        *(if is_then { then } else { otherwise }) = between;
    }
}

/// A value without a name, the exception that `except E as error` binds: narrowed in the one block where it gets its name.
fn narrow_temporary(function: &mut Function, block: BlockId, var: VarId, fact: Fact, place: Place) {
    let is_copied = |i: &Instr| matches!(i.op, Op::Copy(from) | Op::StoreGlobal(_, from) if from == var);
    let Some(at) = function.blocks[block].instrs.iter().position(is_copied) else { return };
    let narrowed = function.vars.push(function.vars[var].clone());
    let instrs = &mut function.blocks[block].instrs;
    instrs[at].op.for_each_use_mut(&mut |used| *used = narrowed);
    instrs.insert(at, Instr { dst: Some(narrowed), op: Op::Narrow { value: var, fact }, place });
}

/// The test that defines `cond` in the block, if it is one of those that tell something of a local.
fn find_test(block: &Block, function: &Function, names: &Names, cond: VarId) -> Option<Test> {
    let definition = |var: VarId| block.instrs.iter().enumerate().rev().find(|(_, i)| i.dst == Some(var));
    let is_none = |var: VarId| matches!(definition(var), Some((_, i)) if i.op == Op::Const(Const::None));
    let is_missing =
        |var: VarId| matches!(definition(var), Some((_, i)) if i.op == Op::Const(Const::NotGiven));
    // The arguments of a call of the builtin.
    let call_of = |var: VarId, builtin: &str| {
        let (_, Instr { op: Op::Call { callee, args, kwargs }, .. }) = definition(var)? else { return None };
        let (_, Instr { op: Op::LoadBuiltin(name), .. }) = definition(*callee)? else { return None };
        (names.text(*name) == builtin && kwargs.is_empty()).then_some(args.as_slice())
    };
    let of_exact_type = |a: VarId, b: VarId| match call_of(a, "type")? {
        [subject] => Some((*subject, Some(Fact::Instance(b)), None)),
        _ => None,
    };
    let (at, test) = definition(cond)?;
    let (subject, holds, fails) = match test.op {
        Op::Is(a, b) if is_none(b) => (a, Some(Fact::OnlyNone), Some(Fact::NotNone)),
        Op::IsNot(a, b) if is_none(b) => (a, Some(Fact::NotNone), Some(Fact::OnlyNone)),
        Op::Is(a, b) if is_missing(b) => (a, None, Some(Fact::Given)),
        Op::Is(a, b) => of_exact_type(a, b)?,
        Op::Truth(value) => match definition(value).map(|(_, i)| &i.op) {
            Some(Op::Call { .. }) => match call_of(value, "isinstance")? {
                [subject, class] => (*subject, Some(Fact::Instance(*class)), Some(Fact::NotInstance(*class))),
                _ => return None,
            },
            Some(Op::Compare(CompareOp::Eq, a, b)) => of_exact_type(*a, *b)?,
            _ => (value, Some(Fact::NotNone), None),
        },
        Op::Not(value) => (value, None, Some(Fact::NotNone)),
        Op::ExceptionMatch { exc, class } => (exc, Some(Fact::Instance(class)), None),
        Op::MatchClass { value, class, .. } => (value, Some(Fact::Instance(class)), None),
        _ => return None,
    };
    // A walrus: the local that the tested value was copied into, or came from.
    let is_narrowed =
        |var: VarId| function.vars[var].kind == VarKind::Local && !function.vars[var].maybe_unbound;
    let copies = block.instrs[..=at].iter().filter_map(|i| match (i.dst, &i.op) {
        (Some(to), Op::Copy(from)) if to == subject => Some(*from),
        (Some(to), Op::Copy(from)) if *from == subject => Some(to),
        _ => None,
    });
    let Some(var) = std::iter::once(subject).chain(copies).find(|&var| is_narrowed(var)) else {
        let is_temporary = function.vars[subject].kind == VarKind::Temp;
        let tells_class = matches!(holds, Some(Fact::Instance(_)));
        return (is_temporary && tells_class).then_some(Test { var: subject, holds, fails: None });
    };
    let first = if var == subject { 0 } else { definition(subject).map_or(0, |(at, _)| at) };
    // Nothing may come between what was tested and the branch.
    let redefined = block.instrs[first..].iter().any(|i| {
        let copies_subject = matches!(i.op, Op::Copy(from) if from == subject);
        i.dst == Some(var) && !copies_subject || i.op.more_defs().contains(&var)
    });
    if redefined && (var != subject || is_redefined_after_read(block, subject, at)) {
        return None;
    }
    Some(Test { var, holds, fails })
}

/// Whether the variable is assigned after the last instruction before `test` (or `test` itself) that reads it.
fn is_redefined_after_read(block: &Block, var: VarId, test: usize) -> bool {
    let read = block.instrs[..=test].iter().rposition(|i| i.op.uses().contains(&var)).unwrap_or(0);
    block.instrs[read..].iter().any(|i| i.dst == Some(var) || i.op.more_defs().contains(&var))
}
