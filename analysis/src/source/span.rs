//! A place in a source file: file and byte range.

use crate::define_index;

define_index!(
    /// One file of the `SourceMap`.
    pub struct FileId,
    "file"
);

/// Bytes `start..end` of a file's decoded text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "span {start}..{end} runs backwards");
        Self { file, start, end }
    }

    /// The place of anything the parser gave a range.
    pub fn of(file: FileId, node: &impl crate::syntax::ast::Ranged) -> Self {
        let range = node.range();
        Self::new(file, range.start().to_u32(), range.end().to_u32())
    }

    pub fn len(self) -> u32 {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// From the start of `self` to the end of `last`, in the same file.
    pub fn to(self, last: Span) -> Self {
        debug_assert_eq!(self.file, last.file);
        Self::new(self.file, self.start, last.end.max(self.start))
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}..{}", self.file, self.start, self.end)
    }
}
