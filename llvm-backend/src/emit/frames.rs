//! The count of Python frames and the room on the stack: what a function tests at its entry, and where the count stands.

use crate::{
    emit::{alias::Region, function::FunctionEmitter, unit::takes_depth},
    error::Result,
};
use analysis::mir::{Body, Op, SiteId, Terminator};
use inkwell::{
    IntPredicate,
    values::{IntValue, PointerValue},
};
use runtime_interface::{
    layout::mutator,
    rows::{Effects, Rt},
};

/// How a function counts its frame.
///
/// The number goes from call to call in a register. The mutator's word has to say the same only where the run time or the
/// entry of some function reads it. A function that calls nothing but such as take the number is *lazy*: it leaves the word
/// alone, but for the calls on its cold ways. Whoever changes the word gives it back its old contents.
#[derive(Clone, Copy)]
pub(super) struct Depth<'ctx> {
    /// The frames with this one.
    with: IntValue<'ctx>,
    /// The mutator's word when the function was entered.
    before: IntValue<'ctx>,
    /// Where a lazy function keeps the word's old contents while it has changed it, else -1.
    lazily: Option<PointerValue<'ctx>>,
}

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    /// Counts the Python frame and checks depth and stack; goes on to the first block.
    pub(super) fn enter_frame(&mut self) -> Result<()> {
        let first = self.blocks[0];
        if !self.instance.counts_frame {
            self.builder().build_unconditional_branch(first)?;
            return Ok(());
        }
        let depth = match self.function.get_last_param() {
            Some(depth) if takes_depth(self.instance) => depth.into_int_value(),
            _ => self.load_mutator(mutator::DEPTH)?,
        };
        let limit = self.load_mutator(mutator::DEPTH_LIMIT)?;
        let over = self.builder().build_int_compare(IntPredicate::SGE, depth, limit, "")?;
        if self.leaf {
            return self.begin(over);
        }
        let with = self.builder().build_int_nsw_add(depth, self.constant_word(1), "depth")?;
        let is_lazy = takes_depth(self.instance) && is_lazy(self.body);
        let (before, lazily) = match is_lazy {
            true => {
                let none = self.constant_word(u64::MAX);
                let kept = self.builder().build_alloca(self.unit.types.i64, "depth.before")?;
                self.builder().build_store(kept, none)?;
                (none, Some(kept))
            }
            false => (self.load_mutator(mutator::DEPTH)?, None),
        };
        self.depth = Some(Depth { with, before, lazily });
        if self.is_copy {
            return self.begin(over);
        }
        let stack_limit = self.load_mutator(mutator::STACK_LIMIT)?;
        let stack = self.stack_pointer()?;
        let low = self.builder().build_int_compare(IntPredicate::ULT, stack, stack_limit, "")?;
        let fail = self.builder().build_or(over, low, "")?;
        self.begin(fail)
    }

    /// Counts the frame, unless that makes no difference, and goes on to the first block, if not `too_deep`.
    fn begin(&mut self, too_deep: IntValue<'ctx>) -> Result<()> {
        let [raise, counted] =
            ["too.deep", "counted"].map(|name| self.unit.context.append_basic_block(self.function, name));
        let branch = self.builder().build_conditional_branch(too_deep, raise, counted)?;
        self.mark_unlikely(branch, true)?;
        self.unit.builder.position_at_end(raise);
        self.call_row(Rt::tp_raise_recursion, &[])?;
        self.return_error()?;
        self.unit.builder.position_at_end(counted);
        if let Some(Depth { with, lazily: None, .. }) = self.depth {
            self.store_depth(with)?;
        }
        let first = self.blocks[0];
        self.builder().build_unconditional_branch(first)?;
        Ok(())
    }

    /// Adds to the count of Python frames.
    pub fn count_frame(&mut self, by: i64) -> Result<()> {
        let depth = self.load_mutator(mutator::DEPTH)?;
        let address = self.mutator_field(mutator::DEPTH)?;
        let by = self.constant_word(by as u64);
        let depth = self.builder().build_int_nsw_add(depth, by, "depth")?;
        self.store_scalar_at(address, depth, Region::Mutator)
    }

    /// Whether this is a Python frame that is counted only where it matters.
    pub fn is_uncounted(&self) -> bool {
        self.leaf && self.instance.counts_frame
    }

    /// The prologue's test of a body that stands in the place of its call.
    pub fn check_depth(&mut self, frames: u32, site: Option<SiteId>) -> Result<()> {
        let depth = match self.function.get_last_param() {
            Some(depth) if self.is_uncounted() && takes_depth(self.instance) => depth.into_int_value(),
            _ => self.frames()?,
        };
        let more = u64::from(frames) - 1 + u64::from(self.is_uncounted());
        let depth = self.builder().build_int_nsw_add(depth, self.constant_word(more), "")?;
        let limit = self.load_mutator(mutator::DEPTH_LIMIT)?;
        let over = self.builder().build_int_compare(IntPredicate::SGE, depth, limit, "")?;
        self.raise_by(over, Rt::tp_raise_recursion, &[], site)
    }

    pub fn store_depth(&mut self, depth: IntValue<'ctx>) -> Result<()> {
        let address = self.mutator_field(mutator::DEPTH)?;
        self.store_scalar_at(address, depth, Region::Mutator)
    }

    /// The number of frames with this one, where the mutator's word does not say it.
    fn untold_depth(&mut self) -> Result<Option<IntValue<'ctx>>> {
        let before = match (self.depth, self.function.get_last_param()) {
            (Some(depth), _) => return Ok(depth.lazily.map(|_| depth.with)),
            (None, Some(depth)) if self.is_uncounted() && takes_depth(self.instance) => {
                depth.into_int_value()
            }
            (None, _) if self.is_uncounted() => self.load_mutator(mutator::DEPTH)?,
            _ => return Ok(None),
        };
        Ok(Some(self.builder().build_int_nsw_add(before, self.constant_word(1), "depth")?))
    }

    /// Counts the frames of bodies that stand in the place of their calls, and this one where it is not counted. The answer
    /// is the word's old contents.
    pub fn enter_inlined(&mut self, frames: u32) -> Result<IntValue<'ctx>> {
        let before = self.load_mutator(mutator::DEPTH)?;
        let depth = match self.depth {
            Some(_) => before,
            None => self.untold_depth()?.unwrap_or(before),
        };
        let more = self.constant_word(u64::from(frames));
        let depth = self.builder().build_int_nsw_add(depth, more, "depth")?;
        self.store_depth(depth)?;
        Ok(before)
    }

    /// A leaf or lazy function counts its frame where it leaves for code that may read the count. The answer is what
    /// [`Self::leave_late`] is to store.
    pub fn enter_late(&mut self) -> Result<Option<IntValue<'ctx>>> {
        let Some(with) = self.untold_depth()? else { return Ok(None) };
        let before = self.load_mutator(mutator::DEPTH)?;
        self.store_depth(with)?;
        Ok(Some(before))
    }

    /// Undoes [`Self::enter_late`], and [`Self::enter_frame`].
    pub fn leave_late(&mut self, before: Option<IntValue<'ctx>>) -> Result<()> {
        match before {
            Some(before) => self.store_depth(before),
            None => self.leave_frame(),
        }
    }

    /// Undoes [`Self::enter_frame`] on every way out.
    pub fn leave_frame(&mut self) -> Result<()> {
        match self.depth {
            Some(Depth { before, lazily: None, .. }) => self.store_depth(before),
            _ => Ok(()),
        }
    }

    /// In a lazy function: the count is in the mutator's word while an operation runs that may read it. The answer is the
    /// word's old contents, if it was changed.
    pub(super) fn tell_depth(&mut self, op: &Op) -> Result<Option<IntValue<'ctx>>> {
        match self.depth {
            Some(Depth { with, lazily: Some(kept), .. }) if reads_depth(op) => {
                let before = self.load_mutator(mutator::DEPTH)?;
                self.builder().build_store(kept, before)?;
                self.store_depth(with)?;
                Ok(Some(before))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn untell_depth(&mut self, before: Option<IntValue<'ctx>>) -> Result<()> {
        before.map_or(Ok(()), |before| self.store_depth(before))
    }

    /// The same after an operation that raised: whether it had changed the word is not known here.
    pub(super) fn untell_raised(&mut self) -> Result<()> {
        let Some(Depth { lazily: Some(kept), .. }) = self.depth else { return Ok(()) };
        let before = self.builder().build_load(self.unit.types.i64, kept, "")?.into_int_value();
        let now = self.load_mutator(mutator::DEPTH)?;
        let none = self.constant_word(u64::MAX);
        let unchanged = self.builder().build_int_compare(IntPredicate::EQ, before, none, "")?;
        let depth = self.builder().build_select(unchanged, now, before, "")?.into_int_value();
        self.store_depth(depth)
    }

    /// How many Python frames there are now: what a callee is told.
    pub fn frames(&mut self) -> Result<IntValue<'ctx>> {
        match self.depth {
            Some(depth) => Ok(depth.with),
            None => self.load_mutator(mutator::DEPTH),
        }
    }

    fn mutator_field(&mut self, offset: u64) -> Result<PointerValue<'ctx>> {
        let block = self.unit.mutator();
        self.offset(block, offset)
    }

    fn load_mutator(&mut self, offset: u64) -> Result<IntValue<'ctx>> {
        let address = self.mutator_field(offset)?;
        self.load_word(address, Region::Mutator)
    }

    fn stack_pointer(&mut self) -> Result<IntValue<'ctx>> {
        let context = self.unit.context;
        let register = context.metadata_node(&[context.metadata_string("rsp").into()]);
        let read = self.unit.intrinsic("llvm.read_register")?;
        let call = self.builder().build_call(read, &[register.into()], "sp")?;
        Ok(call.try_as_basic_value().unwrap_basic().into_int_value())
    }
}

/// Whether the operation may run what reads the count of frames from the mutator's word.
fn reads_depth(op: &Op) -> bool {
    match op {
        Op::CallInstance { .. } | Op::CheckDepth { .. } => false,
        Op::Rt { row, .. } => row.row().effects.has(Effects::CALLS),
        Op::CheckBound { .. } => false,
        op => op.may_raise(),
    }
}

/// Whether nothing on the usual ways of a body reads the count of frames from the mutator's word.
fn is_lazy(body: &Body) -> bool {
    body.blocks.iter().all(|block| {
        let reads = matches!(
            block.terminator,
            Terminator::ForNext { .. } | Terminator::StoreListItem { .. } | Terminator::Yield { .. }
        );
        // The frames of bodies that stand in the place of their calls are counted in the word.
        let counts = block.statements.iter().any(|statement| matches!(statement.op, Op::CountFrames(_)));
        !reads
            && !counts
            && (block.cold || !block.statements.iter().any(|statement| reads_depth(&statement.op)))
    })
}
