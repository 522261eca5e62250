//! Mistakes in expressions.

use super::{
    super::{
        check::expression_name,
        parse::ast::Expr,
        tokens::{Kind, LexError},
    },
    begins_expression,
    context::Context,
    ends_expression, error_over,
};

/// `print "hello"`
pub fn legacy_statement(context: &Context) -> Option<LexError> {
    let before = context.before();
    let name = context.text(before);
    if !matches!(name, "print" | "exec")
        || !begins_expression(context.source, context.tokens.get(context.at)?)
    {
        return None;
    }
    let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
    Some(error_over(&context.tokens[before], &context.tokens[context.at], message))
}

pub fn comprehension(context: &Context) -> Option<LexError> {
    let bracket = context.bracket?;
    let inside = context.at_depth(bracket + 1);
    let last_for = inside.iter().rposition(|&index| context.text(index) == "for");
    if let Some(last_for) = last_for
        && !inside[last_for..].iter().any(|&index| context.text(index) == "in")
        && inside.len() > last_for + 1
    {
        return Some(context.here("'in' expected after for-loop variables"));
    }
    if context.text(context.at) != "for" || last_for.is_some() {
        return None;
    }
    let first = &context.tokens[bracket + 1];
    if first.text(context.source) == "*" {
        return Some(error_over(first, first, "iterable unpacking cannot be used in comprehension"));
    }
    if first.text(context.source) == "**" {
        return Some(error_over(first, first, "dict unpacking cannot be used in dict comprehension"));
    }
    let has_comma = inside.iter().any(|&index| context.text(index) == ",");
    let has_colon = inside.iter().any(|&index| context.text(index) == ":");
    if has_comma && !has_colon && context.text(bracket) != "(" {
        let last = &context.tokens[context.before()];
        return Some(error_over(first, last, "did you forget parentheses around the comprehension target?"));
    }
    None
}

/// `a if b` without `else`
pub fn conditional(context: &Context) -> Option<LexError> {
    let separates =
        |text: &str, _| matches!(text, "," | ":" | "=" | ":=" | "return" | "lambda" | "for" | "in");
    let start = context.part_start(separates);
    let part = context.at_depth(start);
    let conditional = part.iter().rposition(|&index| context.text(index) == "if")?;
    let position = part[conditional];
    let complete = ends_expression(context.source, &context.tokens[context.before()])
        && context.before() > position
        && !matches!(context.text(context.at), "else" | ":");
    let is_filter = start > 0 && context.text(start - 1) == "in" && context.bracket.is_some();
    if position == start
        || !complete
        || is_filter
        || context.text(context.head) == "if" && start == context.head
    {
        return None;
    }
    if part[conditional..].iter().any(|&index| context.text(index) == "else") {
        return None;
    }
    let (first, last) = (&context.tokens[start], &context.tokens[context.before()]);
    Some(error_over(first, last, "expected 'else' after 'if' expression"))
}

pub fn dictionary(context: &Context) -> Option<LexError> {
    let bracket = context.bracket.filter(|&bracket| context.text(bracket) == "{")?;
    let is_dictionary = context.at_depth(bracket + 1).into_iter().any(|index| context.text(index) == ":");
    if !is_dictionary {
        return None;
    }
    let before = context.before();
    let part = context.part_start(|text, _| text == ",");
    let has_colon = context.at_depth(part).into_iter().any(|index| context.text(index) == ":");
    match context.text(context.at) {
        "}" | "," if context.text(before) == ":" => {
            let colon = &context.tokens[before];
            Some(error_over(colon, colon, "expression expected after dictionary key and ':'"))
        }
        "*" if context.text(before) == ":" => {
            Some(context.here("cannot use a starred expression in a dictionary value"))
        }
        _ if !has_colon && part < context.at && ends_expression(context.source, &context.tokens[before]) => {
            let last = &context.tokens[before];
            Some(error_over(last, last, "':' expected after dictionary key"))
        }
        _ => None,
    }
}

/// `f(*)`, `a[*]`
pub fn star(context: &Context) -> Option<LexError> {
    let before = context.before();
    let bare = matches!(context.text(context.at), ")" | "]" | ",")
        && context.text(before) == "*"
        && matches!(context.text(before.checked_sub(1)?), "(" | "[" | ",");
    (bare && (context.in_call() || context.text(context.bracket?) == "["))
        .then(|| error_over(&context.tokens[before], &context.tokens[before], "Invalid star expression"))
}

/// `(f() := 1)`
pub fn walrus(context: &Context) -> Option<LexError> {
    if context.text(context.at) != ":=" || (context.bracket.is_none() && !takes_condition(context)) {
        return None;
    }
    let (start, target) = operand(context)?;
    if matches!(target, Expr::Name(_)) {
        return None;
    }
    let message = format!("cannot use assignment expressions with {}", expression_name(&target));
    Some(error_over(&context.tokens[start], &context.tokens[context.before()], message))
}

