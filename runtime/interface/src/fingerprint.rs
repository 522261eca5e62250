//! A text that names this version of the interface. Every runtime library holds it, so that a compiler that is given one of
//! another version (`TAIPAN_RUNTIME_LIB`) can say so rather than make programs that crash.

/// What the text begins with, whatever the version.
const PREFIX: &[u8] = b"taipan runtime interface ";

const LENGTH: usize = PREFIX.len() + 16;

/// The prefix and the hash of everything that is declared here, in hexadecimal.
pub const FINGERPRINT: [u8; LENGTH] = text();

const fn text() -> [u8; LENGTH] {
    let sources = [
        include_bytes!("layout.rs").as_slice(),
        include_bytes!("native_modules.rs"),
        include_bytes!("rows.rs"),
        include_bytes!("tag.rs"),
    ];
    let mut text = [0; LENGTH];
    let mut at = 0;
    while at < PREFIX.len() {
        text[at] = PREFIX[at];
        at += 1;
    }
    let hash = hash(&sources);
    let mut digit = 0;
    while digit < 16 {
        text[at + digit] = b"0123456789abcdef"[(hash >> (60 - 4 * digit)) as usize & 15];
        digit += 1;
    }
    text
}

/// FNV-1a.
const fn hash(sources: &[&[u8]]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut file = 0;
    while file < sources.len() {
        let mut at = 0;
        while at < sources[file].len() {
            hash = (hash ^ sources[file][at] as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        file += 1;
    }
    hash
}
