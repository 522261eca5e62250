//! Memory that Rust code asks the system for, outside the collected heap: its end is one line, not a signal.

use std::alloc::{GlobalAlloc, Layout, System};

/// The system's allocator, with an end of our own when it has nothing left.
pub struct Allocator;

// SAFETY: everything is passed on to the system's allocator.
unsafe impl GlobalAlloc for Allocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        had(unsafe { System.alloc(layout) })
    }
    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        had(unsafe { System.alloc_zeroed(layout) })
    }
    #[inline]
    unsafe fn realloc(&self, p: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as the caller promises.
        had(unsafe { System.realloc(p, layout, size) })
    }
    #[inline]
    unsafe fn dealloc(&self, p: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(p, layout) }
    }
}

#[inline(always)]
fn had(p: *mut u8) -> *mut u8 {
    if p.is_null() {
        super::heap::policy::out_of_memory();
    }
    p
}
