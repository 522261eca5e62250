//! Where marking starts: the stack (ambiguous words), registered ranges, type objects, the mutator.

use super::blocks::{PARSED, Use, YOUNG};
use super::layouts::size_of_object;
use super::{BLOCK_SHIFT, Heap};
use crate::core::{Value, mutator};

/// Ranges of values that are roots for the rest of the program.
static mut RANGES: Vec<(*mut Value, usize)> = Vec::new();

/// Makes `count` values at `first` roots.
pub fn register(first: *mut Value, count: usize) {
    // SAFETY: one mutator thread.
    unsafe { (*(&raw mut RANGES)).push((first, count)) }
}

/// Bytes of stack that are compared at a time, and how much of the stack nearest its base is compared.
const CHUNK_BYTES: usize = 512;
const MOST_CHUNKS: usize = (64 << 20) / CHUNK_BYTES;

/// The stack as the last scan saw it, in chunks from its base. Frames of callers that wait do not change, so
/// a minor collection deep in a recursion compares them instead of looking up what each word refers to:
/// what an unchanged word referred to is old by now. A word that referred to nothing may by now refer to
/// something made since, so a chunk with such a word is not *settled* and is scanned again.
#[derive(Default)]
pub struct StackCopy {
    words: Vec<[u64; CHUNK_BYTES / 8]>,
    settled: Vec<bool>,
}

impl StackCopy {
    fn resize(&mut self, chunks: usize) {
        self.words.resize(chunks, [0; CHUNK_BYTES / 8]);
        self.settled.resize(chunks, false);
    }
    unsafe fn is_unchanged(&self, chunk: usize, at: usize) -> bool {
        // SAFETY: the chunk lies on the stack.
        self.settled[chunk] && unsafe { *(at as *const [u64; CHUNK_BYTES / 8]) == self.words[chunk] }
    }
    unsafe fn store(&mut self, chunk: usize, at: usize) {
        // SAFETY: as above.
        self.words[chunk] = unsafe { *(at as *const [u64; CHUNK_BYTES / 8]) };
    }
}

impl Heap {
    /// The object that contains the address, if there is one.
    pub(super) fn resolve(&mut self, address: usize) -> Option<usize> {
        let offset = address.wrapping_sub(self.base);
        if offset >= self.size {
            return None;
        }
        let b = offset >> BLOCK_SHIFT;
        let block = self.blocks[b];
        match block.kind {
            Use::Large => Some(self.block_address(b)),
            Use::Continued => Some(self.block_address(b - block.run as usize)),
            Use::Free => None,
            Use::Small => {
                if block.flags & YOUNG != 0 {
                    self.parse_spans(b);
                }
                let granule = offset >> 3;
                let lowest = b << (BLOCK_SHIFT - 3 - 6);
                let mut i = granule >> 6;
                let mut mask = !0u64 >> (63 - (granule & 63));
                loop {
                    let found = (self.marks[i] | self.starts[i]) & mask;
                    if found != 0 {
                        let bit = 63 - found.leading_zeros() as usize;
                        let object = self.base + (((i << 6) + bit) << 3);
                        return (address < object + size_of_object(object)).then_some(object);
                    }
                    if i == lowest {
                        return None;
                    }
                    i -= 1;
                    mask = !0;
                }
            }
        }
    }

    /// Fills `starts` for a young block by walking the objects in its spans.
    fn parse_spans(&mut self, b: usize) {
        if self.blocks[b].flags & PARSED != 0 {
            return;
        }
        self.blocks[b].flags |= PARSED;
        let mut next = self.blocks[b].span;
        while next != 0 {
            let span = self.spans[next as usize - 1];
            let mut at = span.start;
            while at < span.end {
                // SAFETY: inside the span. A zero is the rest of a line after an object that starts at one.
                if unsafe { *(at as *const u64) } == 0 {
                    at += 8;
                    continue;
                }
                let offset = at - self.base;
                self.starts[offset >> 9] |= 1 << ((offset >> 3) & 63);
                at += size_of_object(at);
            }
            next = span.next;
        }
    }

    /// Fills `stack_roots` with the objects that words on the stack and in registers may refer to:
    /// all of them, or without those that the last scan found already.
    #[inline(never)]
    pub(super) fn scan_stack(&mut self, whole: bool) {
        let mut registers = [0usize; 6];
        // SAFETY: stores the callee-saved registers, which may hold the only reference to an object.
        unsafe {
            std::arch::asm!(
                "mov [{r}], rbx", "mov [{r}+8], rbp", "mov [{r}+16], r12",
                "mov [{r}+24], r13", "mov [{r}+32], r14", "mov [{r}+40], r15",
                r = in(reg) registers.as_mut_ptr());
        }
        let from = registers.as_ptr() as usize;
        self.stack_roots.clear();
        // SAFETY: from the current stack pointer up to the stack's base.
        unsafe {
            let chunks = (self.stack_base.saturating_sub(from) / CHUNK_BYTES).min(MOST_CHUNKS);
            self.scan_words(from, self.stack_base - chunks * CHUNK_BYTES);
            self.stack_copy.resize(chunks);
            for chunk in (0..chunks).rev() {
                let at = self.stack_base - (chunk + 1) * CHUNK_BYTES;
                if whole || !self.stack_copy.is_unchanged(chunk, at) {
                    self.stack_copy.store(chunk, at);
                    let settled = self.scan_words(at, at + CHUNK_BYTES);
                    self.stack_copy.settled[chunk] = settled;
                }
            }
        }
        std::hint::black_box(&registers);
    }

    /// Pushes what the words in the range refer to; whether each word that looks like an address in the
    /// heap refers to an object.
    unsafe fn scan_words(&mut self, from: usize, to: usize) -> bool {
        let mut settled = true;
        let mut at = from;
        while at < to {
            // SAFETY: the caller's range is on the stack.
            let word = unsafe { std::ptr::read_volatile(at as *const usize) };
            if word.wrapping_sub(self.base) < self.size {
                match self.resolve(word) {
                    Some(object) => self.stack_roots.push(object),
                    None => settled = false,
                }
            }
            at += 8;
        }
        settled
    }

    /// Calls `found` with every precise root: ranges, types, the mutator, what waits to be finalized.
    pub(super) fn for_each_precise_root(&self, mut found: impl FnMut(usize)) {
        let mut value = |v: Value| {
            if v.is_heap() {
                found(v.bits as usize);
            }
        };
        // SAFETY: registered ranges stay valid; the mutator is a static.
        unsafe {
            for &(first, count) in (*(&raw const RANGES)).iter() {
                for i in 0..count {
                    value(*first.add(i));
                }
            }
            let m = mutator();
            value((*m).exception);
            value((*m).handled);
            value((*m).generator_result);
        }
        for id in 0..crate::types::type_object::id_limit() {
            // Type objects are few, long-lived and changed from many places, so their contents are roots
            // themselves and no store into one needs a barrier.
            if let Some(t) = crate::types::type_object::registered(id as u64) {
                found(t.as_ptr() as usize);
                Heap::for_each_pointer(t.as_ptr() as usize, &mut found);
            }
        }
        self.finalization.for_each_root(found);
    }
}
