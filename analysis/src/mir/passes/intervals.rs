//! Intervals of `i64`: what is known of an int's size, and what each operator makes of it.

use crate::mir::body::{CheckedIntOp, CompareOp, IntOp};

/// All ints from `low` to `high`, both included; never empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Interval {
    pub low: i64,
    pub high: i64,
}

impl Interval {
    pub const ALL: Interval = Interval { low: i64::MIN, high: i64::MAX };

    pub fn of(low: i64, high: i64) -> Interval {
        Interval { low, high }
    }

    pub fn one(value: i64) -> Interval {
        Interval { low: value, high: value }
    }

    /// What fits of an interval of exact results; none if nothing does.
    fn clamp(low: i128, high: i128) -> Option<Interval> {
        let (least, most) = (i128::from(i64::MIN), i128::from(i64::MAX));
        (low <= most && high >= least)
            .then(|| Interval { low: low.max(least) as i64, high: high.min(most) as i64 })
    }

    pub fn join(self, other: Interval) -> Interval {
        Interval { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    pub fn meet(self, other: Interval) -> Option<Interval> {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        (low <= high).then_some(Interval { low, high })
    }

    pub fn contains(self, value: i64) -> bool {
        self.low <= value && value <= self.high
    }

    pub fn is_natural(self) -> bool {
        self.low >= 0
    }

    fn value(self) -> Option<i64> {
        (self.low == self.high).then_some(self.low)
    }

    /// The exact results of an operator that may overflow; none where it is not worth knowing.
    pub fn exact(op: CheckedIntOp, a: Interval, b: Interval) -> Option<(i128, i128)> {
        let wide = |interval: Interval| (i128::from(interval.low), i128::from(interval.high));
        let ((al, ah), (bl, bh)) = (wide(a), wide(b));
        let corners = |corners: [i128; 4]| {
            (corners.into_iter().min().unwrap_or(0), corners.into_iter().max().unwrap_or(0))
        };
        Some(match op {
            CheckedIntOp::Add => (al + bl, ah + bh),
            CheckedIntOp::Sub => (al - bh, ah - bl),
            CheckedIntOp::Mul => corners([al * bl, al * bh, ah * bl, ah * bh]),
            CheckedIntOp::Neg => (-ah, -al),
            CheckedIntOp::Abs if a.is_natural() => (al, ah),
            CheckedIntOp::Abs => (0, (-al).max(ah)),
            CheckedIntOp::Shl if bl >= 0 && bh < 64 => corners([al << bl, al << bh, ah << bl, ah << bh]),
            CheckedIntOp::Shl => return None,
            CheckedIntOp::FloorDiv => {
                if bl > 0 {
                    corners([al.div_euclid(bl), al.div_euclid(bh), ah.div_euclid(bl), ah.div_euclid(bh)])
                } else {
                    // The quotient is no farther from zero than the dividend, but for rounding down.
                    let most = (-al).max(ah).max(al).max(-ah);
                    (-most, most)
                }
            }
        })
    }

    /// Whether all exact results fit.
    pub fn fits(op: CheckedIntOp, a: Interval, b: Interval) -> bool {
        Interval::exact(op, a, b)
            .is_some_and(|(low, high)| low >= i128::from(i64::MIN) && high <= i128::from(i64::MAX))
    }

    /// The results of a checked operator that fit.
    pub fn checked(op: CheckedIntOp, a: Interval, b: Interval) -> Interval {
        Interval::exact(op, a, b).and_then(|(low, high)| Interval::clamp(low, high)).unwrap_or(Interval::ALL)
    }

    /// The results of an operator that is proven to fit, or cannot but fit.
    pub fn of_op(op: IntOp, a: Interval, b: Interval) -> Interval {
        match op {
            IntOp::Add => Interval::checked(CheckedIntOp::Add, a, b),
            IntOp::Sub => Interval::checked(CheckedIntOp::Sub, a, b),
            IntOp::Mul => Interval::checked(CheckedIntOp::Mul, a, b),
            IntOp::FloorDiv => Interval::checked(CheckedIntOp::FloorDiv, a, b),
            IntOp::Mod if b.low > 0 => {
                let high = if a.is_natural() { a.high.min(b.high - 1) } else { b.high - 1 };
                Interval::of(0, high)
            }
            IntOp::Mod if b.high < 0 && b.low > i64::MIN => Interval::of(b.low + 1, 0),
            IntOp::And if a.is_natural() && b.is_natural() => Interval::of(0, a.high.min(b.high)),
            IntOp::And if a.is_natural() => Interval::of(0, a.high),
            IntOp::And if b.is_natural() => Interval::of(0, b.high),
            IntOp::Or | IntOp::Xor if a.is_natural() && b.is_natural() => {
                let bits = 64 - (a.high | b.high).leading_zeros();
                Interval::of(0, ((1u64 << bits) - 1) as i64)
            }
            IntOp::Shl if b.low >= 0 && b.high < 64 => {
                // Not checked: only what fits for certain is known.
                match Interval::fits(CheckedIntOp::Shl, a, b) {
                    true => Interval::checked(CheckedIntOp::Shl, a, b),
                    false => Interval::ALL,
                }
            }
            IntOp::Shr => {
                let (least, most) = (b.low.clamp(0, 63), b.high.clamp(0, 63));
                let corners = [a.low >> least, a.low >> most, a.high >> least, a.high >> most];
                Interval::of(
                    corners.into_iter().min().unwrap_or(i64::MIN),
                    corners.into_iter().max().unwrap_or(i64::MAX),
                )
            }
            IntOp::Lshr if b.low >= 1 => {
                let most = if a.is_natural() { a.high as u64 } else { u64::MAX };
                Interval::of(0, (most >> b.low.min(63)) as i64)
            }
            IntOp::Urem if b.low > 0 => Interval::of(0, b.high - 1),
            IntOp::Udiv if b.low > 0 && a.is_natural() => Interval::of(a.low / b.high, a.high / b.low),
            IntOp::Udiv if b.low > 1 => Interval::of(0, (u64::MAX / b.low as u64) as i64),
            IntOp::WrapAdd if Interval::fits(CheckedIntOp::Add, a, b) => {
                Interval::checked(CheckedIntOp::Add, a, b)
            }
            IntOp::WrapSub if Interval::fits(CheckedIntOp::Sub, a, b) => {
                Interval::checked(CheckedIntOp::Sub, a, b)
            }
            IntOp::WrapMul if Interval::fits(CheckedIntOp::Mul, a, b) => {
                Interval::checked(CheckedIntOp::Mul, a, b)
            }
            _ => Interval::ALL,
        }
    }

    /// The outcome of a comparison, where it is always the same.
    pub fn compare(op: CompareOp, a: Interval, b: Interval) -> Option<bool> {
        match op {
            CompareOp::Lt if a.high < b.low => Some(true),
            CompareOp::Lt if a.low >= b.high => Some(false),
            CompareOp::Le if a.high <= b.low => Some(true),
            CompareOp::Le if a.low > b.high => Some(false),
            CompareOp::Gt | CompareOp::Ge => Interval::compare(op.swapped(), b, a),
            CompareOp::Eq if a.meet(b).is_none() => Some(false),
            CompareOp::Eq if a.value().is_some() && a == b => Some(true),
            CompareOp::Ne => Interval::compare(CompareOp::Eq, a, b).map(|equal| !equal),
            _ => None,
        }
    }

    /// `a` where the comparison with `b` holds; none if it never does.
    pub fn where_holds(op: CompareOp, a: Interval, b: Interval) -> Option<Interval> {
        match op {
            CompareOp::Lt => a.meet(Interval::of(i64::MIN, b.high.checked_sub(1)?)),
            CompareOp::Le => a.meet(Interval::of(i64::MIN, b.high)),
            CompareOp::Gt => a.meet(Interval::of(b.low.checked_add(1)?, i64::MAX)),
            CompareOp::Ge => a.meet(Interval::of(b.low, i64::MAX)),
            CompareOp::Eq => a.meet(b),
            CompareOp::Ne => match b.value() {
                Some(value) if a.low == value && a.high == value => None,
                Some(value) if a.low == value => Some(Interval::of(value + 1, a.high)),
                Some(value) if a.high == value => Some(Interval::of(a.low, value - 1)),
                _ => Some(a),
            },
        }
    }
}

/// The operator that holds where this one does not.
pub fn negated(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Ge,
        CompareOp::Le => CompareOp::Gt,
        CompareOp::Gt => CompareOp::Le,
        CompareOp::Ge => CompareOp::Lt,
        CompareOp::Eq => CompareOp::Ne,
        CompareOp::Ne => CompareOp::Eq,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every interval of a few small and extreme numbers, against all results of its members.
    #[test]
    fn results_lie_in_the_interval_of_results() {
        let numbers = [i64::MIN, i64::MIN + 1, -7, -1, 0, 1, 2, 5, 63, i64::MAX - 1, i64::MAX];
        let mut intervals = vec![];
        for (at, &low) in numbers.iter().enumerate() {
            intervals.extend(numbers[at..].iter().map(|&high| Interval { low, high }));
        }
        let members = |interval: Interval| numbers.into_iter().filter(move |&n| interval.contains(n));
        for &a in &intervals {
            for &b in &intervals {
                for x in members(a) {
                    for y in members(b) {
                        check(a, b, x, y);
                    }
                }
            }
        }
    }

    fn check(a: Interval, b: Interval, x: i64, y: i64) {
        let inside = |op, result: i64| {
            assert!(Interval::of_op(op, a, b).contains(result), "{x} {op:?} {y} = {result}, {a:?} {b:?}");
        };
        let checked = |op, result: Option<i64>| match result {
            Some(result) => assert!(Interval::checked(op, a, b).contains(result), "{x} {op:?} {y}"),
            None => assert!(!Interval::fits(op, a, b), "{x} {op:?} {y}"),
        };
        checked(CheckedIntOp::Add, x.checked_add(y));
        checked(CheckedIntOp::Sub, x.checked_sub(y));
        checked(CheckedIntOp::Mul, x.checked_mul(y));
        checked(CheckedIntOp::Neg, x.checked_neg());
        checked(CheckedIntOp::Abs, x.checked_abs());
        if (0..64).contains(&y) {
            let result = i128::from(x) << y;
            checked(CheckedIntOp::Shl, i64::try_from(result).ok());
            inside(IntOp::Shl, x << y);
        }
        inside(IntOp::And, x & y);
        inside(IntOp::Or, x | y);
        inside(IntOp::Xor, x ^ y);
        inside(IntOp::WrapAdd, x.wrapping_add(y));
        inside(IntOp::WrapMul, x.wrapping_mul(y));
        if y >= 0 {
            inside(IntOp::Shr, x >> y.min(63));
        }
        if y >= 1 {
            inside(IntOp::Lshr, if y > 63 { 0 } else { ((x as u64) >> y) as i64 });
        }
        if y != 0 {
            let floor = i128::from(x).div_euclid(i128::from(y))
                - i128::from(y < 0 && i128::from(x).rem_euclid(i128::from(y)) != 0);
            let floor = if y < 0 {
                let (x, y) = (-i128::from(x), -i128::from(y));
                x.div_euclid(y)
            } else {
                floor
            };
            checked(CheckedIntOp::FloorDiv, i64::try_from(floor).ok());
            let remainder = i128::from(x) - floor * i128::from(y);
            inside(IntOp::Mod, remainder as i64);
            if i64::try_from((x as u64) / (y as u64)).is_ok() {
                inside(IntOp::Udiv, ((x as u64) / (y as u64)) as i64);
            }
            if y > 0 {
                inside(IntOp::Urem, ((x as u64) % (y as u64)) as i64);
            }
        }
        for op in [CompareOp::Lt, CompareOp::Le, CompareOp::Gt, CompareOp::Ge, CompareOp::Eq, CompareOp::Ne] {
            let holds = match op {
                CompareOp::Lt => x < y,
                CompareOp::Le => x <= y,
                CompareOp::Gt => x > y,
                CompareOp::Ge => x >= y,
                CompareOp::Eq => x == y,
                CompareOp::Ne => x != y,
            };
            assert!(Interval::compare(op, a, b).is_none_or(|known| known == holds), "{x} {op:?} {y}");
            if holds {
                assert!(
                    Interval::where_holds(op, a, b).is_some_and(|kept| kept.contains(x)),
                    "{x} {op:?} {y}"
                );
            }
        }
    }
}
