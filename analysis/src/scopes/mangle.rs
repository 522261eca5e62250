//! Private names: in `class Ham`, `__egg` means `_Ham__egg`.

use std::borrow::Cow;

/// The name that `name` means inside the class `class` (the innermost one whose body the code stands in).
pub fn mangle<'a>(class: Option<&str>, name: &'a str) -> Cow<'a, str> {
    let Some(class) = class else {
        return Cow::Borrowed(name);
    };
    let class = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || class.is_empty() {
        return Cow::Borrowed(name);
    }
    Cow::Owned(format!("_{class}{name}"))
}
