//! Places of expressions, with the marks that CPython's traceback would draw under them.
//!
//! CPython parses the marked text again when it prints: a binary operation gets `^` under its operator, a subscript under
//! its brackets, a call under its parentheses, and `~` under the rest. Nothing is marked if the text is all that stands
//! on its lines, or is the call of `return f(x)` or `y = f(x)`.

use super::body::Body;
use crate::{
    hir::{Carets, Place},
    source::Span,
    syntax::ast::{self, Expr, Ranged, Stmt},
};

impl Body<'_, '_> {
    pub fn span(&self, node: &impl Ranged) -> Span {
        Span::of(self.module.file, node)
    }

    pub fn place(&self, expr: &Expr) -> Place {
        let span = self.span(expr);
        self.place_of(span, self.anchor(expr))
    }

    /// The place of something that is no expression.
    pub fn plain(&self, node: &impl Ranged) -> Place {
        self.place_of(self.span(node), None)
    }

    /// The place of `expr`, which loads or calls attribute `attribute`: begins at the attribute's name if that stands on
    /// a later line.
    pub fn attribute_place(&self, expr: &Expr, attribute: &ast::ExprAttribute) -> Place {
        let mut span = self.span(expr);
        let end = self.span(attribute).end;
        if self.module.source.line(span.start) != self.module.source.line(end) {
            span.start = end - attribute.attr.len() as u32;
        }
        self.place_of(span, self.anchor(expr))
    }

    pub fn place_of(&self, span: Span, anchor: Option<(u32, u32)>) -> Place {
        let carets = if self.is_whole_statement(span) {
            match anchor {
                Some((start, end)) => Carets::Unmarked { start, end },
                None => Carets::Hidden,
            }
        } else if let Some((start, end)) = anchor {
            Carets::Anchored { start, end }
        } else if self.fills_its_lines(span) {
            Carets::Hidden
        } else {
            Carets::Whole
        };
        Place { span, carets, inlined: None }
    }

    fn fills_its_lines(&self, span: Span) -> bool {
        let source = self.module.source;
        let before = &source.text[source.line_start(source.line(span.start)) as usize..span.start as usize];
        let after = &source.text[span.end as usize..];
        let after = after.split('\n').next().unwrap_or_default();
        before.trim().is_empty() && after.trim_end().is_empty()
    }

    /// The call of `return f(x)` or `y = f(x)`, on lines of its own.
    fn is_whole_statement(&self, span: Span) -> bool {
        let (start, value) = match self.statement {
            Some(Stmt::Return(s)) => match s.value.as_deref() {
                Some(Expr::Call(call)) if call.func.is_name_expr() => {
                    (s.range().start().to_u32(), call.range())
                }
                _ => return false,
            },
            Some(Stmt::Assign(s)) => match &*s.value {
                Expr::Call(call) => (s.range().start().to_u32(), call.range()),
                _ => return false,
            },
            _ => return false,
        };
        let source = self.module.source;
        let line = source.line(start);
        let before = &source.text[source.line_start(line) as usize..start as usize];
        value.start().to_u32() == span.start
            && value.end().to_u32() == span.end
            && source.line(span.start) == line
            && before.trim().is_empty()
    }

    /// The bytes that get `^` while the rest of the expression gets `~`.
    fn anchor(&self, expr: &Expr) -> Option<(u32, u32)> {
        let end = expr.range().end().to_u32();
        match expr {
            Expr::BinOp(e) => {
                let from = e.left.range().end().to_u32();
                let start = self.scan(from, |c| !c.is_ascii_whitespace() && c != b')')?;
                let right = e.right.range().start().to_u32();
                let next = *self.module.source.text.as_bytes().get(start as usize + 1)?;
                let two = start + 1 < right && !next.is_ascii_whitespace() && !b"\\#".contains(&next);
                Some((start, start + 1 + u32::from(two)))
            }
            Expr::Subscript(e) => {
                let from = e.value.range().end().to_u32();
                Some((self.scan(from, |c| c == b'[')?, end))
            }
            Expr::Call(e) => {
                let from = e.func.range().end().to_u32();
                Some((self.scan(from, |c| c == b'(')?, end))
            }
            _ => None,
        }
    }

    /// The first byte from `at` on that `stop` accepts; comments and continued lines do not count.
    fn scan(&self, mut at: u32, stop: impl Fn(u8) -> bool) -> Option<u32> {
        let bytes = self.module.source.text.as_bytes();
        loop {
            let byte = *bytes.get(at as usize)?;
            if byte == b'\\' || byte == b'#' {
                while *bytes.get(at as usize)? != b'\n' {
                    at += 1;
                }
            } else if stop(byte) {
                return Some(at);
            }
            at += 1;
        }
    }
}
