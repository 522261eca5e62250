//! Marking: the minor one over young objects, the major one over all of them in slices.

use super::blocks::YOUNG;
use super::layouts::{descriptor, size_of_object};
use super::policy::Slice;
use super::side_tables::SideTable;
use super::{BLOCK_SHIFT, CARD_SHIFT, Heap, LARGE_OVER, LINE_SHIFT};
use crate::memory::descriptor::Trace;
use runtime_interface::layout::header;

/// Values of a large array that the major marking scans at a time.
const CHUNK: usize = 4096;
/// Objects between a prefetch and the visit.
const AHEAD: usize = 16;

/// Most objects touch one or two lines: no call for those.
#[inline(always)]
fn mark_lines(lines: &mut SideTable<u8>, first: usize, last: usize) {
    lines[first] = 1;
    lines[last] = 1;
    if last > first + 1 {
        lines.fill(first + 1, last - first - 1, 1);
    }
}

impl Heap {
    #[inline(always)]
    pub(super) fn is_marked(&self, offset: usize) -> bool {
        self.marks[offset >> 9] >> ((offset >> 3) & 63) & 1 != 0
    }
    #[inline(always)]
    fn is_marked_next(&self, offset: usize) -> bool {
        self.next_marks[offset >> 9] >> ((offset >> 3) & 63) & 1 != 0
    }

    /// A pointer was found by the minor marking.
    #[inline(always)]
    pub(super) fn discover(&mut self, object: usize) {
        let offset = object.wrapping_sub(self.base);
        if offset >= self.size {
            return;
        }
        if self.blocks[offset >> BLOCK_SHIFT].flags & YOUNG != 0 && !self.is_marked(offset) {
            self.grey.push(object);
        } else if self.marking && !self.is_marked_next(offset) {
            // What was stored to or promoted is black in the major marking: grey its old children.
            self.major_grey.push(object);
        }
    }

    #[inline(always)]
    pub(super) fn discover_major(&mut self, object: usize) {
        let offset = object.wrapping_sub(self.base);
        if offset < self.size {
            self.major_grey.push(object);
        }
    }

    /// Marks a young object old and finds its pointers.
    #[inline(always)]
    fn visit(&mut self, object: usize) {
        let offset = object - self.base;
        let bit = 1u64 << ((offset >> 3) & 63);
        if self.marks[offset >> 9] & bit != 0 {
            return;
        }
        self.marks[offset >> 9] |= bit;
        let size = size_of_object(object);
        self.live += size;
        // SAFETY: `object` is the start of a live object.
        let large = unsafe {
            let word = object as *mut u64;
            *word |= header::OLD;
            *word & header::LARGE != 0
        };
        if self.marking {
            // New objects are black.
            self.next_live += size;
            self.next_marks[offset >> 9] |= bit;
        }
        if !large {
            let (first, last) = (offset >> LINE_SHIFT, (offset + size - 1) >> LINE_SHIFT);
            mark_lines(&mut self.lines, first, last);
            if self.marking {
                mark_lines(&mut self.next_lines, first, last);
            }
        }
        Heap::for_each_pointer(object, |p| self.discover(p));
    }

    #[inline(always)]
    fn visit_major(&mut self, object: usize) {
        let offset = object - self.base;
        let bit = 1u64 << ((offset >> 3) & 63);
        self.work += 24;
        if self.next_marks[offset >> 9] & bit != 0 {
            return;
        }
        self.next_marks[offset >> 9] |= bit;
        let size = size_of_object(object);
        self.next_live += size;
        self.work += size.min(LARGE_OVER);
        // SAFETY: `object` is the start of a live object.
        let word = unsafe { *(object as *const u64) };
        if word & header::LARGE == 0 {
            let (first, last) = (offset >> LINE_SHIFT, (offset + size - 1) >> LINE_SHIFT);
            mark_lines(&mut self.next_lines, first, last);
        } else if let Trace::Values { .. } = descriptor(word & 0xffff_ffff).trace {
            self.major_chunks.push((object, 0));
            return;
        }
        Heap::for_each_pointer(object, |p| self.discover_major(p));
    }

    /// Scans the next chunk of a large array; false when none is left.
    fn scan_chunk(&mut self) -> bool {
        let Some((object, first)) = self.major_chunks.pop() else { return false };
        // SAFETY: a live array of values.
        let (id, len) = unsafe { (*(object as *const u64) & 0xffff_ffff, *(object as *const usize).add(1)) };
        let Trace::Values { base } = descriptor(id).trace else { return true };
        let count = CHUNK.min(len - first);
        if first + count < len {
            self.major_chunks.push((object, first + count));
        }
        self.work += 16 * count;
        Heap::for_each_value(object + base + 16 * first, count, |p| self.discover_major(p));
        true
    }

    #[inline(always)]
    fn prefetch<const MAJOR: bool>(&self, object: usize) {
        use core::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        let marks = if MAJOR { &self.next_marks } else { &self.marks };
        // SAFETY: a prefetch has no effect but on caches.
        unsafe {
            _mm_prefetch(object as *const i8, _MM_HINT_T0);
            _mm_prefetch(marks.at((object - self.base) >> 9) as *const i8, _MM_HINT_T0);
        }
    }

