//! Source files, places in them, and what the compiler has to say about them.
//!
//! A *file* is one text after decoding: without byte order mark, every line end a `\n`. A *span* is a range of bytes of
//! that text. Lines count from 1; columns count bytes or code points from 0, as the caller asks.

mod diagnostic;
mod map;
mod render;
mod span;

pub use diagnostic::{Diagnostic, Label, Severity, Verdict};
pub use map::{LineColumn, SourceFile, SourceMap};
pub use render::{Style, printable, render_human, render_json};
pub use span::{FileId, Span};
