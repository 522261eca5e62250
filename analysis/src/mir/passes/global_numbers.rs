//! Numbers in globals: what a global was given is known while nothing can have changed it, and needs no test of its tag.
//!
//! ```python
//! for i in range(n):               # at the level of the module
//!     total += i * weights[i]
//! ```
//!
//! Before: `i` and `total` go through the slots of the module, and what comes back may be anything. After: stores are as they
//! were, a local beside each slot has the number, and loads read it: `i` is a counter, which the later passes see.
//!
//! A global that only its module's body stores to keeps what it has through any call; others are forgotten where Python
//! code may run. Forward over the blocks, from nothing at the entry; where ways meet, what holds on all of them holds, so sets
//! only shrink and it ends.

use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::leaf;
use crate::mir::program::Program;
use crate::mir::repr::Repr;
use runtime_interface::tag;
use std::collections::{BTreeMap, BTreeSet};

/// Bodies with more blocks are left as they are.
const MOST_BLOCKS: usize = 4000;

/// The globals whose number is known, and its representation.
type State = BTreeMap<Global, Repr>;

pub fn run(program: &mut Program) {
    let own = std::mem::take(&mut program.own_globals);
    for instance in program.instances.iter_mut().filter(|instance| !instance.quick && !instance.cold) {
        let body = &mut instance.body;
        if body.blocks.len() <= MOST_BLOCKS && is_worth_it(body) {
            let states = solve(body, &own);
            rewrite(body, &own, &states);
        }
    }
    program.own_globals = own;
}

/// Whether a global is stored to and loaded.
fn is_worth_it(body: &Body) -> bool {
    let all = || body.blocks.iter().flat_map(|block| &block.statements);
    let stored: BTreeSet<Global> = all()
        .filter_map(|statement| match statement.op {
            Op::StoreGlobal(global, _) => Some(global),
            _ => None,
        })
        .collect();
    !stored.is_empty() && all().any(|statement| loaded(&statement.op).is_some_and(|of| stored.contains(&of)))
}

fn loaded(op: &Op) -> Option<Global> {
    match *op {
        Op::LoadGlobal(global) | Op::LoadGlobalOrBuiltin(global) => Some(global),
        _ => None,
    }
}

/// What is known at the start of each block; none where control does not come.
fn solve(body: &Body, own: &BTreeSet<Global>) -> IndexVec<BlockId, Option<State>> {
    let mut states: IndexVec<BlockId, Option<State>> = IndexVec::from_elem(None, body.blocks.len());
    let first = BlockId::new(0);
    states[first] = Some(State::new());
    let mut work = vec![first];
    while let Some(id) = work.pop() {
        let Some(start) = states[id].clone() else { continue };
        let block = &body.blocks[id];
        let mut meet = |to: BlockId, state: &State| {
            let met = match &states[to] {
                None => state.clone(),
                Some(old) => old
                    .iter()
                    .filter(|(of, repr)| state.get(of) == Some(repr))
                    .map(|(a, b)| (*a, *b))
                    .collect(),
            };
            if states[to].as_ref() != Some(&met) {
                states[to] = Some(met);
                work.push(to);
            }
        };
        if let Some(handler) = block.handler {
            let mut kept = start.clone();
            kept.retain(|global, _| {
                own.contains(global)
                    && !block
                        .statements
                        .iter()
                        .any(|s| matches!(s.op, Op::StoreGlobal(to, _) if to == *global))
            });
            meet(handler, &kept);
        }
        let mut state = start;
        for at in 0..block.statements.len() {
            step(body, &block.statements, at, own, &mut state);
        }
        if may_run_code(&block.terminator) {
            state.retain(|global, _| own.contains(global));
        }
        for to in block.terminator.successors() {
            meet(to, &state);
        }
    }
    states
}

fn step(body: &Body, statements: &[Statement], at: usize, own: &BTreeSet<Global>, state: &mut State) {
    match statements[at].op {
        Op::StoreGlobal(global, value) => match number(body, &statements[..at], value) {
            Some((_, repr)) => {
                state.insert(global, repr);
            }
            None => {
                state.remove(&global);
            }
        },
        Op::CallContinuation { .. } => state.retain(|global, _| own.contains(global)),
        ref op if !leaf::is_quiet(op) => state.retain(|global, _| own.contains(global)),
        _ => {}
    }
}

fn may_run_code(terminator: &Terminator) -> bool {
    !matches!(
        terminator,
        Terminator::Goto(_)
            | Terminator::Branch { .. }
            | Terminator::Switch { .. }
            | Terminator::CheckedInt { .. }
            | Terminator::ListItem { .. }
            | Terminator::StoreListItem { .. }
    )
}

/// The number in a value that was made of it just before.
fn number(body: &Body, before: &[Statement], value: Operand) -> Option<(Operand, Repr)> {
    let local = match value {
        Operand::Const(Const::IntValue(value)) => return Some((Const::I64(value).into(), Repr::I64)),
        Operand::Const(Const::FloatValue(bits)) => return Some((Const::F64(bits).into(), Repr::F64)),
        Operand::Const(Const::BoolValue(value)) => return Some((Const::Bool(value).into(), Repr::Bool)),
        Operand::Const(_) => return None,
        Operand::Local(local) => local,
    };
    let at = before.iter().rposition(|statement| statement.dst == Some(local))?;
    let Op::Box(from) = before[at].op else { return None };
    let repr = body.repr(from);
    let is_changed = before[at..].iter().any(|statement| statement.dst.map(Operand::Local) == Some(from));
    (tag_of(repr).is_some() && !is_changed).then_some((from, repr))
}

