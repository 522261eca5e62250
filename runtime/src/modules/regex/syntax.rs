//! From the text of a regular expression to its tree, with the errors of CPython's `re`.

/// Flags, with the numbers of `re`.
pub mod flags {
    pub const IGNORECASE: u32 = 2;
    pub const LOCALE: u32 = 4;
    pub const MULTILINE: u32 = 8;
    pub const DOTALL: u32 = 16;
    pub const UNICODE: u32 = 32;
    pub const VERBOSE: u32 = 64;
    pub const ASCII: u32 = 256;
}

#[derive(Clone, Debug, PartialEq)]
pub enum Class {
    Digit,
    Space,
    Word,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    Range(u32, u32),
    Class(Class, bool),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    pub negated: bool,
    pub items: Vec<Item>,
    pub ignore_case: bool,
    pub ascii: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum At {
    LineStart,
    Start,
    LineEnd,
    /// `$`: also before a final line end.
    AlmostEnd,
    End,
    Boundary {
        ascii: bool,
    },
    NoBoundary {
        ascii: bool,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    Char(u32, bool),
    /// `.`, and whether it matches a line end.
    Any(bool),
    Set(Set),
    Sequence(Vec<Node>),
    Either(Vec<Node>),
    Group(usize, Box<Node>),
    Reference(usize, bool),
    Repeat(u32, u32, Greed, Box<Node>),
    At(At),
    Look {
        behind: Option<usize>,
        negated: bool,
        inner: Box<Node>,
    },
    Atomic(Box<Node>),
    Conditional(usize, Box<Node>, Box<Node>),
}

pub const FOREVER: u32 = u32::MAX;

pub struct Parsed {
    pub node: Node,
    pub flags: u32,
    /// Groups, the whole match not counted.
    pub groups: usize,
    pub names: Vec<(String, usize)>,
}

/// The position of an error that has none.
pub const NO_POSITION: usize = usize::MAX;

/// Message and position.
pub type Error = (String, usize);
type P<T> = Result<T, Error>;

pub fn parse(text: &[u32], flags: u32, is_bytes: bool) -> P<Parsed> {
    let mut flags = flags;
    loop {
        let mut parser = Parser {
            text,
            at: 0,
            flags,
            is_bytes,
            groups: 0,
            names: Vec::new(),
            open: Vec::new(),
            asked: Vec::new(),
            whole: 0,
        };
        let node = parser.either()?;
        if parser.at < text.len() {
            return Err(("unbalanced parenthesis".into(), parser.at));
        }
        if let Some(&(group, at)) = parser.asked.iter().find(|(group, _)| *group > parser.groups) {
            return Err((format!("invalid group reference {group}"), at));
        }
        // `(?i)` at the start counts for the whole text: once more with the flag.
        if parser.whole & !flags != 0 {
            flags |= parser.whole;
            continue;
        }
        if !is_bytes && flags & flags::ASCII == 0 {
            flags |= flags::UNICODE;
        }
        return Ok(Parsed { node, flags, groups: parser.groups, names: parser.names });
    }
}

struct Parser<'a> {
    text: &'a [u32],
    at: usize,
    flags: u32,
    is_bytes: bool,
    groups: usize,
    names: Vec<(String, usize)>,
    /// Groups that are not closed yet.
    open: Vec<usize>,
    /// Groups that conditionals ask for, and where.
    asked: Vec<(usize, usize)>,
    /// Flags given for the whole text.
    whole: u32,
}

fn c(ch: char) -> u32 {
    ch as u32
}

fn shown(code: u32) -> char {
    char::from_u32(code).unwrap_or('\u{fffd}')
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).map(|&code| shown(code))
    }
    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }
    fn ascii(&self) -> bool {
        self.is_bytes || self.has(flags::ASCII)
    }
    fn eat(&mut self, ch: char) -> bool {
        let found = self.text.get(self.at) == Some(&c(ch));
        self.at += found as usize;
        found
    }
    fn err<T>(&self, text: impl Into<String>, at: usize) -> P<T> {
        Err((text.into(), at))
    }

    fn either(&mut self) -> P<Node> {
        let saved = self.flags;
        let mut choices = vec![self.sequence()?];
        while self.eat('|') {
            choices.push(self.sequence()?);
        }
        self.flags = saved;
        Ok(if choices.len() == 1 { choices.remove(0) } else { Node::Either(choices) })
    }

    fn sequence(&mut self) -> P<Node> {
        let mut items: Vec<Node> = Vec::new();
        while let Some(ch) = self.peek() {
            if ch == '|' || ch == ')' {
                break;
            }
            if self.has(flags::VERBOSE) {
                if ch.is_ascii_whitespace() || ch == '\u{b}' {
                    self.at += 1;
                    continue;
                }
                if ch == '#' {
                    while self.at < self.text.len() && self.text[self.at] != c('\n') {
                        self.at += 1;
                    }
                    continue;
                }
            }
            let start = self.at;
            if matches!(ch, '*' | '+' | '?') || ch == '{' && self.looks_like_repeat() {
                self.repeat(&mut items, start)?;
                continue;
            }
            self.at += 1;
            match ch {
                '.' => items.push(Node::Any(self.has(flags::DOTALL))),
                '^' if self.has(flags::MULTILINE) => items.push(Node::At(At::LineStart)),
                '^' => items.push(Node::At(At::Start)),
                '$' if self.has(flags::MULTILINE) => items.push(Node::At(At::LineEnd)),
                '$' => items.push(Node::At(At::AlmostEnd)),
                '[' => items.push(self.set(start)?),
                '(' => {
                    if let Some(node) = self.group(start)? {
                        items.push(node);
                    }
                }
                '\\' => items.push(self.escape(start)?),
                _ => items.push(Node::Char(self.text[start], self.has(flags::IGNORECASE))),
            }
        }
        Ok(if items.len() == 1 { items.remove(0) } else { Node::Sequence(items) })
    }

    /// `{` begins a repeat only if it reads `{m}`, `{m,}`, `{,n}` or `{m,n}`.
    fn looks_like_repeat(&self) -> bool {
        let rest: String = self.text[self.at + 1..].iter().take(24).map(|&code| shown(code)).collect();
        let Some(end) = rest.find('}') else { return false };
        let inside = &rest[..end];
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        match inside.split_once(',') {
            Some((low, high)) => digits(low) && digits(high),
            None => !inside.is_empty() && digits(inside),
        }
    }

    fn number(&mut self) -> Option<u32> {
        let start = self.at;
        while self.peek().is_some_and(|ch| ch.is_ascii_digit()) {
            self.at += 1;
        }
        let text: String = self.text[start..self.at].iter().map(|&code| shown(code)).collect();
        text.parse().ok()
    }

    fn repeat(&mut self, items: &mut Vec<Node>, start: usize) -> P<()> {
        let ch = self.peek();
        self.at += 1;
        let (low, high) = match ch {
            Some('*') => (0, FOREVER),
            Some('+') => (1, FOREVER),
            Some('?') => (0, 1),
            _ => {
                let low = self.number().unwrap_or(0);
                let high = if self.eat(',') { self.number().unwrap_or(FOREVER) } else { low };
                self.eat('}');
                if high < low {
                    return self.err("min repeat greater than max repeat", start + 1);
                }
                (low, high)
            }
        };
        let Some(last) = items.pop() else { return self.err("nothing to repeat", start) };
        match &last {
            Node::At(_) => return self.err("nothing to repeat", start),
            Node::Sequence(inner) if inner.is_empty() => return self.err("nothing to repeat", start),
            Node::Repeat(..) => return self.err("multiple repeat", start),
            _ => {}
        }
        let greed = if self.eat('?') {
            Greed::Lazy
        } else if self.eat('+') {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        items.push(Node::Repeat(low, high, greed, Box::new(last)));
        Ok(())
    }

    fn set(&mut self, start: usize) -> P<Node> {
        let negated = self.eat('^');
        let mut items = Vec::new();
        let first = self.at;
        loop {
            let here = self.at;
            let Some(ch) = self.peek() else { return self.err("unterminated character set", start) };
            self.at += 1;
            if ch == ']' && here > first {
                break;
            }
            let low = if ch == '\\' {
                self.set_escape(here)?
            } else {
                Item::Range(self.text[here], self.text[here])
            };
            if self.peek() == Some('-') {
                self.at += 1;
                let here_high = self.at;
                let Some(next) = self.peek() else { return self.err("unterminated character set", start) };
                if next == ']' {
                    items.push(low);
                    items.push(Item::Range(c('-'), c('-')));
                    self.at += 1;
                    break;
                }
                self.at += 1;
                let high = if next == '\\' {
                    self.set_escape(here_high)?
                } else {
                    Item::Range(self.text[here_high], self.text[here_high])
                };
                match (&low, &high) {
                    (Item::Range(a, _), Item::Range(b, _)) if a <= b => items.push(Item::Range(*a, *b)),
                    _ => {
                        let text: String = self.text[here..self.at].iter().map(|&code| shown(code)).collect();
                        return self.err(format!("bad character range {text}"), here);
                    }
                }
            } else {
                items.push(low);
            }
        }
        Ok(Node::Set(Set { negated, items, ignore_case: self.has(flags::IGNORECASE), ascii: self.ascii() }))
    }

    fn set_escape(&mut self, start: usize) -> P<Item> {
        let Some(ch) = self.peek() else { return self.err("bad escape (end of pattern)", start) };
        if let Some(class) = class_of(ch) {
            self.at += 1;
            return Ok(class);
        }
        if ch == 'b' {
            self.at += 1;
            return Ok(Item::Range(8, 8));
        }
        if ch.is_ascii_digit() && !matches!(ch, '8' | '9') {
            let code = self.octal(3);
            return Ok(Item::Range(code, code));
        }
        let code = self.literal_escape(start)?;
        Ok(Item::Range(code, code))
    }

    fn octal(&mut self, most: usize) -> u32 {
        let mut code = 0;
        let mut taken = 0;
        while taken < most && self.peek().is_some_and(|ch| ('0'..='7').contains(&ch)) {
            code = code * 8 + (self.text[self.at] - c('0'));
            self.at += 1;
            taken += 1;
        }
        code
    }

    /// `\n`, `\x41`, `\.`: one character.
    fn literal_escape(&mut self, start: usize) -> P<u32> {
        let Some(ch) = self.peek() else { return self.err("bad escape (end of pattern)", start) };
        self.at += 1;
        let digits = match ch {
            'a' => return Ok(7),
            'f' => return Ok(12),
            'n' => return Ok(10),
            'r' => return Ok(13),
            't' => return Ok(9),
            'v' => return Ok(11),
            '\\' => return Ok(c('\\')),
            'x' => 2,
            'u' if !self.is_bytes => 4,
            'U' if !self.is_bytes => 8,
            _ if ch.is_ascii_alphabetic() => return self.err(format!("bad escape \\{ch}"), start),
            _ => return Ok(self.text[self.at - 1]),
        };
        let from = self.at;
        let mut code = 0u32;
        while self.at < from + digits {
            match self.peek().and_then(|ch| ch.to_digit(16)) {
                Some(digit) => code = code.wrapping_mul(16).wrapping_add(digit),
                None => {
                    let text: String = self.text[start..self.at].iter().map(|&code| shown(code)).collect();
                    return self.err(format!("incomplete escape {text}"), start);
                }
            }
            self.at += 1;
        }
        Ok(code)
    }

    fn escape(&mut self, start: usize) -> P<Node> {
        let Some(ch) = self.peek() else { return self.err("bad escape (end of pattern)", start) };
        let ascii = self.ascii();
        let ignore_case = self.has(flags::IGNORECASE);
        if let Some(class) = class_of(ch) {
            self.at += 1;
            return Ok(Node::Set(Set { negated: false, items: vec![class], ignore_case: false, ascii }));
        }
        let at = match ch {
            'A' => Some(At::Start),
            'Z' => Some(At::End),
            'b' => Some(At::Boundary { ascii }),
            'B' => Some(At::NoBoundary { ascii }),
            _ => None,
        };
        if let Some(at) = at {
            self.at += 1;
            return Ok(Node::At(at));
        }
        if ch == '0' {
            let code = self.octal(3);
            return Ok(Node::Char(code, ignore_case));
        }
        if ch.is_ascii_digit() {
            let digit = |i: usize| self.text.get(self.at + i).map_or('x', |&code| shown(code));
            let octal = |i: usize| ('0'..='7').contains(&digit(i));
            if octal(0) && octal(1) && octal(2) {
                let code = self.octal(3);
                return Ok(Node::Char(code, ignore_case));
            }
            let mut number = digit(0) as usize - '0' as usize;
            let two = digit(1).is_ascii_digit();
            if two {
                number = number * 10 + digit(1) as usize - '0' as usize;
            }
            self.at += 1 + two as usize;
            if number > self.groups {
                return self.err(format!("invalid group reference {number}"), start + 1);
            }
            if self.open.contains(&number) {
                return self.err("cannot refer to an open group", start);
            }
            return Ok(Node::Reference(number, ignore_case));
        }
        let code = self.literal_escape(start)?;
        Ok(Node::Char(code, ignore_case))
    }

    fn name_until(&mut self, end: char) -> P<(String, usize)> {
        let start = self.at;
        let mut name = String::new();
        loop {
            let Some(ch) = self.peek() else {
                let text = if name.is_empty() {
                    "missing group name".to_owned()
                } else {
                    format!("missing {end}, unterminated name")
                };
                return self.err(text, start);
            };
            self.at += 1;
            if ch == end {
                break;
            }
            name.push(ch);
        }
        if name.is_empty() {
            return self.err("missing group name", start);
        }
        Ok((name, start))
    }

    fn check_name(&self, name: &str, at: usize) -> P<()> {
        let mut chars = name.chars();
        let good = chars.next().is_some_and(|ch| ch.is_alphabetic() || ch == '_')
            && chars.all(|ch| ch.is_alphanumeric() || ch == '_');
        if good { Ok(()) } else { self.err(format!("bad character in group name '{name}'"), at) }
    }

    fn group(&mut self, start: usize) -> P<Option<Node>> {
        if !self.eat('?') {
            return self.capture(None, start).map(Some);
        }
        let Some(ch) = self.peek() else { return self.err("unexpected end of pattern", self.at) };
        self.at += 1;
        match ch {
            'P' => {
                if self.eat('<') {
                    let (name, at) = self.name_until('>')?;
                    self.check_name(&name, at)?;
                    return self.capture(Some((name, at)), start).map(Some);
                }
                if self.eat('=') {
                    let (name, at) = self.name_until(')')?;
                    self.check_name(&name, at)?;
                    let Some(&(_, group)) = self.names.iter().find(|(known, _)| *known == name) else {
                        return self.err(format!("unknown group name '{name}'"), at);
                    };
                    if self.open.contains(&group) {
                        return self.err("cannot refer to an open group", at);
                    }
                    return Ok(Some(Node::Reference(group, self.has(flags::IGNORECASE))));
                }
                let Some(next) = self.peek() else { return self.err("unexpected end of pattern", self.at) };
                self.err(format!("unknown extension ?P{next}"), start + 1)
            }
            ':' => self.closed(start).map(Some),
            '#' => {
                while let Some(ch) = self.peek() {
                    self.at += 1;
                    if ch == ')' {
                        return Ok(None);
                    }
                }
                self.err("missing ), unterminated comment", start)
            }
            '=' | '!' => {
                let inner = Box::new(self.closed(start)?);
                Ok(Some(Node::Look { behind: None, negated: ch == '!', inner }))
            }
            '<' => {
                let Some(next) = self.peek() else { return self.err("unexpected end of pattern", self.at) };
                if next != '=' && next != '!' {
                    return self.err(format!("unknown extension ?<{next}"), start + 1);
                }
                self.at += 1;
                let inner = Box::new(self.closed(start)?);
                match width(&inner) {
                    Some(n) => Ok(Some(Node::Look { behind: Some(n), negated: next == '!', inner })),
                    None => self.err("look-behind requires fixed-width pattern", NO_POSITION),
                }
            }
            '>' => Ok(Some(Node::Atomic(Box::new(self.closed(start)?)))),
            '(' => {
                let (name, at) = self.name_until(')')?;
                let group = match name.parse::<usize>() {
                    Ok(0) => return self.err("bad group number", at),
                    Ok(n) => {
                        self.asked.push((n, at));
                        n
                    }
                    Err(_) => {
                        self.check_name(&name, at)?;
                        match self.names.iter().find(|(known, _)| *known == name) {
                            Some(&(_, n)) => n,
                            None => return self.err(format!("unknown group name '{name}'"), at),
                        }
                    }
                };
                let yes = self.sequence()?;
                let no = if self.eat('|') { self.sequence()? } else { Node::Sequence(Vec::new()) };
                if self.peek() == Some('|') {
                    return self.err("conditional backref with more than two branches", self.at);
                }
                if !self.eat(')') {
                    return self.err("missing ), unterminated subpattern", start);
                }
                Ok(Some(Node::Conditional(group, Box::new(yes), Box::new(no))))
            }
            _ => self.inline_flags(ch, start),
        }
    }

    fn inline_flags(&mut self, first: char, start: usize) -> P<Option<Node>> {
        let flag = |ch: char| match ch {
            'i' => Some(flags::IGNORECASE),
            'L' => Some(flags::LOCALE),
            'm' => Some(flags::MULTILINE),
            's' => Some(flags::DOTALL),
            'x' => Some(flags::VERBOSE),
            'a' => Some(flags::ASCII),
            'u' => Some(flags::UNICODE),
            _ => None,
        };
        let (mut on, mut off) = (0, 0);
        let mut ch = first;
        let mut removing = false;
        loop {
            match (flag(ch), ch) {
                (Some(f), _) if removing => off |= f,
                (Some(f), _) => on |= f,
                (None, '-') if !removing => removing = true,
                (None, ':') if on | off != 0 => break,
                (None, ')') if on != 0 && !removing => {
                    if start > 0 {
                        return self.err("global flags not at the start of the expression", start);
                    }
                    self.whole |= on;
                    self.flags |= on;
                    return Ok(None);
                }
                _ if ch == first => return self.err(format!("unknown extension ?{ch}"), start + 1),
                _ => return self.err("unknown flag", self.at - 1),
            }
            let Some(next) = self.peek() else { return self.err("missing -, : or )", self.at) };
            self.at += 1;
            ch = next;
        }
        let saved = self.flags;
        self.flags = (self.flags | on) & !off;
        let inner = self.closed(start);
        self.flags = saved;
        inner.map(Some)
    }

    /// What is inside a group up to its `)`.
    fn closed(&mut self, start: usize) -> P<Node> {
        let node = self.either()?;
        if !self.eat(')') {
            return self.err("missing ), unterminated subpattern", start);
        }
        // A group is one thing to repeat, whatever it holds.
        Ok(match node {
            Node::Repeat(..) | Node::At(_) => Node::Either(vec![node]),
            Node::Sequence(items) if items.is_empty() => Node::Either(vec![Node::Sequence(items)]),
            node => node,
        })
    }

    fn capture(&mut self, name: Option<(String, usize)>, start: usize) -> P<Node> {
        self.groups += 1;
        let group = self.groups;
        if let Some((name, at)) = name {
            if let Some(&(_, other)) = self.names.iter().find(|(known, _)| *known == name) {
                let text = format!("redefinition of group name '{name}' as group {group}; was group {other}");
                return self.err(text, at);
            }
            self.names.push((name, group));
        }
        self.open.push(group);
        let inner = self.closed(start)?;
        self.open.pop();
        Ok(Node::Group(group, Box::new(inner)))
    }
}

