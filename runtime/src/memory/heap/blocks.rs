//! The block table: what each 32 KB block is used for, and runs of blocks for large objects.

use super::{BLOCK_SHIFT, Heap};
use crate::core::mutator;
use runtime_interface::layout::header;

#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Use {
    Free = 0,
    /// Objects up to `LARGE_OVER`.
    Small,
    /// First block of a large object; `run` is the length in blocks.
    Large,
    /// A later block of a large object; `run` is the distance to the first.
    Continued,
}

/// Allocated in since the last collection.
pub const YOUNG: u8 = 1;
/// `starts` is filled for it.
pub const PARSED: u8 = 2;
/// Not swept since the last major collection.
pub const UNSWEPT: u8 = 4;
/// A free block whose memory went back to the system.
pub const RELEASED: u8 = 8;

/// One row of the block table; all zero is a free block.
#[derive(Clone, Copy)]
pub struct Block {
    pub kind: Use,
    pub flags: u8,
    /// 1 + index of its newest span; 0 for none.
    pub span: u32,
    pub run: u32,
}

/// Addresses `start..end` hold objects one after the other.
#[derive(Clone, Copy)]
pub struct Span {
    pub start: usize,
    pub end: usize,
    /// As [`Block::span`].
    pub next: u32,
}

impl Heap {
    /// A free block, not yet marked as used.
    fn take_block(&mut self) -> usize {
        while let Some(b) = self.free.pop() {
            if self.blocks[b as usize].kind == Use::Free {
                return b as usize;
            }
        }
        self.extend(1)
    }

    /// `count` blocks at the end of the heap.
    fn extend(&mut self, count: usize) -> usize {
        let first = self.top;
        if (first + count) << BLOCK_SHIFT > self.reserved {
            super::policy::out_of_memory();
        }
        self.top += count;
        self.size = self.top << BLOCK_SHIFT;
        first
    }

    /// A fresh block for small objects.
    pub(super) fn fresh_block(&mut self) -> usize {
        let b = self.take_block();
        self.blocks[b] = Block { kind: Use::Small, flags: YOUNG, span: 0, run: 0 };
        self.young_blocks.push(b as u32);
        self.count_blocks(1);
        b
    }

    fn count_blocks(&mut self, count: usize) {
        self.used_blocks += count;
        self.statistics.most_blocks = self.statistics.most_blocks.max(self.used_blocks);
    }

    pub(super) fn block_address(&self, block: usize) -> usize {
        self.base + (block << BLOCK_SHIFT)
    }

    /// Records that objects will be placed at `start..end` of a young block.
    pub(super) fn add_span(&mut self, block: usize, start: usize, end: usize) -> usize {
        let next = self.blocks[block].span;
        self.spans.push(Span { start, end, next });
        self.blocks[block].span = self.spans.len() as u32;
        self.spans.len() - 1
    }

    /// A run of blocks for an object of `size` bytes: next fit, then first fit, then the end.
    pub(super) fn allocate_large(&mut self, size: usize) -> usize {
        let count = (size + super::BLOCK - 1) >> BLOCK_SHIFT;
        let first = match self.find_run(self.large_hint, self.top, count) {
            Some(b) => Some(b),
            None => self.find_run(0, self.large_hint, count),
        };
        let first = match first {
            Some(b) => {
                self.large_hint = b + count;
                b
            }
            None => {
                self.large_hint = 0;
                self.extend(count)
            }
        };
        self.blocks[first] = Block { kind: Use::Large, flags: YOUNG, span: 0, run: count as u32 };
        for i in 1..count {
            self.blocks[first + i] = Block { kind: Use::Continued, flags: YOUNG, span: 0, run: i as u32 };
        }
        self.larges.push(first as u32);
        self.count_blocks(count);
        self.young_bytes += size / self.policy.large_share;
        self.block_address(first)
    }

    /// The first run of `count` free blocks that starts in `from..to`.
    fn find_run(&self, from: usize, to: usize, count: usize) -> Option<usize> {
        let (mut run, mut i) = (0, from);
        while i < self.top && (run > 0 || i < to) {
            let block = &self.blocks[i];
            if block.kind == Use::Free {
                run += 1;
                i += 1;
                if run == count {
                    return Some(i - count);
                }
            } else {
                run = 0;
                i += if block.kind == Use::Large { block.run as usize } else { 1 };
            }
        }
        None
    }

