//! Build steps of the backend:
//! 1. write stubs for the functions of the LLVM that rustc itself brings (a user installs none, and it is loaded only when
//!    something is compiled: `src/llvm_library.rs`);
//! 2. in a release build, compile the runtime once (static library and LLVM bitcode) so that `src/runtime_archive.rs`
//!    can embed both into the `taipan` executable.
//!
//! The runtime is compiled by a nested cargo in a target folder of its own (under OUT_DIR): the outer cargo holds the lock
//! of the usual one. A dev build embeds nothing: the library is then made on demand at the first link, see
//! `src/runtime_archive.rs`. So `cargo check` never compiles the runtime twice.
use std::{
    env,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-check-cfg=cfg(embedded_runtime)");
    stub_llvm();
    if env::var("PROFILE").as_deref() == Ok("release") {
        embed_runtime();
    }
}

/// The toolchain's LLVM: where it is, and a stub for each function of its C interface.
fn stub_llvm() {
    println!("cargo:rustc-env=TAIPAN_SYSROOT={}", sysroot().display());
    let library = llvm_library(&sysroot().join("lib"));
    println!("cargo:rustc-env=TAIPAN_LLVM_LIBRARY={}", library.display());
    let names = exported_functions(&std::fs::read(&library).expect("LLVM's library"));
    assert!(names.iter().any(|name| name == "LLVMContextCreate"), "{} is not LLVM", library.display());

    let mut text = String::from(".section .text.taipan_llvm_stubs,\"ax\",@progbits\n");
    for (number, name) in names.iter().enumerate() {
        text.push_str(&format!(
            ".globl {name}\n.hidden {name}\n.type {name},@function\n{name}: jmp qword ptr [rip + taipan_llvm_slots + {}]\n",
            8 * number
        ));
    }
    text.push_str(
        ".section .data.taipan_llvm_slots,\"aw\",@progbits\n.p2align 3\n.globl taipan_llvm_slots\n",
    );
    text.push_str(".hidden taipan_llvm_slots\ntaipan_llvm_slots:\n");
    names.iter().for_each(|_| text.push_str(".quad taipan_llvm_not_loaded\n"));
    text.push_str(".section .rodata.taipan_llvm_names,\"a\",@progbits\n.globl taipan_llvm_names\n");
    text.push_str(".hidden taipan_llvm_names\ntaipan_llvm_names:\n");
    names.iter().for_each(|name| text.push_str(&format!(".asciz \"{name}\"\n")));
    text.push_str(".byte 0\n.text\n");
    let out_dir = PathBuf::from(env::var_os("OUT_DIR").expect("OUT_DIR"));
    std::fs::write(out_dir.join("llvm_stubs.s"), text).expect("llvm_stubs.s");
}

/// `libLLVM.so.22.1-rust-1.95.0-stable` and the like: the one of LLVM 22.
fn llvm_library(folder: &Path) -> PathBuf {
    let names = std::fs::read_dir(folder).expect("the toolchain's library folder").flatten();
    let mut found: Vec<PathBuf> = names
        .map(|entry| entry.path())
        .filter(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libLLVM.so.22"))
        })
        .collect();
    found.sort();
    found.pop().unwrap_or_else(|| panic!("no LLVM 22 in {}", folder.display()))
}

/// The functions `LLVM…` that a 64-bit little-endian ELF library defines, sorted.
fn exported_functions(elf: &[u8]) -> Vec<String> {
    let number = |at: usize, size: usize| -> usize {
        elf[at..at + size].iter().rev().fold(0, |value, &byte| value << 8 | usize::from(byte))
    };
    assert!(elf.starts_with(b"\x7fELF\x02\x01"), "not a 64-bit ELF file");
    // Section headers: type at 4, offset at 24, size at 32, link at 40.
    const DYNAMIC_SYMBOLS: usize = 11;
    let (headers, header_size, count) = (number(40, 8), number(58, 2), number(60, 2));
    let header = |index: usize| headers + index * header_size;
    let symbols = (0..count)
        .map(header)
        .find(|&at| number(at + 4, 4) == DYNAMIC_SYMBOLS)
        .expect("a table of dynamic symbols");
    let strings = number(header(number(symbols + 40, 4)) + 24, 8);
    let (start, size) = (number(symbols + 24, 8), number(symbols + 32, 8));
    let mut names = Vec::new();
    // Symbols: name at 0, kind at 4, section at 6.
    const FUNCTION: u8 = 2;
    for at in (start..start + size).step_by(24) {
        let name = &elf[strings + number(at, 4)..];
        let name = &name[..name.iter().position(|&byte| byte == 0).expect("a string's end")];
        let defined = number(at + 6, 2) != 0 && elf[at + 4] & 15 == FUNCTION;
        if defined && name.starts_with(b"LLVM") {
            names.push(String::from_utf8(name.to_vec()).expect("an ASCII name"));
        }
    }
    names.sort();
    names.dedup();
    names
}

