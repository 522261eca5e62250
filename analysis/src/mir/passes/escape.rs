//! Instances that do not leave their function are not made: their fields become locals.
//!
//! ```text
//! t = new "Vec"; store field t at 16 = x; ...        =>    t = instead of "Vec"; t.x = x; ...
//! if t has shape "Vec" then ... else leave (t)       =>    leave: t' = make "Vec" for t with t.x, t.y; leave (t')
//! r = field t at 16                                  =>    r = t.x
//! ```
//!
//! The same goes for tuples, where they are built from items (`tuples.rs`).
//!
//! A forward fixpoint over the blocks (states: [`super::facts`]). A local *stands for* an instance until something needs the
//! instance itself: a call, a store into another object, a return, a leave. There it is made, with what its fields hold,
//! and all locals that stand for it get it. Where ways meet, an instance that is not made on one of them is made on none:
//! on the others it is made at the end. Only where each way has one of its own of the same class, which nothing else knows,
//! do their fields meet instead (`total = total + v` in a loop).
//!
//! That the class has changed meanwhile is seen as it would be of an instance that exists: its placeholder carries the tag.
//! Facts only get weaker, so the fixpoint ends; a body that is too large for it stays as it is.

mod meet;
mod tuples;

use super::facts::{Fact, Site, State, tag_of};
use super::unreachable_blocks;
use crate::index::IndexVec;
use crate::mir::body::*;
use crate::mir::leaf::is_quiet;
use crate::mir::liveness::{self, LocalSet};
use crate::mir::program::*;
use crate::mir::repr::Repr;
use runtime_interface::tag;
use std::collections::{BTreeMap, BTreeSet};

/// Blocks times locals of a body that is looked at.
const MOST_WORK: usize = 20_000_000;
/// How often a block may be looked at on the average.
const MOST_ROUNDS: usize = 40;

pub fn run(program: &mut Program) {
    for id in program.instances.ids() {
        let instance = &mut program.instances[id];
        let makes = |block: &Block| !block.cold && block.statements.iter().any(|s| kind_made(s).is_some());
        let size = instance.body.blocks.len() * instance.body.locals.len();
        let is_worth = instance.kind == InstanceKind::Body && !instance.cold && !instance.quick;
        if is_worth && size < MOST_WORK && instance.body.blocks.iter().any(makes) {
            let body = std::mem::take(&mut instance.body);
            let shapes = &program.shapes;
            let body = Escape::of(body, shapes).finish();
            program.instances[id].body = body;
        }
    }
}

/// What is not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum MadeKind {
    Instance(ShapeId),
    /// A tuple of so many items, which are its fields.
    Tuple(usize),
}

/// The locals of one site.
struct Made {
    kind: MadeKind,
    placeholder: LocalId,
    /// The instance, once it is made.
    real: LocalId,
    fields: Vec<LocalId>,
}

/// One way from a block to another: the block and the number of the successor; none for an exceptional one.
type Edge = (BlockId, Option<usize>);

/// What is done on an edge.
#[derive(Default)]
struct Crossing {
    made: BTreeSet<Site>,
    /// Locals that stand for a meeting there, with the site whose fields it takes.
    meets: Vec<(LocalId, Site, Site)>,
}

struct Escape<'a> {
    body: Body,
    shapes: &'a IndexVec<ShapeId, Shape>,
    sites: Vec<Made>,
    at: BTreeMap<(BlockId, usize), Site>,
    meetings: BTreeMap<(BlockId, LocalId), Site>,
    owner: BTreeMap<LocalId, Site>,
    live: IndexVec<BlockId, LocalSet>,
    before: IndexVec<BlockId, Option<State>>,
    /// The blocks that may come before each.
    sources: IndexVec<BlockId, BTreeSet<BlockId>>,
    /// The states at the ends of blocks, by edge.
    after: BTreeMap<BlockId, Vec<(Edge, BlockId, State)>>,
    /// Locals that stand for nothing at the start of a block, because they did not on some way.
    settled: BTreeMap<BlockId, BTreeSet<LocalId>>,
}

