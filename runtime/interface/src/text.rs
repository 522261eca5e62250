//! Methods of `str` that one row stands for, by number: the position in its table.

/// Tests of `tp_text_is`: without arguments, to a bool.
pub const TESTS: [&str; 12] = [
    "isalnum",
    "isalpha",
    "isascii",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "islower",
    "isnumeric",
    "isprintable",
    "isspace",
    "istitle",
    "isupper",
];

/// Forms of `tp_text_form`: without arguments, to a text.
pub const FORMS: [&str; 6] = ["capitalize", "casefold", "lower", "swapcase", "title", "upper"];
