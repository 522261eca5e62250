//! The collector's own check, after every collection under `TAIPAN_GC_VERIFY=1`.

use super::layouts::size_of_object;
use super::{BLOCK_SHIFT, Heap, LINE_SHIFT};
use crate::memory::heap::blocks::Use;
use runtime_interface::layout::header;
use std::collections::HashSet;

impl Heap {
    /// Asserts that everything reachable is marked, old, on marked lines, and of a known type.
    pub(super) fn verify_heap(&mut self) {
        let mut seen: HashSet<usize> = HashSet::new();
        let mut pending: Vec<(usize, usize)> = vec![];
        let mut roots = self.stack_roots.clone();
        self.for_each_precise_root(|p| roots.push(p));
        pending.extend(roots.into_iter().map(|p| (0, p)));
        while let Some((from, object)) = pending.pop() {
            let offset = object.wrapping_sub(self.base);
            if offset >= self.size || !seen.insert(object) {
                continue;
            }
            // SAFETY: inside the heap's committed range.
            let word = unsafe { *(object as *const u64) };
            let id = word & 0xffff_ffff;
            let at = || {
                // SAFETY: the referrer was looked at before, or is no object.
                let of = if from == 0 { 0 } else { unsafe { *(from as *const u64) & 0xffff_ffff } };
                format!("{object:#x} (type {id}) from {from:#x} (type {of})")
            };
            assert!((id as usize) < crate::types::type_object::id_limit(), "no such type: {}", at());
            assert!(self.is_marked(offset), "reachable but not marked: {}", at());
            assert!(word & header::OLD != 0, "marked but not old: {}", at());
            let block = &self.blocks[offset >> BLOCK_SHIFT];
            match block.kind {
                Use::Large => assert!(word & header::LARGE != 0, "large without its flag: {}", at()),
                Use::Small => {
                    let end = offset + size_of_object(object) - 1;
                    for line in offset >> LINE_SHIFT..=end >> LINE_SHIFT {
                        assert!(self.lines[line] != 0, "live on a free line: {}", at());
                    }
                }
                _ => panic!("pointer into a free block: {}", at()),
            }
            Heap::for_each_pointer(object, |p| {
                if p != 0 {
                    pending.push((object, p));
                }
            });
        }
    }
}