impl<'a> Escape<'a> {
    fn of(body: Body, shapes: &'a IndexVec<ShapeId, Shape>) -> Self {
        let mut all = Escape {
            live: liveness::live_at_start(&body),
            before: IndexVec::from_elem(None, body.blocks.len()),
            sources: IndexVec::from_elem(BTreeSet::new(), body.blocks.len()),
            body,
            shapes,
            sites: Vec::new(),
            at: BTreeMap::new(),
            meetings: BTreeMap::new(),
            owner: BTreeMap::new(),
            after: BTreeMap::new(),
            settled: BTreeMap::new(),
        };
        for block in all.body.blocks.ids() {
            for to in all.body.blocks[block].all_successors() {
                all.sources[to].insert(block);
            }
            for at in 0..all.body.blocks[block].statements.len() {
                if let Some(kind) = kind_made(&all.body.blocks[block].statements[at]) {
                    let site = all.new_site(kind);
                    all.at.insert((block, at), site);
                }
            }
        }
        all
    }

    fn new_site(&mut self, kind: MadeKind) -> Site {
        let [placeholder, real] = std::array::from_fn(|_| self.body.new_local(Repr::Value));
        let count = match kind {
            MadeKind::Instance(shape) => self.shapes[shape].fields.len(),
            MadeKind::Tuple(count) => count,
        };
        let fields: Vec<LocalId> = (0..count).map(|_| self.body.new_local(Repr::Value)).collect();
        let site = self.sites.len();
        self.owner.extend(fields.iter().map(|&field| (field, site)));
        self.sites.push(Made { kind, placeholder, real, fields });
        site
    }

    /// The body as it is after the pass.
    fn finish(mut self) -> Body {
        if !self.solve() {
            return self.body;
        }
        let blocks: Vec<BlockId> = self.body.blocks.ids().collect();
        let mut new = Vec::new();
        for &block in &blocks {
            let Some(state) = self.before[block].clone() else { continue };
            let mut statements = Vec::new();
            let terminator = self.through(block, state, Some(&mut statements)).0;
            new.push((block, statements, terminator));
        }
        let mut split = Vec::new();
        for &block in &blocks {
            if self.before[block].is_none() {
                continue;
            }
            let (crossings, state) = self.meet(block);
            if block != BlockId::new(0) && self.before[block].as_ref() != Some(&state) {
                return self.body;
            }
            for (edge, crossing, state) in crossings {
                if !crossing.made.is_empty() || !crossing.meets.is_empty() {
                    split.push((edge, block, crossing, state));
                }
            }
        }
        for (block, statements, terminator) in new {
            self.body.blocks[block].statements = statements;
            self.body.blocks[block].terminator = terminator;
        }
        for ((from, number), to, crossing, mut state) in split {
            let mut statements = Vec::new();
            for site in crossing.made {
                self.make(&mut state, site, &mut Some(&mut statements));
            }
            self.cross(&crossing.meets, &mut statements);
            let number = number.expect("what a handler needs is made before");
            let landing = self.body.new_block(None);
            self.body.blocks[landing].statements = statements;
            self.body.blocks[landing].terminator = Terminator::Goto(to);
            self.body.blocks[landing].cold = self.body.blocks[to].cold || self.body.blocks[from].cold;
            let mut at = 0;
            self.body.blocks[from].terminator.successors_mut(|successor| {
                if at == number {
                    *successor = landing;
                }
                at += 1;
            });
        }
        unreachable_blocks::remove(&mut self.body);
        self.body
    }

    // ---- the fixpoint ----

    /// False if it takes too long.
    fn solve(&mut self) -> bool {
        let entry = BlockId::new(0);
        self.before[entry] = Some(State::default());
        let mut work: BTreeSet<BlockId> = [entry].into();
        let mut left = MOST_ROUNDS * self.body.blocks.len() + 1000;
        while let Some(block) = work.pop_first() {
            left -= 1;
            if left == 0 {
                return false;
            }
            let state = self.before[block].clone().expect("only reached blocks are looked at");
            let (_, edges) = self.through(block, state, None);
            let targets: BTreeSet<BlockId> = edges.iter().map(|&(_, to, _)| to).collect();
            self.after.insert(block, edges);
            for to in targets {
                let (_, state) = self.meet(to);
                if self.before[to].as_ref() != Some(&state) {
                    self.before[to] = Some(state);
                    work.insert(to);
                }
            }
        }
        true
    }

    fn live_len(&self) -> usize {
        self.sites.first().map_or(self.body.locals.len(), |site| site.placeholder.index())
    }

