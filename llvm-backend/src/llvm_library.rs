//! LLVM's shared library, loaded when the first thing is compiled and not before: a cached program must start without it.
//!
//! The compiler is not linked with LLVM. The build script lists the functions of LLVM's C interface that the toolchain's
//! library defines, and writes a *stub* of the same name for each: a jump through its *slot*. Until [`load`] has filled the
//! slots with the real addresses, each leads to [`taipan_llvm_not_loaded`].

use crate::error::{Error, Result};
use std::{
    ffi::{CStr, CString, c_char},
    path::Path,
    sync::OnceLock,
};

std::arch::global_asm!(include_str!(concat!(env!("OUT_DIR"), "/llvm_stubs.s")));

unsafe extern "C" {
    /// As many as there are names.
    static mut taipan_llvm_slots: [usize; 0];
    /// The names one after the other, each with a zero at its end, and an empty one after the last.
    static taipan_llvm_names: [c_char; 0];
}

/// Loads the library, once for the process. To be called before anything of inkwell is used.
pub fn load() -> Result<()> {
    static LOADED: OnceLock<std::result::Result<(), String>> = OnceLock::new();
    let loaded = LOADED.get_or_init(|| {
        // SAFETY: the one initialization; no code uses LLVM before it has returned.
        unsafe { fill_slots() }
    });
    loaded.clone().map_err(|message| {
        Error::environment(
            format!("cannot load LLVM: {message}"),
            "Taipan uses the LLVM of the Rust toolchain it was built with: install that toolchain, or build Taipan again",
        )
    })
}

unsafe fn fill_slots() -> std::result::Result<(), String> {
    // Where the library was at build time; otherwise wherever the system finds one of exactly this version.
    let built_with = Path::new(env!("TAIPAN_LLVM_LIBRARY"));
    let by_name = built_with.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let mut library = std::ptr::null_mut();
    for path in [env!("TAIPAN_LLVM_LIBRARY"), by_name] {
        let path = CString::new(path).map_err(|error| error.to_string())?;
        library = unsafe { libc::dlopen(path.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
        if !library.is_null() {
            break;
        }
    }
    if library.is_null() {
        let message = unsafe { CStr::from_ptr(libc::dlerror()) };
        return Err(message.to_string_lossy().into_owned());
    }
    let mut name = (&raw const taipan_llvm_names).cast::<c_char>();
    let mut slot = (&raw mut taipan_llvm_slots).cast::<usize>();
    loop {
        let text = unsafe { CStr::from_ptr(name) };
        if text.is_empty() {
            return Ok(());
        }
        let address = unsafe { libc::dlsym(library, name) };
        if address.is_null() {
            return Err(format!("{} is not in it", text.to_string_lossy()));
        }
        unsafe {
            *slot = address as usize;
            slot = slot.add(1);
            name = name.add(text.count_bytes() + 1);
        }
    }
}

/// Where every slot leads at first.
#[unsafe(no_mangle)]
extern "C" fn taipan_llvm_not_loaded() -> ! {
    panic!("LLVM is used before it is loaded");
}
