//! Puts string constants and f-strings in the place of the parser's placeholders.
//!
//! Adjacent literals join: `"a" f"{x}" "b"` is one f-string. Inside it, `{x=}` stands as the text `x=` and a field
//! converted by `repr`, as CPython's tree has it.

use super::{
    escapes::{read_bytes, read_text},
    literal_from_code_points,
    parse::{GrammarError, StringRuns, ast, parse_expression, text_size::TextRange},
    tokens::{Field, FormatPart, Kind, LexError, StringContents, StringToken, Token, Tokens},
};
use ast::{Expr, Fold};

/// An error found while the strings of a tree are made.
pub enum StringError {
    Text(LexError),
    /// In the expression of a replacement field, whose tokens these are.
    Field {
        tokens: Vec<Token>,
        error: GrammarError,
    },
}

/// The maker of the strings of one file (or of one replacement field, with its own tokens and runs).
pub struct Strings<'a> {
    pub source: &'a str,
    pub strings: &'a [StringToken],
    pub tokens: &'a [Token],
    pub runs: StringRuns,
}

/// The pieces of a joined string before they are a tree.
#[derive(Default)]
struct Pieces {
    values: Vec<Expr>,
    /// Text that has not become a constant yet, and where it stands.
    text: Vec<u32>,
    text_range: Option<(u32, u32)>,
}

impl Pieces {
    fn add_text(&mut self, points: impl IntoIterator<Item = u32>, start: u32, end: u32) {
        self.text.extend(points);
        let first = self.text_range.map_or(start, |(first, _)| first);
        self.text_range = Some((first, end));
    }

    fn flush(&mut self) {
        let range = self.text_range.take();
        let text = std::mem::take(&mut self.text);
        if let Some((start, end)) = range
            && !text.is_empty()
        {
            self.values.push(text_constant(text, start, end));
        }
    }
}

fn text_constant(points: Vec<u32>, start: u32, end: u32) -> Expr {
    let value = ast::Constant::Str(literal_from_code_points(points));
    ast::ExprConstant { value, kind: None, range: range(start, end) }.into()
}

fn range(start: u32, end: u32) -> TextRange {
    TextRange::new(start.into(), end.into())
}

