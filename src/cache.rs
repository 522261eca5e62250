//! The cache of executables in the user's cache folder, beside which the backend keeps the objects of codegen units.
//!
//! An *entry* is named after the hash of everything the executable depends on: all source texts, the compiler's own
//! identity, the flags. Beside it stands a file with its length and hash, so that a damaged entry is found and made
//! again. Entries appear by renaming, so concurrent runs never see half of one; the oldest go when the folder is full. An
//! executable is made in a *workshop*, a folder in the same file system that its process holds a lock on: whoever cleans
//! up leaves it alone while that process lives.

use llvm_backend::unit_cache::{self, UnitCache};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    os::{fd::AsRawFd, unix::fs::MetadataExt},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// How many bytes of executables and objects are kept.
const LIMIT: u64 = 512 << 20;
/// Files that only save time (recipes, unpacked runtimes of other compilers) go when nobody used them for so long.
const FORGOTTEN: Duration = Duration::from_secs(30 * 24 * 3600);
/// Settings of the surroundings that change what is made.
const SETTINGS: &[&str] =
    &["TAIPAN_RUNTIME_LIB", "TAIPAN_RUNTIME_BC", "TAIPAN_LINK_ARGS", "TAIPAN_LLVM_ARGS", "CC"];

pub struct Cache {
    folder: PathBuf,
}

/// A place for a new executable; it goes with everything in it when dropped.
pub struct Workshop {
    folder: tempfile::TempDir,
    _lock: fs::File,
}

impl Workshop {
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Locks a folder for as long as the file is open; `None` if another process has it.
fn lock(folder: &Path) -> Option<fs::File> {
    let file = fs::File::open(folder).ok()?;
    // SAFETY: plain system call on a descriptor that lives.
    (unsafe { libc::flock(file.as_raw_fd(), libc::LOCK_EX | libc::LOCK_NB) } == 0).then_some(file)
}

/// The name of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Collects what an executable depends on.
pub struct KeyHasher {
    first: DefaultHasher,
    second: DefaultHasher,
}

impl KeyHasher {
    pub fn new() -> Self {
        let mut hasher = Self { first: DefaultHasher::new(), second: DefaultHasher::new() };
        hasher.second.write_u64(0x7461_6970_616e);
        hasher.add(env!("CARGO_PKG_VERSION"));
        hasher.add(compiler_identity());
        SETTINGS.iter().for_each(|name| hasher.add(std::env::var_os(name)));
        hasher
    }

    pub fn add(&mut self, part: impl Hash) {
        part.hash(&mut self.first);
        part.hash(&mut self.second);
    }

    pub fn finish(self) -> Key {
        Key(format!("{:016x}{:016x}", self.first.finish(), self.second.finish()))
    }
}

/// What changes whenever the compiler is built anew: path, size, time and inode of its own executable.
fn compiler_identity() -> Option<(PathBuf, u64, i64, i64, u64)> {
    let path = std::env::current_exe().ok()?;
    let data = fs::metadata(&path).ok()?;
    Some((path, data.size(), data.mtime(), data.mtime_nsec(), data.ino()))
}

impl Cache {
    /// The folder `taipan` in the user's cache folder; `None` if there is no such place.
    pub fn open() -> Option<Self> {
        let folder = Self::folder()?;
        fs::create_dir_all(&folder).ok()?;
        Some(Self { folder })
    }

    pub fn folder() -> Option<PathBuf> {
        let base = match std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from) {
            Some(path) if path.is_absolute() => path,
            _ => PathBuf::from(std::env::var_os("HOME").filter(|home| !home.is_empty())?).join(".cache"),
        };
        Some(base.join("taipan"))
    }

    pub fn entry(&self, key: &Key) -> PathBuf {
        self.folder.join(&key.0)
    }

    /// The recipe (see `recipe`) of this name.
    pub fn recipe(&self, key: &Key) -> PathBuf {
        self.folder.join(format!("{}.recipe", key.0))
    }

