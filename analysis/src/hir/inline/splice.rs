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
use crate::hir::{Block, BlockId, Const, Function, FunctionId, Instr, Op, Place, Terminator, VarId, VarKind};
use crate::index::IndexVec;

/// A body that was copied into a function, its exits still open.
pub(super) struct Copied {
    pub entry: BlockId,
    pub yields: Vec<Yield>,
    /// The blocks that end the generator.
    pub returns: Vec<BlockId>,
    /// The variables that came along.
    pub brought: Vec<VarId>,
    /// All variables of the generator, as they are called now.
    pub vars: IndexVec<VarId, VarId>,
}

/// A block that hands out a value, and where control comes back.
pub(super) struct Yield {
    pub at: BlockId,
    pub value: VarId,
    pub resume: BlockId,
}

/// Copies the blocks of a generator; exceptions that leave them go through a landing at `place` to `handler`. `captured` are
/// variables that the function has already.
pub(super) fn copy(
    into: &mut Function,
    (id, generator): (FunctionId, &Function),
    captured: &IndexVec<VarId, Option<VarId>>,
    place: Place,
    handler: Option<BlockId>,
) -> Copied {
    let mut brought = Vec::new();
    let vars: IndexVec<VarId, VarId> = generator
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
    let base = into.blocks.len();
    let block_of = |id: BlockId| BlockId::new(base + id.index());
    let landing = BlockId::new(base + generator.blocks.len());
    let entry = block_of(Function::ENTRY);
    let mut copied = Copied { entry, yields: vec![], returns: vec![], brought, vars };
    for (id_of_block, original) in generator.blocks.iter_enumerated() {
        let mut block = original.clone();
        block.handler = Some(block.handler.map_or(landing, block_of));
        block.term_place.inlined.get_or_insert(id);
        block.instrs.retain(|instr| !matches!(instr.op, Op::Closure(_)));
        for instr in &mut block.instrs {
            instr.place.inlined.get_or_insert(id);
            instr.rename(&copied.vars);
        }
        block.term.uses_mut().into_iter().for_each(|var| *var = copied.vars[*var]);
        block.term.def_mut().into_iter().for_each(|var| *var = copied.vars[*var]);
        block.term.rename_targets(block_of);
        match block.term {
            Terminator::Yield { value, dst, resume } => {
                copied.yields.push(Yield { at: block_of(id_of_block), value, resume });
                // Nothing is ever sent.
                let none = Op::Const(Const::None);
                block.instrs.push(Instr { dst: Some(dst), op: none, place: block.term_place });
                block.term = Terminator::Unreachable;
            }
            Terminator::Return(_) => copied.returns.push(block_of(id_of_block)),
            _ => {}
        }
        into.blocks.push(block);
    }
    let exc = new_var(into, VarKind::Temp);
    let instrs = vec![Instr { dst: Some(exc), op: Op::TakeException, place }];
    into.blocks.push(Block { instrs, term: Terminator::LeaveInlined(exc), term_place: place, handler });
    copied
}

/// What may be unbound in the generator is so each time it starts.
pub(super) fn unbind(into: &Function, brought: &[VarId], place: Place) -> Vec<Instr> {
    let may_be = brought.iter().filter(|&&var| into.vars[var].maybe_unbound);
    may_be.map(|&var| Instr { dst: Some(var), op: Op::Unbind, place }).collect()
}

/// The variables of a generator expression that the function has: captured cells, and the iterator.
pub(super) fn captured(
    generator: &Function,
    closure: &[VarId],
    iter: Option<VarId>,
) -> IndexVec<VarId, Option<VarId>> {
    let mut captured = IndexVec::from_elem(None, generator.vars.len());
    if let Some(iter) = iter {
        captured[generator.params[0].var] = Some(iter);
    }
    for instr in generator.blocks.iter().flat_map(|block| &block.instrs) {
        if let (Some(dst), Op::Closure(index)) = (instr.dst, &instr.op) {
            captured[dst] = Some(closure[*index as usize]);
        }
    }
    captured
}

/// Puts the generator of a call in the place of the call. The answer is the variables that it brought along.
pub(super) fn splice(into: &mut Function, generator: &Function, block: BlockId, call: Call) -> Vec<VarId> {
    let mut head = std::mem::take(&mut into.blocks[block].instrs);
    let mut rest = head.split_off(call.at);
    let replaced = rest.remove(0);
    let place = replaced.place;
    let mut position = 0;
    head.retain(|_| {
        position += 1;
        !call.made.contains(&(position - 1))
    });

    let handler = into.blocks[block].handler;
    let captured = captured(generator, &call.closure, Some(call.iter));
    let copied = copy(into, (call.generator, generator), &captured, place, handler);
    let term = std::mem::replace(&mut into.blocks[block].term, Terminator::Goto(copied.entry));
    let term_place = into.blocks[block].term_place;
    let after = into.blocks.push(Block { instrs: vec![], term, term_place, handler });

    let stop = copied.yields.first();
    let items = match stop {
        Some(stop) if matches!(call.consumer, Consumer::Dict) => pair(into, stop.at, stop.value),
        Some(stop) => vec![stop.value],
        None => vec![],
    };
    let mut consuming = Consuming::new(into, call.consumer, replaced, handler);
    head.extend(consuming.before());
    let end = consuming.end(after);
    let take = stop.map(|stop| (stop.at, consuming.take(&items, stop.resume, after)));
    rest.insert(0, consuming.after());
    for (from, to) in take.into_iter().chain(copied.returns.iter().map(|&at| (at, end))) {
        into.blocks[from].term = Terminator::Goto(to);
    }
    head.extend(unbind(into, &copied.brought, place));
    into.blocks[block].instrs = head;
    into.blocks[after].instrs = rest;
    copied.brought
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
