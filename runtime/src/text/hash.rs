//! Hash of `str` and `bytes`: keyed per process, so that equal texts hash equally only within one run, unless
//! PYTHONHASHSEED fixes the key. With a fixed seed it is CPython's SipHash-1-3 of the same key.

use std::sync::OnceLock;

static KEY: OnceLock<(u64, u64)> = OnceLock::new();

fn key() -> (u64, u64) {
    *KEY.get_or_init(|| match std::env::var("PYTHONHASHSEED") {
        Ok(seed) if !seed.is_empty() && seed != "random" => match seed.parse::<u32>() {
            Ok(0) | Err(_) => (0, 0),
            Ok(seed) => seeded(seed),
        },
        _ => random_key(),
    })
}

/// CPython's generator of the key from a seed.
fn seeded(seed: u32) -> (u64, u64) {
    let mut x = seed;
    let mut bytes = [0u8; 16];
    for b in &mut bytes {
        x = x.wrapping_mul(214013).wrapping_add(2531011);
        *b = (x >> 16) as u8;
    }
    let half = |i: usize| u64::from_le_bytes(bytes[i..i + 8].try_into().expect("eight bytes"));
    (half(0), half(8))
}

fn random_key() -> (u64, u64) {
    let mut bytes = [0u8; 16];
    // SAFETY: the buffer is as long as we say.
    let got = unsafe { libc::getrandom(bytes.as_mut_ptr().cast(), 16, 0) };
    if got != 16 {
        let time =
            std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |d| d.as_nanos());
        bytes = time.to_le_bytes();
    }
    let n = u128::from_le_bytes(bytes);
    (n as u64, (n >> 64) as u64)
}

/// Never 0 for a non-empty text (0 means "not yet computed" in the object) and never -1.
#[inline]
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let (k0, k1) = key();
    let h = siphash13(k0, k1, bytes) as i64;
    match h {
        -1 => -2,
        0 => 1,
        _ => h,
    }
}

#[inline]
fn siphash13(k0: u64, k1: u64, data: &[u8]) -> u64 {
    let mut v0 = k0 ^ 0x736f6d6570736575;
    let mut v1 = k1 ^ 0x646f72616e646f6d;
    let mut v2 = k0 ^ 0x6c7967656e657261;
    let mut v3 = k1 ^ 0x7465646279746573;
    macro_rules! round {
        () => {
            v0 = v0.wrapping_add(v1);
            v2 = v2.wrapping_add(v3);
            v1 = v1.rotate_left(13) ^ v0;
            v3 = v3.rotate_left(16) ^ v2;
            v0 = v0.rotate_left(32);
            v2 = v2.wrapping_add(v1);
            v0 = v0.wrapping_add(v3);
            v1 = v1.rotate_left(17) ^ v2;
            v3 = v3.rotate_left(21) ^ v0;
            v2 = v2.rotate_left(32);
        };
    }
    let mut chunks = data.chunks_exact(8);
    for chunk in &mut chunks {
        let m = u64::from_le_bytes(chunk.try_into().expect("eight bytes"));
        v3 ^= m;
        round!();
        v0 ^= m;
    }
    let rest = chunks.remainder();
    let mut last = (data.len() as u64) << 56;
    for (i, b) in rest.iter().enumerate() {
        last |= (*b as u64) << (8 * i);
    }
    v3 ^= last;
    round!();
    v0 ^= last;
    v2 ^= 0xff;
    round!();
    round!();
    round!();
    v0 ^ v1 ^ v2 ^ v3
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn cpythons_values() {
        // PYTHONHASHSEED=0 python3.13 -c 'print(hash("a"), hash("hello world"))'
        assert_eq!(siphash13(0, 0, b"a") as i64, A);
        assert_eq!(siphash13(0, 0, b"hello world") as i64, HELLO);
        let (k0, k1) = seeded(42);
        assert_eq!(siphash13(k0, k1, b"a") as i64, A42);
    }
    const A: i64 = 4644417185603328019;
    const HELLO: i64 = -5642461784034726774;
    const A42: i64 = -123207753977932514;
}
