//! `repr` of containers: the text buffer, and the guard that prints `[...]` for a container inside itself.

use crate::core::string::Chars;
use crate::core::{Gc, Header, R, StrObj, Value};
use crate::objects::ops;
use crate::text::units::{Buffer, Units};

/// Addresses of the containers whose repr is being made. Only compared: their callers keep them alive.
static mut IN_PROGRESS: Vec<usize> = Vec::new();

/// Marks a container while its repr is made.
pub struct InProgress(());

impl InProgress {
    /// None if the container's repr is being made already.
    pub fn enter<T>(o: Gc<T>) -> Option<InProgress> {
        let address = o.header() as *const Header as usize;
        // SAFETY: one mutator thread; the reference ends with this function.
        let list = unsafe { (&raw mut IN_PROGRESS).as_mut().expect("a static") };
        if list.contains(&address) {
            return None;
        }
        list.push(address);
        Some(InProgress(()))
    }
}

impl Drop for InProgress {
    fn drop(&mut self) {
        // SAFETY: as in `enter`.
        unsafe { (&raw mut IN_PROGRESS).as_mut().expect("a static").pop() };
    }
}

/// The code units of a string.
pub fn units(s: &StrObj) -> Units<'_> {
    match s.chars() {
        Chars::One(s) => Units::One(s),
        Chars::Two(s) => Units::Two(s),
        Chars::Four(s) => Units::Four(s),
    }
}

/// Appends `repr(v)`.
pub fn push_repr(out: &mut Buffer, v: Value) -> R<()> {
    let text = ops::repr(v)?;
    out.push_units(units(&text));
    Ok(())
}

/// The finished text as a `str`.
pub fn finish(out: Buffer) -> Value {
    let s = match out.units() {
        Units::One(s) => StrObj::from_latin1(s, s.is_ascii()),
        Units::Two(s) => {
            let max = s.iter().copied().max().unwrap_or(0);
            StrObj::from_code_points(s.len(), max as u32, s.iter().map(|&c| c as u32))
        }
        Units::Four(s) => StrObj::from_points(s),
    };
    s.value()
}

/// A new string.
pub fn text(s: &str) -> Value {
    StrObj::from_str(s).value()
}