    fn seal(&self, key: &Key) -> PathBuf {
        self.folder.join(format!("{}.seal", key.0))
    }

    /// The executable of `key` if it is there and whole.
    pub fn lookup(&self, key: &Key) -> Option<PathBuf> {
        let path = self.entry(key);
        let bytes = fs::read(&path).ok()?;
        let seal = fs::read_to_string(self.seal(key)).ok()?;
        if seal != seal_of(&bytes) {
            let _ = fs::remove_file(&path);
            return None;
        }
        // The time of last use, by which the cache is trimmed.
        let _ = fs::File::open(&path).and_then(|file| file.set_modified(SystemTime::now()));
        Some(path)
    }

    /// A place for a new executable on the same file system, so that `keep` is a rename.
    pub fn workshop(&self) -> io::Result<Workshop> {
        loop {
            let folder = tempfile::Builder::new().prefix("new-").tempdir_in(&self.folder)?;
            // Between the two steps somebody else may have taken it for a dead process's.
            if let Some(lock) = lock(folder.path())
                && folder.path().exists()
            {
                return Ok(Workshop { folder, _lock: lock });
            }
        }
    }

    /// The objects of codegen units, which live in the same folder.
    pub fn units(&self) -> UnitCache {
        UnitCache { folder: self.folder.clone(), compiler: KeyHasher::new().finish().to_string() }
    }

    /// Makes `executable` the entry of `key`.
    pub fn keep(&self, key: &Key, executable: &Path) -> io::Result<PathBuf> {
        let bytes = fs::read(executable)?;
        let seal = executable.with_extension("seal");
        fs::write(&seal, seal_of(&bytes))?;
        fs::rename(&seal, self.seal(key))?;
        fs::rename(executable, self.entry(key))?;
        self.trim();
        Ok(self.entry(key))
    }

    /// Removes what dead processes left, what nobody used for long, and the oldest executables and objects beyond the limit.
    pub fn trim(&self) {
        let Ok(listing) = fs::read_dir(&self.folder) else { return };
        let mut entries: Vec<(SystemTime, u64, PathBuf)> = Vec::new();
        for entry in listing.flatten() {
            let path = entry.path();
            let Ok(data) = entry.metadata() else { continue };
            let Ok(modified) = data.modified() else { continue };
            if data.is_dir() {
                remove_abandoned(&path);
            } else if path.extension().is_none_or(|ext| ext == unit_cache::EXTENSION) {
                entries.push((modified, data.len(), path));
            } else if path.extension().is_some_and(|ext| ext != "seal")
                && modified.elapsed().is_ok_and(|age| age > FORGOTTEN)
            {
                let _ = fs::remove_file(path);
            }
        }
        entries.sort();
        let mut total: u64 = entries.iter().map(|(_, size, _)| size).sum();
        for (_, size, path) in entries {
            if total <= LIMIT {
                break;
            }
            let _ = fs::remove_file(&path);
            if path.extension().is_none() {
                let _ = fs::remove_file(path.with_extension("seal"));
            }
            total -= size;
        }
    }

    /// Empties the cache, but for what compilations that are under way need.
    pub fn clear() -> io::Result<Option<PathBuf>> {
        let Some(folder) = Self::folder().filter(|folder| folder.exists()) else {
            return Ok(None);
        };
        for entry in fs::read_dir(&folder)?.flatten() {
            if entry.file_type()?.is_dir() {
                remove_abandoned(&entry.path());
            } else if let Err(error) = fs::remove_file(entry.path())
                && error.kind() != io::ErrorKind::NotFound
            {
                return Err(error);
            }
        }
        // Stays if somebody works in it.
        let _ = fs::remove_dir(&folder);
        Ok(Some(folder))
    }
}

/// A workshop whose process is gone.
fn remove_abandoned(folder: &Path) {
    if lock(folder).is_some() {
        let _ = fs::remove_dir_all(folder);
    }
}

fn seal_of(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{} {:016x}", bytes.len(), hasher.finish())
}
