//! The one file that calls rustpython-parser: it gives that parser our tokens and gets back its tree.
//!
//! A run of adjacent string tokens goes to the parser as one placeholder string, whose text is the number of the run;
//! after parsing, `strings::Strings` puts the real constant or f-string in its place. So the parser sees neither escapes
//! nor f-strings, and every position in the tree is a position of the file.

use super::tokens::{Kind, Token};
use rustpython_parser::{
    Mode, ParseErrorType, StringKind, Tok,
    lexer::{LexResult, LexicalErrorType},
    parse_tokens,
    text_size::TextRange,
};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

pub use rustpython_parser::{ast, text_size};

/// Why the tokens are not a module, and at which of them (an index into the tokens; their number at the end).
#[derive(Debug)]
pub struct GrammarError {
    pub token: usize,
    pub found: Found,
}

/// What the parser, whose messages are not CPython's, can say about an error.
#[derive(Debug)]
pub enum Found {
    /// No rule goes on with this token.
    Unexpected { needs_indent: bool },
    /// A rule was complete, but its parts contradict each other.
    Rule(String),
    /// A number that cannot be read.
    Number(String),
}

/// What adjacent string tokens of the file a placeholder stands for.
pub type StringRuns = Vec<Range<usize>>;

pub fn parse_suite(
    source: &str,
    tokens: &[Token],
    runs: &mut StringRuns,
) -> Result<ast::Suite, GrammarError> {
    match parse(source, tokens, runs, Mode::Module)? {
        ast::Mod::Module(module) => Ok(module.body),
        _ => unreachable!("a module was asked for"),
    }
}

/// The expression of a replacement field: one, or several with commas, or a `yield`.
pub fn parse_expression(
    source: &str,
    tokens: &[Token],
    runs: &mut StringRuns,
) -> Result<ast::Expr, GrammarError> {
    match parse(source, tokens, runs, Mode::Expression)? {
        ast::Mod::Expression(expression) => Ok(*expression.body),
        _ => unreachable!("an expression was asked for"),
    }
}

fn parse(
    source: &str,
    tokens: &[Token],
    runs: &mut StringRuns,
    mode: Mode,
) -> Result<ast::Mod, GrammarError> {
    let mut stream: Vec<LexResult> = Vec::with_capacity(tokens.len());
    // Which of our tokens each token of the stream is.
    let mut origin = Vec::with_capacity(tokens.len());
    let mut at = 0;
    // How deep in brackets we are inside a list of type parameters, 0 outside.
    let mut type_brackets = 0;
    // Where the parser's view of the tokens ends before they do.
    let mut cut = None;
    while at < tokens.len() {
        let token = tokens[at];
        match token.text(source) {
            "[" if type_brackets > 0 || opens_type_parameters(source, tokens, at) => type_brackets += 1,
            "(" | "{" if type_brackets > 0 => type_brackets += 1,
            ")" | "]" | "}" if type_brackets > 0 => type_brackets -= 1,
            // The parser takes `def f(**)`, which is nothing anywhere: it sees no more than this.
            "," | ")" | ":" if at > 0 && tokens[at - 1].text(source) == "**" => {
                cut = Some(at);
                break;
            }
            "=" if type_brackets == 1 => {
                // PEP 696's defaults, which the parser does not know: only `T.__default__` would evaluate them.
                at = end_of_default(source, tokens, at);
                continue;
            }
            _ => {}
        }
        origin.push(at);
        let converted = match token.kind {
            Kind::End => {
                origin.pop();
                break;
            }
            Kind::String(_) => {
                let count =
                    tokens[at..].iter().take_while(|token| matches!(token.kind, Kind::String(_))).count();
                let value = runs.len().to_string();
                runs.push(at..at + count);
                let range = TextRange::new(token.start.into(), tokens[at + count - 1].end.into());
                stream
                    .push(Ok((Tok::String { value, kind: StringKind::String, triple_quoted: false }, range)));
                at += count;
                continue;
            }
            Kind::Newline => Tok::Newline,
            Kind::Indent => Tok::Indent,
            Kind::Dedent => Tok::Dedent,
            Kind::Name => name(source, tokens, at, mode),
            Kind::Keyword => keyword(token.text(source)),
            Kind::Number => match number(token.text(source)) {
                Ok(number) => number,
                Err(message) => return Err(GrammarError { token: at, found: Found::Number(message) }),
            },
            Kind::Operator => match operator(token.text(source)) {
                Some(operator) => operator,
                // `<>`: no rule takes it.
                None => {
                    return Err(GrammarError { token: at, found: Found::Unexpected { needs_indent: false } });
                }
            },
        };
        stream.push(Ok((converted, TextRange::new(token.start.into(), token.end.into()))));
        at += 1;
    }
    if mode == Mode::Expression && matches!(stream.first(), Some(Ok((Tok::Yield, _)))) {
        // The parser takes `yield` as an expression only between brackets.
        let (first, last) = (tokens[0].start.into(), tokens[tokens.len() - 1].end.into());
        stream.insert(0, Ok((Tok::Lpar, TextRange::empty(first))));
        stream.push(Ok((Tok::Rpar, TextRange::empty(last))));
    }
    parse_tokens(stream, mode, "").map_err(|error| {
        let offset = error.offset.to_u32();
        let starts_at = |&&at: &&usize| tokens[at].start == offset;
        let (token, found) = match error.error {
            ParseErrorType::UnrecognizedToken(tok, expected) => {
                // Several tokens can start at one place: a Dedent or Indent, and what follows it.
                let kind = match tok {
                    Tok::Indent => Some(Kind::Indent),
                    Tok::Dedent => Some(Kind::Dedent),
                    Tok::Newline => Some(Kind::Newline),
                    _ => None,
                };
                let fits = |&&at: &&usize| match kind {
                    Some(kind) => tokens[at].kind == kind,
                    None => !matches!(tokens[at].kind, Kind::Indent | Kind::Dedent),
                };
                let token = origin.iter().filter(starts_at).find(fits).copied();
                let needs_indent = expected.is_some_and(|expected| expected == "Indent");
                (token, Found::Unexpected { needs_indent })
            }
            // The parser's word for tokens that end where an Indent is needed.
            ParseErrorType::Lexical(LexicalErrorType::IndentationError) => {
                (None, Found::Unexpected { needs_indent: true })
            }
            ParseErrorType::Lexical(rule) => {
                let token = origin.iter().find(starts_at).copied();
                (token, Found::Rule(rule.to_string()))
            }
            ParseErrorType::ExtraToken(_) => {
                let found = Found::Unexpected { needs_indent: false };
                (origin.iter().find(starts_at).copied(), found)
            }
            ParseErrorType::Eof | ParseErrorType::InvalidToken => {
                (None, Found::Unexpected { needs_indent: false })
            }
        };
        let end = if tokens.last().is_some_and(|last| last.kind == Kind::End) {
            tokens.len() - 1
        } else {
            tokens.len()
        };
        GrammarError { token: token.or(cut).unwrap_or(end), found }
    })
}

