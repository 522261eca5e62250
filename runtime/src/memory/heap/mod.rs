//! The collected heap: non-moving, generational by sticky mark bits, mark-region in the manner of
//! Immix (Blackburn & McKinley 2008) with an incremental major collection.
//!
//! Vocabulary:
//! - *block*: 32 KB; *line*: 128 B of it; *card*: 128 B; *granule*: 8 B, the unit of mark bits.
//! - *hole*: consecutive free lines of a block; the mutator bumps a cursor through one hole at a time.
//! - *span*: the part of a hole that was filled since the last collection. Walking its objects finds
//!   their starts, which an ambiguous word on the stack is resolved against.
//! - *young*: allocated since the last collection, i.e. in a young block and not marked. *Old*: marked.
//! - *minor* collection: marks what is reachable among the young; every survivor becomes old in place.
//! - *major* collection: a second marking (`next`) of everything, made in slices after minor ones, then
//!   swapped in; blocks are swept when an allocation needs them.
//!
//! Invariants: a reachable object is marked after a collection; an old object that was stored to has
//! lost its OLD flag and stands in the log, or (large arrays) has a dirty card; at the swap no object
//! marked in `next` points to one that is not.

pub mod blocks;
pub mod cycle;
pub mod finalization;
pub mod growth;
pub mod holes;
pub mod layouts;
pub mod mark;
pub mod policy;
pub mod roots;
pub mod side_tables;
pub mod sweep;
pub mod verify;

use blocks::{Block, Span};
use side_tables::SideTable;

pub const BLOCK_SHIFT: usize = 15;
pub const BLOCK: usize = 1 << BLOCK_SHIFT;
pub const LINE_SHIFT: usize = 7;
pub const LINE: usize = 1 << LINE_SHIFT;
pub const LINES_PER_BLOCK: usize = 1 << (BLOCK_SHIFT - LINE_SHIFT);
pub const CARD_SHIFT: usize = 7;
/// Objects from this size on start at a line: where one died, another of its size fits.
pub const LINED_FROM: usize = 1 << 10;
/// Objects over this size get a run of blocks of their own.
pub const LARGE_OVER: usize = 16 << 10;

/// No span, no block.
const NOWHERE: usize = usize::MAX;

/// The one heap. All addresses are offsets from `base` where a table is indexed.
pub struct Heap {
    base: usize,
    /// Bytes of the reserved range.
    reserved: usize,
    /// Bytes in use: `top` blocks.
    size: usize,
    stack_base: usize,

    /// Current marking: one bit a granule, one byte a line.
    marks: SideTable<u64>,
    lines: SideTable<u8>,
    /// The marking that a running major collection builds.
    next_marks: SideTable<u64>,
    next_lines: SideTable<u8>,
    /// Object starts in young blocks, filled on demand.
    starts: SideTable<u64>,
    cards: SideTable<u8>,
    blocks: SideTable<Block>,

    top: usize,
    /// Hints: blocks that were free when they were pushed.
    free: Vec<u32>,
    /// Swept blocks with enough free lines.
    recyclable: Vec<u32>,
    /// Of these, the ones in which no hole was large enough for a medium object.
    narrow: Vec<u32>,
    young_blocks: Vec<u32>,
    spans: Vec<Span>,
    used_blocks: usize,

    /// The hole being filled: block, first line not looked at yet, span.
    hole_block: usize,
    hole_line: usize,
    hole_span: usize,
    /// End of the hole; the mutator's limit may be lower (stress mode).
    hole_end: usize,
    /// A second hole, and the block it is in, for medium objects that do not fit the first.
    medium_block: usize,
    medium_line: usize,
    medium_cursor: usize,
    medium_limit: usize,
    medium_span: usize,

    /// First blocks of large objects; those from `large_young` on are young.
    larges: Vec<u32>,
    large_young: usize,
    large_hint: usize,

