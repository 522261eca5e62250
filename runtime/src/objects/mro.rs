//! C3 linearization.

use crate::containers::{ListObj, TupleObj};
use crate::core::{Gc, R, Value};
use crate::types::TypeObj;
use crate::types::lookup::{as_type, mro_of};
use crate::types::naming::class_name;

/// The MRO of a class with these bases: a tuple that starts with the class.
pub fn linearize(t: Gc<TypeObj>, bases: &[Value]) -> R {
    // Sequences to merge: the MRO of each base, then the bases themselves.
    let mut sequences: Vec<(&[Value], usize)> =
        bases.iter().filter_map(|b| as_type(*b)).map(|b| (mro_of(b), 0)).collect();
    sequences.push((bases, 0));
    let mro = ListObj::with_capacity(8);
    ListObj::push(mro, t.value());
    loop {
        sequences.retain(|(s, at)| *at < s.len());
        if sequences.is_empty() {
            return Ok(TupleObj::from_slice(ListObj::as_slice(mro)).value());
        }
        let head = sequences
            .iter()
            .map(|(s, at)| s[*at])
            .find(|c| sequences.iter().all(|(s, at)| !s[at + 1..].iter().any(|other| other.is(*c))));
        let Some(head) = head else { return Err(inconsistent(bases, &sequences)) };
        ListObj::push(mro, head);
        for (s, at) in &mut sequences {
            if s[*at].is(head) {
                *at += 1;
            }
        }
    }
}

#[cold]
fn inconsistent(bases: &[Value], left: &[(&[Value], usize)]) -> crate::core::Raised {
    for (i, b) in bases.iter().enumerate() {
        if bases[..i].iter().any(|other| other.is(*b)) {
            return raise!(TypeError, "duplicate base class {}", class_name(b.cast()));
        }
    }
    // The candidates: the heads of what could not be merged, each once.
    let mut names: Vec<String> = Vec::new();
    for (s, at) in left {
        let name = class_name(s[*at].cast());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    raise!(
        TypeError,
        "Cannot create a consistent method resolution order (MRO) for bases {}",
        names.join(", ")
    )
}