    // ---- one block ----

    /// The state after a block on each way out of it, and its terminator; its statements as they become go to `out`.
    fn through(
        &mut self,
        block: BlockId,
        mut state: State,
        mut out: Option<&mut Vec<Statement>>,
    ) -> (Terminator, Vec<(Edge, BlockId, State)>) {
        let statements = std::mem::take(&mut self.body.blocks[block].statements);
        let handler = self.body.blocks[block].handler;
        let mut raises = false;
        for (at, statement) in statements.iter().enumerate() {
            if statement.op.may_raise() {
                raises = true;
                self.make_for_handler(&mut state, handler, &mut out);
            }
            self.statement((block, at), &statements[at + 1..], &mut state, statement, &mut out);
        }
        self.body.blocks[block].statements = statements;
        let terminator = self.body.blocks[block].terminator.clone();
        if terminator.may_raise() {
            raises = true;
            self.make_for_handler(&mut state, handler, &mut out);
            state.fresh.clear();
        }
        let mut edges = Vec::new();
        if raises && let Some(handler) = handler {
            edges.push(((block, None), handler, State::default()));
        }
        if let Terminator::Branch { cond, then, otherwise } = terminator
            && let Some(Fact::Const(Const::Bool(is))) = state.of(cond)
        {
            let to = if is { then } else { otherwise };
            edges.push(((block, Some(0)), to, state));
            return (Terminator::Goto(to), edges);
        }
        if !matches!(terminator, Terminator::Branch { .. }) {
            terminator.operands(|operand| {
                if let Some(site) = state.virtual_site(operand) {
                    self.make(&mut state, site, &mut out);
                }
            });
        }
        let definitions = terminator.definitions();
        for (number, to) in terminator.successors().into_iter().enumerate() {
            let mut state = state.clone();
            for &(local, at) in &definitions {
                if at == to {
                    state.set(local, None);
                }
            }
            edges.push(((block, Some(number)), to, state));
        }
        (terminator, edges)
    }

    /// What a handler reads has to be there when something raises.
    fn make_for_handler(
        &mut self,
        state: &mut State,
        handler: Option<BlockId>,
        out: &mut Option<&mut Vec<Statement>>,
    ) {
        let Some(handler) = handler else { return };
        let known = self.live_len();
        let needed: BTreeSet<Site> = state
            .facts
            .iter()
            .filter(|(local, _)| local.index() < known && self.live[handler].contains(**local))
            .filter_map(|(_, fact)| if let Fact::Virtual(site) = fact { Some(*site) } else { None })
            .collect();
        needed.into_iter().for_each(|site| self.make(state, site, out));
    }

    /// The instance is needed: makes it, and those in its fields.
    fn make(&mut self, state: &mut State, site: Site, out: &mut Option<&mut Vec<Statement>>) {
        if state.aliases(site).is_empty() {
            return;
        }
        for at in 0..self.sites[site].fields.len() {
            if let Some(inner) = state.virtual_site(self.sites[site].fields[at].into()) {
                self.make(state, inner, out);
            }
        }
        let made = &self.sites[site];
        if let Some(out) = out {
            let fields = made.fields.iter().map(|&field| field.into()).collect();
            let op = match made.kind {
                MadeKind::Instance(shape) => {
                    Op::Materialize { shape, object: made.placeholder.into(), fields }
                }
                MadeKind::Tuple(_) => tuples::build(fields),
            };
            out.push(plain(Some(made.real), op));
        }
        for alias in state.aliases(site) {
            state.set(alias, Some(Fact::Bound));
            if let Some(out) = out {
                out.push(plain(Some(alias), Op::Copy(made.real.into())));
            }
        }
        state.fresh.remove(&site);
    }

