//! Sums of floats without loss: `fsum`, `hypot` and `dist`, `sumprod`.

/// A running sum kept as non-overlapping partial sums of growing size (Shewchuk).
#[derive(Default)]
pub struct ExactSum {
    partials: Vec<f64>,
    /// Sum of the infinities and NaNs seen, and of the infinities alone.
    special: f64,
    infinities: f64,
}

/// Why an exact sum has no value.
pub enum NoSum {
    /// Intermediate overflow.
    Overflow,
    /// `-inf + inf`.
    Opposite,
}

impl ExactSum {
    pub fn add(&mut self, value: f64) -> Result<(), NoSum> {
        let mut x = value;
        let mut kept = 0;
        for j in 0..self.partials.len() {
            let mut y = self.partials[j];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let hi = x + y;
            let lo = y - (hi - x);
            if lo != 0.0 {
                self.partials[kept] = lo;
                kept += 1;
            }
            x = hi;
        }
        self.partials.truncate(kept);
        if x == 0.0 {
            return Ok(());
        }
        if !x.is_finite() {
            if value.is_finite() {
                return Err(NoSum::Overflow);
            }
            if value.is_infinite() {
                self.infinities += value;
            }
            self.special += value;
            self.partials.clear();
        } else {
            self.partials.push(x);
        }
        Ok(())
    }

    /// The sum, rounded once.
    pub fn total(&self) -> Result<f64, NoSum> {
        if self.special != 0.0 {
            return if self.infinities.is_nan() { Err(NoSum::Opposite) } else { Ok(self.special) };
        }
        let p = &self.partials;
        let Some(mut n) = p.len().checked_sub(1) else { return Ok(0.0) };
        let mut hi = p[n];
        let mut lo = 0.0;
        while n > 0 {
            let x = hi;
            n -= 1;
            let y = p[n];
            hi = x + y;
            lo = y - (hi - x);
            if lo != 0.0 {
                break;
            }
        }
        // Round half to even across partials: the next one decides a tie.
        if n > 0 && ((lo < 0.0 && p[n - 1] < 0.0) || (lo > 0.0 && p[n - 1] > 0.0)) {
            let y = lo * 2.0;
            let x = hi + y;
            if y == x - hi {
                hi = x;
            }
        }
        Ok(hi)
    }
}

/// An unevaluated sum of two floats.
#[derive(Clone, Copy)]
struct Double {
    hi: f64,
    lo: f64,
}

/// Requires |a| >= |b|.
fn fast_sum(a: f64, b: f64) -> Double {
    let hi = a + b;
    Double { hi, lo: (a - hi) + b }
}

fn exact_sum(a: f64, b: f64) -> Double {
    let hi = a + b;
    let z = hi - a;
    Double { hi, lo: (a - (hi - z)) + (b - z) }
}

fn product(x: f64, y: f64) -> Double {
    let hi = x * y;
    Double { hi, lo: x.mul_add(y, -hi) }
}

/// The Euclidean norm of absolute values whose maximum is `max`.
pub fn vector_norm(values: &mut [f64], max: f64, found_nan: bool) -> f64 {
    if max.is_infinite() {
        return max;
    }
    if found_nan {
        return f64::NAN;
    }
    if max == 0.0 || values.len() <= 1 {
        return max;
    }
    let exponent = exponent_of(max);
    if exponent < -1023 {
        for v in values.iter_mut() {
            *v /= f64::MIN_POSITIVE;
        }
        return f64::MIN_POSITIVE * vector_norm(values, max / f64::MIN_POSITIVE, found_nan);
    }
    let scale = power_of_two(-exponent);
    let (mut sum, mut frac1, mut frac2) = (1.0, 0.0, 0.0);
    for &v in values.iter() {
        let x = v * scale;
        let square = product(x, x);
        let s = fast_sum(sum, square.hi);
        sum = s.hi;
        frac1 += square.lo;
        frac2 += s.lo;
    }
    let h = (sum - 1.0 + (frac1 + frac2)).sqrt();
    // One correction step on the square root.
    let square = product(-h, h);
    let s = fast_sum(sum, square.hi);
    frac1 += square.lo;
    frac2 += s.lo;
    let x = s.hi - 1.0 + (frac1 + frac2);
    (h + x / (2.0 * h)) / scale
}

/// `e` of `frexp(x)`: 0.5 <= |x| / 2**e < 1.
pub fn exponent_of(x: f64) -> i32 {
    frexp(x).1
}

pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let bits = x.to_bits();
    let raw = ((bits >> 52) & 0x7ff) as i32;
    if raw == 0 {
        let (m, e) = frexp(x * 2f64.powi(64));
        return (m, e - 64);
    }
    (f64::from_bits((bits & !(0x7ff << 52)) | (1022 << 52)), raw - 1022)
}

unsafe extern "C" {
    #[link_name = "ldexp"]
    safe fn c_ldexp(x: f64, e: i32) -> f64;
}

fn power_of_two(e: i32) -> f64 {
    match e {
        -1022..=1023 => f64::from_bits(((e + 1023) as u64) << 52),
        _ => c_ldexp(1.0, e),
    }
}

/// x * 2**e, rounded once.
pub fn ldexp(x: f64, e: i64) -> f64 {
    c_ldexp(x, e.clamp(-5000, 5000) as i32)
}

/// A dot product in triple length.
#[derive(Default)]
pub struct ProductSum {
    hi: f64,
    lo: f64,
    tiny: f64,
}

impl ProductSum {
    pub fn add(&mut self, x: f64, y: f64) {
        let pr = product(x, y);
        let sm = exact_sum(self.hi, pr.hi);
        let r1 = exact_sum(self.lo, pr.lo);
        let r2 = exact_sum(r1.hi, sm.lo);
        *self = ProductSum { hi: sm.hi, lo: r2.hi, tiny: self.tiny + r1.lo + r2.lo };
    }
    pub fn total(&self) -> f64 {
        let last = exact_sum(self.lo, self.hi);
        self.tiny + last.lo + last.hi
    }
}
