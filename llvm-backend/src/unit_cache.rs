//! Objects of earlier builds, by what they were made from: after an edit, only the units that see it are compiled again.
//!
//! The *key* of a unit is the hash of its LLVM bitcode before optimization, of how it is optimized and for which CPU, of
//! the runtime and the compiler. A file holds the object and then a hash of it, so that a damaged one is not used; it
//! appears by a rename. Trimming is the business of whoever owns the folder.

use crate::runtime_archive;
use std::{
    fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
    time::SystemTime,
};

/// Where objects are kept, and a text that changes whenever the compiler does.
#[derive(Clone, Debug)]
pub struct UnitCache {
    pub folder: PathBuf,
    pub compiler: String,
}

/// The extension of the files.
pub const EXTENSION: &str = "unit";
const SEAL: usize = 8;

impl UnitCache {
    /// The file for a unit: `parts` is everything that its object depends on, besides the compiler.
    pub fn file(&self, parts: &[&[u8]]) -> PathBuf {
        let runtime = runtime_archive::key();
        let half = |seed: u8| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u8(seed);
            for part in [self.compiler.as_bytes(), runtime.as_bytes()].iter().chain(parts) {
                hasher.write_usize(part.len());
                hasher.write(part);
            }
            hasher.finish()
        };
        self.folder.join(format!("{:016x}{:016x}.{EXTENSION}", half(1), half(2)))
    }

    /// The object in the file, if it is there and whole.
    pub fn read(&self, file: &Path) -> Option<Vec<u8>> {
        let mut bytes = fs::read(file).ok()?;
        let object = bytes.len().checked_sub(SEAL)?;
        if bytes[object..] != seal(&bytes[..object]) {
            let _ = fs::remove_file(file);
            return None;
        }
        bytes.truncate(object);
        // The time of last use.
        let _ = fs::File::open(file).and_then(|file| file.set_modified(SystemTime::now()));
        Some(bytes)
    }

    /// Best effort: without it, the next build compiles the unit again.
    pub fn write(&self, file: &Path, object: &[u8]) {
        let sealed = [object, &seal(object)].concat();
        let _ = runtime_archive::write_atomically(file, &sealed);
    }
}

fn seal(object: &[u8]) -> [u8; SEAL] {
    let mut hasher = DefaultHasher::new();
    hasher.write(object);
    hasher.finish().to_le_bytes()
}
