//! "Did you mean": the nearest name by CPython's edit distance.

const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;
const MOVE: usize = 2;
const CASE: usize = 1;

/// The candidate nearest to `wrong`, if any is near enough.
pub fn best<'a>(candidates: &'a [String], wrong: &str) -> Option<&'a str> {
    if candidates.len() >= MOST_CANDIDATES {
        return None;
    }
    let wrong: Vec<char> = wrong.chars().collect();
    let mut found: Option<(&str, usize)> = None;
    for c in candidates {
        let name: Vec<char> = c.chars().collect();
        if name == wrong {
            continue;
        }
        let mut max = (name.len() + wrong.len() + 3) * MOVE / 6;
        if let Some((_, d)) = found {
            if d == 0 {
                break;
            }
            max = max.min(d - 1);
        }
        let d = distance(&wrong, &name, max);
        if d <= max && found.is_none_or(|(_, old)| d < old) {
            found = Some((c, d));
        }
    }
    found.map(|(c, _)| c)
}

fn substitution(a: char, b: char) -> usize {
    if a == b {
        0
    } else if a.to_lowercase().eq(b.to_lowercase()) {
        CASE
    } else {
        MOVE
    }
}

/// Edit distance; more than `max` when it exceeds that.
fn distance(a: &[char], b: &[char], max: usize) -> usize {
    if a == b {
        return 0;
    }
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE;
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return max + 1;
    }
    let (a, b) = if b.len() < a.len() { (b, a) } else { (a, b) };
    if (b.len() - a.len()) * MOVE > max {
        return max + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|i| i * MOVE).collect();
    let mut result = 0;
    for (i, &bc) in b.iter().enumerate() {
        let mut d = i * MOVE;
        result = d;
        let mut minimum = usize::MAX;
        for (j, &ac) in a.iter().enumerate() {
            let substitute = d + substitution(bc, ac);
            d = row[j];
            let insert_delete = result.min(d) + MOVE;
            result = insert_delete.min(substitute);
            row[j] = result;
            minimum = minimum.min(result);
        }
        if minimum > max {
            return max + 1;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn nearest() {
        let names = ["bluch".to_owned(), "append".to_owned(), "extend".to_owned()];
        assert_eq!(best(&names, "appendd"), Some("append"));
        assert_eq!(best(&names, "xxxxxx"), None);
        assert_eq!(best(&names, "Bluch"), Some("bluch"));
    }
}
