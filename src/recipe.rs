//! Which cached executable belongs to a root file, without parsing anything.
//!
//! A *recipe* is what a compilation found out about its inputs: the program's files with their hashes, and the files that
//! imports looked for in vain. While all of that still holds, the executable is the same, and a second `taipan run` goes
//! straight to it.

use crate::{
    cache::{Cache, Key, KeyHasher},
    session::Session,
};
use analysis::modules::{ModuleGraph, ModuleKind, Origin};
use std::{
    ffi::OsStr,
    fs, io,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
};

/// The recipe's name: the root file, how it is compiled, and by which compiler.
fn name(session: &Session) -> Key {
    let mut key = KeyHasher::new();
    let options = &session.options;
    key.add((
        &session.path,
        &session.target_cpu,
        options.opt_level,
        options.debug_info,
        options.no_specialize,
    ));
    key.finish()
}

fn contents_key(bytes: &[u8]) -> String {
    let mut key = KeyHasher::new();
    key.add(bytes);
    key.finish().to_string()
}

/// The executable made from exactly these sources, if it is cached.
pub fn recall(cache: &Cache, session: &Session) -> Option<PathBuf> {
    let text = fs::read(cache.recipe(&name(session))).ok()?;
    let mut lines = text.split(|&byte| byte == b'\0');
    let executable = Key::from_text(std::str::from_utf8(lines.next()?).ok()?);
    for line in lines {
        let (kind, rest) = (line.first()?, &line[1..]);
        let as_path = |bytes: &[u8]| Path::new(OsStr::from_bytes(bytes)).to_owned();
        let holds = match kind {
            b'r' => contents_key(&session.bytes).as_bytes() == rest,
            b'f' => {
                let (hash, path) = rest.split_at_checked(32)?;
                fs::read(as_path(path)).is_ok_and(|bytes| contents_key(&bytes).as_bytes() == hash)
            }
            b'd' => as_path(rest).is_dir(),
            b'a' => !as_path(rest).exists(),
            _ => false,
        };
        if !holds {
            return None;
        }
    }
    cache.lookup(&executable)
}

/// Notes what `executable` was made from. Best effort: without it, the next run compiles up to the same key.
pub fn note(cache: &Cache, session: &Session, graph: &ModuleGraph, executable: &Key) -> io::Result<()> {
    let mut text = executable.to_string().into_bytes();
    let mut line = |kind: u8, parts: &[&[u8]]| {
        text.extend([b'\0', kind]);
        parts.iter().for_each(|part| text.extend_from_slice(part));
    };
    for module in &graph.modules {
        let path = module.path.as_os_str().as_bytes();
        match (module.kind, module.origin) {
            (ModuleKind::Root, _) => line(b'r', &[contents_key(&session.bytes).as_bytes()]),
            (_, Origin::Library) => {}
            (ModuleKind::Namespace, _) => line(b'd', &[path]),
            _ => line(b'f', &[contents_key(&fs::read(&module.path)?).as_bytes(), path]),
        }
    }
    graph.absent.iter().for_each(|path| line(b'a', &[path.as_os_str().as_bytes()]));
    let workshop = cache.workshop()?;
    let made = workshop.path().join("recipe");
    fs::write(&made, text)?;
    fs::rename(&made, cache.recipe(&name(session)))
}