/// `yield = 1`; `a, b: int`; `case A(x=1, 2)`
pub fn misplaced(context: &Context) -> Option<LexError> {
    let message = match context.text(context.at) {
        "=" if context.bracket.is_none() => {
            let start = context.part_start(|text, _| text == "=");
            if context.text(start) != "yield" {
                return None;
            }
            "assignment to yield expression not possible"
        }
        ":" if context.bracket.is_none() => {
            let has_comma =
                context.at_depth(context.head).into_iter().any(|index| context.text(index) == ",");
            if !has_comma || context.expression(context.head, context.at).is_none() {
                return None;
            }
            "only single target (not tuple) can be annotated"
        }
        _ if context.text(context.head) == "case"
            && context.in_call()
            && context.text(context.before()) == "," =>
        {
            let inside = context.at_depth(context.bracket? + 1);
            if !inside.into_iter().any(|index| context.text(index) == "=") {
                return None;
            }
            "positional patterns follow keyword patterns"
        }
        _ => return None,
    };
    Some(context.here(message))
}

/// `=` where only `==` or `:=` make sense
pub fn assignment(context: &Context) -> Option<LexError> {
    if context.text(context.at) != "=" {
        return None;
    }
    if context.in_call() {
        let start = context.part_start(|text, _| text == ",");
        if context.before() == start {
            let token = &context.tokens[start];
            return match context.text(start) {
                word @ ("True" | "False" | "None") => {
                    Some(error_over(token, &context.tokens[context.at], format!("cannot assign to {word}")))
                }
                _ if context.kind(start) == Kind::Name => None,
                _ => Some(cannot_contain(context, start)),
            };
        }
        let is_second = context.at_depth(start).into_iter().any(|index| context.text(index) == "=");
        return (!is_second).then(|| cannot_contain(context, start));
    }
    if context.bracket.is_none() && !takes_condition(context) {
        return None;
    }
    let (start, target) = operand(context)?;
    if !begins_expression(context.source, context.tokens.get(context.at + 1)?)
        && !matches!(context.text(context.at + 1), "-" | "+")
    {
        return None;
    }
    let message = match &target {
        Expr::Name(_) => "invalid syntax. Maybe you meant '==' or ':=' instead of '='?".to_owned(),
        Expr::List(_) | Expr::Tuple(_) | Expr::GeneratorExp(_) => return None,
        target => {
            let name = expression_name(target);
            if matches!(name, "True" | "False" | "None") {
                return None;
            }
            format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?")
        }
    };
    Some(error_over(&context.tokens[start], &context.tokens[context.at], message))
}

fn cannot_contain(context: &Context, start: usize) -> LexError {
    let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
    error_over(&context.tokens[start], &context.tokens[context.at], message)
}

/// Statements whose head is a condition.
fn takes_condition(context: &Context) -> bool {
    matches!(context.text(context.keyword()), "if" | "elif" | "while")
}

/// The operand (of the precedence of `|`) that ends before the offending token.
fn operand(context: &Context) -> Option<(usize, Expr)> {
    let start = context.part_start(|text, kind| match kind {
        Kind::Keyword => !matches!(text, "None" | "True" | "False" | "await"),
        Kind::Operator => {
            matches!(text, "," | ":" | "=" | ":=" | "==" | "!=" | "<" | ">" | "<=" | ">=")
                || text.ends_with("=")
        }
        _ => false,
    });
    Some((start, context.expression(start, context.at)?))
}

/// Two expressions side by side between brackets.
pub fn missing_comma(context: &Context) -> Option<LexError> {
    if context.bracket.is_none() && !context.in_field {
        return None;
    }
    if matches!(context.text(context.head), "from" | "import") && !context.in_field {
        return None;
    }
    let before = context.before();
    let (previous, here) = (context.tokens.get(before)?, context.tokens.get(context.at)?);
    if !ends_expression(context.source, previous) || !begins_expression(context.source, here) {
        return None;
    }
    if context.text(context.at) == "not" && context.text(context.at + 1) == "in" {
        return None;
    }
    let start = context.part_start(|text, kind| match kind {
        Kind::Keyword => {
            !matches!(text, "None" | "True" | "False" | "await" | "not" | "and" | "or" | "in" | "is")
        }
        _ => matches!(text, "," | ":" | "=" | ":="),
    });
    let prefixed = context.kind(start) == Kind::Name && matches!(context.kind(start + 1), Kind::String(_));
    let soft =
        context.kind(start) == Kind::Name && matches!(context.text(start), "match" | "case" | "_" | "type");
    if prefixed || soft || context.expression(start, context.at).is_none() {
        return None;
    }
    Some(error_over(&context.tokens[start], here, "invalid syntax. Perhaps you forgot a comma?"))
}
