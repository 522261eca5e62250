//! A generator that only one `for` knows becomes part of the loop.
//!
//! ```text
//! for p in primes(n): body       =>    if primes is that function: inlined = True; goto the start of its body
//!                                      else: it = iter(primes(n)); inlined = False; goto next
//!                                next: if inlined: goto where it stopped, else p = next(it)
//!                                      its body: `yield x` is p = x; goto body
//! ```
//!
//! The body of the loop stands there once, whichever way it goes; the other way tells nothing about the item's type
//! (`Op::Expected`). A generator expression needs no test. Only generators that have nothing to do when they are closed, and
//! positional arguments, one for each parameter.

use super::consumer::new_var;
use super::splice::{self, Copied};
use super::{Found, States, asks_for_its_frame};
use crate::hir::{
    Block, BlockId, Const, Function, FunctionId, FunctionKind, GlobalId, Instr, Op, ParamKind, Place,
    Program, Terminator, VarId, VarKind,
};
use crate::modules::ModuleId;
use std::collections::BTreeMap;

/// Larger bodies stay functions.
const MOST_INSTRS: usize = 200;
const MOST_YIELDS: usize = 4;

/// Globals that are stored once, by the `def` of a generator.
pub(super) struct Generators(BTreeMap<(ModuleId, GlobalId), Option<FunctionId>>);

impl Generators {
    pub fn find(program: &Program) -> Self {
        let mut found: BTreeMap<(ModuleId, GlobalId), Option<FunctionId>> = BTreeMap::new();
        for function in program.functions.iter().filter(|f| f.reachable) {
            let instrs = || function.blocks.iter().flat_map(|block| &block.instrs);
            for instr in instrs() {
                let (global, stored) = match instr.op {
                    Op::StoreGlobal(global, value) => (global, Some(value)),
                    Op::DelGlobal(global) => (global, None),
                    _ => continue,
                };
                let made = stored.and_then(|value| {
                    instrs().find(|i| i.dst == Some(value)).and_then(|i| match i.op {
                        Op::MakeFunction { function, .. } => Some(function),
                        _ => None,
                    })
                });
                let made = made.filter(|&id| fits(&program.functions[id]));
                found.entry((function.module, global)).and_modify(|known| *known = None).or_insert(made);
            }
        }
        Self(found)
    }

    pub fn get(&self, module: ModuleId, global: GlobalId) -> Option<FunctionId> {
        self.0.get(&(module, global)).copied().flatten()
    }
}

/// Whether the body of a generator function can stand in a loop.
fn fits(function: &Function) -> bool {
    let plain = |kind| matches!(kind, ParamKind::PositionalOnly | ParamKind::PositionalOrKeyword);
    function.kind == FunctionKind::Def
        && function.is_generator
        && function.free.is_empty()
        && function.params.iter().all(|param| plain(param.kind))
        && function.vars.iter().all(|var| var.kind != VarKind::Cell)
        && can_be_copied(function)
}

/// Nothing in it depends on being suspended: closing it does nothing, no exception is being handled where it stops.
fn can_be_copied(function: &Function) -> bool {
    let (mut yields, mut instrs) = (0, 0);
    for block in function.blocks.iter() {
        match block.term {
            Terminator::Yield { .. } if block.handler.is_none() => yields += 1,
            Terminator::Yield { .. } | Terminator::YieldFrom { .. } => return false,
            _ => {}
        }
        instrs += block.instrs.len();
        if block.instrs.iter().any(|instr| asks_for_its_frame(&instr.op)) {
            return false;
        }
    }
    (1..=MOST_YIELDS).contains(&yields)
        && instrs <= MOST_INSTRS
        && !function.is_async
        && function.unsupported.is_empty()
        && !function.uses_locals
}

/// A loop over a generator made for it.
pub(super) struct Loop {
    head: BlockId,
    generator: FunctionId,
    maker: Maker,
}

enum Maker {
    /// A generator expression: the instruction that makes its function, its cells, its iterator.
    Expression {
        at: usize,
        closure: Vec<VarId>,
        iter: VarId,
    },
    Function {
        callee: VarId,
        args: Vec<VarId>,
    },
}

impl Loop {
    pub fn generator(&self) -> FunctionId {
        self.generator
    }

    /// The loop that a block leads to, if its generator is made at the end of the block.
    pub fn find(
        program: &Program,
        found: &Found,
        states: &States,
        (id, function): (FunctionId, &Function),
        block: BlockId,
    ) -> Option<Loop> {
        let Terminator::Goto(head) = function.blocks[block].term else { return None };
        let Terminator::ForNext { iter, .. } = function.blocks[head].term else { return None };
        let [rest @ .., call, iterated] = &function.blocks[block].instrs[..] else { return None };
        let (Op::GetIter(made), Op::Call { callee, args, kwargs }) = (&iterated.op, &call.op) else {
            return None;
        };
        let once = |var: VarId| found.uses.get(var) == Some(&1);
        let fits_pattern = function.blocks[head].instrs.is_empty()
            && iterated.dst == Some(iter)
            && call.dst == Some(*made)
            && kwargs.is_empty()
            && once(iter)
            && once(*made);
        if !fits_pattern {
            return None;
        }
        let at = rest.iter().position(|instr| instr.dst == Some(*callee));
        if let Some(at) = at
            && let Op::MakeFunction { function: generator, closure, .. } = &rest[at].op
        {
            let body = &program.functions[*generator];
            let is_expression = super::is_expression(body) && once(*callee) && states.is_done(*generator);
            return (is_expression && can_be_copied(body)).then(|| Loop {
                head,
                generator: *generator,
                maker: Maker::Expression { at, closure: closure.clone(), iter: args[0] },
            });
        }
        let global = found.globals.get(*callee).copied().flatten()?;
        let generator = states.generators.get(function.module, global)?;
        let body = &program.functions[generator];
        let usable = generator != id && states.is_done(generator) && fits(body);
        (usable && body.module == function.module && args.len() == body.params.len()).then(|| Loop {
            head,
            generator,
            maker: Maker::Function { callee: *callee, args: args.clone() },
        })
    }

