//! Generator expressions given to a builtin that uses them up become loops in the place of the call.
//!
//! ```text
//! total = sum(x * x for x in xs)    =>    total = 0
//!                                         for x' in xs: total += x' * x'
//! ```
//!
//! So nothing is suspended, the item has a type, and variables that only the generator captured are locals again
//! ([`cells`]). Evaluation order, and what a traceback shows, stay: each instruction keeps the function whose text it is
//! (`Place::inlined`), and an exception passes a landing of the call's place on its way out (`LeaveInlined`).
//!
//! Only where the name means the builtin ([`Replaced`]), and the generator is made in the call. What each builtin does with
//! an item stands in [`consumer`], how one function is put into another in [`splice`]. A `for` over a generator made for it
//! takes it in, too: [`for_loop`]; so does a call with a key function: [`keyed`].

mod cells;
mod consumer;
mod for_loop;
mod keyed;
mod splice;

use self::consumer::Consumer;
use self::for_loop::{Generators, Loop};
use self::keyed::Keyed;
use super::{
    BlockId, Const, Function, FunctionId, FunctionKind, GlobalId, Op, Program, Symbol, Terminator, VarId,
    VarKind, definite,
};
use crate::index::IndexVec;
use crate::modules::Origin;

/// Inlines generators in all functions that can be reached.
pub fn inline_generators(program: &mut Program) {
    let mut states = States {
        replaced: Replaced::find(program),
        list: program.names.intern("list"),
        generators: Generators::find(program),
        of: IndexVec::from_elem(State::New, program.functions.len()),
    };
    for id in program.functions.ids().collect::<Vec<_>>() {
        visit(program, &mut states, id);
    }
}

/// An op that means something else in another function, or where nothing is suspended.
fn asks_for_its_frame(op: &Op) -> bool {
    matches!(
        op,
        Op::Super { .. }
            | Op::Locals(_)
            | Op::FinalizeDead(_)
            | Op::EnterHandler(_)
            | Op::HoldIterator { .. }
    )
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// On the way; a generator that leads back to itself is not inlined there.
    Visiting,
    Done,
}

/// What is known of the program, and how far it is.
struct States {
    replaced: Replaced,
    generators: Generators,
    /// The name `list`.
    list: Symbol,
    of: IndexVec<FunctionId, State>,
}

impl States {
    fn is_done(&self, id: FunctionId) -> bool {
        self.of[id] == State::Done
    }
}

/// Inner generators first: what is put into a function is finished.
fn visit(program: &mut Program, states: &mut States, id: FunctionId) {
    if states.of[id] != State::New {
        return;
    }
    states.of[id] = State::Visiting;
    if program.functions[id].reachable {
        inline_into(program, states, id);
    }
    states.of[id] = State::Done;
}

fn inline_into(program: &mut Program, states: &mut States, id: FunctionId) {
    let function = &program.functions[id];
    let instrs = function.blocks.iter().flat_map(|block| &block.instrs);
    let inner: Vec<FunctionId> = instrs
        .filter_map(|instr| match instr.op {
            Op::MakeFunction { function, .. } => {
                let made = &program.functions[function];
                (is_expression(made) || keyed::is_key(made)).then_some(function)
            }
            Op::LoadGlobal(global) => states.generators.get(function.module, global),
            _ => None,
        })
        .collect();
    let with_key = |instr: &super::Instr| match &instr.op {
        Op::Call { kwargs, .. } => kwargs.iter().any(|&(name, _)| &program.names[name] == "key"),
        _ => false,
    };
    let has_keys = function.blocks.iter().flat_map(|block| &block.instrs).any(with_key);
    if inner.is_empty() && !has_keys
        || matches!(function.kind, FunctionKind::ClassBody(_))
        || function.uses_locals
    {
        return;
    }
    inner.into_iter().for_each(|inner| visit(program, states, inner));

    let mut function = program.functions[id].clone();
    let mut found = Found::of(&function);
    let (mut inlined, mut changed) = (Vec::new(), false);
    let mut at = 0;
    while at < function.blocks.len() {
        let block = BlockId::new(at);
        if let Some(call) = found.call(program, &states.replaced, &function, block) {
            let callee = &program.functions[call.generator];
            inlined.extend(splice::splice(&mut function, callee, block, call));
        } else if let Some(found) = Loop::find(program, &found, states, (id, &function), block) {
            let callee = &program.functions[found.generator()];
            inlined.extend(found.inline(&mut function, callee, block));
        } else if let Some(keyed) =
            Keyed::find(program, &states.replaced, &found, &function, block, states.list)
        {
            inlined.extend(keyed.inline(program, &mut function, block));
            changed = true;
        }
        at += 1;
    }
    if inlined.is_empty() && !changed {
        return;
    }
    cells::release(&mut function);
    definite::settle_checks(&mut function);
    for var in inlined {
        // The variables of the generator are none that Python code could ask this function for.
        if !function.vars[var].maybe_unbound {
            function.vars[var].name = None;
        }
    }
    program.functions[id] = function;
}

fn is_expression(function: &Function) -> bool {
    function.kind == FunctionKind::GeneratorExpression && !function.is_async
}

/// Whether the body can stand in another function: it suspends in one place, where closing it does nothing, and nobody
/// asks it for its variables.
fn fits(function: &Function) -> bool {
    let mut yields = 0;
    for block in function.blocks.iter() {
        match block.term {
            Terminator::Yield { .. } if block.handler.is_none() => yields += 1,
            Terminator::Yield { .. } | Terminator::YieldFrom { .. } => return false,
            _ => {}
        }
        let asks = |op: &Op| matches!(op, Op::Super { .. } | Op::Locals(_) | Op::FinalizeDead(_));
        if block.instrs.iter().any(|instr| asks(&instr.op)) {
            return false;
        }
    }
    yields == 1 && is_expression(function) && function.unsupported.is_empty() && !function.uses_locals
}

