//! Sweeping: young blocks after each minor collection, all blocks lazily after a major one.

use super::blocks::{Block, PARSED, UNSWEPT, Use};
use super::{BLOCK_SHIFT, Heap, LINE_SHIFT, LINES_PER_BLOCK};

const MARK_WORDS: usize = 1 << (BLOCK_SHIFT - 9);
/// What freed memory reads as in stress mode.
const POISON: u8 = 0xdd;

impl Heap {
    /// Classifies a block of small objects by its line marks.
    pub(super) fn sweep_block(&mut self, b: usize) {
        if self.blocks[b].flags & PARSED != 0 {
            self.starts.clear(b * MARK_WORDS, MARK_WORDS);
        }
        self.blocks[b].flags = 0;
        self.blocks[b].span = 0;
        let first = b << (BLOCK_SHIFT - LINE_SHIFT);
        let mut used = 0;
        for i in 0..LINES_PER_BLOCK {
            used += self.lines[first + i] as usize;
        }
        if self.stress > 0 {
            self.poison_free_lines(b);
        }
        if used == 0 {
            self.blocks[b] = Block { kind: Use::Free, flags: 0, span: 0, run: 0 };
            self.free.push(b as u32);
            self.used_blocks -= 1;
        } else if LINES_PER_BLOCK - used >= self.policy.least_free {
            self.recyclable.push(b as u32);
        }
    }

    fn poison_free_lines(&mut self, b: usize) {
        let first = b << (BLOCK_SHIFT - LINE_SHIFT);
        for i in 0..LINES_PER_BLOCK {
            if self.lines[first + i] == 0 {
                let at = self.block_address(b) + (i << LINE_SHIFT);
                // SAFETY: no live object touches an unmarked line.
                unsafe { std::ptr::write_bytes(at as *mut u8, POISON, 1 << LINE_SHIFT) }
            }
        }
    }

    /// After a minor marking: every block that was allocated in.
    pub(super) fn sweep_young(&mut self) {
        let young = std::mem::take(&mut self.young_blocks);
        for &b in young.iter().rev() {
            self.sweep_block(b as usize);
        }
        self.young_blocks = young;
        self.young_blocks.clear();
        self.sweep_larges(self.large_young);
        self.spans.clear();
        self.young_bytes = 0;
    }

    /// Sweeps up to `count` blocks that the last major collection left.
    pub(super) fn sweep_some(&mut self, mut count: usize) {
        while self.sweep_cursor < self.sweep_end && count > 0 {
            let b = self.sweep_cursor;
            self.sweep_cursor += 1;
            count -= 1;
            if self.blocks[b].flags & UNSWEPT != 0 {
                self.next_marks.clear(b * MARK_WORDS, MARK_WORDS);
                self.next_lines.clear(b << (BLOCK_SHIFT - LINE_SHIFT), LINES_PER_BLOCK);
                self.sweep_block(b);
            }
            if self.sweep_cursor == self.sweep_end {
                let room = self.policy.threshold.saturating_sub(self.live);
                let keep = (room + 2 * self.policy.nursery * self.policy.large_share) >> BLOCK_SHIFT;
                self.release_beyond(keep);
            }
        }
    }

    /// The major marking is complete: it becomes the current one, and the blocks wait for their sweep.
    pub(super) fn swap_markings(&mut self) {
        std::mem::swap(&mut self.marks, &mut self.next_marks);
        std::mem::swap(&mut self.lines, &mut self.next_lines);
        self.live = self.next_live;
        self.marking = false;
        self.recyclable.clear();
        self.narrow.clear();
        self.medium_block = super::NOWHERE;
        for b in 0..self.top {
            if self.blocks[b].kind == Use::Small {
                self.blocks[b].flags |= UNSWEPT;
            }
        }
        self.sweep_cursor = 0;
        self.sweep_end = self.top;
        for i in 0..self.larges.len() {
            self.next_marks[(self.larges[i] as usize) * MARK_WORDS] = 0;
        }
        self.sweep_larges(0);
        self.pace_major();
    }
}
