//! What a handful of noisy measurements say: median, spread, and a ratio with the interval it lies in.
//!
//! The interval is rank-based and exact (Mann, Whitney; Hodges, Lehmann): it assumes nothing of the noise but that both
//! sides have the same kind, and needs no random numbers, so the same measurements always give the same interval. Of two
//! samples of four runs each an interval of 95 % can just be given; of fewer only a weaker one, whose level is reported.

use serde::{Deserialize, Serialize};

/// The level that intervals are made for.
pub const LEVEL: f64 = 0.95;

pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// With linear interpolation; NaN if there are no values.
pub fn quantile(values: &[f64], q: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        len => {
            let at = q * (len - 1) as f64;
            let (low, high) = (at.floor() as usize, at.ceil() as usize);
            sorted[low] + (sorted[high] - sorted[low]) * (at - low as f64)
        }
    }
}

/// Half the distance between the quartiles, as a share of the median: what is printed after `±`.
pub fn spread(values: &[f64]) -> f64 {
    (quantile(values, 0.75) - quantile(values, 0.25)) / 2.0 / median(values).max(f64::MIN_POSITIVE)
}

pub fn geometric_mean(values: &[f64]) -> f64 {
    (values.iter().map(|value| value.ln()).sum::<f64>() / values.len() as f64).exp()
}

/// How many times one side is as large as the other.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Ratio {
    pub estimate: f64,
    pub low: f64,
    pub high: f64,
    /// The probability with which the interval is right: at least [`LEVEL`] where that can be had.
    pub level: f64,
}

impl Ratio {
    /// `numerator / denominator`; none if either has no measurements.
    pub fn of(numerator: &[f64], denominator: &[f64]) -> Option<Ratio> {
        // Below this no clock can be believed.
        let floored = |value: f64| value.max(1e-4);
        let mut ratios: Vec<f64> = numerator
            .iter()
            .flat_map(|&a| denominator.iter().map(move |&b| floored(a) / floored(b)))
            .collect();
        if ratios.is_empty() {
            return None;
        }
        ratios.sort_by(f64::total_cmp);
        let below = rank_distribution(numerator.len(), denominator.len());
        // As many of the smallest and of the largest ratios stay out as the level allows.
        let allowed = below.iter().take_while(|&&p| 2.0 * p <= 1.0 - LEVEL).count();
        let kept = allowed.clamp(1, ratios.len().div_ceil(2));
        Some(Ratio {
            estimate: median(&ratios),
            low: ratios[kept - 1],
            high: ratios[ratios.len() - kept],
            level: (1.0 - 2.0 * below[kept - 1]).max(0.0),
        })
    }

    /// Whether the two sides differ as far as can be told.
    pub fn is_significant(&self) -> bool {
        self.level >= LEVEL && (self.low > 1.0 || self.high < 1.0)
    }
}

/// `P(U <= u)` of the Mann-Whitney statistic of two samples from one distribution.
fn rank_distribution(n: usize, m: usize) -> Vec<f64> {
    // The number of ways to get each u is a coefficient of the Gaussian binomial, built factor by factor.
    let mut ways = vec![0.0; n * m + 1];
    ways[0] = 1.0;
    for i in 1..=n {
        let factor = m + i;
        for u in (factor..ways.len()).rev() {
            ways[u] -= ways[u - factor];
        }
        for u in i..ways.len() {
            ways[u] += ways[u - i];
        }
    }
    let total: f64 = ways.iter().sum();
    let mut sum = 0.0;
    ways.iter()
        .map(|way| {
            sum += way / total;
            sum
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// xorshift64*: the same noise in every run of the test.
    struct Noise(u64);

    impl Noise {
        fn uniform(&mut self) -> f64 {
            self.0 ^= self.0 >> 12;
            self.0 ^= self.0 << 25;
            self.0 ^= self.0 >> 27;
            (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
        }

        /// A program of a second on a machine with 3 % of noise, where now and then a run is disturbed.
        fn seconds(&mut self) -> f64 {
            let bell: f64 = (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0;
            let disturbed = if self.uniform() < 0.1 { 1.0 + self.uniform() } else { 1.0 };
            (0.03 * bell).exp() * disturbed
        }
    }

    #[test]
    fn a_program_against_itself_is_as_fast_as_itself() {
        let mut noise = Noise(20260);
        for runs in [4, 5, 10, 20] {
            let tries = 1000;
            let contain = (0..tries)
                .filter(|_| {
                    let a: Vec<f64> = (0..runs).map(|_| noise.seconds()).collect();
                    let b: Vec<f64> = (0..runs).map(|_| noise.seconds()).collect();
                    let ratio = Ratio::of(&a, &b).expect("measurements");
                    assert!(ratio.level >= LEVEL && ratio.low <= ratio.estimate);
                    ratio.low <= 1.0 && ratio.high >= 1.0
                })
                .count();
            assert!(contain * 100 >= tries * 95, "{runs} runs: {contain} of {tries}");
        }
    }

    #[test]
    fn a_difference_is_seen() {
        let mut noise = Noise(7);
        let slow: Vec<f64> = (0..10).map(|_| 2.0 * noise.seconds()).collect();
        let fast: Vec<f64> = (0..10).map(|_| noise.seconds()).collect();
        let ratio = Ratio::of(&slow, &fast).expect("measurements");
        assert!(ratio.is_significant() && ratio.low <= 2.0 && ratio.high >= 2.0, "{ratio:?}");
    }

    #[test]
    fn ranks_of_small_samples() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
        close(rank_distribution(4, 4)[0], 1.0 / 70.0);
        close(rank_distribution(5, 5)[2], 4.0 / 252.0);
        close(rank_distribution(2, 3)[6], 1.0);
        let alone = Ratio::of(&[2.0], &[1.0]).expect("measurements");
        assert_eq!((alone.low, alone.high, alone.level), (2.0, 2.0, 0.0));
        assert!(Ratio::of(&[], &[1.0]).is_none());
    }

    #[test]
    fn medians_and_spread() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[1.0, 2.0]), 1.5);
        assert_eq!(spread(&[1.0, 1.0, 1.0]), 0.0);
        assert!((geometric_mean(&[2.0, 8.0]) - 4.0).abs() < 1e-12);
    }
}
