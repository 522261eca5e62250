//! The files of one compilation, and the way from byte offsets to lines and columns.

use super::{FileId, Span};
use crate::index::IndexVec;
use std::path::{Path, PathBuf};

/// One decoded text.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// As the user would name it: shown in diagnostics.
    pub path: PathBuf,
    /// `__file__`, shown in tracebacks.
    pub full_path: PathBuf,
    pub text: String,
    /// Offset of the first byte of each line.
    line_starts: Vec<u32>,
}

/// `line` counts from 1, `column` from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineColumn {
    pub line: u32,
    pub column: u32,
}

impl SourceFile {
    pub fn new(path: PathBuf, text: String) -> Self {
        let mut line_starts = vec![0];
        line_starts
            .extend(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(at, _)| at as u32 + 1));
        Self { full_path: path.clone(), path, text, line_starts }
    }

    pub fn line_count(&self) -> u32 {
        self.line_starts.len() as u32
    }

    /// The line that holds byte `offset`.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_starts.partition_point(|&start| start <= offset) as u32
    }

    /// Byte offset at which `line` begins.
    pub fn line_start(&self, line: u32) -> u32 {
        self.line_starts[line as usize - 1]
    }

    /// The text of `line` without its line end.
    pub fn line_text(&self, line: u32) -> &str {
        let start = self.line_starts[line as usize - 1] as usize;
        let end = self.line_starts.get(line as usize).map_or(self.text.len(), |&next| next as usize - 1);
        &self.text[start..end]
    }

    /// Line, and column in UTF-8 bytes: what CPython keeps in code objects and `ast` nodes.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        LineColumn { line, column: offset - self.line_start(line) }
    }

    /// Line, and column in code points: what a person counts.
    pub fn line_char_column(&self, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let start = self.line_start(line) as usize;
        let column = self.text.as_bytes()[start..offset as usize].iter().filter(|&&b| b & 0xC0 != 0x80);
        LineColumn { line, column: column.count() as u32 }
    }
}

#[derive(Debug, Default)]
pub struct SourceMap {
    files: IndexVec<FileId, SourceFile>,
}

impl SourceMap {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn add(&mut self, path: PathBuf, text: String) -> FileId {
        self.files.push(SourceFile::new(path, text))
    }

    /// A file that diagnostics and tracebacks name differently.
    pub fn add_at(&mut self, path: PathBuf, full_path: PathBuf, text: String) -> FileId {
        self.files.push(SourceFile { full_path, ..SourceFile::new(path, text) })
    }

    pub fn file(&self, file: FileId) -> &SourceFile {
        &self.files[file]
    }

    pub fn path(&self, file: FileId) -> &Path {
        &self.files[file].path
    }

    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter_enumerated()
    }

    pub fn text(&self, span: Span) -> &str {
        &self.files[span.file].text[span.start as usize..span.end as usize]
    }

    /// Where a span begins, column in UTF-8 bytes.
    pub fn start(&self, span: Span) -> LineColumn {
        self.files[span.file].line_column(span.start)
    }

    /// Where a span ends, column in UTF-8 bytes.
    pub fn end(&self, span: Span) -> LineColumn {
        self.files[span.file].line_column(span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_bytes_or_code_points() {
        let file = SourceFile::new("a.py".into(), "x = 'é' + y\n\nz".into());
        let offset = file.text.find('y').unwrap() as u32;
        assert_eq!(file.line_column(offset), LineColumn { line: 1, column: 11 });
        assert_eq!(file.line_char_column(offset), LineColumn { line: 1, column: 10 });
        assert_eq!(file.line_column(file.text.len() as u32), LineColumn { line: 3, column: 1 });
        assert_eq!(file.line_text(1), "x = 'é' + y");
        assert_eq!(file.line_text(2), "");
        assert_eq!(file.line_text(3), "z");
    }
}
