//! `match`: each pattern is a chain of tests that ends in the block of the next case. Names are bound when the whole
//! pattern has matched, before the guard.

use super::body::Body;
use crate::{
    hir::{BlockId, CompareOp, Op, Place, Terminator, VarId, VarKind},
    syntax::ast::{self, Pattern, Ranged},
};

/// What a pattern binds, in the order in which it meets the names.
type Captures<'a> = Vec<(&'a str, VarId, Place)>;

impl<'a> Body<'_, 'a> {
    pub fn match_statement(&mut self, s: &'a ast::StmtMatch) {
        let subject = self.expr(&s.subject);
        // A case may bind the subject's own name and still fail in its guard.
        let subject = self.settled(subject, self.place(&s.subject));
        let end = self.new_block();
        for case in &s.cases {
            if self.current.is_none() {
                break;
            }
            let fail = self.new_block();
            let mut captures = Vec::new();
            self.pattern(&case.pattern, subject, fail, &mut captures);
            for (name, value, place) in captures {
                self.store_name(name, value, place);
            }
            if let Some(guard) = &case.guard {
                let passed = self.new_block();
                self.condition(guard, passed, fail);
                self.enter_if_used(passed);
            }
            self.statements(&case.body);
            self.goto(end);
            self.enter_if_used(fail);
        }
        self.goto(end);
        self.enter_if_used(end);
    }

    /// Goes on where `subject` matches, and to `fail` where it does not.
    fn pattern(&mut self, pattern: &'a Pattern, subject: VarId, fail: BlockId, captures: &mut Captures<'a>) {
        let place = self.plain(pattern);
        match pattern {
            Pattern::MatchValue(p) => {
                let value = self.expr(&p.value);
                let place = self.place(&p.value);
                let equal = self.emit(Op::Compare(CompareOp::Eq, subject, value), place);
                self.require(equal, fail, place);
            }
            Pattern::MatchSingleton(p) => {
                let value = self.constant(super::constant::literal(&p.value), place);
                let same = self.emit(Op::Is(subject, value), place);
                self.require(same, fail, place);
            }
            Pattern::MatchSequence(p) => {
                self.sequence_pattern(&p.patterns, subject, fail, captures, place);
            }
            Pattern::MatchMapping(p) => self.mapping_pattern(p, subject, fail, captures, place),
            Pattern::MatchClass(p) => self.class_pattern(p, subject, fail, captures),
            Pattern::MatchStar(_) => unreachable!("handled by the sequence around it"),
            Pattern::MatchAs(p) => {
                if let Some(inner) = &p.pattern {
                    self.pattern(inner, subject, fail, captures);
                }
                if let Some(name) = &p.name {
                    captures.push((name, subject, place));
                }
            }
            Pattern::MatchOr(p) => self.or_pattern(&p.patterns, subject, fail, captures, place),
        }
    }

    fn require(&mut self, value: VarId, fail: BlockId, place: Place) {
        let next = self.new_block();
        self.branch(value, next, fail, place);
        self.enter(next);
    }

    fn sequence_pattern(
        &mut self,
        patterns: &'a [Pattern],
        subject: VarId,
        fail: BlockId,
        captures: &mut Captures<'a>,
        place: Place,
    ) {
        let test = self.emit(Op::MatchSequence(subject), place);
        self.require(test, fail, place);
        let star = patterns.iter().position(Pattern::is_match_star);
        let least = patterns.len() - usize::from(star.is_some());
        if star.is_none() || least > 0 {
            let op = Op::MatchLength { value: subject, length: least as u32, at_least: star.is_some() };
            let test = self.emit(op, place);
            self.require(test, fail, place);
        }
        if patterns.iter().all(is_wildcard) {
            return;
        }
        let Some(star) = star.filter(|&star| is_wildcard(&patterns[star])) else {
            return self.unpacked_pattern(patterns, star, subject, fail, captures, place);
        };
        for (at, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) {
                continue;
            }
            let index = if at < star { at as i32 } else { at as i32 - patterns.len() as i32 };
            let op = Op::MatchItem { value: subject, index };
            let item = self.emit(op, place);
            self.pattern(pattern, item, fail, captures);
        }
    }

    fn unpacked_pattern(
        &mut self,
        patterns: &'a [Pattern],
        star: Option<usize>,
        subject: VarId,
        fail: BlockId,
        captures: &mut Captures<'a>,
        place: Place,
    ) {
        let parts: Vec<VarId> = patterns.iter().map(|_| self.temp()).collect();
        let op = match star {
            None => Op::Unpack { value: subject, targets: parts.clone() },
            Some(star) => Op::UnpackStar {
                value: subject,
                before: parts[..star].to_vec(),
                rest: parts[star],
                after: parts[star + 1..].to_vec(),
            },
        };
        self.run(op, place);
        for (pattern, &part) in patterns.iter().zip(&parts) {
            match pattern {
                Pattern::MatchStar(p) => {
                    if let Some(name) = &p.name {
                        captures.push((name, part, self.plain(pattern)));
                    }
                }
                pattern => self.pattern(pattern, part, fail, captures),
            }
        }
    }

    fn mapping_pattern(
        &mut self,
        p: &'a ast::PatternMatchMapping,
        subject: VarId,
        fail: BlockId,
        captures: &mut Captures<'a>,
        place: Place,
    ) {
        let test = self.emit(Op::MatchMapping(subject), place);
        self.require(test, fail, place);
        let mut keys = Vec::new();
        if !p.keys.is_empty() {
            let op = Op::MatchLength { value: subject, length: p.keys.len() as u32, at_least: true };
            let test = self.emit(op, place);
            self.require(test, fail, place);
            keys = self.exprs(&p.keys);
            let values: Vec<VarId> = keys.iter().map(|_| self.temp()).collect();
            let op = Op::MatchKeys { mapping: subject, keys: keys.clone(), values: values.clone() };
            let test = self.emit(op, place);
            self.require(test, fail, place);
            for (pattern, value) in p.patterns.iter().zip(values) {
                self.pattern(pattern, value, fail, captures);
            }
        }
        if let Some(name) = &p.rest {
            let op = Op::MatchRest { mapping: subject, keys };
            let rest = self.emit(op, place);
            captures.push((name, rest, place));
        }
    }

    fn class_pattern(
        &mut self,
        p: &'a ast::PatternMatchClass,
        subject: VarId,
        fail: BlockId,
        captures: &mut Captures<'a>,
    ) {
        let open = p.cls.range().end().to_u32();
        let span = self.span(p);
        let place = self.place_of(span, Some((open, span.end)));
        let class = self.expr(&p.cls);
        let keywords = p.kwd_attrs.iter().map(|name| self.symbol(name)).collect();
        let patterns: Vec<&'a Pattern> = p.patterns.iter().chain(&p.kwd_patterns).collect();
        let values: Vec<VarId> = patterns.iter().map(|_| self.temp()).collect();
        let op = Op::MatchClass {
            value: subject,
            class,
            positional: p.patterns.len() as u32,
            keywords,
            values: values.clone(),
        };
        let test = self.emit(op, place);
        self.require(test, fail, place);
        for (pattern, value) in patterns.into_iter().zip(values) {
            self.pattern(pattern, value, fail, captures);
        }
    }

    /// Every alternative binds the same names; each is merged into one variable.
    fn or_pattern(
        &mut self,
        patterns: &'a [Pattern],
        subject: VarId,
        fail: BlockId,
        captures: &mut Captures<'a>,
        place: Place,
    ) {
        let matched = self.new_block();
        let mut merged: Captures<'a> = Vec::new();
        for (at, pattern) in patterns.iter().enumerate() {
            let is_last = at + 1 == patterns.len();
            let next = if is_last { fail } else { self.new_block() };
            let mut own = Vec::new();
            self.pattern(pattern, subject, next, &mut own);
            if at == 0 {
                for &(name, _, place) in &own {
                    let var = self.unnamed(VarKind::Merge);
                    merged.push((name, var, place));
                }
            }
            for (name, value, place) in own {
                let target = merged.iter().find(|(other, ..)| *other == name);
                if let Some(&(_, target, _)) = target {
                    self.emit_to(target, Op::Copy(value), place);
                }
            }
            self.terminate(Terminator::Goto(matched), place);
            if !is_last {
                self.enter_if_used(next);
                if self.current.is_none() {
                    break;
                }
            }
        }
        self.enter(matched);
        captures.extend(merged);
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(p) => p.pattern.is_none() && p.name.is_none(),
        Pattern::MatchStar(p) => p.name.is_none(),
        _ => false,
    }
}
