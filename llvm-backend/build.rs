//! Build steps of the backend:
//! 1. link the LLVM that rustc itself brings, so that a user installs none;
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
    link_llvm();
    if env::var("PROFILE").as_deref() == Ok("release") {
        embed_runtime();
    }
}

fn link_llvm() {
    let lib = sysroot().join("lib");
    println!("cargo:rustc-link-search=native={}", lib.display());
    println!("cargo:rustc-link-lib=dylib=LLVM-22-rust-1.95.0-stable");
    println!("cargo:rustc-link-arg=-Wl,-rpath,{}", lib.display());
    println!("cargo:rustc-env=TAIPAN_SYSROOT={}", sysroot().display());
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
    strip_debug_sections(&archive);

    let mut hasher = DefaultHasher::new();
    for file in [&archive, &bitcode] {
        std::fs::read(file).expect("the runtime's build products").hash(&mut hasher);
    }
    println!("cargo:rustc-cfg=embedded_runtime");
    println!("cargo:rustc-env=TAIPAN_RUNTIME_KEY={:016x}", hasher.finish());
    println!("cargo:rustc-env=TAIPAN_RUNTIME_ARCHIVE={}", archive.display());
    println!("cargo:rustc-env=TAIPAN_RUNTIME_BITCODE={}", bitcode.display());
}

/// The standard library comes with debug sections that are four times the size of its code. Without the tool the
/// archive is only larger.
fn strip_debug_sections(archive: &Path) {
    let objcopy = sysroot().join("lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-objcopy");
    let _ = Command::new(objcopy).arg("--strip-debug").arg(archive).status();
}
