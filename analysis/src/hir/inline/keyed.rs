//! `sorted`, `min` and `max` with a key function that stands in the call become loops that compute the keys.
//!
//! ```text
//! best = min(towns, key=lambda t: t.x + t.y)   =>   some = False
//!                                                   for t in towns:
//!                                                       k = t.x + t.y
//!                                                       if not some or k < least: best, least, some = t, k, True
//!                                                   if not some: best = min(())
//!
//! sorted(towns, key=lambda t: (t.x, t.name))   =>   items, xs, names = list(towns), [], []
//!                                                   for t in items: xs.append(t.x); names.append(t.name)
//!                                                   sort items by xs, names
//! ```
//!
//! A lambda that is made in the call comes in the place of its calls, another builtin is called. So items have types, keys are
//! not boxed, and a tuple that is nothing but a key is not made. What the loop shows to anybody is what the builtin shows:
//! items in the same order, the same comparisons, the same places in tracebacks. `list.sort` is not replaced: its list looks
//! empty meanwhile.

use super::splice;
use super::{Found, Replaced, asks_for_its_frame};
use crate::hir::{
    Block, BlockId, CompareOp, Const, Function, FunctionId, FunctionKind, Instr, Op, ParamKind, Program,
    Symbol, Terminator, VarId, VarKind,
};
use std::sync::Arc;

use super::consumer::new_var;

/// Larger lambdas stay functions.
const MOST_INSTRS: usize = 60;
/// Keys of more items are made as tuples.
const MOST_COLUMNS: usize = 8;

/// A call with a key.
pub(super) struct Keyed {
    at: usize,
    iterable: VarId,
    key: Key,
    what: What,
}

enum Key {
    /// Made by the instruction at `made`.
    Lambda {
        made: usize,
        function: FunctionId,
        closure: Vec<VarId>,
    },
    Builtin(VarId),
}

enum What {
    Sorted { list: Symbol, reverse: bool },
    Best { wins: CompareOp, default: Option<VarId> },
}

/// Whether a function of this kind is taken in here, so that it should be finished before.
pub(super) fn is_key(function: &Function) -> bool {
    let instrs: usize = function.blocks.iter().map(|block| block.instrs.len()).sum();
    let stays_out = |op: &Op| asks_for_its_frame(op) || matches!(op, Op::Globals | Op::NewCell(_));
    function.kind == FunctionKind::Lambda
        && !function.is_generator
        && !function.is_async
        && !function.uses_locals
        && function.unsupported.is_empty()
        && matches!(&function.params[..], [param] if !param.has_default
            && matches!(param.kind, ParamKind::PositionalOnly | ParamKind::PositionalOrKeyword))
        && instrs <= MOST_INSTRS
        && function.blocks.iter().all(|block| {
            block.handler.is_none()
                && !matches!(block.term, Terminator::Yield { .. } | Terminator::YieldFrom { .. })
                && !block.instrs.iter().any(|instr| stays_out(&instr.op))
        })
}

