//! What CPython's compiler warns of: code that is valid and surely not meant.
//!
//! ```text
//! "\d"            invalid escape sequence '\d'
//! x is 5          "is" with 'int' literal. Did you mean "=="?
//! assert (x, y)   assertion is always true, perhaps remove parentheses?
//! [(1, 2) (3, 4)] 'tuple' object is not callable; perhaps you missed a comma?
//! ```
//!
//! The warnings of tokens come before those of the tree, each in the order of the text.

use super::{
    parse::ast::{self, Expr, ExprContext, Ranged, Stmt},
    tokens::{FormatPart, Kind, StringContents, Tokens},
    walk::{Child, expr_children, stmt_children},
};

/// One warning: where, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxWarning {
    pub offset: u32,
    pub message: String,
}

pub fn warnings(text: &str, tokens: &Tokens, suite: &[Stmt]) -> Vec<SyntaxWarning> {
    let mut found = Warnings { text, found: Vec::new() };
    for string in &tokens.strings {
        if string.raw {
            continue;
        }
        match &string.contents {
            StringContents::Plain { start, end } => found.escapes(*start, *end, false, string.bytes),
            StringContents::Format(parts) => found.format_parts(parts),
        }
    }
    for token in &tokens.tokens {
        if token.kind == Kind::Number {
            found.number(token.start, token.end);
        }
    }
    found.found.sort_by_key(|warning| warning.offset);
    found.statements(suite);
    found.found
}

struct Warnings<'a> {
    text: &'a str,
    found: Vec<SyntaxWarning>,
}

impl Warnings<'_> {
    fn warn(&mut self, offset: u32, message: String) {
        self.found.push(SyntaxWarning { offset, message });
    }

    fn warn_at(&mut self, node: &impl Ranged, message: String) {
        self.warn(node.range().start().to_u32(), message);
    }

    // Tokens

    fn format_parts(&mut self, parts: &[FormatPart]) {
        for part in parts {
            match part {
                FormatPart::Literal { start, end } => self.escapes(*start, *end, true, false),
                FormatPart::Field(field) => {
                    if let Some(parts) = &field.specification {
                        self.format_parts(parts);
                    }
                }
            }
        }
    }

    /// The first wrong escape of a literal's text, as CPython looks for no other.
    fn escapes(&mut self, start: u32, end: u32, format: bool, bytes: bool) {
        let text = &self.text[start as usize..end as usize];
        let mut rest = text;
        while let Some(at) = rest.find('\\') {
            let mut after = rest[at + 1..].chars();
            let kind = match after.next() {
                Some(kind) => kind,
                // The text of an f-string ends where a field begins.
                None if format => self.text[end as usize..].chars().next().unwrap_or('\\'),
                None => return,
            };
            let octal = rest[at + 1..].bytes().take(3).take_while(|b| matches!(b, b'0'..=b'7')).count();
            if octal == 3 && kind >= '4' {
                let digits = &rest[at + 1..at + 4];
                return self.warn(start, format!("invalid octal escape sequence '\\{digits}'"));
            }
            let known = matches!(
                kind,
                '\n' | '\r' | '\\' | '\'' | '"' | 'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | 'x' | '0'..='7'
            ) || (!bytes && matches!(kind, 'u' | 'U' | 'N'));
            if !known && kind.is_ascii() {
                return self.warn(start, format!("invalid escape sequence '\\{kind}'"));
            }
            rest = &rest[(at + 1 + kind.len_utf8()).min(rest.len())..];
        }
    }

    /// A keyword right behind a number.
    fn number(&mut self, start: u32, end: u32) {
        let follows = self.text[end as usize..].chars().next();
        if !follows.is_some_and(|c| c.is_ascii_lowercase()) {
            return;
        }
        let number = self.text[start as usize..end as usize].to_ascii_lowercase();
        let kind = match number.get(..2) {
            Some("0x") => "hexadecimal",
            Some("0o") => "octal",
            Some("0b") => "binary",
            _ if number.ends_with('j') => "imaginary",
            _ => "decimal",
        };
        self.warn(start, format!("invalid {kind} literal"));
    }

    // The tree

    fn statements(&mut self, suite: &[Stmt]) {
        for stmt in suite {
            if let Stmt::Assert(assert) = stmt
                && let Expr::Tuple(test) = &*assert.test
                && !test.elts.is_empty()
            {
                let message = "assertion is always true, perhaps remove parentheses?";
                self.warn_at(stmt, message.to_owned());
            }
            stmt_children(stmt, &mut |child| match child {
                Child::Expr(expr) => self.expression(expr),
                Child::Suite(suite) => self.statements(suite),
                Child::Pattern(_) => {}
            });
            // CPython compiles it a second time, for the way of an exception.
            match stmt {
                Stmt::Try(node) => self.statements(&node.finalbody),
                Stmt::TryStar(node) => self.statements(&node.finalbody),
                _ => {}
            }
        }
    }

    fn expression(&mut self, expr: &Expr) {
        match expr {
            Expr::Compare(node) => self.comparison(node),
            Expr::Call(node) => {
                if let Some(kind) = never_callable(&node.func) {
                    let message = format!("'{kind}' object is not callable; perhaps you missed a comma?");
                    self.warn_at(&*node.func, message);
                }
            }
            Expr::Subscript(node) if node.ctx == ExprContext::Load => self.subscript(node),
            _ => {}
        }
        expr_children(expr, &mut |child| self.expression(child));
    }

    fn comparison(&mut self, node: &ast::ExprCompare) {
        let mut left = &*node.left;
        for (op, right) in node.ops.iter().zip(&node.comparators) {
            if let ast::CmpOp::Is | ast::CmpOp::IsNot = op
                && let Some(kind) = literal(left).or_else(|| literal(right))
            {
                let (is, meant) = if let ast::CmpOp::Is = op { ("is", "==") } else { ("is not", "!=") };
                let message = format!("\"{is}\" with '{kind}' literal. Did you mean \"{meant}\"?");
                return self.warn_at(node, message);
            }
            left = right;
        }
    }

    fn subscript(&mut self, node: &ast::ExprSubscript) {
        let kind = match &*node.value {
            Expr::Set(_) | Expr::SetComp(_) | Expr::GeneratorExp(_) | Expr::Lambda(_) => type_of(&node.value),
            value => match constant(value) {
                Some("str" | "bytes" | "tuple") | None => None,
                other => other,
            },
        };
        if let Some(kind) = kind {
            let message = format!("'{kind}' object is not subscriptable; perhaps you missed a comma?");
            return self.warn_at(&*node.value, message);
        }
        let is_sequence = match &*node.value {
            Expr::Tuple(_) | Expr::List(_) | Expr::ListComp(_) | Expr::JoinedStr(_) => true,
            value => constant(value).is_some(),
        };
        if is_sequence
            && let (Some(value), Some(index)) = (type_of(&node.value), type_of(&node.slice))
            && !matches!(index, "int" | "bool" | "slice")
        {
            let message = format!(
                "{value} indices must be integers or slices, not {index}; perhaps you missed a comma?"
            );
            self.warn_at(&*node.value, message);
        }
    }
}

