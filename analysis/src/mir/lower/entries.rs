//! What a function has besides its body: the boxed entry that any caller may use, and for a generator function the maker
//! of the generator and the resume function.

use super::leaving::tag_of;
use super::{Lowering, declare_params, function};
use crate::hir;
use crate::mir::body::*;
use crate::mir::passes::{self, generators};
use crate::mir::program::*;
use crate::mir::repr::{Layout, Repr};
use crate::types::{InstanceKey, Point};
use runtime_interface::rows::Rt;

/// How many typed instances a boxed entry tries.
pub(super) const MOST_TRIED: usize = 3;

impl Lowering<'_> {
    /// ```text
    /// entry(callee, args, nargs, kwnames):
    ///     if nargs == N and kwnames is null: take the arguments as they are
    ///     else: bind them
    ///     if the arguments fit a typed instance: return that(callee, arguments)
    ///     return body(callee, arguments)
    /// ```
    pub(super) fn lower_boxed_entry(&mut self, id: hir::FunctionId, instance: InstanceId) {
        let function = self.function(id);
        let mut body = Body::default();
        let params =
            declare_params(&mut body, [Repr::Ptr(Layout::Function), Repr::Raw, Repr::Raw, Repr::Raw]);
        let [callee, args, nargs, kwnames] = params[..] else { unreachable!() };
        let count = function.params.len();
        let arguments = declare_params(&mut body, (0..count).map(|_| Repr::Value));

        let start = body.new_block(None);
        let bind = body.new_block(None);
        let call = body.new_block(None);
        body.blocks[bind].cold = true;
        if function.positional() == count {
            let no_keywords = body.new_block(None);
            let take = body.new_block(None);
            let right_count = body.new_local(Repr::Bool);
            let none_named = body.new_local(Repr::Bool);
            let wanted = Const::Raw(count as u64);
            push(
                &mut body,
                start,
                Some(right_count),
                Op::CompareRaw(CompareOp::Eq, nargs.into(), wanted.into()),
            );
            body.blocks[start].terminator =
                Terminator::Branch { cond: right_count.into(), then: no_keywords, otherwise: bind };
            push(
                &mut body,
                no_keywords,
                Some(none_named),
                Op::CompareRaw(CompareOp::Eq, kwnames.into(), Const::Null.into()),
            );
            body.blocks[no_keywords].terminator =
                Terminator::Branch { cond: none_named.into(), then: take, otherwise: bind };
            load_items(&mut body, take, args, &arguments);
            body.blocks[take].terminator = Terminator::Goto(call);
        } else {
            body.blocks[start].terminator = Terminator::Goto(bind);
            body.blocks[bind].cold = false;
        }

        let bound = body.new_local(Repr::Raw);
        let status = body.new_local(Repr::Bool);
        push(&mut body, bind, Some(bound), Op::StackArray(count as u32));
        let operands = [callee, args, nargs, kwnames, bound].map(|l| Arg::Operand(l.into()));
        push(&mut body, bind, Some(status), Op::Rt { row: Rt::tp_bind_arguments, args: operands.into() });
        load_items(&mut body, bind, bound, &arguments);
        body.blocks[bind].terminator = Terminator::Goto(call);

        self.call_by_types(&mut body, call, id, callee, &arguments);
        self.fill(instance, params, body);
    }

    /// Calls the first instance whose unboxed parameters the arguments fit, the dynamic one if none does.
    fn call_by_types(
        &mut self,
        body: &mut Body,
        start: BlockId,
        id: hir::FunctionId,
        callee: LocalId,
        arguments: &[LocalId],
    ) {
        let function = self.function(id);
        let mut targets: Vec<InstanceKey> = self.types.boxed(id);
        targets.retain(|&key| self.is_typed(key));
        targets.truncate(MOST_TRIED);
        targets.push(InstanceKey::dynamic(id));
        let mut block = start;
        for target in targets {
            let mut operands: Vec<Operand> = Vec::new();
            if !function.free.is_empty() {
                operands.push(callee.into());
            }
            let next = body.new_block(None);
            let mut takes_any = true;
            for (param, &argument) in function.params.iter().zip(arguments) {
                let repr = self.param_repr(target, param.var);
                if repr == Repr::Value {
                    operands.push(argument.into());
                    continue;
                }
                takes_any = false;
                let fits = body.new_local(Repr::Bool);
                let unboxed = body.new_local(repr);
                let then = body.new_block(None);
                push(body, block, Some(fits), Op::TagIs(argument.into(), tag_of(repr)));
                body.blocks[block].terminator =
                    Terminator::Branch { cond: fits.into(), then, otherwise: next };
                push(body, then, Some(unboxed), Op::Unbox(argument.into()));
                operands.push(unboxed.into());
                block = then;
            }
            let instance = self.body_instance(target);
            let result = body.new_local(Repr::Value);
            push(body, block, Some(result), Op::CallInstance { instance, args: operands });
            body.blocks[block].terminator = Terminator::Return(result.into());
            if takes_any {
                return passes::unreachable_blocks::remove(body);
            }
            block = next;
        }
    }

    /// The resume function of a generator in a context, and the size of its frame.
    fn resume(&mut self, key: InstanceKey) -> (InstanceId, u32) {
        if let Some(&resume) = self.resumes.get(&key) {
            return resume;
        }
        let function = self.function(key.function);
        let resume = self.new_instance(key.function, InstanceKind::GeneratorResume, "/resume");
        let (params, mut body) = function::lower_resume(self, key);
        let first_free = function.params.len() as u32 + !function.free.is_empty() as u32;
        let frame_size =
            generators::make_state_machine(&mut body, &params, first_free, &[], handles(function));
        self.fill(resume, params, body);
        self.resumes.insert(key, (resume, frame_size));
        (resume, frame_size)
    }

    /// The form of a generator that goes on where a typed one has left: a resume function, too. Its points are states.
    pub(super) fn lower_generator_continuation(
        &mut self,
        id: hir::FunctionId,
        instance: InstanceId,
        points: Vec<(Point, Vec<hir::VarId>)>,
    ) {
        let function = self.function(id);
        // The function object, if there is one, comes first.
        let most = points.iter().map(|(_, live)| live.len() + 1).max().unwrap_or(0) as u32;
        let (params, mut body, entered) = function::lower_resume_continuation(self, id, points);
        let first_free = function.params.len() as u32 + !function.free.is_empty() as u32;
        let frame_size =
            generators::make_state_machine(&mut body, &params, first_free, &entered, handles(function));
        self.fill(instance, params, body);
        let code = self.code(id);
        self.program.codes[code].frame_size = frame_size.max(most);
    }

    /// The body of a generator function makes the generator and puts the arguments into the first slots of its frame, the
    /// function object after them if there is a closure. The Python body is the resume function.
    pub(super) fn lower_generator(&mut self, key: InstanceKey, maker: InstanceId) {
        let function = self.function(key.function);
        let code = self.code(key.function);
        let typed = if key.is_dynamic() { self.types.generator(key.function) } else { key };
        let (resume, frame_size) =
            self.resume(if self.is_typed(typed) { typed } else { InstanceKey::dynamic(key.function) });

        let mut body = Body::default();
        let has_closure = !function.free.is_empty();
        let closure = has_closure.then_some(Repr::Ptr(Layout::Function));
        let reprs: Vec<Repr> = function.params.iter().map(|param| self.param_repr(key, param.var)).collect();
        let params = declare_params(&mut body, closure.into_iter().chain(reprs));
        let block = body.new_block(None);
        let value = body.new_local(Repr::Value);
        let generator = body.new_local(Repr::Ptr(Layout::Generator));
        let callee = if has_closure { params[0].into() } else { Operand::Const(Const::Null) };
        let operands = [
            Operand::Const(Const::Code(code)),
            Const::Instance(resume).into(),
            Const::I64(frame_size as i64).into(),
            callee,
        ];
        let args = operands.into_iter().map(Arg::Operand).collect();
        push(&mut body, block, Some(value), Op::Rt { row: Rt::tp_make_generator, args });
        push(&mut body, block, Some(generator), Op::Unbox(value.into()));
        for (index, &param) in params[has_closure as usize..].iter().enumerate() {
            let store =
                Op::StoreFrame { generator: generator.into(), index: index as u32, value: param.into() };
            push(&mut body, block, None, store);
        }
        if has_closure {
            let boxed = body.new_local(Repr::Value);
            push(&mut body, block, Some(boxed), Op::Box(callee));
            let index = function.params.len() as u32;
            let store = Op::StoreFrame { generator: generator.into(), index, value: boxed.into() };
            push(&mut body, block, None, store);
        }
        body.blocks[block].terminator = Terminator::Return(value.into());
        self.fill(maker, params, body);
    }
}

/// Whether it may be suspended while it handles an exception.
pub(super) fn handles(function: &hir::Function) -> bool {
    let instrs = function.blocks.iter().flat_map(|block| &block.instrs);
    instrs.into_iter().any(|instr| matches!(instr.op, hir::Op::EnterHandler(_)))
}

/// A statement without site: errors of binding belong to the caller's place, so entries add no traceback entry.
fn push(body: &mut Body, block: BlockId, dst: Option<LocalId>, op: Op) {
    body.blocks[block].statements.push(Statement { dst, op, site: None, line: 0 });
}

fn load_items(body: &mut Body, block: BlockId, array: LocalId, locals: &[LocalId]) {
    for (index, &local) in locals.iter().enumerate() {
        push(body, block, Some(local), Op::LoadItem { array: array.into(), index: index as u32 });
    }
}