    /// Puts the generator into the loop. The answer is the variables that it brought along.
    pub fn inline(self, into: &mut Function, generator: &Function, block: BlockId) -> Vec<VarId> {
        let head = into.blocks[self.head].clone();
        let Terminator::ForNext { iter, dst, body, exit } = head.term else { return vec![] };
        let (place, handler) = (head.term_place, head.handler);
        let captured = match &self.maker {
            Maker::Expression { closure, iter, .. } => splice::captured(generator, closure, Some(*iter)),
            Maker::Function { .. } => splice::captured(generator, &[], None),
        };
        let copied = splice::copy(into, (self.generator, generator), &captured, place, handler);
        let instr = |dst: VarId, op: Op| Instr { dst: Some(dst), op, place };
        let flag = |var: VarId, holds: bool| instr(var, Op::Const(Const::Bool(holds)));

        // Where it stopped: a flag for each `yield`, if there are several.
        let several = copied.yields.len() > 1;
        let stopped: Vec<VarId> =
            copied.yields.iter().filter(|_| several).map(|_| new_var(into, VarKind::Merge)).collect();
        for (number, stop) in copied.yields.iter().enumerate() {
            let mut instrs = vec![instr(dst, Op::Copy(stop.value))];
            instrs.extend(stopped.iter().enumerate().map(|(at, &var)| flag(var, at == number)));
            let take =
                into.blocks.push(Block { instrs, term: Terminator::Goto(body), term_place: place, handler });
            into.blocks[stop.at].term = Terminator::Goto(take);
        }
        for &at in &copied.returns {
            into.blocks[at].term = Terminator::Goto(exit);
        }
        let mut resume = copied.yields[copied.yields.len() - 1].resume;
        for (stop, &cond) in copied.yields.iter().zip(&stopped).rev().skip(1) {
            let term = Terminator::Branch { cond, then: stop.resume, otherwise: resume };
            resume = into.blocks.push(Block { instrs: vec![], term, term_place: place, handler });
        }

        let first_handler = into.blocks[block].handler;
        let mut before = std::mem::take(&mut into.blocks[block].instrs);
        let made = before.split_off(before.len() - 2);
        let unbind = splice::unbind(into, &copied.brought, place);
        match self.maker {
            Maker::Expression { at, .. } => {
                before.remove(at);
                before.extend(unbind);
                if several && into.vars[dst].kind == VarKind::Temp {
                    into.vars[dst].kind = VarKind::Merge;
                }
                // Before the first item nothing has stopped.
                into.blocks[self.head].term = Terminator::Goto(resume);
                into.blocks[block].term = Terminator::Goto(copied.entry);
            }
            Maker::Function { callee, args } => {
                if into.vars[dst].kind == VarKind::Temp {
                    into.vars[dst].kind = VarKind::Merge;
                }
                let is_it = new_var(into, VarKind::Temp);
                let inlined = new_var(into, VarKind::Merge);
                before.push(instr(is_it, Op::IsFunction(callee, self.generator)));
                // What one stop needs another may not have.
                let mut start = if several { unused(generator, &copied, place) } else { vec![] };
                start.extend(unbind);
                for (param, &arg) in generator.params.iter().zip(&args) {
                    start.push(instr(copied.vars[param.var], Op::Copy(arg)));
                }
                start.extend([instr(iter, Op::Placeholder), flag(inlined, true)]);
                let term = Terminator::Goto(copied.entry);
                let start = into.blocks.push(Block {
                    instrs: start,
                    term,
                    term_place: place,
                    handler: first_handler,
                });

                // The other way: an iterator as any other.
                let item = new_var(into, VarKind::Temp);
                let term = Terminator::Goto(body);
                let instrs = vec![instr(dst, Op::Expected(item))];
                let got = into.blocks.push(Block { instrs, term, term_place: place, handler });
                let term = Terminator::ForNext { iter, dst: item, body: got, exit };
                let next = into.blocks.push(Block { instrs: vec![], term, term_place: place, handler });
                let mut instrs = made;
                instrs.extend(unused(generator, &copied, place));
                instrs.extend(stopped.iter().map(|&var| flag(var, false)));
                instrs.push(flag(inlined, false));
                let term = Terminator::Goto(next);
                let other =
                    into.blocks.push(Block { instrs, term, term_place: place, handler: first_handler });
                let choose = Terminator::Branch { cond: inlined, then: resume, otherwise: next };
                into.blocks[self.head].term = choose;
                into.blocks[block].term = Terminator::Branch { cond: is_it, then: start, otherwise: other };
            }
        }
        into.blocks[block].instrs = before;
        copied.brought
    }
}

/// Where the generator is not inlined its variables hold nothing, but they are there.
fn unused(generator: &Function, copied: &Copied, place: Place) -> Vec<Instr> {
    let mut live = vec![];
    let liveness = crate::hir::liveness::Liveness::of(generator);
    for block in generator.blocks.iter() {
        if let Terminator::Yield { resume, .. } = block.term {
            live.extend(liveness.live_at(generator, resume, 0));
        }
    }
    live.sort_unstable();
    live.dedup();
    let nothing = |var: VarId| Instr { dst: Some(copied.vars[var]), op: Op::Placeholder, place };
    live.into_iter().map(nothing).collect()
}