impl Keyed {
    /// The first call of a block that can be replaced.
    pub fn find(
        program: &Program,
        replaced: &Replaced,
        found: &Found,
        function: &Function,
        block: BlockId,
        list: Symbol,
    ) -> Option<Keyed> {
        let instrs = &function.blocks[block].instrs;
        instrs.iter().enumerate().find_map(|(at, instr)| {
            let Op::Call { callee, args, kwargs } = &instr.op else { return None };
            let &[iterable] = &args[..] else { return None };
            instr.dst?;
            let name = found.builtins.get(*callee).copied().flatten()?;
            let (mut key, mut other) = (None, None);
            for &(keyword, value) in kwargs {
                match program.names.text(keyword) {
                    "key" => key = Some(value),
                    name => other = Some((name, value)),
                }
            }
            let key = key?;
            let what = match (program.names.text(name), other) {
                ("min", None) => What::Best { wins: CompareOp::Lt, default: None },
                ("max", None) => What::Best { wins: CompareOp::Gt, default: None },
                ("min", Some(("default", v))) => What::Best { wins: CompareOp::Lt, default: Some(v) },
                ("max", Some(("default", v))) => What::Best { wins: CompareOp::Gt, default: Some(v) },
                ("sorted", None) if !replaced.has(list) => What::Sorted { list, reverse: false },
                ("sorted", Some(("reverse", v))) if !replaced.has(list) => {
                    let reverse =
                        instrs[..at].iter().find(|i| i.dst == Some(v)).and_then(|i| match i.op {
                            Op::Const(Const::Bool(reverse)) => Some(reverse),
                            _ => None,
                        })?;
                    What::Sorted { list, reverse }
                }
                _ => return None,
            };
            let made = instrs[..at].iter().position(|i| i.dst == Some(key));
            let key = match made.map(|made| (made, &instrs[made].op)) {
                Some((made, Op::MakeFunction { function, defaults, kwdefaults, closure, .. })) => {
                    let fits = found.uses.get(key) == Some(&1)
                        && defaults.is_empty()
                        && kwdefaults.is_empty()
                        && is_key(&program.functions[*function]);
                    if !fits {
                        return None;
                    }
                    Key::Lambda { made, function: *function, closure: closure.clone() }
                }
                Some((_, Op::LoadBuiltin(builtin))) if !replaced.has(*builtin) => Key::Builtin(key),
                _ => return None,
            };
            (!replaced.has(name)).then_some(Keyed { at, iterable, key, what })
        })
    }

    /// Puts the loop into the place of the call. The answer is the variables that the key function brought along.
    pub fn inline(self, program: &Program, into: &mut Function, block: BlockId) -> Vec<VarId> {
        let mut head = std::mem::take(&mut into.blocks[block].instrs);
        let mut rest = head.split_off(self.at);
        let call = rest.remove(0);
        let (place, handler) = (call.place, into.blocks[block].handler);
        let instr = |dst: VarId, op: Op| Instr { dst: Some(dst), op, place };
        let new_block = |into: &mut Function, instrs: Vec<Instr>, term: Terminator| {
            into.blocks.push(Block { instrs, term, term_place: place, handler })
        };
        let answer = call.dst.expect("checked by `find`");
        if into.vars[answer].kind == VarKind::Temp && matches!(self.what, What::Best { .. }) {
            into.vars[answer].kind = VarKind::Merge;
        }

        // The rest of the block, where the loop ends.
        let term = std::mem::replace(&mut into.blocks[block].term, Terminator::Unreachable);
        let term_place = into.blocks[block].term_place;
        let after = into.blocks.push(Block { instrs: rest, term, term_place, handler });

        let [iter, item] = std::array::from_fn(|_| new_var(into, VarKind::Temp));
        let next = new_block(into, vec![], Terminator::Unreachable);

        // What computes the key of the item.
        let (start, end, keys, brought) = match &self.key {
            Key::Builtin(key) => {
                let result = new_var(into, VarKind::Temp);
                let op = Op::Call { callee: *key, args: vec![item], kwargs: vec![] };
                let only = new_block(into, vec![instr(result, op)], Terminator::Unreachable);
                (only, only, vec![result], vec![])
            }
            Key::Lambda { made, function, closure } => {
                head.remove(*made);
                let body = &program.functions[*function];
                let captured = splice::captured(body, closure, None);
                let copied = splice::copy(into, (*function, body), &captured, place, handler);
                let param = copied.vars[body.params[0].var];
                let mut first = splice::unbind(into, &copied.brought, place);
                first.push(instr(param, Op::Copy(item)));
                let start = new_block(into, first, Terminator::Goto(copied.entry));
                let (end, keys) = self.returned(into, &copied.returns, place, handler);
                (start, end, keys, copied.brought)
            }
        };
        let term = Terminator::ForNext { iter, dst: item, body: start, exit: after };
        into.blocks[next].term = term;

        match self.what {
            What::Sorted { list, reverse } => {
                let [make, items] = std::array::from_fn(|_| new_var(into, VarKind::Temp));
                head.push(instr(make, Op::LoadBuiltin(list)));
                let args = vec![self.iterable];
                head.push(instr(items, Op::Call { callee: make, args, kwargs: vec![] }));
                let mut columns = vec![];
                for &key in &keys {
                    let column = new_var(into, VarKind::Temp);
                    head.push(instr(column, Op::BuildList(vec![])));
                    let append = Op::ListAppend { list: column, value: key };
                    into.blocks[end].instrs.push(Instr { dst: None, op: append, place });
                    columns.push(column);
                }
                head.push(instr(iter, Op::GetIter(items)));
                into.blocks[end].term = Terminator::Goto(next);
                let sort = Op::SortBy { items, keys: columns, reverse };
                into.blocks[after]
                    .instrs
                    .splice(0..0, [Instr { dst: None, op: sort, place }, instr(answer, Op::Copy(items))]);
            }
            What::Best { wins, default } => {
                let [best, best_key, some] = std::array::from_fn(|_| new_var(into, VarKind::Merge));
                let [compared, cond] = std::array::from_fn(|_| new_var(into, VarKind::Temp));
                let key = keys[0];
                head.extend([
                    instr(best, Op::Placeholder),
                    instr(best_key, Op::Placeholder),
                    instr(some, Op::Const(Const::Bool(false))),
                    instr(iter, Op::GetIter(self.iterable)),
                ]);
                let better = vec![
                    instr(best, Op::Copy(item)),
                    instr(best_key, Op::Copy(key)),
                    instr(some, Op::Const(Const::Bool(true))),
                ];
                let better = new_block(into, better, Terminator::Goto(next));
                let test =
                    vec![instr(compared, Op::Compare(wins, key, best_key)), instr(cond, Op::Truth(compared))];
                let test = new_block(into, test, Terminator::Branch { cond, then: better, otherwise: next });
                into.blocks[end].term = Terminator::Branch { cond: some, then: test, otherwise: better };

                let found = vec![instr(answer, Op::Copy(best))];
                let found = new_block(into, found, Terminator::Goto(after));
                let nothing = match default {
                    Some(default) => vec![instr(answer, Op::Copy(default))],
                    None => {
                        let empty = new_var(into, VarKind::Temp);
                        let mut again = call.clone();
                        if let Op::Call { args, kwargs, .. } = &mut again.op {
                            *args = vec![empty];
                            kwargs.clear();
                        }
                        vec![instr(empty, Op::Const(Const::Tuple(Arc::from([])))), again]
                    }
                };
                let nothing = new_block(into, nothing, Terminator::Goto(after));
                let choose = Terminator::Branch { cond: some, then: found, otherwise: nothing };
                let exit = new_block(into, vec![], choose);
                let term = Terminator::ForNext { iter, dst: item, body: start, exit };
                into.blocks[next].term = term;
            }
        }
        into.blocks[block].instrs = head;
        into.blocks[block].term = Terminator::Goto(next);
        brought
    }