/// Whether a pair is made right where it is yielded: nothing can happen to its items in between.
fn yields_pair(function: &Function) -> bool {
    function.blocks.iter().any(|block| {
        let Terminator::Yield { value, .. } = block.term else { return false };
        let last = block.instrs.iter().rev().find(|instr| !matches!(instr.op, Op::ForgetGenerator));
        last.is_some_and(|instr| {
            instr.dst == Some(value) && matches!(&instr.op, Op::BuildTuple(items) if items.len() == 2)
        })
    })
}

/// Builtins that the program may put something else in the place of.
struct Replaced {
    names: Vec<Symbol>,
}

impl Replaced {
    /// An attribute of that name is assigned somewhere, or the name is spelled where the module `builtins` is used.
    fn find(program: &Program) -> Self {
        let mut names = Vec::new();
        let mut spelled = Vec::new();
        let mut uses_builtins = false;
        for function in program.functions.iter().filter(|f| f.reachable) {
            let own = program.modules[function.module].origin == Origin::Program;
            for instr in function.blocks.iter().flat_map(|block| &block.instrs) {
                match &instr.op {
                    Op::SetAttr { name, .. } | Op::DelAttr { name, .. } => names.push(*name),
                    Op::ImportModule { name, .. } if own => {
                        uses_builtins |= program.names.text(*name) == "builtins";
                    }
                    Op::Const(Const::Str(text)) if own => spelled.extend(program.names.find(text)),
                    _ => {}
                }
            }
        }
        if uses_builtins {
            names.extend(spelled);
        }
        names.sort_unstable();
        names.dedup();
        Self { names }
    }

    fn has(&self, name: Symbol) -> bool {
        self.names.binary_search(&name).is_ok()
    }
}

/// A call whose generator can be inlined.
struct Call {
    /// The instruction that uses the generator up.
    at: usize,
    /// The instructions that make the generator function and the generator, in the same block.
    made: [usize; 2],
    generator: FunctionId,
    /// The cells that it captures.
    closure: Vec<VarId>,
    /// The iterator of its outermost `for`.
    iter: VarId,
    consumer: Consumer,
}

/// What the temporaries of a function are.
struct Found {
    uses: IndexVec<VarId, u32>,
    builtins: IndexVec<VarId, Option<Symbol>>,
    texts: IndexVec<VarId, bool>,
    globals: IndexVec<VarId, Option<GlobalId>>,
}

impl Found {
    fn of(function: &Function) -> Self {
        let count = function.vars.len();
        let mut found = Self {
            uses: IndexVec::from_elem(0, count),
            builtins: IndexVec::from_elem(None, count),
            texts: IndexVec::from_elem(false, count),
            globals: IndexVec::from_elem(None, count),
        };
        for block in function.blocks.iter() {
            for instr in &block.instrs {
                instr.op.for_each_use(&mut |var| found.uses[var] += 1);
                match (instr.dst, &instr.op) {
                    (Some(dst), _) if function.vars[dst].kind != VarKind::Temp => {}
                    (Some(dst), Op::LoadBuiltin(name)) => found.builtins[dst] = Some(*name),
                    (Some(dst), Op::LoadGlobal(global)) => found.globals[dst] = Some(*global),
                    (Some(dst), Op::Const(Const::Str(_))) => found.texts[dst] = true,
                    _ => {}
                }
            }
            block.term.uses().into_iter().for_each(|var| found.uses[var] += 1);
        }
        found
    }

    /// The first call of a block that takes a generator made for it.
    fn call(
        &mut self,
        program: &Program,
        replaced: &Replaced,
        function: &Function,
        block: BlockId,
    ) -> Option<Call> {
        let instrs = &function.blocks[block].instrs;
        instrs.iter().enumerate().find_map(|(at, instr)| {
            let (argument, consumer) = match &instr.op {
                Op::Call { callee, args, kwargs } => {
                    let name = self.builtins.get(*callee).copied().flatten()?;
                    let &[argument] = &args[..] else { return None };
                    let keywords: Vec<(&str, VarId)> =
                        kwargs.iter().map(|&(name, var)| (program.names.text(name), var)).collect();
                    let known = !replaced.has(name);
                    let consumer = Consumer::of_builtin(program.names.text(name), &keywords);
                    (argument, consumer.filter(|_| known)?)
                }
                Op::CallMethod { object, name, args, kwargs, method: Some(_) } => {
                    let &[argument] = &args[..] else { return None };
                    let joins = self.texts.get(*object).is_some_and(|text| *text)
                        && program.names.text(*name) == "join"
                        && kwargs.is_empty();
                    (argument, joins.then_some(Consumer::Argument)?)
                }
                _ => return None,
            };
            let made_by = |var: VarId| {
                let once = self.uses.get(var) == Some(&1);
                once.then(|| instrs[..at].iter().position(|i| i.dst == Some(var))).flatten()
            };
            let made = made_by(argument)?;
            let Op::Call { callee, args, .. } = &instrs[made].op else { return None };
            let maker = made_by(*callee)?;
            let Op::MakeFunction { function: generator, closure, .. } = &instrs[maker].op else {
                return None;
            };
            let body = &program.functions[*generator];
            if !fits(body) || matches!(consumer, Consumer::Dict) && !yields_pair(body) {
                return None;
            }
            let (generator, closure, iter) = (*generator, closure.clone(), args[0]);
            Some(Call { at, made: [maker, made], generator, closure, iter, consumer })
        })
    }
}