fn sysroot() -> PathBuf {
    let rustc = env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let out = Command::new(rustc).args(["--print", "sysroot"]).output().expect("rustc --print sysroot");
    PathBuf::from(String::from_utf8(out.stdout).expect("a UTF-8 sysroot").trim())
}

/// Compiles `runtime` as a static library and as bitcode, and tells the crate where they are and what they hash to.
fn embed_runtime() {
    let out_dir = PathBuf::from(env::var_os("OUT_DIR").expect("OUT_DIR"));
    let workspace = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace folder")
        .to_owned();
    for watched in ["runtime/src", "runtime/Cargo.toml", "runtime/interface/src"] {
        println!("cargo:rerun-if-changed={}", workspace.join(watched).display());
    }

    let target_dir = out_dir.join("runtime-build");
    let bitcode = out_dir.join("runtime.bc");
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(&workspace)
        .args(["rustc", "-p", "runtime", "--lib", "--release"])
        .args(["--crate-type", "staticlib", "--target-dir"])
        .arg(&target_dir)
        .args(["--config", "profile.release.panic='abort'"])
        .args(["--config", "profile.release.codegen-units=1"])
        .args(["--config", "profile.release.opt-level=3"])
        .arg("--")
        .arg(format!("--emit=llvm-bc={}", bitcode.display()))
        // Half the usual: a tenth less code in every executable, and no program measured was slower.
        .args(["-C", "llvm-args=-inline-threshold=100"])
        // The same baseline as the default `--target-cpu` of `taipan build`: functions only inline into code whose
        // features include their own.
        .env("RUSTFLAGS", "-C target-cpu=x86-64-v3");
    for inherited in
        ["CARGO_ENCODED_RUSTFLAGS", "RUSTC_WORKSPACE_WRAPPER", "CARGO_BUILD_TARGET", "CARGO_TARGET_DIR"]
    {
        cargo.env_remove(inherited);
    }
    let status = cargo.status().expect("cargo could not be started");
    assert!(status.success(), "the runtime did not compile");

    let archive = out_dir.join("libruntime.a");
    std::fs::copy(target_dir.join("release/libruntime.a"), &archive).expect("libruntime.a");
    strip_archive(&archive);

    let mut hasher = DefaultHasher::new();
    for file in [&archive, &bitcode] {
        std::fs::read(file).expect("the runtime's build products").hash(&mut hasher);
    }
    println!("cargo:rustc-cfg=embedded_runtime");
    println!("cargo:rustc-env=TAIPAN_RUNTIME_KEY={:016x}", hasher.finish());
    println!("cargo:rustc-env=TAIPAN_RUNTIME_ARCHIVE={}", archive.display());
    println!("cargo:rustc-env=TAIPAN_RUNTIME_BITCODE={}", bitcode.display());
    println!("cargo:rustc-env=TAIPAN_BACKTRACE_PRINTER={}", backtrace_printer(&archive).unwrap_or_default());
}

/// The symbol of the standard library's function that prints backtraces. The runtime's panic hook never does, but the
/// default hook, which stays linked, refers to it, and to a reader of debug information of 180 KB: the link puts an
/// empty function in its place. Without the symbol executables are only larger.
fn backtrace_printer(archive: &Path) -> Option<String> {
    let bytes = std::fs::read(archive).ok()?;
    let (inner, start) = (b"16DisplayBacktrace".as_slice(), b"_RNv".as_slice());
    let at = bytes.windows(inner.len()).position(|w| w == inner)?;
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
    let from = at - bytes[..at].iter().rev().take_while(|b| is_name(b)).count();
    let to = at + bytes[at..].iter().take_while(|b| is_name(b)).count();
    let symbol = &bytes[from..to];
    let is_display = symbol.ends_with(b"3fmt7Display3fmt");
    (symbol.starts_with(start) && is_display).then(|| String::from_utf8_lossy(symbol).into_owned())
}

/// Takes out what no executable needs: debug sections of the standard library, four times the size of its code, and
/// the tables for unwinding, since a panic aborts. Without the tool the archive is only larger.
fn strip_archive(archive: &Path) {
    let objcopy = sysroot().join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-objcopy");
    let _ = Command::new(objcopy)
        .args([
            "--strip-debug",
            "--wildcard",
            "--remove-section=.eh_frame",
            "--remove-section=.gcc_except_table*",
        ])
        .arg(archive)
        // The tool is linked with the toolchain's own LLVM.
        .env("LD_LIBRARY_PATH", sysroot().join("lib"))
        .status();
}