fn tag_of(repr: Repr) -> Option<u64> {
    match repr {
        Repr::I64 => Some(tag::INT),
        Repr::F64 => Some(tag::FLOAT),
        Repr::Bool => Some(tag::BOOL),
        _ => None,
    }
}

fn rewrite(body: &mut Body, own: &BTreeSet<Global>, states: &IndexVec<BlockId, Option<State>>) {
    let assigned_once = assigned_once(body);
    let mut beside: BTreeMap<(Global, u64), LocalId> = BTreeMap::new();
    // The numbers in values that are assigned in one place, and together with them.
    let mut numbers: BTreeMap<LocalId, LocalId> = BTreeMap::new();
    for id in body.blocks.ids() {
        let Some(mut state) = states[id].clone() else { continue };
        let statements = std::mem::take(&mut body.blocks[id].statements);
        let mut rewritten = Vec::with_capacity(statements.len());
        for at in 0..statements.len() {
            let mut statement = statements[at].clone();
            let line = statement.line;
            let plain = |dst, op| Statement { dst: Some(dst), op, site: None, line };
            let known = loaded(&statement.op).and_then(|global| Some((global, *state.get(&global)?)));
            if let (Some((global, repr)), Some(dst)) = (known, statement.dst)
                && assigned_once.contains(&dst)
            {
                let from = *beside
                    .entry((global, tag_of(repr).expect("a number")))
                    .or_insert_with(|| body.new_local(repr));
                let copy = body.new_local(repr);
                rewritten.push(plain(copy, Op::Copy(from.into())));
                statement = plain(dst, Op::Box(copy.into()));
                numbers.insert(dst, copy);
            }
            let stored = match statement.op {
                Op::StoreGlobal(global, value) => {
                    number(body, &statements[..at], value).map(|(number, repr)| (global, number, repr))
                }
                _ => None,
            };
            rewritten.push(statement);
            if let Some((global, number, repr)) = stored {
                let to = *beside
                    .entry((global, tag_of(repr).expect("a number")))
                    .or_insert_with(|| body.new_local(repr));
                rewritten.push(plain(to, Op::Copy(number)));
            }
            step(body, &statements, at, own, &mut state);
        }
        body.blocks[id].statements = rewritten;
    }
    while spread(body, &assigned_once, &mut numbers) {}
    let of = |operand: Operand| match operand {
        Operand::Local(local) => numbers.get(&local).copied(),
        Operand::Const(_) => None,
    };
    for id in body.blocks.ids() {
        let mut statements = std::mem::take(&mut body.blocks[id].statements);
        for statement in &mut statements {
            let simpler = match statement.op {
                Op::TagIs(value, wanted) => of(value).map(|number| {
                    Op::Copy(Const::Bool(tag_of(body.locals[number].repr) == Some(wanted)).into())
                }),
                Op::Unbox(value) => of(value)
                    .filter(|&number| {
                        statement.dst.is_some_and(|dst| body.locals[dst].repr == body.locals[number].repr)
                    })
                    .map(|number| Op::Copy(number.into())),
                _ => None,
            };
            if let Some(simpler) = simpler {
                statement.op = simpler;
            }
        }
        body.blocks[id].statements = statements;
    }
}

/// Numbers go on through tests for being bound, and copies; whether any did.
fn spread(
    body: &mut Body,
    assigned_once: &BTreeSet<LocalId>,
    numbers: &mut BTreeMap<LocalId, LocalId>,
) -> bool {
    let mut went = false;
    for id in body.blocks.ids() {
        let mut at = 0;
        while at < body.blocks[id].statements.len() {
            let statement = &body.blocks[id].statements[at];
            let value = match statement.op {
                Op::CheckBound { value: Operand::Local(value), .. } | Op::Copy(Operand::Local(value)) => {
                    Some(value)
                }
                _ => None,
            };
            let number = value.and_then(|value| Some((value, *numbers.get(&value)?)));
            if let (Some((value, number)), Some(dst)) = (number, statement.dst)
                && assigned_once.contains(&dst)
                && !numbers.contains_key(&dst)
            {
                let line = statement.line;
                let copy = body.new_local(body.locals[number].repr);
                let plain = |dst, op| Statement { dst: Some(dst), op, site: None, line };
                let statements = &mut body.blocks[id].statements;
                statements[at] = plain(dst, Op::Copy(value.into()));
                statements.insert(at, plain(copy, Op::Copy(number.into())));
                numbers.insert(dst, copy);
                went = true;
                at += 1;
            }
            at += 1;
        }
    }
    went
}

/// Values that one statement assigns, and nothing else.
fn assigned_once(body: &Body) -> BTreeSet<LocalId> {
    let mut times: BTreeMap<LocalId, u32> = BTreeMap::new();
    for block in body.blocks.iter() {
        let defined = block.terminator.definitions().into_iter().map(|(local, _)| local);
        for local in block.statements.iter().filter_map(|statement| statement.dst).chain(defined) {
            *times.entry(local).or_default() += 1;
        }
    }
    times.retain(|_, times| *times == 1);
    times.into_keys().collect()
}