/// True at the `[` of `def f[T]`, `class A[T]` and `type X[T] = …`.
fn opens_type_parameters(source: &str, tokens: &[Token], at: usize) -> bool {
    at >= 2
        && tokens[at - 1].kind == Kind::Name
        && match tokens[at - 2].kind {
            Kind::Keyword => matches!(tokens[at - 2].text(source), "def" | "class"),
            Kind::Name => tokens[at - 2].text(source) == "type",
            _ => false,
        }
}

/// The `,` or `]` behind the default of a type parameter.
fn end_of_default(source: &str, tokens: &[Token], at: usize) -> usize {
    let mut depth = 0;
    for (ahead, token) in tokens[at..].iter().enumerate() {
        match token.text(source) {
            "," | "]" if depth == 0 => return at + ahead,
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

/// A name, or the soft keyword that it is at this place.
fn name(source: &str, tokens: &[Token], at: usize, mode: Mode) -> Tok {
    let word = tokens[at].text(source);
    let first_of_line = mode == Mode::Module
        && at.checked_sub(1).is_none_or(|before| {
            matches!(tokens[before].kind, Kind::Newline | Kind::Indent | Kind::Dedent)
                || tokens[before].text(source) == ";"
                || (tokens[before].text(source) == ":" && word == "type")
        });
    let soft = match word {
        "match" | "case" if first_of_line && heads_block(source, tokens, at) => {
            if word == "match" {
                Some(Tok::Match)
            } else {
                Some(Tok::Case)
            }
        }
        "type" if first_of_line && heads_alias(source, tokens, at) => Some(Tok::Type),
        _ => None,
    };
    soft.unwrap_or_else(|| Tok::Name { name: normalized(word) })
}

/// Identifiers are the same if their NFKC forms are: `ﬁ` is `fi`.
fn normalized(word: &str) -> String {
    if word.is_ascii() { word.to_owned() } else { word.nfkc().collect() }
}

/// True if the line of `match` or `case` ends in a colon outside brackets and an expression can follow the word.
fn heads_block(source: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let text = next.text(source);
    let begins_expression = match next.kind {
        Kind::Operator => matches!(text, "(" | "[" | "{" | "-" | "+" | "~" | "*" | "..."),
        Kind::Keyword => {
            matches!(text, "None" | "True" | "False" | "not" | "lambda" | "await" | "yield")
        }
        Kind::Name | Kind::Number | Kind::String(_) => true,
        _ => false,
    };
    if !begins_expression {
        return false;
    }
    let (mut depth, mut lambdas) = (0i32, 0);
    let line = tokens[at + 1..].iter().take_while(|token| token.kind != Kind::Newline);
    for token in line {
        match token.text(source) {
            _ if !matches!(token.kind, Kind::Operator | Kind::Keyword) => {}
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            "lambda" if depth == 0 => lambdas += 1,
            ":" if depth == 0 && lambdas > 0 => lambdas -= 1,
            ":" if depth == 0 => return true,
            "=" if depth == 0 && lambdas == 0 => return false,
            _ => {}
        }
    }
    false
}

/// True if `type` begins `type X = …` or `type X[T] = …`.
fn heads_alias(source: &str, tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Name)
        && tokens.get(at + 2).is_some_and(|token| matches!(token.text(source), "=" | "["))
}

fn keyword(word: &str) -> Tok {
    match word {
        "False" => Tok::False,
        "None" => Tok::None,
        "True" => Tok::True,
        "and" => Tok::And,
        "as" => Tok::As,
        "assert" => Tok::Assert,
        "async" => Tok::Async,
        "await" => Tok::Await,
        "break" => Tok::Break,
        "class" => Tok::Class,
        "continue" => Tok::Continue,
        "def" => Tok::Def,
        "del" => Tok::Del,
        "elif" => Tok::Elif,
        "else" => Tok::Else,
        "except" => Tok::Except,
        "finally" => Tok::Finally,
        "for" => Tok::For,
        "from" => Tok::From,
        "global" => Tok::Global,
        "if" => Tok::If,
        "import" => Tok::Import,
        "in" => Tok::In,
        "is" => Tok::Is,
        "lambda" => Tok::Lambda,
        "nonlocal" => Tok::Nonlocal,
        "not" => Tok::Not,
        "or" => Tok::Or,
        "pass" => Tok::Pass,
        "raise" => Tok::Raise,
        "return" => Tok::Return,
        "try" => Tok::Try,
        "while" => Tok::While,
        "with" => Tok::With,
        "yield" => Tok::Yield,
        other => unreachable!("the tokenizer makes no keyword {other}"),
    }
}

fn operator(text: &str) -> Option<Tok> {
    Some(match text {
        "(" => Tok::Lpar,
        ")" => Tok::Rpar,
        "[" => Tok::Lsqb,
        "]" => Tok::Rsqb,
        "{" => Tok::Lbrace,
        "}" => Tok::Rbrace,
        ":" => Tok::Colon,
        "," => Tok::Comma,
        ";" => Tok::Semi,
        "+" => Tok::Plus,
        "-" => Tok::Minus,
        "*" => Tok::Star,
        "/" => Tok::Slash,
        "|" => Tok::Vbar,
        "&" => Tok::Amper,
        "<" => Tok::Less,
        ">" => Tok::Greater,
        "=" => Tok::Equal,
        "." => Tok::Dot,
        "%" => Tok::Percent,
        "==" => Tok::EqEqual,
        "!=" => Tok::NotEqual,
        "<=" => Tok::LessEqual,
        ">=" => Tok::GreaterEqual,
        "~" => Tok::Tilde,
        "^" => Tok::CircumFlex,
        "<<" => Tok::LeftShift,
        ">>" => Tok::RightShift,
        "**" => Tok::DoubleStar,
        "**=" => Tok::DoubleStarEqual,
        "+=" => Tok::PlusEqual,
        "-=" => Tok::MinusEqual,
        "*=" => Tok::StarEqual,
        "/=" => Tok::SlashEqual,
        "%=" => Tok::PercentEqual,
        "&=" => Tok::AmperEqual,
        "|=" => Tok::VbarEqual,
        "^=" => Tok::CircumflexEqual,
        "<<=" => Tok::LeftShiftEqual,
        ">>=" => Tok::RightShiftEqual,
        "//" => Tok::DoubleSlash,
        "//=" => Tok::DoubleSlashEqual,
        ":=" => Tok::ColonEqual,
        "@" => Tok::At,
        "@=" => Tok::AtEqual,
        "->" => Tok::Rarrow,
        "..." => Tok::Ellipsis,
        _ => return None,
    })
}

/// CPython's limit on the digits of a decimal integer.
const MAX_DIGITS: usize = 4300;

fn number(text: &str) -> Result<Tok, String> {
    let digits: String = text.chars().filter(|&c| c != '_').collect();
    let lower = digits.to_ascii_lowercase();
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(rest) = lower.strip_prefix(prefix) {
            let value =
                ast::bigint::BigInt::parse_bytes(rest.as_bytes(), radix).expect("digits of that base");
            return Ok(Tok::Int { value });
        }
    }
    if let Some(imaginary) = lower.strip_suffix('j') {
        return Ok(Tok::Complex { real: 0.0, imag: float(imaginary) });
    }
    if lower.contains(['.', 'e']) {
        return Ok(Tok::Float { value: float(&lower) });
    }
    if lower.len() > MAX_DIGITS {
        return Err(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; use \
             sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to \
             avoid decimal conversion limits.",
            lower.len()
        ));
    }
    let value = ast::bigint::BigInt::parse_bytes(lower.as_bytes(), 10).expect("decimal digits");
    Ok(Tok::Int { value })
}

fn float(text: &str) -> f64 {
    text.parse().expect("the tokenizer checked the float")
}
