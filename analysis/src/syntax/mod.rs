//! From text to syntax tree.
//!
//! The tree is rustpython's, under the name `syntax::ast`; no other part of the compiler names that crate.
//! String constants of the tree are in *literal form*: see `literal_code_points`.

mod literal;
mod parse;
mod text;

pub use literal::{literal_code_points, literal_from_code_points};
pub use parse::{ast, parse_module};
pub use text::{Undecodable, decode_source};
