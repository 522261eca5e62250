//! Finalizers (`__del__`) and weak references: found dead after marking, handed to Python code at
//! the next safepoint, never in the middle of an allocation.

use super::Heap;
use super::blocks::in_heap;
use crate::core::mutator;

/// Side tables; the parts from `young_*` on were entered since the last collection.
#[derive(Default)]
pub struct Finalization {
    finalizable: Vec<usize>,
    young_finalizable: usize,
    /// (target, weak reference object)
    weak: Vec<(usize, usize)>,
    young_weak: usize,
    /// Dead objects whose `__del__` is to run, kept alive until then.
    doomed: Vec<usize>,
    /// Weak references whose target died.
    cleared: Vec<usize>,
}

impl Finalization {
    pub fn is_pending(&self) -> bool {
        !self.doomed.is_empty() || !self.cleared.is_empty()
    }
    pub fn for_each_root(&self, mut found: impl FnMut(usize)) {
        self.doomed.iter().chain(&self.cleared).for_each(|&o| found(o));
    }
}

impl Heap {
    /// The object's `__del__` runs once after its death.
    pub fn add_finalizable(&mut self, object: usize) {
        self.finalization.finalizable.push(object);
    }
    /// Word 1 of the weak reference object holds the target, and 0 once the target is dead.
    pub fn add_weak(&mut self, target: usize, reference: usize) {
        if in_heap(self, target) {
            self.finalization.weak.push((target, reference));
        }
    }
    /// Takes what died: objects to finalize, weak references that were cleared. Python code may
    /// run once the lists are out of the heap; the caller keeps them on collected memory.
    pub fn take_doomed(&mut self) -> Option<usize> {
        self.finalization.doomed.pop()
    }
    pub fn take_cleared(&mut self) -> Option<usize> {
        self.finalization.cleared.pop()
    }
    /// At exit: everything that still waits for its `__del__` is to run it, in order of creation.
    pub fn doom_all(&mut self) {
        let f = &mut self.finalization;
        f.young_finalizable = 0;
        let all = std::mem::take(&mut f.finalizable);
        f.doomed.splice(0..0, all.into_iter().rev());
    }

    /// After the minor marking.
    pub(super) fn find_dead_young(&mut self) {
        let from = self.finalization.young_finalizable;
        let from_weak = self.finalization.young_weak;
        self.find(
            from,
            from_weak,
            |heap, o| heap.is_marked(o - heap.base),
            |heap, o| {
                heap.discover(o);
                heap.drain();
            },
        );
    }

    /// After the major marking, before the swap.
    pub(super) fn find_dead(&mut self) {
        let marked = |heap: &Heap, o: usize| {
            let offset = o - heap.base;
            heap.next_marks[offset >> 9] >> ((offset >> 3) & 63) & 1 != 0
        };
        self.find(0, 0, marked, |heap, o| {
            heap.discover_major(o);
            heap.drain_major(super::policy::Slice::Whole);
        });
    }

    fn find(
        &mut self,
        from: usize,
        from_weak: usize,
        marked: impl Fn(&Heap, usize) -> bool,
        revive: impl Fn(&mut Heap, usize),
    ) {
        if self.finalization.weak.len() > from_weak {
            let weak = self.finalization.weak.split_off(from_weak);
            for (target, reference) in weak {
                if !marked(self, reference) {
                    continue;
                }
                if marked(self, target) {
                    self.finalization.weak.push((target, reference));
                } else {
                    // SAFETY: a live weak reference object.
                    unsafe { *(reference as *mut usize).add(1) = 0 }
                    self.finalization.cleared.push(reference);
                }
            }
            self.finalization.young_weak = self.finalization.weak.len();
        }
        if self.finalization.finalizable.len() > from {
            let candidates = self.finalization.finalizable.split_off(from);
            let mut dead = vec![];
            for object in candidates {
                if marked(self, object) {
                    self.finalization.finalizable.push(object);
                } else {
                    dead.push(object);
                }
            }
            self.finalization.young_finalizable = self.finalization.finalizable.len();
            // Reversed: `take_doomed` pops, and finalizers run in order of creation.
            for &object in dead.iter().rev() {
                self.finalization.doomed.push(object);
            }
            for object in dead {
                revive(self, object);
            }
        }
    }
}

/// Makes the next function prologue take its slow path, where finalizers run.
pub fn request_safepoint() {
    // SAFETY: the mutator is a static of this thread.
    unsafe { (*mutator()).safepoint_requested = true }
}