    /// Empties the grey stack of the minor marking.
    pub(super) fn drain(&mut self) {
        self.trace::<false>(Slice::Whole);
    }

    /// Marks until the grey stack is empty or the slice is used up; whether nothing is left.
    pub(super) fn drain_major(&mut self, slice: Slice) -> bool {
        self.trace::<true>(slice)
    }

    /// Visits grey objects. A small ring lets a prefetch run ahead of the visit.
    fn trace<const MAJOR: bool>(&mut self, slice: Slice) -> bool {
        let mut ring = [0usize; AHEAD];
        let (mut first, mut count) = (0usize, 0usize);
        self.work = 0;
        let ends = match slice {
            Slice::Part { promoted } if MAJOR => Some(self.slice_ends(promoted)),
            _ => None,
        };
        let mut tick = 0u32;
        loop {
            let grey = if MAJOR { self.major_grey.pop() } else { self.grey.pop() };
            let next = if let Some(object) = grey {
                self.prefetch::<MAJOR>(object);
                if count < AHEAD {
                    ring[(first + count) % AHEAD] = object;
                    count += 1;
                    continue;
                }
                let next = std::mem::replace(&mut ring[first % AHEAD], object);
                first += 1;
                next
            } else if count > 0 {
                first += 1;
                count -= 1;
                ring[(first - 1) % AHEAD]
            } else if MAJOR && self.scan_chunk() {
                0
            } else {
                return true;
            };
            if next != 0 {
                if MAJOR {
                    self.visit_major(next);
                } else {
                    self.visit(next);
                }
            }
            tick = tick.wrapping_add(1);
            if let Some(ends) = &ends
                && tick % 512 == 0
                && ends.reached(self.work)
            {
                for i in 0..count {
                    self.major_grey.push(ring[(first + i) % AHEAD]);
                }
                return false;
            }
        }
    }

    /// The write barrier's slow path: the object leaves the old state until the next collection.
    pub fn log_object(&mut self, object: *mut crate::core::Header) {
        // SAFETY: a live object.
        unsafe { (*object).0 &= !header::OLD }
        self.log.push(object as usize);
    }

    /// Finds what old objects that were stored to refer to: the log, then dirty cards, of which it tells the number.
    pub(super) fn scan_remembered(&mut self) -> usize {
        let log = std::mem::take(&mut self.log);
        for &object in &log {
            // SAFETY: logged objects are old and alive (old ones die only in a major collection,
            // which starts with an empty log).
            unsafe { *(object as *mut u64) |= header::OLD }
            Heap::for_each_pointer(object, |p| self.discover(p));
        }
        self.log = log;
        self.log.clear();
        let mut cards = 0;
        for i in 0..self.large_young {
            let object = self.block_address(self.larges[i] as usize);
            // SAFETY: the start of a live large object.
            let id = unsafe { *(object as *const u64) & 0xffff_ffff };
            cards += match descriptor(id).trace {
                Trace::None => 0,
                Trace::Values { base } => self.scan_cards(object, object + base, true),
                _ => self.scan_cards(object, object + 8, false),
            }
        }
        cards
    }

    /// Scans the dirty cards of one large object whose contents start at `first`: as values, or word
    /// by word where only the object's own trace function knows better. The number of cards.
    fn scan_cards(&mut self, object: usize, first: usize, values: bool) -> usize {
        let end = object + size_of_object(object);
        let from = (object - self.base) >> CARD_SHIFT;
        let to = (end - 1 - self.base) >> CARD_SHIFT;
        // Dirty cards that wait while a prefetch runs ahead: stores at random places touch them far apart.
        let mut ring = [0usize; AHEAD];
        let mut found = 0;
        let mut card = from;
        while card <= to {
            // 32 clean cards at a time.
            // SAFETY: the table is longer than the heap by construction of `reserved`.
            if card + 32 <= to
                && unsafe { (self.cards.at(card) as *const [u64; 4]).read_unaligned() } == [0; 4]
            {
                card += 32;
                continue;
            }
            if self.cards[card] != 0 {
                self.cards[card] = 0;
                let low = (self.base + (card << CARD_SHIFT)).max(first);
                // SAFETY: a prefetch has no effect but on caches.
                unsafe {
                    use core::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
                    _mm_prefetch(low as *const i8, _MM_HINT_T0);
                    _mm_prefetch((low + 64) as *const i8, _MM_HINT_T0);
                }
                let waited = std::mem::replace(&mut ring[found % AHEAD], low);
                found += 1;
                if found > AHEAD {
                    self.scan_card(waited, end, values);
                }
            }
            card += 1;
        }
        for i in found.saturating_sub(AHEAD)..found {
            self.scan_card(ring[i % AHEAD], end, values);
        }
        found
    }

    /// Scans from `low` to the end of its card.
    fn scan_card(&mut self, low: usize, end: usize, values: bool) {
        let card = (low - self.base) >> CARD_SHIFT;
        let high = (self.base + ((card + 1) << CARD_SHIFT)).min(end);
        if values {
            Heap::for_each_value(low, (high - low) / 16, |p| self.discover(p));
            return;
        }
        for at in (low..high).step_by(8) {
            // SAFETY: inside the object.
            let word = unsafe { *(at as *const usize) };
            if let Some(found) = self.resolve(word) {
                self.discover(found);
            }
        }
    }
}
