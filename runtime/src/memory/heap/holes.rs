//! The slow path of allocation: the next hole, medium objects, when to collect.

use super::blocks::{self, Use, YOUNG};
use super::{BLOCK, BLOCK_SHIFT, Heap, LARGE_OVER, LINE, LINE_SHIFT, LINES_PER_BLOCK, NOWHERE};

impl Heap {
    /// Space for an object of `size` bytes, a multiple of 8, when the current hole has none.
    pub fn allocate_slow(&mut self, size: usize) -> usize {
        self.allocations += 1;
        if self.stress > 0 {
            if self.allocations >= self.stress_at {
                self.collect(self.statistics.minors % 7 == 6);
                // The more there is to look at, the less often: the whole stays linear in what a
                // program allocates.
                let here = 0u8;
                let stack = self.stack_base.saturating_sub(&raw const here as usize);
                self.stress_at = self.allocations + self.stress.max(((self.live + stack) / 1024) as u64);
            }
        } else if self.young_bytes >= self.policy.nursery {
            self.collect(false);
        }
        if size > LARGE_OVER {
            self.make_room(size);
            return self.allocate_large(size);
        }
        if let Some(at) = self.bump(size) {
            return at;
        }
        if size > LINE {
            return self.allocate_medium(size);
        }
        loop {
            self.next_hole();
            if let Some(at) = self.bump(size) {
                return at;
            }
        }
    }

    fn bump(&mut self, size: usize) -> Option<usize> {
        let (cursor, limit) = blocks::cursor();
        if *cursor + size > self.hole_end {
            return None;
        }
        let at = *cursor;
        *cursor += size;
        if self.stress > 0 {
            *limit = *cursor;
        }
        Some(at)
    }

    /// Medium objects that do not fit the current hole go to a block of their own kind, so that the
    /// hole is not thrown away for them.
    fn allocate_medium(&mut self, size: usize) -> usize {
        if self.medium_cursor + size > self.medium_limit {
            self.retire_medium();
            let b = self.fresh_block();
            let start = self.block_address(b);
            self.medium_cursor = start;
            self.medium_limit = start + BLOCK;
            self.medium_span = self.add_span(b, start, start);
            self.young_bytes += BLOCK;
        }
        let at = self.medium_cursor;
        self.medium_cursor += size;
        at
    }

    pub(super) fn retire_medium(&mut self) {
        if self.medium_span != NOWHERE {
            self.spans[self.medium_span].end = self.medium_cursor;
            self.medium_span = NOWHERE;
        }
        self.medium_cursor = 0;
        self.medium_limit = 0;
    }

    /// Closes the current hole: its span ends where the mutator's cursor stands.
    pub(super) fn retire_hole(&mut self) {
        let (cursor, limit) = blocks::cursor();
        if self.hole_span != NOWHERE {
            self.spans[self.hole_span].end = *cursor;
            self.hole_span = NOWHERE;
        }
        *cursor = 0;
        *limit = 0;
        self.hole_end = 0;
    }

    fn open_hole(&mut self, block: usize, start: usize, end: usize) {
        self.hole_span = self.add_span(block, start, end);
        self.young_bytes += end - start;
        self.hole_end = end;
        let (cursor, limit) = blocks::cursor();
        *cursor = start;
        *limit = if self.stress > 0 { start } else { end };
    }

    /// Opens the next hole: in the current block, a recyclable block, or a fresh one.
    fn next_hole(&mut self) {
        self.retire_hole();
        loop {
            if self.hole_line < LINES_PER_BLOCK {
                let first_line = self.hole_block << (BLOCK_SHIFT - LINE_SHIFT);
                let mut i = self.hole_line;
                while i < LINES_PER_BLOCK && self.lines[first_line + i] != 0 {
                    i += 1;
                }
                let start = i;
                while i < LINES_PER_BLOCK && self.lines[first_line + i] == 0 {
                    i += 1;
                }
                self.hole_line = i;
                // One line alone is not worth a span.
                if i - start >= 2 {
                    let address = self.block_address(self.hole_block);
                    self.open_hole(
                        self.hole_block,
                        address + (start << LINE_SHIFT),
                        address + (i << LINE_SHIFT),
                    );
                    return;
                }
                continue;
            }
            if let Some(b) = self.recyclable.pop() {
                let b = b as usize;
                debug_assert!(self.blocks[b].kind == Use::Small);
                self.blocks[b].flags |= YOUNG;
                self.blocks[b].span = 0;
                self.young_blocks.push(b as u32);
                self.hole_block = b;
                self.hole_line = 0;
                continue;
            }
            if self.sweep_cursor < self.sweep_end {
                self.sweep_some(64);
                if !self.recyclable.is_empty() {
                    continue;
                }
            }
            self.make_room(BLOCK);
            let b = self.fresh_block();
            self.hole_block = b;
            self.hole_line = LINES_PER_BLOCK;
            let address = self.block_address(b);
            self.open_hole(b, address, address + BLOCK);
            return;
        }
    }
}