    /// Frees the large objects from index `from` of `larges` on that are not marked.
    pub(super) fn sweep_larges(&mut self, from: usize) {
        let mut kept = from;
        for i in from..self.larges.len() {
            let first = self.larges[i] as usize;
            let count = self.blocks[first].run as usize;
            if self.is_marked(first << BLOCK_SHIFT) {
                for b in first..first + count {
                    self.blocks[b].flags = 0;
                }
                self.larges[kept] = first as u32;
                kept += 1;
                continue;
            }
            for b in (first..first + count).rev() {
                self.blocks[b] = Block { kind: Use::Free, flags: 0, span: 0, run: 0 };
                self.free.push(b as u32);
            }
            // A huge object's memory goes back soon: nothing but another such object needs it.
            if count >= 1024 {
                self.releasing.push((first as u32, (first + count - 1) as u32));
            }
            self.cards.clear(
                first << (BLOCK_SHIFT - super::CARD_SHIFT),
                count << (BLOCK_SHIFT - super::CARD_SHIFT),
            );
            self.used_blocks -= count;
            self.large_hint = self.large_hint.min(first);
        }
        self.larges.truncate(kept);
        self.large_young = kept;
    }

    /// Gives free blocks beyond `keep` back to the system, the highest first.
    pub(super) fn release_beyond(&mut self, keep: usize) {
        if self.free.len() <= keep {
            return;
        }
        let blocks = &self.blocks;
        self.free.retain(|&b| blocks[b as usize].kind == Use::Free);
        self.free.sort_unstable_by(|a, b| b.cmp(a));
        self.free.dedup();
        let excess = self.free.len().saturating_sub(keep);
        let mut i = 0;
        while i < excess {
            let last = self.free[i] as usize;
            let mut first = last;
            while i + 1 < excess && self.free[i + 1] as usize + 1 == first {
                first -= 1;
                i += 1;
            }
            self.releasing.push((first as u32, last as u32));
            i += 1;
        }
    }

    /// Gives up to `count` blocks of what waits for it back to the system: the kernel takes about a
    /// tenth of a millisecond for each megabyte.
    pub(super) fn release_some(&mut self, mut count: usize) {
        while count > 0 {
            let Some((first, last)) = self.releasing.pop() else { return };
            let (first, mut last) = (first as usize, last as usize);
            if last - first >= count {
                self.releasing.push((first as u32, (last - count) as u32));
                let from = last + 1 - count;
                self.release_free(from, last);
                return;
            }
            count -= last + 1 - first;
            last = last.min(self.top - 1);
            self.release_free(first, last);
        }
    }

    /// Releases what is still free of these blocks.
    fn release_free(&mut self, first: usize, last: usize) {
        let wanted = |b: &Block| b.kind == Use::Free && b.flags & RELEASED == 0;
        let mut b = first;
        while b <= last {
            if !wanted(&self.blocks[b]) {
                b += 1;
                continue;
            }
            let start = b;
            while b <= last && wanted(&self.blocks[b]) {
                b += 1;
            }
            self.release_run(start, b - 1);
        }
    }

    fn release_run(&mut self, first: usize, last: usize) {
        // SAFETY: the blocks are free: nothing in them is live.
        unsafe {
            libc::madvise(
                self.block_address(first) as *mut _,
                (last + 1 - first) << BLOCK_SHIFT,
                libc::MADV_DONTNEED,
            );
        }
        for b in first..=last {
            self.blocks[b].flags |= RELEASED;
        }
    }
}

/// The flag that belongs in the header of an object of this size.
#[inline(always)]
pub fn size_flag(size: usize) -> u64 {
    if size > super::LARGE_OVER { header::LARGE } else { 0 }
}

/// Whether an address lies in the reserved range of the heap.
#[inline(always)]
pub fn in_heap(heap: &Heap, address: usize) -> bool {
    address.wrapping_sub(heap.base) < heap.size
}

/// The mutator's allocation cursor and limit.
pub(super) fn cursor() -> (&'static mut usize, &'static mut usize) {
    // SAFETY: the mutator is a static of this one thread.
    unsafe {
        let m = mutator();
        (&mut (*m).head.cursor, &mut (*m).head.limit)
    }
}
