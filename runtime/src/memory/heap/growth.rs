//! Large arrays that grow: the copy is as old as what it was copied from.
//!
//! `l.append(x)` on a list of ten million items moves them to a larger array now and then. Were that array
//! young, the next minor collection would have to look at all ten million; but what an old array holds is
//! old, except where its cards are dirty, and cards can be copied with the items.

use super::blocks::YOUNG;
use super::layouts::size_of_object;
use super::{BLOCK_SHIFT, CARD_SHIFT, Heap};
use runtime_interface::layout::header;

/// Smaller arrays are looked at in no time, and those that were born old are freed late.
const LEAST: usize = 4 << 20;

impl Heap {
    /// `new`, the object allocated last, starts with the contents of `old` at the same offsets and
    /// holds nothing else yet. Both are arrays of values.
    pub fn take_over(&mut self, new: usize, old: usize) {
        // SAFETY: two live objects.
        let (new_header, old_header) = unsafe { (*(new as *const u64), *(old as *const u64)) };
        const OLD_AND_LARGE: u64 = header::OLD | header::LARGE;
        let (at, from) = (new.wrapping_sub(self.base), old.wrapping_sub(self.base));
        let first = at >> BLOCK_SHIFT;
        let size = size_of_object(new);
        if size < LEAST
            || new_header & header::LARGE == 0
            || old_header & OLD_AND_LARGE != OLD_AND_LARGE
            || self.larges.last() != Some(&(first as u32))
        {
            return;
        }
        let cards = (size_of_object(old).min(size) - 1) >> CARD_SHIFT;
        for card in 0..=cards {
            self.cards[(at >> CARD_SHIFT) + card] = self.cards[(from >> CARD_SHIFT) + card];
        }
        // From here on it is as if a collection had found it.
        // SAFETY: as above.
        unsafe { *(new as *mut u64) |= header::OLD }
        self.marks[at >> 9] |= 1;
        self.live += size;
        for b in first..first + self.blocks[first].run as usize {
            self.blocks[b].flags &= !YOUNG;
        }
        let last = self.larges.len() - 1;
        self.larges.swap(self.large_young, last);
        self.large_young += 1;
        if self.marking {
            self.next_marks[at >> 9] |= 1;
            self.next_live += size;
            self.major_chunks.push((new, 0));
        }
    }
}