fn class_of(ch: char) -> Option<Item> {
    Some(match ch {
        'd' => Item::Class(Class::Digit, false),
        'D' => Item::Class(Class::Digit, true),
        's' => Item::Class(Class::Space, false),
        'S' => Item::Class(Class::Space, true),
        'w' => Item::Class(Class::Word, false),
        'W' => Item::Class(Class::Word, true),
        _ => return None,
    })
}

/// How many characters a node matches, if that is fixed.
fn width(node: &Node) -> Option<usize> {
    match node {
        Node::Char(..) | Node::Any(_) | Node::Set(_) => Some(1),
        Node::Sequence(items) => items.iter().map(width).sum(),
        Node::Either(choices) => {
            let first = width(choices.first()?)?;
            choices.iter().all(|choice| width(choice) == Some(first)).then_some(first)
        }
        Node::Group(_, inner) | Node::Atomic(inner) => width(inner),
        Node::Repeat(low, high, _, inner) if low == high => Some(width(inner)? * *low as usize),
        Node::Repeat(..) | Node::Reference(..) => None,
        Node::At(_) | Node::Look { .. } => Some(0),
        Node::Conditional(_, yes, no) => {
            let first = width(yes)?;
            (width(no) == Some(first)).then_some(first)
        }
    }
}