/// The type of a constant, or of what CPython folds to one.
fn constant(expr: &Expr) -> Option<&'static str> {
    match expr {
        Expr::Constant(node) => Some(match node.value {
            ast::Constant::None => "NoneType",
            ast::Constant::Bool(_) => "bool",
            ast::Constant::Str(_) => "str",
            ast::Constant::Bytes(_) => "bytes",
            ast::Constant::Int(_) => "int",
            ast::Constant::Tuple(_) => "tuple",
            ast::Constant::Float(_) => "float",
            ast::Constant::Complex { .. } => "complex",
            ast::Constant::Ellipsis => "ellipsis",
        }),
        Expr::UnaryOp(node) if matches!(node.op, ast::UnaryOp::USub | ast::UnaryOp::UAdd) => {
            constant(&node.operand).filter(|kind| matches!(*kind, "int" | "float" | "complex"))
        }
        Expr::Tuple(node) => node.elts.iter().all(|item| constant(item).is_some()).then_some("tuple"),
        _ => None,
    }
}

/// The type of a literal that `is` must not compare with; the singletons may be.
fn literal(expr: &Expr) -> Option<&'static str> {
    constant(expr).filter(|kind| !matches!(*kind, "NoneType" | "bool" | "ellipsis"))
}

fn never_callable(expr: &Expr) -> Option<&'static str> {
    if matches!(expr, Expr::Lambda(_)) {
        return None;
    }
    type_of(expr)
}

/// The type of an expression whose form shows it.
fn type_of(expr: &Expr) -> Option<&'static str> {
    match expr {
        Expr::Tuple(_) => Some("tuple"),
        Expr::List(_) | Expr::ListComp(_) => Some("list"),
        Expr::Dict(_) | Expr::DictComp(_) => Some("dict"),
        Expr::Set(_) | Expr::SetComp(_) => Some("set"),
        Expr::GeneratorExp(_) => Some("generator"),
        Expr::Lambda(_) => Some("function"),
        Expr::JoinedStr(_) | Expr::FormattedValue(_) => Some("str"),
        _ => constant(expr),
    }
}
