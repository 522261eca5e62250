//! Reserved address ranges: the heap itself and the tables beside it, committed by first touch.

use std::ops::{Index, IndexMut};

/// A zeroed table as long as the heap needs at its largest; untouched pages cost nothing.
pub struct SideTable<T> {
    data: *mut T,
    len: usize,
}

impl<T> SideTable<T> {
    pub fn new(len: usize) -> Result<SideTable<T>, String> {
        let data = reserve(len * size_of::<T>()).ok_or("no address space for the heap's tables")?;
        Ok(SideTable { data: data as *mut T, len })
    }
    pub fn address(&self) -> usize {
        self.data as usize
    }
    /// Address of item `i`, for prefetching and bulk clearing.
    #[inline(always)]
    pub fn at(&self, i: usize) -> *mut T {
        debug_assert!(i < self.len);
        // SAFETY: in range of the reservation.
        unsafe { self.data.add(i) }
    }
    /// Sets `count` items from `first` on to zero bytes.
    pub fn clear(&mut self, first: usize, count: usize) {
        debug_assert!(first + count <= self.len);
        // SAFETY: in range; all tables hold plain integers.
        unsafe { std::ptr::write_bytes(self.data.add(first), 0, count) }
    }
    /// Sets every byte of `count` items from `first` on.
    pub fn fill(&mut self, first: usize, count: usize, byte: u8) {
        debug_assert!(first + count <= self.len);
        // SAFETY: as in `clear`.
        unsafe { std::ptr::write_bytes(self.data.add(first), byte, count) }
    }
}

impl<T> Index<usize> for SideTable<T> {
    type Output = T;
    #[inline(always)]
    fn index(&self, i: usize) -> &T {
        debug_assert!(i < self.len);
        // SAFETY: in range, zero-initialized by the kernel.
        unsafe { &*self.data.add(i) }
    }
}
impl<T> IndexMut<usize> for SideTable<T> {
    #[inline(always)]
    fn index_mut(&mut self, i: usize) -> &mut T {
        debug_assert!(i < self.len);
        // SAFETY: as in `index`.
        unsafe { &mut *self.data.add(i) }
    }
}

/// Reserves `bytes` of address space; `None` when the system refuses.
pub fn reserve(bytes: usize) -> Option<usize> {
    // SAFETY: a fresh anonymous mapping.
    let p = unsafe {
        libc::mmap(
            std::ptr::null_mut(),
            bytes.max(4096),
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
            -1,
            0,
        )
    };
    if p == libc::MAP_FAILED { None } else { Some(p as usize) }
}

/// Reserves the heap's range, 64 GB or less under an address-space limit: (bytes, base). The base is
/// aligned to a block. The tables need about a ninth of the range besides.
pub fn reserve_heap() -> Result<(usize, usize), String> {
    let align = super::BLOCK;
    let mut bytes = 64 << 30;
    while bytes >= 16 << 20 {
        // The tables must fit too, so a range is taken only if one a quarter larger would be.
        if let Some(p) = reserve(bytes + bytes / 4) {
            // SAFETY: the mapping was just made and nothing refers to it.
            unsafe { libc::munmap(p as *mut _, bytes + bytes / 4) };
            if let Some(p) = reserve(bytes + align) {
                return Ok((bytes, (p + align - 1) & !(align - 1)));
            }
        }
        bytes /= 2;
    }
    Err("no address space for the heap".into())
}
