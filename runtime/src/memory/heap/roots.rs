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
                let offset = at - self.base;
                self.starts[offset >> 9] |= 1 << ((offset >> 3) & 63);
                at += size_of_object(at);
            }
            next = span.next;
        }
    }

    /// Fills `stack_roots` with the objects that words on the stack and in registers may refer to.
    #[inline(never)]
    pub(super) fn scan_stack(&mut self) {
        let mut registers = [0usize; 6];
        // SAFETY: stores the callee-saved registers, which may hold the only reference to an object.
        unsafe {
            std::arch::asm!(
                "mov [{r}], rbx", "mov [{r}+8], rbp", "mov [{r}+16], r12",
                "mov [{r}+24], r13", "mov [{r}+32], r14", "mov [{r}+40], r15",
                r = in(reg) registers.as_mut_ptr());
        }
        let mut at = registers.as_ptr() as usize;
        self.stack_roots.clear();
        while at < self.stack_base {
            // SAFETY: `at` lies between the current stack pointer and the stack's base.
            let word = unsafe { std::ptr::read_volatile(at as *const usize) };
            if let Some(object) = self.resolve(word) {
                self.stack_roots.push(object);
            }
            at += 8;
        }
        std::hint::black_box(&registers);
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
