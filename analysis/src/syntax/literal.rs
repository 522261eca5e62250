//! The form in which string constants stand in the tree.
//!
//! A Python string may hold lone surrogates (`"\ud800"`), a Rust `String` may not. In the tree, the surrogate U+D800+n
//! stands as U+10F800+n, and a character of the program that is itself U+10F7FF or above stands after the mark U+10F7FF.
//! Strings without either (all but a few in the world) stand as they are.

const MARK: char = '\u{10F7FF}';
const FIRST: u32 = 0x10F800;
const SURROGATES: u32 = 0xD800;

/// The code points that a string constant of the tree means.
pub fn literal_code_points(text: &str) -> impl Iterator<Item = u32> + '_ {
    let mut chars = text.chars();
    std::iter::from_fn(move || match chars.next()? {
        MARK => chars.next().map(|c| c as u32),
        c if c as u32 >= FIRST => Some(c as u32 - FIRST + SURROGATES),
        c => Some(c as u32),
    })
}

/// The tree's form of a string of code points.
pub fn literal_from_code_points(points: impl IntoIterator<Item = u32>) -> String {
    let mut text = String::new();
    for point in points {
        match char::from_u32(point) {
            Some(c) if c >= MARK => text.extend([MARK, c]),
            Some(c) => text.push(c),
            None => text.extend(char::from_u32(point - SURROGATES + FIRST)),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_point_survives() {
        for point in [0, 0x41, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0x10F7FE, 0x10F7FF, 0x10F800, 0x10FFFF] {
            let text = literal_from_code_points([point, point]);
            assert_eq!(literal_code_points(&text).collect::<Vec<_>>(), [point, point]);
        }
    }
}
