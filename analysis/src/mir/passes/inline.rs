//! Puts small bodies into the place of their calls, so that pass `escape` sees what becomes of the objects they make.
//!
//! ```text
//! r = Vec.__add__#1(a, b) then bb7 left _9 bb8      =>    check depth 1
//!                                                         self = a; o = b; ...the blocks of the body...
//!                                                         return v            =>  r = v; goto bb7
//!                                                         leave point 2 (..)  =>  _9 = continuation point 2 (..); goto bb8
//! ```
//!
//! Nothing can tell: what raises in such a body goes to a block that adds the traceback entry of the call. Its frame is
//! counted around what can see that, which is off the usual way only.

use super::unreachable_blocks;
use crate::index::{Idx, IndexVec};
use crate::mir::body::*;
use crate::mir::leaf::is_quiet;
use crate::mir::program::*;

/// Statements on the usual ways of a body that is copied.
const MOST_COPIED: usize = 160;
/// Statements of a body, after which it takes no more.
const MOST_TAKEN: usize = 4000;

pub fn run(program: &mut Program) {
    let mut pass = Pass { states: IndexVec::from_elem(State::New, program.instances.len()), program };
    for id in pass.program.instances.ids() {
        pass.expand(id);
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    New,
    /// One of those being expanded now: a recursive call of it is a call.
    Open,
    Done,
}

struct Pass<'a> {
    program: &'a mut Program,
    states: IndexVec<InstanceId, State>,
}

/// The parts of a [`Terminator::Call`].
struct Call {
    instance: InstanceId,
    args: Vec<Operand>,
    dst: LocalId,
    ok: BlockId,
    escaped: Option<(LocalId, BlockId)>,
    left: (LocalId, BlockId),
    site: SiteId,
}

impl Pass<'_> {
    /// Settles all the calls of an instance, those of its callees first.
    fn expand(&mut self, id: InstanceId) {
        if self.states[id] != State::New {
            return;
        }
        self.states[id] = State::Open;
        let calls: Vec<BlockId> = {
            let blocks = &self.program.instances[id].body.blocks;
            blocks.ids().filter(|&at| matches!(blocks[at].terminator, Terminator::Call { .. })).collect()
        };
        for &at in &calls {
            let blocks = &mut self.program.instances[id].body.blocks;
            let terminator = std::mem::replace(&mut blocks[at].terminator, Terminator::Unreachable);
            let Terminator::Call { instance, args, dst, ok, escaped, left, site } = terminator else {
                unreachable!("was looked for")
            };
            let call = Call { instance, args, dst, ok, escaped, left, site };
            self.expand(instance);
            let caller = &self.program.instances[id];
            let size: usize = caller.body.blocks.iter().map(|block| block.statements.len()).sum();
            let worth = !caller.cold && !caller.body.blocks[at].cold && size < MOST_TAKEN;
            let callee = &self.program.instances[instance];
            if worth && self.states[instance] == State::Done && may_be_copied(callee) {
                let (params, body) = (callee.params.clone(), callee.body.clone());
                splice(&mut self.program.instances[id].body, at, call, &params, body);
            } else {
                self.call(id, at, call);
            }
        }
        if !calls.is_empty() {
            unreachable_blocks::remove(&mut self.program.instances[id].body);
        }
        self.states[id] = State::Done;
    }

    /// A call that stays one.
    fn call(&mut self, id: InstanceId, at: BlockId, call: Call) {
        let Call { instance, args, dst, ok, escaped, site, .. } = call;
        let block = &mut self.program.instances[id].body.blocks[at];
        match escaped {
            Some(escaped) => {
                block.terminator = Terminator::CallUnboxed { instance, args, dst, ok, escaped, site };
            }
            None => {
                let op = Op::CallInstance { instance, args };
                let line = block.terminator_line;
                block.statements.push(Statement { dst: Some(dst), op, site: Some(site), line });
                block.terminator = Terminator::Goto(ok);
            }
        }
    }
}

/// Whether a body is small, and does nothing on its usual ways that could see the number of frames.
fn may_be_copied(callee: &Instance) -> bool {
    let usual = callee.body.blocks.iter().filter(|block| !block.cold);
    callee.kind == InstanceKind::Body
        && callee.counts_frame
        && !callee.cold
        && !callee.quick
        && usual.map(|block| block.statements.len() + 1).sum::<usize>() <= MOST_COPIED
        && callee.body.blocks.iter().all(|block| {
            let calls = matches!(
                block.terminator,
                Terminator::CallUnboxed { .. } | Terminator::ForNext { .. } | Terminator::Yield { .. }
            );
            let may_stay = |op: &Op| is_quiet(op) || block.cold && !matches!(op, Op::CallInstance { .. });
            !calls && block.statements.iter().all(|statement| may_stay(&statement.op))
        })
}

