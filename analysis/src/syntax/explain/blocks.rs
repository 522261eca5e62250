//! Mistakes in the shape of statements: colons, indentation, handlers, imports.

use super::{
    super::tokens::{Kind, LexError},
    begins_expression,
    context::Context,
    ends_expression, error_over, indentation_error,
};

/// `  x = 1` where nothing was opened; a header without a block.
pub fn indentation(context: &Context) -> Option<LexError> {
    let token = context.tokens.get(context.at)?;
    if token.kind == Kind::Indent {
        return Some(indentation_error(token, "unexpected indent"));
    }
    if !context.needs_indent {
        return None;
    }
    let newline = context.tokens[..context.at].iter().rposition(|token| token.kind == Kind::Newline)?;
    let header = header_of(context, newline);
    let line = 1 + context.source[..context.tokens[header].start as usize].matches('\n').count();
    let keyword = if context.text(header) == "async" { header + 1 } else { header };
    let what = match context.text(keyword) {
        "def" => "function definition".to_owned(),
        "class" => "class definition".to_owned(),
        "except" if context.text(keyword + 1) == "*" => "'except*' statement".to_owned(),
        word => format!("'{word}' statement"),
    };
    Some(indentation_error(token, format!("expected an indented block after {what} on line {line}")))
}

/// The first token of the logical line that ends with the token `newline`.
fn header_of(context: &Context, newline: usize) -> usize {
    let starts = |kind| matches!(kind, Kind::Newline | Kind::Indent | Kind::Dedent);
    context.tokens[..newline].iter().rposition(|token| starts(token.kind)).map_or(0, |before| before + 1)
}

/// `try:` and its block, and then something else.
pub fn missing_handler(context: &Context) -> Option<LexError> {
    let before = context.before();
    let header = match context.kind(before) {
        Kind::Dedent => {
            // The block that this Dedent closed: its Indent has the header before it.
            let mut depth = 0;
            let indent = (0..=before).rev().find(|&index| {
                match context.kind(index) {
                    Kind::Dedent => depth += 1,
                    Kind::Indent => depth -= 1,
                    _ => {}
                }
                depth == 0
            })?;
            header_of(context, indent.checked_sub(1)?)
        }
        Kind::Newline => header_of(context, before),
        _ => return None,
    };
    (context.text(header) == "try").then(|| context.here("expected 'except' or 'finally' block"))
}

pub fn handlers(context: &Context) -> Option<LexError> {
    if context.text(context.head) != "except" {
        return None;
    }
    let first = context.at == context.head + 1;
    match context.text(context.at) {
        ":" if context.text(context.before()) == "*" => {
            Some(context.here("expected one or more exception types"))
        }
        "," if context.bracket.is_none() => {
            let (from, to) = (&context.tokens[context.head + 1], &context.tokens[context.at]);
            Some(error_over(from, to, "multiple exception types must be parenthesized"))
        }
        "*" if first => mixed_handlers(context),
        _ if first && begins_expression(context.source, &context.tokens[context.at]) => {
            mixed_handlers(context)
        }
        _ => None,
    }
}

fn mixed_handlers(context: &Context) -> Option<LexError> {
    let head = &context.tokens[context.head];
    Some(error_over(head, head, "cannot have both 'except' and 'except*' on the same 'try'"))
}

pub fn missing_colon(context: &Context) -> Option<LexError> {
    let keyword = context.keyword();
    let expected = || Some(context.here("expected ':'"));
    let after_keyword = context.at == keyword + 1;
    if context.bracket.is_some() {
        return None;
    }
    let is_name = context.kind(keyword) == Kind::Name;
    match context.text(keyword) {
        "else" | "try" | "finally" if after_keyword => expected(),
        "except" if after_keyword && context.line_ends_here() => expected(),
        "match" | "case" if is_name && (after_keyword || context.at == keyword) => {
            let end =
                (context.at..context.tokens.len()).find(|&index| context.kind(index) == Kind::Newline)?;
            context.expression(keyword + 1, end)?;
            let newline = &context.tokens[end];
            Some(error_over(newline, newline, "expected ':'"))
        }
        "match" | "case" if is_name => None,
        "def" => definition(context, keyword),
        "for" => {
            let has_in = context.at_depth(keyword).into_iter().any(|index| context.text(index) == "in");
            (has_in && complete_here(context)).then(|| context.here("expected ':'"))
        }
        "if" | "elif" | "while" | "with" | "class" | "except" if complete_here(context) => {
            let parts = context.at_depth(keyword);
            // `if a if b` lacks something else.
            let nested =
                parts.iter().any(|&index| index > keyword && matches!(context.text(index), "if" | "lambda"));
            if nested { None } else { expected() }
        }
        _ => None,
    }
}

/// The line ends where an expression or a name could end too.
fn complete_here(context: &Context) -> bool {
    context.line_ends_here()
        && context.at > context.keyword() + 1
        && ends_expression(context.source, &context.tokens[context.before()])
}

fn definition(context: &Context, keyword: usize) -> Option<LexError> {
    if context.kind(keyword + 1) != Kind::Name {
        return None;
    }
    let closed = context.tokens[keyword..context.at].iter().any(|token| token.text(context.source) == ")");
    if !closed {
        let after_name = context.at == keyword + 2 || context.text(context.before()) == "]";
        return after_name.then(|| context.here("expected '('"));
    }
    let before = context.before();
    if matches!(context.text(before), ")" | "->") || ends_expression(context.source, &context.tokens[before])
    {
        return Some(context.here("expected ':'"));
    }
    None
}

pub fn imports(context: &Context) -> Option<LexError> {
    let before = context.before();
    match (context.text(context.head), context.text(context.at)) {
        ("import", "from") => Some(context.here("Did you mean to use 'from ... import ...' instead?")),
        ("import" | "from", "") if context.line_ends_here() => match context.text(before) {
            "import" => Some(context.here("Expected one or more names after 'import'")),
            "," if context.text(context.head) == "from" && context.bracket.is_none() => {
                Some(context.here("trailing comma not allowed without surrounding parentheses"))
            }
            _ => None,
        },
        _ => None,
    }
}
