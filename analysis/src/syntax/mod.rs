//! From text to syntax tree.
//!
//! The tree is rustpython's, under the name `syntax::ast`; no other part of the compiler names that crate. The tokens are
//! our own (`tokens`), because that parser knows neither PEP 701's f-strings nor CPython's error messages.
//! String constants of the tree are in *literal form*: see `literal_code_points`.

mod check;
mod escapes;
mod explain;
mod literal;
mod module;
mod parse;
mod strings;
mod text;
mod tokens;
mod walk;
mod warnings;

pub use literal::{literal_code_points, literal_from_code_points};
pub use module::{Parsed, parse_module};
pub use parse::ast;
pub use text::{Undecodable, decode_source};
pub use walk::{Child, each_expr, stmt_children, yields_inside_try};
pub use warnings::SyntaxWarning;
