//! Finalizers (`__del__`) and weak references: found dead after marking, handed to Python code at
//! the next safepoint, never in the middle of an allocation.

use super::Heap;
use super::blocks::in_heap;
use crate::core::{Gc, Header, Value, mutator};
use crate::objects::generator::GeneratorObj;
use runtime_interface::layout::generators;
use std::collections::HashSet;

/// Objects that a look for the dead between statements visits before it gives up.
const MOST_LOOKED_AT: usize = 1 << 16;

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
    /// Whether the death of some object would be noticed.
    pub fn may_finalize(&self) -> bool {
        !self.finalization.finalizable.is_empty() || !self.finalization.weak.is_empty()
    }
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
    pub fn doomed_count(&self) -> usize {
        self.finalization.doomed.len()
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

    /// Dooms what only the stack refers to, `held` apart. Nothing is marked or freed: what is doomed stays until a
    /// collection finds it dead.
    pub fn doom_unreferenced(&mut self, held: &[Value]) {
        let is_done = |object: usize| {
            // SAFETY: a live object.
            let v = Gc::<Header>::from_ptr(object as *mut Header).value();
            v.exact::<GeneratorObj>().is_some_and(|g| g.state == generators::FINISHED)
        };
        let f = &mut self.finalization;
        let young = f.finalizable.split_off(f.young_finalizable.min(f.finalizable.len()));
        f.finalizable.retain(|&o| !is_done(o));
        f.young_finalizable = f.finalizable.len();
        f.finalizable.extend(young.into_iter().filter(|&o| !is_done(o)));
        if !self.may_finalize() {
            return;
        }
        let mut seen: HashSet<usize> = HashSet::new();
        let mut pending: Vec<usize> = held.iter().filter(|v| v.is_heap()).map(|v| v.bits as usize).collect();
        self.for_each_precise_root(|p| pending.push(p));
        while let Some(object) = pending.pop() {
            if !in_heap(self, object) || !seen.insert(object) {
                continue;
            }
            if seen.len() > MOST_LOOKED_AT {
                return;
            }
            Heap::for_each_pointer(object, |p| {
                if p != 0 {
                    pending.push(p);
                }
            });
        }
        let f = &mut self.finalization;
        for young in [false, true] {
            let from = if young { f.young_finalizable } else { 0 };
            let to = if young { f.finalizable.len() } else { f.young_finalizable };
            let part: Vec<usize> = f.finalizable[from..to].to_vec();
            let (alive, dead): (Vec<usize>, Vec<usize>) = part.into_iter().partition(|o| seen.contains(o));
            f.finalizable.splice(from..to, alive.iter().copied());
            if !young {
                f.young_finalizable = alive.len();
            }
            f.doomed.splice(0..0, dead.into_iter().rev());
        }
        let mut kept = Vec::new();
        let mut kept_old = 0;
        for (i, (target, reference)) in std::mem::take(&mut f.weak).into_iter().enumerate() {
            if seen.contains(&target) {
                kept.push((target, reference));
                kept_old += usize::from(i < f.young_weak);
                continue;
            }
            // SAFETY: a weak reference object that no collection has freed since it was entered.
            unsafe { *(reference as *mut usize).add(1) = 0 }
            if seen.contains(&reference) {
                f.cleared.push(reference);
            }
        }
        f.weak = kept;
        f.young_weak = kept_old;
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
