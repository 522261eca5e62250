//! Where the runtime library comes from at link time.
//!
//! - Release compiler: the archive and its bitcode are embedded (made by `build.rs`); they are unpacked once into the
//!   user's cache, under a name that contains their hash, so that compilers of different versions do not meet.
//! - Dev compiler: the library is compiled on demand from the workspace the compiler was built from, whenever a source of
//!   the runtime is newer than it. A change of the runtime therefore needs no new compiler.
//! - `TAIPAN_RUNTIME_LIB=path/libruntime.a` overrides both.

use crate::error::{Error, Result};
use runtime_interface::fingerprint::FINGERPRINT;
use std::{
    borrow::Cow,
    io::Write,
    path::{Path, PathBuf},
};

/// The static library to link with.
pub fn library() -> Result<PathBuf> {
    match std::env::var_os("TAIPAN_RUNTIME_LIB") {
        Some(path) => {
            let path = PathBuf::from(path);
            let bytes = std::fs::read(&path).map_err(|error| Error::file("cannot read", &path, error))?;
            check_interface(&bytes, &path)?;
            Ok(path)
        }
        None => source::library(),
    }
}

/// Refuses a library of a runtime that has another interface than this compiler: programs would crash.
fn check_interface(library: &[u8], path: &Path) -> Result<()> {
    // SAFETY: both are memory of their lengths, which is read only. (The C library's search is fast in dev builds, too.)
    let found = unsafe {
        libc::memmem(library.as_ptr().cast(), library.len(), FINGERPRINT.as_ptr().cast(), FINGERPRINT.len())
    };
    if !found.is_null() {
        return Ok(());
    }
    Err(Error::environment(
        format!("{} is not a runtime library of this build of the compiler", path.display()),
        "build the runtime and the compiler from the same sources, or unset TAIPAN_RUNTIME_LIB",
    ))
}

/// The bitcode of the runtime, for inlining; a dev compiler works without, unless `TAIPAN_RUNTIME_BC` names a file.
pub fn bitcode() -> Result<Option<Cow<'static, [u8]>>> {
    match std::env::var_os("TAIPAN_RUNTIME_BC") {
        Some(path) => {
            let path = PathBuf::from(path);
            let bytes = std::fs::read(&path).map_err(|error| Error::file("cannot read", &path, error))?;
            Ok(Some(Cow::Owned(bytes)))
        }
        None => Ok(source::bitcode().map(Cow::Borrowed)),
    }
}

/// The symbol of the standard library's backtrace printer, if it is known: see `build.rs`.
pub fn backtrace_printer() -> Option<&'static str> {
    option_env!("TAIPAN_BACKTRACE_PRINTER").filter(|symbol| !symbol.is_empty())
}

/// A text that changes whenever the runtime does, for cache keys.
pub fn key() -> String {
    source::key()
}

/// A file of ours in the user's cache folder.
pub fn cache_file(name: &str) -> PathBuf {
    let absolute = |name| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    absolute("XDG_CACHE_HOME")
        .or_else(|| absolute("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(std::env::temp_dir)
        .join("taipan")
        .join(name)
}

/// Written beside its final name and renamed: a concurrent reader sees nothing or all of it. Where another process empties
/// the folder meanwhile it is written again.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let write = || {
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.persist(path)?;
        Ok(())
    };
    let mut written: std::io::Result<()> = write();
    for _ in 0..MOST_TRIES {
        match &written {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => written = write(),
            _ => break,
        }
    }
    written.map_err(|error| Error::file("cannot write", path, error))
}

/// How often a file of the cache is looked for or written while others empty it.
pub const MOST_TRIES: usize = 100;

#[cfg(embedded_runtime)]
mod source {
    use super::*;

    static ARCHIVE: &[u8] = include_bytes!(env!("TAIPAN_RUNTIME_ARCHIVE"));
    static BITCODE: &[u8] = include_bytes!(env!("TAIPAN_RUNTIME_BITCODE"));
    const KEY: &str = env!("TAIPAN_RUNTIME_KEY");

    pub fn library() -> Result<PathBuf> {
        let path = cache_file(&format!("libruntime-{KEY}.a"));
        let unpacked = path.metadata().is_ok_and(|meta| meta.len() == ARCHIVE.len() as u64);
        if !unpacked {
            write_atomically(&path, ARCHIVE)?;
        }
        Ok(path)
    }

    pub fn bitcode() -> Option<&'static [u8]> {
        Some(BITCODE)
    }

    pub fn key() -> String {
        KEY.to_owned()
    }
}

#[cfg(not(embedded_runtime))]
mod source {
    use super::*;
    use std::{process::Command, time::SystemTime};

    pub fn library() -> Result<PathBuf> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or_else(|| Error::bug("the backend's folder has no parent"))?;
        let target = workspace.join("target/runtime-dev");
        let library = target.join("debug/libruntime.a");
        let built = library.metadata().and_then(|meta| meta.modified()).ok();
        let sources = [
            workspace.join("runtime/src"),
            workspace.join("runtime/Cargo.toml"),
            workspace.join("runtime/interface"),
        ];
        let newest = sources.iter().filter_map(|path| newest_change(path)).max();
        if built.is_some() && newest <= built {
            return Ok(library);
        }

        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .current_dir(workspace)
            .args(["rustc", "-q", "-p", "runtime", "--lib"])
            .args(["--crate-type", "staticlib", "--target-dir"])
            .arg(&target)
            .args(["--config", "profile.dev.panic='abort'"])
            // Without optimization the incremental build takes seconds.
            .args(["--config", "profile.dev.opt-level=0"])
            .args(["--config", "profile.dev.debug=false"])
            // An interrupted incremental build would leave units that refer to each other's promoted locals.
            .args(["--config", "profile.dev.lto='off'"])
            // Only errors are shown, and only when there are some.
            .args(["--", "-Awarnings"])
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .map_err(|error| Error::environment(format!("cannot start cargo: {error}"), "install Rust"))?;
        if !output.status.success() {
            return Err(Error::environment(
                "the runtime does not compile",
                String::from_utf8_lossy(&output.stderr),
            ));
        }
        // Cargo leaves the file alone when only comments of its watch list changed: say that it is current.
        // (Unless another process was here meanwhile: the time is part of cache keys.)
        let built = library.metadata().and_then(|meta| meta.modified()).ok();
        if newest > built
            && let Ok(file) = std::fs::File::options().append(true).open(&library)
        {
            let _ = file.set_modified(SystemTime::now());
        }
        Ok(library)
    }

    fn newest_change(path: &Path) -> Option<SystemTime> {
        let meta = path.metadata().ok()?;
        if meta.is_file() {
            return meta.modified().ok();
        }
        std::fs::read_dir(path).ok()?.filter_map(|entry| newest_change(&entry.ok()?.path())).max()
    }

    pub fn bitcode() -> Option<&'static [u8]> {
        None
    }

    pub fn key() -> String {
        let other = std::env::var_os("TAIPAN_RUNTIME_BC").map(PathBuf::from);
        let stamp = other
            .or_else(|| library().ok())
            .and_then(|path| path.metadata().ok()?.modified().ok())
            .and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
        format!("dev-{}", stamp.map_or(0, |time| time.as_nanos()))
    }
}
