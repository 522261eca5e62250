//! One collection: a minor one, then a slice of the major marking if one is due.

use super::policy::{Slice, cpu_seconds};
use super::{Heap, LINES_PER_BLOCK, NOWHERE};

/// Blocks that one collection gives back to the system.
const RELEASED_AT_ONCE: usize = 512;

impl Heap {
    /// Collects the young; `full` also completes a major collection and sweeps everything.
    #[inline(never)]
    pub fn collect(&mut self, full: bool) {
        debug_assert!(!self.collecting, "a trace function allocated");
        self.collecting = true;
        crate::containers::dict_memo::forget();
        self.started = cpu_seconds();
        self.retire_hole();
        self.retire_medium();
        self.scan_stack(self.verify);
        let live_before = self.live;

        let cards = self.minor_mark();
        self.sweep_young();
        let promoted = self.live.saturating_sub(live_before);
        self.pace_minor(cards, promoted);
        self.hole_block = NOWHERE;
        self.hole_line = LINES_PER_BLOCK;
        self.medium_block = NOWHERE;
        self.statistics.minors += 1;

        let minor = cpu_seconds() - self.started;
        self.statistics.longest_minor = self.statistics.longest_minor.max(minor);

        if self.sweep_cursor < self.sweep_end {
            self.sweep_some(1024);
        }
        self.release_some(if full { usize::MAX } else { RELEASED_AT_ONCE });
        if full && self.marking {
            // A marking that began earlier keeps what died since: finish it, then mark afresh.
            self.major_slice(Slice::Whole);
        }
        if full || self.marking || self.is_major_due() {
            self.major_slice(if full { Slice::Whole } else { Slice::Part { promoted } });
            if full {
                self.sweep_some(usize::MAX);
                self.release_some(usize::MAX);
            }
        }
        let pause = cpu_seconds() - self.started;
        self.statistics.total += pause;
        self.statistics.longest_pause = self.statistics.longest_pause.max(pause);
        if self.verify {
            self.verify_heap();
        }
        self.collecting = false;
        if self.finalization.is_pending() {
            super::finalization::request_safepoint();
        }
    }

    fn minor_mark(&mut self) -> usize {
        let stack = std::mem::take(&mut self.stack_roots);
        for &object in &stack {
            self.discover(object);
        }
        self.stack_roots = stack;
        let mut roots = vec![];
        self.for_each_precise_root(|p| roots.push(p));
        for p in roots {
            self.discover(p);
        }
        let cards = self.scan_remembered();
        self.drain();
        self.find_dead_young();
        cards
    }

    /// A slice of the major marking, begun if none runs; the whole completes it.
    fn major_slice(&mut self, slice: Slice) {
        if !self.marking {
            self.sweep_some(usize::MAX);
            self.marking = true;
            self.next_live = 0;
            self.grey_roots();
        }
        if !self.drain_major(slice) {
            return;
        }
        // The roots once more: they changed while marking ran, without a barrier.
        self.grey_roots();
        self.drain_major(Slice::Whole);
        self.find_dead();
        self.swap_markings();
        self.statistics.majors += 1;
    }

    fn grey_roots(&mut self) {
        self.scan_stack(true);
        let stack = std::mem::take(&mut self.stack_roots);
        self.major_grey.extend_from_slice(&stack);
        self.stack_roots = stack;
        let mut roots = vec![];
        self.for_each_precise_root(|p| roots.push(p));
        for p in roots {
            self.discover_major(p);
        }
    }
}