/// Puts a copy of `body` where the block `at` calls it.
fn splice(caller: &mut Body, at: BlockId, call: Call, params: &[LocalId], body: Body) {
    let (first_local, first_block) = (caller.locals.len(), caller.blocks.len());
    let local = |local: LocalId| LocalId::from_usize(first_local + local.index());
    let block = |block: BlockId| BlockId::from_usize(first_block + block.index());
    let line = caller.blocks[at].terminator_line;
    let (handler, site) = (caller.blocks[at].handler, Some(call.site));
    let statement = |dst: Option<LocalId>, op: Op| Statement { dst, op, site, line };

    caller.blocks[at].statements.push(statement(None, Op::CheckDepth { frames: 1 }));
    for (&param, &arg) in params.iter().zip(&call.args) {
        caller.blocks[at].statements.push(statement(Some(local(param)), Op::Copy(arg)));
    }
    caller.blocks[at].terminator = Terminator::Goto(block(BlockId::new(0)));
    body.locals.into_iter().for_each(|mut local| {
        // A debugger shows the variables of the function that it is in.
        (local.name, local.var) = (None, None);
        caller.locals.push(local);
    });
    let count = body.blocks.len();
    let pad = block(BlockId::from_usize(count));
    // Blocks that hold a statement alone, which is to be counted as one frame deeper, and their handlers.
    let mut apart: Vec<Block> = Vec::new();
    for mut copied in body.blocks {
        copied.handler = Some(copied.handler.map_or(pad, block));
        copied.terminator_line = line;
        for statement in &mut copied.statements {
            statement.line = line;
            statement.dst = statement.dst.map(local);
            statement.op.operands_mut(|operand| rename(operand, local));
            match &mut statement.op {
                Op::CheckDepth { frames } | Op::CallContinuation { frames, .. } => *frames += 1,
                _ => {}
            }
        }
        copied.terminator.operands_mut(|operand| rename(operand, local));
        copied.terminator.successors_mut(|to| *to = block(*to));
        rename_definitions(&mut copied.terminator, local);
        let terminator = std::mem::replace(&mut copied.terminator, Terminator::Unreachable);
        copied.terminator = match terminator {
            Terminator::Return(operand) => match call.escaped {
                Some((result, escaped)) if caller.repr(operand) != caller.locals[call.dst].repr => {
                    copied.statements.push(statement(Some(result), Op::Copy(operand)));
                    Terminator::Goto(escaped)
                }
                _ => {
                    copied.statements.push(statement(Some(call.dst), Op::Copy(operand)));
                    Terminator::Goto(call.ok)
                }
            },
            Terminator::Leave { instance, point, live } => {
                let op = Op::CallContinuation { instance, point, live, frames: 1 };
                // What it raises has the callee's entry in its traceback already: not to the pad.
                apart.push(Block {
                    statements: vec![statement(Some(call.left.0), op)],
                    terminator: Terminator::Goto(call.left.1),
                    terminator_line: line,
                    handler,
                    cold: true,
                    spare: false,
                });
                Terminator::Goto(BlockId::from_usize(first_block + count + apart.len()))
            }
            other => other,
        };
        let copied = count_around(copied, first_block + count + 1, &mut apart);
        caller.blocks.push(copied);
    }
    caller.blocks.push(Block {
        statements: Vec::new(),
        terminator: Terminator::Raise { site },
        terminator_line: line,
        handler,
        cold: true,
        spare: false,
    });
    apart.into_iter().for_each(|block| {
        caller.blocks.push(block);
    });
}

/// Counts a frame around each statement that could see how many there are. Such a statement stands in a block of its own,
/// because its handler has to count back; these come in `apart`, which is numbered from `first`.
fn count_around(mut block: Block, first: usize, apart: &mut Vec<Block>) -> Block {
    let is_counted = |statement: &Statement| !is_quiet(&statement.op);
    if !block.cold || !block.statements.iter().any(is_counted) {
        return block;
    }
    let count = |by: i32| Statement { dst: None, op: Op::CountFrames(by), site: None, line: 0 };
    let new = |statements, to, handler| Block {
        statements,
        terminator: Terminator::Goto(to),
        terminator_line: block.terminator_line,
        handler,
        cold: true,
        spare: false,
    };
    let outer = block.handler.expect("a copied block has one");
    let mut pieces: Vec<Vec<Statement>> = vec![Vec::new()];
    let mut counted = Vec::new();
    for statement in std::mem::take(&mut block.statements) {
        if is_counted(&statement) {
            counted.push(statement);
            pieces.push(Vec::new());
        } else {
            pieces.last_mut().expect("starts with one").push(statement);
        }
    }
    let mut pieces = pieces.into_iter();
    block.statements = pieces.next().expect("starts with one");
    let base = first + apart.len();
    let number = |at: usize, part: usize| BlockId::from_usize(base + 3 * at + part);
    let mut last = std::mem::replace(&mut block.terminator, Terminator::Goto(number(0, 0)));
    let many = counted.len();
    for (at, (statement, piece)) in counted.into_iter().zip(pieces).enumerate() {
        let alone = vec![count(1), statement, count(-1)];
        apart.push(new(alone, number(at, 2), Some(number(at, 1))));
        apart.push(new(vec![count(-1)], outer, None));
        let mut after = new(piece, number(at + 1, 0), Some(outer));
        if at + 1 == many {
            after.terminator = std::mem::replace(&mut last, Terminator::Unreachable);
        }
        apart.push(after);
    }
    block
}

fn rename(operand: &mut Operand, new: impl Fn(LocalId) -> LocalId) {
    if let Operand::Local(local) = operand {
        *local = new(*local);
    }
}

fn rename_definitions(terminator: &mut Terminator, new: impl Fn(LocalId) -> LocalId) {
    match terminator {
        Terminator::CheckedInt { dst, .. } | Terminator::ListItem { dst, .. } => *dst = new(*dst),
        Terminator::CallUnboxed { .. }
        | Terminator::Call { .. }
        | Terminator::ForNext { .. }
        | Terminator::Yield { .. } => {
            unreachable!("bodies with calls are not copied")
        }
        _ => {}
    }
}
