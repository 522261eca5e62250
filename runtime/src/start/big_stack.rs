//! Runs the program on a large reserved stack of its own, so that deep recursion ends in
//! RecursionError and not in a signal.

use std::arch::asm;

/// Sizes that are tried, largest first: address space only, pages come as they are used.
const SIZES: [usize; 6] = [16 << 30, 4 << 30, 1 << 30, 256 << 20, 64 << 20, 16 << 20];

/// What a stack is: its lowest usable and its highest address.
#[derive(Clone, Copy)]
pub struct Stack {
    pub low: usize,
    pub high: usize,
}

/// Reserves a stack with an unmapped page below it.
pub fn reserve() -> Option<Stack> {
    const GUARD: usize = 1 << 16;
    // What cannot be used is not offered: recursion without end must not take all the memory there is.
    let most = crate::memory::heap::policy::memory_limit() / 4;
    for size in SIZES.into_iter().filter(|size| *size <= most.max(SIZES[SIZES.len() - 1])) {
        // SAFETY: a fresh reservation.
        unsafe {
            let p = libc::mmap(
                std::ptr::null_mut(),
                size,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE | libc::MAP_STACK,
                -1,
                0,
            );
            if p == libc::MAP_FAILED {
                continue;
            }
            libc::mprotect(p, GUARD, libc::PROT_NONE);
            return Some(Stack { low: p as usize + GUARD, high: p as usize + size });
        }
    }
    None
}

/// Calls `f` on the stack and comes back.
///
/// # Safety
/// `f` must not unwind past its frame.
pub unsafe fn run_on(stack: Stack, f: extern "C" fn(usize) -> i64) -> i64 {
    let top = stack.high & !63;
    let result: i64;
    // SAFETY: the new stack is mapped; the old stack pointer is kept in a callee-saved register.
    unsafe {
        asm!(
            "mov r12, rsp",
            "mov rsp, {top}",
            "call {f}",
            "mov rsp, r12",
            top = in(reg) top,
            f = in(reg) f,
            in("rdi") stack.high,
            out("r12") _,
            lateout("rax") result,
            clobber_abi("C"),
        );
    }
    result
}
