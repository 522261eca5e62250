//! Objects and the runtime library → executable, by the system's C compiler driver and, where the toolchain brings one,
//! its lld.

use crate::{
    error::{Error, Result},
    runtime_archive,
};
use std::{
    fs::File,
    os::fd::AsRawFd,
    path::{Path, PathBuf},
    process::Command,
};

pub struct LinkOptions {
    /// Keep symbols and debug sections.
    pub debug_info: bool,
}

pub fn link(objects: &[PathBuf], executable: &Path, options: &LinkOptions) -> Result<()> {
    let library = hold_library()?;
    let driver = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
    let mut command = Command::new(&driver);
    command.arg("-o").arg(executable);
    // Code is emitted with absolute addresses: no position-independent executable.
    command.args(["-no-pie", "-static-libgcc"]);
    if let Some(folder) = lld_folder() {
        command.arg("-fuse-ld=lld").arg(format!("-B{}", folder.display()));
        command.arg("-Wl,--icf=none");
        if let Some(printer) = runtime_archive::backtrace_printer() {
            command.arg(format!("-Wl,--defsym={printer}=tp_no_backtrace"));
        }
    }
    command.args(["-Wl,--gc-sections", "-Wl,--as-needed", "-Wl,-z,noexecstack", "-Wl,--build-id=none"]);
    if !options.debug_info {
        command.arg("-Wl,--strip-all");
    }
    // Before the library, whose compiler-builtins bring some of the same functions with other last digits.
    command.args(["-Wl,--no-as-needed", "-lm", "-Wl,--as-needed"]);
    // By its descriptor: whoever empties the cache meanwhile removes the name, not the file.
    command.args(objects).arg(format!("/proc/{}/fd/{}", std::process::id(), library.as_raw_fd()));
    if let Some(more) = std::env::var_os("TAIPAN_LINK_ARGS") {
        command.args(more.to_string_lossy().split_whitespace());
    }
    command.args(["-lgcc_eh", "-lm", "-lpthread", "-ldl", "-lc"]);

    let output = command.output().map_err(|error| {
        Error::environment(
            format!("cannot start the C linker driver `{}`: {error}", driver.to_string_lossy()),
            "install a C compiler (for example the package `gcc`), or name one in the environment variable CC",
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    let log = String::from_utf8_lossy(&output.stderr);
    let first_lines: Vec<&str> = log.lines().take(20).collect();
    if log.contains("No space left") {
        return Err(Error::environment("no space left on the disk", "free some space"));
    }
    Err(Error::bug(format!("the link failed:\n{}", first_lines.join("\n"))))
}

/// The runtime library, open. Another process may remove it between its unpacking and here: then it is unpacked again.
fn hold_library() -> Result<File> {
    let mut last = None;
    for _ in 0..runtime_archive::MOST_TRIES {
        let path = runtime_archive::library()?;
        match File::open(&path) {
            Ok(file) => return Ok(file),
            Err(error) => last = Some(Error::file("cannot read", &path, error)),
        }
    }
    Err(last.unwrap_or_else(|| Error::bug("no runtime library")))
}

/// The folder in which the toolchain keeps lld under the name that `cc -fuse-ld=lld` looks for.
fn lld_folder() -> Option<PathBuf> {
    let folder = Path::new(env!("TAIPAN_SYSROOT")).join("lib/rustlib/x86_64-unknown-linux-gnu/bin/gcc-ld");
    folder.join("ld.lld").exists().then_some(folder)
}