    fn statement(
        &mut self,
        place: (BlockId, usize),
        rest: &[Statement],
        state: &mut State,
        statement: &Statement,
        out: &mut Option<&mut Vec<Statement>>,
    ) {
        let dst = statement.dst;
        if let Some((op, fact)) = self.tuple_op((place.0, rest), state, &statement.op, out) {
            if let Some(dst) = dst {
                state.set(dst, fact);
            }
            if let Some(out) = out {
                out.push(Statement { op, ..statement.clone() });
            }
            return;
        }
        let (op, fact) = match &statement.op {
            _ if self.at.contains_key(&place) && !self.body.blocks[place.0].cold => {
                let site = self.at[&place];
                return match self.sites[site].kind {
                    MadeKind::Instance(shape) => self.new_instance(site, shape, state, statement, out),
                    MadeKind::Tuple(_) => self.new_tuple(site, state, statement, out),
                };
            }
            Op::StoreField { object, offset, value } if self.is_kept_in(state, *object, *value) => {
                let site = state.virtual_site(*object).expect("just asked");
                let field = self.field(site, *offset);
                let fact = state.of(*value).unwrap_or(Fact::Bound);
                state.set(field, Some(fact));
                if let Some(out) = out {
                    out.push(Statement { dst: Some(field), op: Op::Copy(*value), ..statement.clone() });
                }
                return;
            }
            Op::LoadField { object, offset } if state.virtual_site(*object).is_some() => {
                let site = state.virtual_site(*object).expect("just asked");
                let field = self.field(site, *offset);
                (Op::Copy(field.into()), state.of(field.into()))
            }
            Op::Copy(a) => (statement.op.clone(), state.of(*a)),
            Op::Box(a) => {
                (statement.op.clone(), Some(tag_of(self.body.repr(*a)).map_or(Fact::Bound, Fact::Tag)))
            }
            Op::FieldWord(_) => (statement.op.clone(), Some(Fact::Word)),
            Op::Tag(a) => match state.tag(*a) {
                Some(tag) => (Op::Copy(Const::Raw(tag).into()), Some(Fact::Const(Const::Raw(tag)))),
                None => match state.virtual_site(*a) {
                    Some(site) if self.is_tuple(site) => {
                        let tag = Const::Raw(tag::TUPLE);
                        (Op::Copy(tag.into()), Some(Fact::Const(tag)))
                    }
                    site => (statement.op.clone(), site.map(|_| Fact::ClassTag)),
                },
            },
            op => match self.decide(state, op) {
                Some(is) => (Op::Copy(Const::Bool(is).into()), Some(Fact::Const(Const::Bool(is)))),
                None => {
                    let op = &if self.body.blocks[place.0].cold {
                        self.with_copies(state, op.clone(), out)
                    } else {
                        op.clone()
                    };
                    // A placeholder can be asked for its class.
                    if !matches!(op, Op::ShapeIs(..)) {
                        op.operands(|operand| {
                            if let Some(site) = state.virtual_site(operand) {
                                self.make(state, site, out);
                            }
                        });
                    }
                    if !is_quiet(op) || matches!(op, Op::CallContinuation { .. }) {
                        state.fresh.clear();
                    }
                    let is_there = matches!(
                        op,
                        Op::CallInstance { .. }
                            | Op::CallContinuation { .. }
                            | Op::CallBoxed { .. }
                            | Op::CallMethod { .. }
                            | Op::GetAttr { .. }
                            | Op::GetItem { .. }
                            | Op::Binary { .. }
                            | Op::CheckBound { .. }
                    );
                    (op.clone(), is_there.then_some(Fact::Bound))
                }
            },
        };
        if let Some(dst) = dst {
            state.set(dst, fact);
        }
        if let Some(out) = out {
            out.push(Statement { op, ..statement.clone() });
        }
    }

    fn new_instance(
        &mut self,
        site: Site,
        shape: ShapeId,
        state: &mut State,
        statement: &Statement,
        out: &mut Option<&mut Vec<Statement>>,
    ) {
        let dst = statement.dst.expect("an instance is made for something");
        state.set(dst, None);
        // One of an earlier turn of a loop.
        if !state.aliases(site).is_empty() {
            self.make(state, site, out);
        }
        let made = &self.sites[site];
        if let Some(out) = out {
            out.push(Statement {
                dst: Some(made.placeholder),
                op: Op::Placeholder(shape),
                ..statement.clone()
            });
            out.push(Statement { op: Op::Copy(made.placeholder.into()), ..statement.clone() });
            for &field in &made.fields {
                out.push(plain(Some(field), Op::Copy(Const::Unbound.into())));
            }
        }
        for &field in &made.fields {
            state.set(field, Some(Fact::Const(Const::Unbound)));
        }
        state.set(dst, Some(Fact::Virtual(site)));
        state.fresh.insert(site);
    }

