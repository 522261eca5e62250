//! Mistakes in the parameters of functions and lambdas.

use super::{
    super::tokens::{Kind, LexError},
    context::Context,
};

pub fn parameters(context: &Context) -> Option<LexError> {
    let start = parameter_list(context)?;
    let before = context.text(context.before());
    let earlier = context.at_depth(start);
    // Markers of earlier parameters, without those of the one being read.
    let seen = |wanted: &str| {
        earlier.iter().any(|&index| {
            context.text(index) == wanted
                && index != context.before()
                && (index == start || context.text(index - 1) == ",")
        })
    };
    let message = match context.text(context.at) {
        "=" if context.kind(context.before()) == Kind::Name => match context.text(context.before() - 1) {
            "*" => "var-positional argument cannot have default value",
            "**" => "var-keyword argument cannot have default value",
            _ => return None,
        },
        "(" if matches!(before, "(" | "," | "lambda") => {
            if context.text(start.checked_sub(1)?) == "lambda" {
                "Lambda expression parameters cannot be parenthesized"
            } else {
                "Function parameters cannot be parenthesized"
            }
        }
        "/" if context.at == start => "at least one argument must precede /",
        "/" if seen("/") => "/ may appear only once",
        "/" if seen("*") || before == "*" => "/ must be ahead of *",
        "*" if seen("**") => "arguments cannot follow var-keyword argument",
        "*" if seen("*") => "* argument may appear only once",
        "**" if seen("**") => "arguments cannot follow var-keyword argument",
        _ if context.kind(context.at) == Kind::Name && before == "," && seen("**") => {
            "arguments cannot follow var-keyword argument"
        }
        // `def f(a b)`: none of the rules for expressions applies.
        _ => "invalid syntax",
    };
    Some(context.here(message))
}

/// The first token of the list of parameters that the offending token stands in.
fn parameter_list(context: &Context) -> Option<usize> {
    if let Some(bracket) = context.bracket
        && bracket >= 2
    {
        let name = bracket - 1;
        if context.kind(name) == Kind::Name && context.text(name - 1) == "def" {
            // A mistake in an annotation or default is none of the parameters.
            let part = context.part_start(|text, _| matches!(text, "," | "=" | ":"));
            let inside_value =
                part > bracket + 1 && context.text(part - 1) != "," && context.text(context.at) != "/";
            return (!inside_value).then_some(bracket + 1);
        }
    }
    let part = context.part_start(|text, _| text == "lambda");
    if part == 0 || context.text(part - 1) != "lambda" {
        return None;
    }
    let inside = context.at_depth(part).into_iter().all(|index| !matches!(context.text(index), ":" | "="));
    (inside && !context.line_ends_here()).then_some(part)
}