    /// The block where control goes with a lambda's result, and the result: the items of a tuple if that is all it is for.
    fn returned(
        &self,
        into: &mut Function,
        returns: &[BlockId],
        place: crate::hir::Place,
        handler: Option<BlockId>,
    ) -> (BlockId, Vec<VarId>) {
        if let (&[at], What::Sorted { .. }) = (returns, &self.what)
            && let Terminator::Return(value) = into.blocks[at].term
            && let Some(Instr { dst: Some(dst), op: Op::BuildTuple(items), .. }) =
                into.blocks[at].instrs.last()
            && *dst == value
            && (2..=MOST_COLUMNS).contains(&items.len())
        {
            let items = items.clone();
            into.blocks[at].instrs.pop();
            let end = Block { instrs: vec![], term: Terminator::Unreachable, term_place: place, handler };
            let end = into.blocks.push(end);
            into.blocks[at].term = Terminator::Goto(end);
            return (end, items);
        }
        let result = new_var(into, VarKind::Merge);
        let end = Block { instrs: vec![], term: Terminator::Unreachable, term_place: place, handler };
        let end = into.blocks.push(end);
        for &at in returns {
            let Terminator::Return(value) = into.blocks[at].term else { continue };
            let copy = Instr { dst: Some(result), op: Op::Copy(value), place };
            into.blocks[at].instrs.push(copy);
            into.blocks[at].term = Terminator::Goto(end);
        }
        (end, vec![result])
    }
}
