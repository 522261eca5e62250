//! Hashes of text: SipHash-1-3 over the storage, keyed once per process.
//!
//! `PYTHONHASHSEED` chooses the key as in CPython (`0`: no key; another number: derived from it; absent or
//! `random`: from the system), so under the same seed the two hash alike.

use super::gc::Gc;
use super::string::StrObj;

#[derive(Clone, Copy)]
struct Key {
    k0: u64,
    k1: u64,
    ready: bool,
}

/// The process's key, drawn when the first text is hashed.
static mut KEY: Key = Key { k0: 0, k1: 0, ready: false };

#[inline(always)]
fn key() -> Key {
    // SAFETY: one mutator thread.
    unsafe {
        if !KEY.ready {
            draw_key();
        }
        KEY
    }
}

#[cold]
fn draw_key() {
    let mut secret = [0u8; 16];
    let seed = std::env::var("PYTHONHASHSEED").ok().and_then(|s| s.parse::<u32>().ok());
    match seed {
        Some(0) => {}
        Some(seed) => {
            // CPython's `lcg_urandom`.
            let mut x = seed;
            for byte in &mut secret {
                x = x.wrapping_mul(214013).wrapping_add(2531011);
                *byte = (x >> 16) as u8;
            }
        }
        // SAFETY: the buffer has room; a failure leaves a key of zeros, which only loses randomness.
        None => unsafe {
            libc::getrandom(secret.as_mut_ptr().cast(), secret.len(), 0);
        },
    }
    let word = |at: usize| u64::from_le_bytes(secret[at..at + 8].try_into().expect("eight bytes"));
    // SAFETY: one mutator thread.
    unsafe { KEY = Key { k0: word(0), k1: word(8), ready: true } }
}

/// `hash(bytes)`, and of a string with these bytes as its storage. Never -1.
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let key = key();
    let h = siphash13(key.k0, key.k1, bytes) as i64;
    if h == -1 { -2 } else { h }
}

/// `hash(str)`, cached in the object.
#[inline(always)]
pub fn hash_str(s: Gc<StrObj>) -> i64 {
    if s.hash != 0 { s.hash as i64 } else { hash_str_slow(s) }
}

#[inline(never)]
fn hash_str_slow(mut s: Gc<StrObj>) -> i64 {
    let h = hash_bytes(s.bytes());
    s.hash = h as u64;
    h
}

/// Whether two strings are the same text. Storage is canonical, so equal text has equal bytes.
#[inline(always)]
pub fn equal_str(a: Gc<StrObj>, b: Gc<StrObj>) -> bool {
    a == b || (a.len == b.len && a.width() == b.width() && equal_bytes(a.bytes(), b.bytes()))
}

/// Equality of as many bytes: short texts are most, and not worth a call.
#[inline(always)]
fn equal_bytes(a: &[u8], b: &[u8]) -> bool {
    /// Whether the first and the last `N` of `N..=2 * N` bytes are equal.
    #[inline(always)]
    fn ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        let at = a.len() - N;
        a.first_chunk::<N>() == b.first_chunk::<N>()
            && a[at..].first_chunk::<N>() == b[at..].first_chunk::<N>()
    }
    if a.len() != b.len() {
        return false;
    }
    match a.len() {
        0 => true,
        1..=3 => a[0] == b[0] && ends::<1>(a, b) && a[a.len() / 2] == b[a.len() / 2],
        4..=7 => ends::<4>(a, b),
        8..=16 => ends::<8>(a, b),
        _ => a == b,
    }
}

#[inline(always)]
fn round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

fn siphash13(k0: u64, k1: u64, bytes: &[u8]) -> u64 {
    let mut v =
        [k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573];
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let m = u64::from_le_bytes(chunk.try_into().expect("eight bytes"));
        v[3] ^= m;
        round(&mut v);
        v[0] ^= m;
    }
    let mut last = (bytes.len() as u64) << 56;
    for (i, &b) in chunks.remainder().iter().enumerate() {
        last |= (b as u64) << (8 * i);
    }
    v[3] ^= last;
    round(&mut v);
    v[0] ^= last;
    v[2] ^= 0xff;
    round(&mut v);
    round(&mut v);
    round(&mut v);
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `PYTHONHASHSEED=0 python3.13 -c "print(hash('abc'), ...)"`
    #[test]
    fn unkeyed_hashes_are_cpythons() {
        for (text, hash) in HASHES {
            assert_eq!(siphash13(0, 0, text.as_bytes()) as i64, *hash, "{text}");
        }
    }
    const HASHES: &[(&str, i64)] = &[
        ("a", 4644417185603328019),
        ("abc", -4594863902769663758),
        ("hello world", -5642461784034726774),
        ("abcdefgh", 4574395652268504554),
        ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", 3129705393707619204),
    ];
}
