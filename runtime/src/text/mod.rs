//! Python's `str`.
//!
//! `units`, `search`, `case`, `codec`, `quote` and `unicode` are algorithms over slices of code units; `object` connects
//! them with string objects; `str_type` and the `*_methods` files are the Python type.

pub mod builtins;
pub mod case;
pub mod codec;
pub mod encode_methods;
pub mod find_methods;
pub mod growing;
pub mod iterables;
pub mod object;
pub mod quote;
pub mod rows;
pub mod search;
pub mod shape_methods;
pub mod str_type;
pub mod unicode;
mod unicode_table;
pub mod units;

pub use object::{compare_texts, concat, finish, units_of};

use crate::types::MethodDef;

const PARTS: [&[MethodDef]; 5] = [
    find_methods::METHODS,
    shape_methods::METHODS,
    encode_methods::METHODS,
    crate::format::str_format::METHODS,
    &[MethodDef::method("__getnewargs__", |a| {
        let s = str_type::receiver(a.receiver()).value();
        Ok(crate::containers::TupleObj::from_slice(&[s]).value())
    })],
];

const COUNT: usize = {
    let mut n = 0;
    let mut i = 0;
    while i < PARTS.len() {
        n += PARTS[i].len();
        i += 1;
    }
    n
};

/// Every method of `str`.
pub const METHODS: &[MethodDef] = &{
    let mut all = [PARTS[0][0]; COUNT];
    let mut n = 0;
    let mut i = 0;
    while i < PARTS.len() {
        let mut j = 0;
        while j < PARTS[i].len() {
            all[n] = PARTS[i][j];
            n += 1;
            j += 1;
        }
        i += 1;
    }
    all
};