impl Strings<'_> {
    pub fn suite(&mut self, suite: ast::Suite) -> Result<ast::Suite, StringError> {
        suite.into_iter().map(|stmt| self.fold_stmt(stmt)).collect()
    }

    fn run(&self, number: usize) -> Result<Expr, StringError> {
        let tokens = &self.tokens[self.runs[number].clone()];
        let (start, end) = (tokens[0].start, tokens[tokens.len() - 1].end);
        let literals: Vec<&StringToken> = tokens.iter().filter_map(|token| self.string(token)).collect();
        let bytes = literals.iter().filter(|literal| literal.bytes).count();
        if bytes > 0 && bytes < literals.len() {
            let error = LexError::new("cannot mix bytes and nonbytes literals", start as usize, end as usize);
            return Err(StringError::Text(error));
        }
        if bytes > 0 {
            let mut value = Vec::new();
            for literal in literals {
                let StringContents::Plain { start, end } = literal.contents else { continue };
                let text = &self.source[start as usize..end as usize];
                value.extend(read_bytes(text, literal.raw, start as usize).map_err(StringError::Text)?);
            }
            let value = ast::Constant::Bytes(value);
            return Ok(ast::ExprConstant { value, kind: None, range: range(start, end) }.into());
        }
        let mut pieces = Pieces::default();
        let mut joined = false;
        for (literal, token) in literals.iter().zip(tokens) {
            match &literal.contents {
                StringContents::Plain { start, end } => {
                    let points = self.text(*start, *end, literal.raw)?;
                    pieces.add_text(points, token.start, token.end);
                }
                StringContents::Format(parts) => {
                    joined = true;
                    self.parts(parts, literal.raw, &mut pieces)?;
                }
            }
        }
        if !joined {
            return Ok(text_constant(pieces.text, start, end));
        }
        pieces.flush();
        Ok(ast::ExprJoinedStr { values: pieces.values, range: range(start, end) }.into())
    }

    fn string(&self, token: &Token) -> Option<&StringToken> {
        match token.kind {
            Kind::String(index) => Some(&self.strings[index as usize]),
            _ => None,
        }
    }

    fn text(&self, start: u32, end: u32, raw: bool) -> Result<Vec<u32>, StringError> {
        let text = &self.source[start as usize..end as usize];
        read_text(text, raw, start as usize).map_err(StringError::Text)
    }

    fn parts(&self, parts: &[FormatPart], raw: bool, pieces: &mut Pieces) -> Result<(), StringError> {
        for part in parts {
            match part {
                FormatPart::Literal { start, end } => {
                    let points = self.text(*start, *end, raw)?;
                    pieces.add_text(points, *start, *end);
                }
                FormatPart::Field(field) => self.field(field, raw, pieces)?,
            }
        }
        Ok(())
    }

    fn field(&self, field: &Field, raw: bool, pieces: &mut Pieces) -> Result<(), StringError> {
        let mut conversion = match field.conversion.map(|token| token.text(self.source)) {
            Some("s") => ast::ConversionFlag::Str,
            Some("r") => ast::ConversionFlag::Repr,
            Some("a") => ast::ConversionFlag::Ascii,
            _ => ast::ConversionFlag::None,
        };
        if let Some(end) = field.debug_end {
            let text = &self.source[field.start as usize + 1..end as usize];
            pieces.add_text(text.chars().map(|c| c as u32), field.start + 1, end);
            if field.conversion.is_none() && field.specification.is_none() {
                conversion = ast::ConversionFlag::Repr;
            }
        }
        let format_spec = match &field.specification {
            None => None,
            Some(parts) => {
                let mut inner = Pieces::default();
                self.parts(parts, raw, &mut inner)?;
                inner.flush();
                let range = range(field.specification_start, field.end - 1);
                Some(Box::new(ast::ExprJoinedStr { values: inner.values, range }.into()))
            }
        };
        pieces.flush();
        let value = Box::new(self.field_expression(field)?);
        let range = range(field.start, field.end);
        pieces.values.push(ast::ExprFormattedValue { value, conversion, format_spec, range }.into());
        Ok(())
    }

    fn field_expression(&self, field: &Field) -> Result<Expr, StringError> {
        let mut runs = StringRuns::new();
        let tokens = field.tokens.clone();
        let parsed = match parse_expression(self.source, &tokens, &mut runs) {
            Ok(parsed) => parsed,
            Err(error) => return Err(StringError::Field { tokens, error }),
        };
        let mut inner = Strings { source: self.source, strings: self.strings, tokens: &tokens, runs };
        inner.fold_expr(parsed)
    }
}

impl Fold<TextRange> for Strings<'_> {
    type TargetU = TextRange;
    type Error = StringError;
    type UserContext = ();

    fn will_map_user(&mut self, _user: &TextRange) -> Self::UserContext {}

    fn map_user(&mut self, user: TextRange, _context: ()) -> Result<TextRange, StringError> {
        Ok(user)
    }

    fn fold_expr(&mut self, node: Expr) -> Result<Expr, StringError> {
        match &node {
            Expr::Constant(ast::ExprConstant { value: ast::Constant::Str(number), .. }) => {
                self.run(number.parse().expect("a placeholder"))
            }
            _ => {
                let mut node = ast::fold::fold_expr(self, node)?;
                if let Expr::Call(call) = &mut node {
                    self.widen_sole_generator(call);
                }
                Ok(node)
            }
        }
    }
}

impl<'a> Strings<'a> {
    /// In `f(x for x in y)`, the brackets of the call are the generator expression's own, as in CPython's tree.
    fn widen_sole_generator(&self, call: &mut ast::ExprCall) {
        let ([Expr::GeneratorExp(generator)], []) = (call.args.as_mut_slice(), call.keywords.as_slice())
        else {
            return;
        };
        let start = generator.range.start().to_u32();
        let first = self.tokens.partition_point(|token| token.start < start);
        let mut depth = 0;
        let has_brackets = self.tokens[first].text(self.source) == "("
            && self.tokens[first..]
                .iter()
                .find(|token| {
                    match token.text(self.source) {
                        "(" => depth += 1,
                        ")" => depth -= 1,
                        _ => {}
                    }
                    depth == 0
                })
                .is_some_and(|closing| closing.end == generator.range.end().to_u32());
        if !has_brackets && first > 0 {
            generator.range = range(self.tokens[first - 1].start, call.range.end().to_u32());
        }
    }

    pub fn new(source: &'a str, tokens: &'a Tokens, runs: StringRuns) -> Self {
        Self { source, strings: &tokens.strings, tokens: &tokens.tokens, runs }
    }
}
