//! The stack that the program runs on: reserved generously, committed by the kernel as it is used,
//! so that deep recursion ends at Python's limit and not at the system's.

use std::arch::asm;

/// Address space tried, largest first (smaller ones under `ulimit -v`).
const SIZES: &[usize] = &[16 << 30, 4 << 30, 1 << 30, 256 << 20, 64 << 20, 8 << 20];
/// What runtime code may still use when a prologue says that the stack is used up.
const RESERVE: usize = 1 << 20;

static mut ENTRY: Option<fn(usize, usize) -> i32> = None;
static mut BASE: usize = 0;
static mut LIMIT: usize = 0;

/// Calls `program(highest address, lowest usable address)` on a new stack.
pub fn run_on_big_stack(program: fn(usize, usize) -> i32) -> i32 {
    for &size in SIZES {
        // SAFETY: a fresh mapping; its lowest page is a guard that turns an overflow into a fault.
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
            libc::mprotect(p, 64 << 10, libc::PROT_NONE);
            ENTRY = Some(program);
            BASE = p as usize + size;
            LIMIT = p as usize + (64 << 10) + RESERVE;
            return switch(BASE);
        }
    }
    eprintln!("MemoryError: no address space for the stack");
    1
}

/// Runs [`on_new_stack`] with the stack pointer at `top`, then comes back.
unsafe fn switch(top: usize) -> i32 {
    let status: i32;
    // SAFETY: the old stack pointer is kept in a callee-saved register across the call.
    unsafe {
        asm!(
            "mov r12, rsp",
            "mov rsp, {top}",
            "call {entry}",
            "mov rsp, r12",
            top = in(reg) top,
            entry = sym on_new_stack,
            out("r12") _,
            lateout("eax") status,
            clobber_abi("C"),
        );
    }
    status
}

extern "C" fn on_new_stack() -> i32 {
    // SAFETY: set just before the switch.
    unsafe { ENTRY.map_or(1, |entry| entry(BASE, LIMIT)) }
}
