//! The slow path of allocation: the next hole, medium objects, when to collect.

use super::blocks::{self, Use, YOUNG};
use super::{BLOCK, BLOCK_SHIFT, Heap, LARGE_OVER, LINE, LINE_SHIFT, LINED_FROM, LINES_PER_BLOCK, NOWHERE};

/// Blocks in which a medium object looks for a hole before it takes a fresh one.
const MOST_LOOKED_AT: usize = 16;

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
        if size < LINED_FROM
            && let Some(at) = self.bump(size)
        {
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

    /// Medium objects that do not fit the current hole have a hole of their own, so that the current
    /// one is not thrown away for them.
    fn allocate_medium(&mut self, size: usize) -> usize {
        if self.medium_cursor + size > self.medium_limit && !self.next_medium_hole(size) {
            self.make_room(BLOCK);
            let b = self.fresh_block();
            self.medium_block = NOWHERE;
            let start = self.block_address(b);
            self.open_medium(b, start, start + BLOCK);
        }
        let at = self.medium_cursor;
        self.end_medium(at + size, size);
        at
    }

    /// The medium object that was allocated with `size` bytes ends here.
    fn end_medium(&mut self, end: usize, size: usize) {
        self.medium_cursor = end;
        if size >= LINED_FROM {
            // What is left of the line reads as no object.
            let next = end.next_multiple_of(LINE);
            // SAFETY: holes end where lines do.
            unsafe { std::ptr::write_bytes(end as *mut u8, 0, next - end) }
            self.medium_cursor = next;
        }
    }

    /// Opens a hole of at least `size` bytes in a block that was swept, if one is found soon.
    fn next_medium_hole(&mut self, size: usize) -> bool {
        self.retire_medium();
        let lines = size.div_ceil(LINE);
        let mut looked_at = 0;
        loop {
            if self.medium_block != NOWHERE {
                let b = self.medium_block;
                if let Some((start, end)) = self.find_hole(b, self.medium_line, lines) {
                    self.medium_line = end;
                    let address = self.block_address(b);
                    self.begin_young(b);
                    self.open_medium(b, address + (start << LINE_SHIFT), address + (end << LINE_SHIFT));
                    return true;
                }
                if self.blocks[b].flags & YOUNG == 0 {
                    self.narrow.push(b as u32);
                }
                self.medium_block = NOWHERE;
            }
            while self.recyclable.is_empty() && self.sweep_cursor < self.sweep_end {
                self.sweep_some(64);
            }
            looked_at += 1;
            match self.recyclable.pop() {
                Some(b) if looked_at <= MOST_LOOKED_AT => {
                    self.medium_block = b as usize;
                    self.medium_line = 0;
                }
                Some(b) => {
                    self.recyclable.push(b);
                    return false;
                }
                None => return false,
            }
        }
    }

    fn open_medium(&mut self, block: usize, start: usize, end: usize) {
        self.medium_cursor = start;
        self.medium_limit = end;
        self.medium_span = self.add_span(block, start, start);
        self.young_bytes += end - start;
    }

    /// The next free lines of the block, at least `least` of them.
    fn find_hole(&self, block: usize, from: usize, least: usize) -> Option<(usize, usize)> {
        let first_line = block << (BLOCK_SHIFT - LINE_SHIFT);
        let mut i = from;
        while i < LINES_PER_BLOCK {
            while i < LINES_PER_BLOCK && self.lines[first_line + i] != 0 {
                i += 1;
            }
            let start = i;
            while i < LINES_PER_BLOCK && self.lines[first_line + i] == 0 {
                i += 1;
            }
            if i - start >= least {
                return Some((start, i));
            }
        }
        None
    }

    /// The block is about to be allocated in.
    fn begin_young(&mut self, block: usize) {
        if self.blocks[block].flags & YOUNG == 0 {
            self.blocks[block].flags |= YOUNG;
            self.blocks[block].span = 0;
            self.young_blocks.push(block as u32);
        }
    }

    /// Takes back the end of a medium object that was allocated with `from` bytes, if it is the last one; whether it is.
    pub fn shrink_medium(&mut self, object: usize, from: usize, to: usize) -> bool {
        let end = object + from;
        let end = if from >= LINED_FROM { end.next_multiple_of(LINE) } else { end };
        let is_last = self.medium_span != NOWHERE && self.medium_cursor == end;
        if is_last {
            self.end_medium(object + to, from);
        }
        is_last
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
                let hole = self.find_hole(self.hole_block, self.hole_line, self.policy.least_hole);
                self.hole_line = hole.map_or(LINES_PER_BLOCK, |(_, end)| end);
                if let Some((start, end)) = hole {
                    let address = self.block_address(self.hole_block);
                    self.open_hole(
                        self.hole_block,
                        address + (start << LINE_SHIFT),
                        address + (end << LINE_SHIFT),
                    );
                    return;
                }
                continue;
            }
            if let Some(b) = self.narrow.pop().or_else(|| self.recyclable.pop()) {
                let b = b as usize;
                debug_assert!(self.blocks[b].kind == Use::Small);
                self.begin_young(b);
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