    /// Old objects that were stored to.
    log: Vec<usize>,
    grey: Vec<usize>,
    /// Grey objects of the major marking, and arrays of which a part is scanned.
    major_grey: Vec<usize>,
    major_chunks: Vec<(usize, usize)>,
    stack_roots: Vec<usize>,
    stack_copy: roots::StackCopy,
    /// Freed runs of blocks (first, last) whose memory is to go back to the system.
    releasing: Vec<(u32, u32)>,

    marking: bool,
    live: usize,
    next_live: usize,
    sweep_cursor: usize,
    sweep_end: usize,
    young_bytes: usize,
    /// Bytes that trace functions and the marker have handled in this slice.
    work: usize,

    policy: policy::Policy,
    finalization: finalization::Finalization,
    /// CPU time at which the running collection began.
    started: f64,
    stress: u64,
    /// The number of slow allocations at which stress mode collects next.
    stress_at: u64,
    allocations: u64,
    verify: bool,
    collecting: bool,
    pub statistics: policy::Statistics,
}

static mut HEAP: Option<Heap> = None;

/// The heap, once [`init`] ran.
#[inline(always)]
pub fn heap() -> &'static mut Heap {
    // SAFETY: one mutator thread; `init` runs before the first allocation. References do not live
    // across Python code because nothing here calls any.
    unsafe { (*(&raw mut HEAP)).as_mut().unwrap_unchecked() }
}

/// Whether [`init`] ran.
pub fn is_made() -> bool {
    // SAFETY: one mutator thread.
    unsafe { (*(&raw const HEAP)).is_some() }
}

/// Reserves the heap. `stack_base` is the highest stack address that may hold a pointer.
///
/// # Errors
/// When not even the smallest range can be reserved.
pub fn init(stack_base: usize) -> Result<(), String> {
    let policy = policy::Policy::from_environment();
    let (reserved, base) = side_tables::reserve_heap()?;
    let blocks = reserved >> BLOCK_SHIFT;
    let heap = Heap {
        base,
        reserved,
        size: 0,
        stack_base,
        marks: SideTable::new(reserved >> 9)?,
        lines: SideTable::new(reserved >> LINE_SHIFT)?,
        next_marks: SideTable::new(reserved >> 9)?,
        next_lines: SideTable::new(reserved >> LINE_SHIFT)?,
        starts: SideTable::new(reserved >> 9)?,
        cards: SideTable::new(reserved >> CARD_SHIFT)?,
        blocks: SideTable::new(blocks)?,
        top: 0,
        free: vec![],
        recyclable: vec![],
        narrow: vec![],
        young_blocks: vec![],
        spans: vec![],
        used_blocks: 0,
        hole_block: NOWHERE,
        hole_line: LINES_PER_BLOCK,
        hole_span: NOWHERE,
        hole_end: 0,
        medium_block: NOWHERE,
        medium_line: LINES_PER_BLOCK,
        medium_cursor: 0,
        medium_limit: 0,
        medium_span: NOWHERE,
        larges: vec![],
        large_young: 0,
        large_hint: 0,
        log: vec![],
        grey: vec![],
        major_grey: vec![],
        major_chunks: vec![],
        stack_roots: vec![],
        stack_copy: roots::StackCopy::default(),
        releasing: vec![],
        started: 0.0,
        marking: false,
        live: 0,
        next_live: 0,
        sweep_cursor: 0,
        sweep_end: 0,
        young_bytes: 0,
        work: 0,
        stress: policy.stress,
        stress_at: policy.stress,
        verify: policy.verify,
        policy,
        finalization: finalization::Finalization::default(),
        allocations: 0,
        collecting: false,
        statistics: policy::Statistics::default(),
    };
    // SAFETY: first and only initialization, on the mutator thread.
    unsafe {
        let m = crate::core::mutator();
        (*m).head.heap_base = base;
        (*m).head.cards = heap.cards.address();
        *(&raw mut HEAP) = Some(heap);
    }
    Ok(())
}