    fn field(&self, site: Site, offset: u32) -> LocalId {
        let made = &self.sites[site];
        let MadeKind::Instance(shape) = made.kind else { unreachable!("tuples have items") };
        let first = self.shapes[shape].first_field();
        made.fields[((offset - first) / 16) as usize]
    }

    /// Whether a store goes into a virtual instance, and makes no circle of them.
    fn is_kept_in(&self, state: &State, object: Operand, value: Operand) -> bool {
        let Some(site) = state.virtual_site(object) else { return false };
        let mut held = BTreeSet::new();
        if let Some(value) = state.virtual_site(value) {
            self.closure(state, value, &mut held);
        }
        !held.contains(&site)
    }

    /// The answer of a test, where it is known.
    fn decide(&self, state: &State, op: &Op) -> Option<bool> {
        match *op {
            Op::TagIs(a, wanted) => match state.of(a)? {
                Fact::Virtual(site) if self.is_tuple(site) => Some(wanted == tag::TUPLE),
                Fact::Virtual(_) => (wanted < tag::FIRST_CLASS).then_some(false),
                fact if [tag::UNBOUND, tag::ERROR].contains(&wanted) && fact.is_bound() => Some(false),
                _ => state.tag(a).map(|tag| tag == wanted),
            },
            Op::TagIn(a, mask) => match state.virtual_site(a) {
                Some(site) => Some(self.is_tuple(site) && mask >> tag::TUPLE & 1 == 1),
                None => state.tag(a).map(|tag| tag < 64 && mask >> tag & 1 == 1),
            },
            Op::CompareRaw(CompareOp::Lt, a, Operand::Const(Const::Raw(b))) => match state.of(a)? {
                Fact::ClassTag => (b <= tag::FIRST_CLASS).then_some(false),
                Fact::Const(Const::Raw(a)) => Some(a < b),
                _ => None,
            },
            Op::ShapeIs(a, shape) => match state.virtual_site(a) {
                Some(site) if self.sites[site].kind != MadeKind::Instance(shape) => Some(false),
                Some(site) => state.fresh.contains(&site).then_some(true),
                None => state.tag(a).map(|_| false),
            },
            Op::IsFieldWord(a) => match state.of(a)? {
                Fact::Word => Some(true),
                Fact::Virtual(_) => Some(false),
                _ => state.tag(a).map(|_| false),
            },
            Op::HasDict(a) => state.virtual_site(a).map(|_| false),
            Op::FunctionIs(a, _) | Op::ClassIs(a, _) => state.virtual_site(a).map(|_| false),
            Op::IsTupleOf(a, len) => {
                let site = state.virtual_site(a)?;
                Some(self.sites[site].kind == MadeKind::Tuple(len as usize))
            }
            Op::Is(a, b) => match (state.virtual_site(a), state.virtual_site(b)) {
                (None, None) => None,
                (a, b) => Some(a == b),
            },
            Op::SameClass(a, b) => {
                let differ = |a, b| state.virtual_site(a).is_some() && state.tag(b).is_some();
                (differ(a, b) || differ(b, a)).then_some(false)
            }
            Op::Not(a) => match state.of(a)? {
                Fact::Const(Const::Bool(is)) => Some(!is),
                _ => None,
            },
            Op::FieldIsNext { object, offset, .. } => {
                let site = state.virtual_site(object)?;
                let MadeKind::Instance(shape) = self.sites[site].kind else { return None };
                let first = self.shapes[shape].first_field();
                let holds = |offset| state.of(self.field(site, offset).into()).map(Fact::is_bound);
                match holds(offset)? {
                    true => Some(true),
                    false if offset == first => Some(true),
                    false => holds(offset - 16),
                }
            }
            _ => None,
        }
    }
}

/// What a statement makes, if it may be left unmade.
fn kind_made(statement: &Statement) -> Option<MadeKind> {
    statement.dst?;
    match &statement.op {
        Op::NewInstance(shape) => Some(MadeKind::Instance(*shape)),
        op => tuples::items_of(op).map(|items| MadeKind::Tuple(items.len())),
    }
}

fn plain(dst: Option<LocalId>, op: Op) -> Statement {
    Statement { dst, op, site: None, line: 0 }
}
