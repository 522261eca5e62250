//! One function's blocks put into another.
//!
//! ```text
//! block: ...                      block:  ...; before          landing: take exception; leave inlined
//!        g = genexpr(iter)   =>           goto the body        end:     ...
//!        r = sum(g)               (body)  yield becomes        rest:    r = ...
//!        rest                             a jump to what takes the item
//! ```

use super::Call;
use super::consumer::{Consumer, Consuming, new_var};
use crate::hir::{Block, BlockId, Function, Instr, Op, Terminator, VarId, VarKind};
use crate::index::IndexVec;

/// Puts the generator of a call in the place of the call. The answer is the variables that it brought along.
pub(super) fn splice(into: &mut Function, generator: &Function, block: BlockId, call: Call) -> Vec<VarId> {
    let (vars, brought) = map_variables(into, generator, &call);
    let base = into.blocks.len();
    let block_of = |id: BlockId| BlockId::new(base + id.index());

    let mut head = std::mem::take(&mut into.blocks[block].instrs);
    let mut rest = head.split_off(call.at);
    let replaced = rest.remove(0);
    let place = replaced.place;
    let mut position = 0;
    head.retain(|_| {
        position += 1;
        !call.made.contains(&(position - 1))
    });

    // The body, with the landing and the rest after it.
    let landing = BlockId::new(base + generator.blocks.len());
    let after = BlockId::new(landing.index() + 1);
    let handler = into.blocks[block].handler;
    let mut yielded = None;
    let mut returns = Vec::new();
    for (id, original) in generator.blocks.iter_enumerated() {
        let mut copy = original.clone();
        copy.handler = Some(copy.handler.map_or(landing, block_of));
        copy.term_place.inlined.get_or_insert(call.generator);
        copy.instrs.retain(|instr| !matches!(instr.op, Op::Closure(_)));
        for instr in &mut copy.instrs {
            instr.place.inlined.get_or_insert(call.generator);
            rename(instr, &vars);
        }
        copy.term.uses_mut().into_iter().for_each(|var| *var = vars[*var]);
        copy.term.def_mut().into_iter().for_each(|var| *var = vars[*var]);
        copy.term.rename_targets(block_of);
        match copy.term {
            Terminator::Yield { value, dst, resume } => {
                yielded = Some((block_of(id), value, resume));
                // Nothing is ever sent.
                let none = Op::Const(crate::hir::Const::None);
                copy.instrs.push(Instr { dst: Some(dst), op: none, place: copy.term_place });
                copy.term = Terminator::Unreachable;
            }
            Terminator::Return(_) => returns.push(block_of(id)),
            _ => {}
        }
        into.blocks.push(copy);
    }
    let exc = new_var(into, VarKind::Temp);
    let take = Instr { dst: Some(exc), op: Op::TakeException, place };
    into.blocks.push(Block {
        instrs: vec![take],
        term: Terminator::LeaveInlined(exc),
        term_place: place,
        handler,
    });
    let term = std::mem::replace(&mut into.blocks[block].term, Terminator::Goto(block_of(Function::ENTRY)));
    let term_place = into.blocks[block].term_place;
    into.blocks.push(Block { instrs: vec![], term, term_place, handler });

    let items = match yielded {
        Some((at, value, _)) if matches!(call.consumer, Consumer::Dict) => pair(into, at, value),
        Some((_, value, _)) => vec![value],
        None => vec![],
    };
    let mut consuming = Consuming::new(into, call.consumer, replaced, handler);
    head.extend(consuming.before());
    let end = consuming.end(after);
    let take = yielded.map(|(at, _, next)| (at, consuming.take(&items, next, after)));
    rest.insert(0, consuming.after());
    for (from, to) in take.into_iter().chain(returns.into_iter().map(|at| (at, end))) {
        into.blocks[from].term = Terminator::Goto(to);
    }
    // What may be unbound in the generator is so each time it starts.
    for &var in &brought {
        if into.vars[var].maybe_unbound {
            head.push(Instr { dst: Some(var), op: Op::Unbind, place });
        }
    }
    into.blocks[block].instrs = head;
    into.blocks[after].instrs = rest;
    brought
}

/// Key and value of a pair that is made where it is yielded; the pair itself is not made then.
fn pair(into: &mut Function, at: BlockId, value: VarId) -> Vec<VarId> {
    let instrs = &mut into.blocks[at].instrs;
    let made = instrs.iter().position(|instr| instr.dst == Some(value)).expect("checked by `yields_pair`");
    match instrs.remove(made).op {
        Op::BuildTuple(items) => items,
        op => unreachable!("{op:?} was taken for a pair"),
    }
}

/// The variables of the generator in the function: captured cells are the cells themselves.
fn map_variables(
    into: &mut Function,
    generator: &Function,
    call: &Call,
) -> (IndexVec<VarId, VarId>, Vec<VarId>) {
    let mut captured: IndexVec<VarId, Option<VarId>> = IndexVec::from_elem(None, generator.vars.len());
    captured[generator.params[0].var] = Some(call.iter);
    for instr in generator.blocks.iter().flat_map(|block| &block.instrs) {
        if let (Some(dst), Op::Closure(index)) = (instr.dst, &instr.op) {
            captured[dst] = Some(call.closure[*index as usize]);
        }
    }
    let mut brought = Vec::new();
    let vars = generator
        .vars
        .iter_enumerated()
        .map(|(var, info)| {
            captured[var].unwrap_or_else(|| {
                let copy = into.vars.push(info.clone());
                brought.push(copy);
                copy
            })
        })
        .collect();
    (vars, brought)
}

fn rename(instr: &mut Instr, vars: &IndexVec<VarId, VarId>) {
    instr.op.for_each_use_mut(&mut |var| *var = vars[*var]);
    instr.op.for_each_more_def_mut(&mut |var| *var = vars[*var]);
    if let Some(dst) = &mut instr.dst {
        *dst = vars[*dst];
    }
}
