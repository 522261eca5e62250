//! What each line's MIR costs.
//!
//! A function usually has several instances. What a line costs is said of the instance that its callers use: the typed one;
//! the dynamic forms of it (continuations, boxed entries) count only where there is no other.

use super::boxes::{Boxes, usual_blocks};
use super::facts::{Cost, CostKind, LineFacts, Saving};
use crate::hir::FunctionId;
use crate::index::IndexVec;
use crate::mir::{
    Body, Instance, InstanceId, InstanceKind, Op, Program, Repr, Statement, Terminator, body::IntOp,
    loop_depths,
};
use crate::modules::ModuleId;
use runtime_interface::rows::Effects;
use std::collections::{BTreeMap, BTreeSet};

/// Each turn of a loop counts as this many of what is outside.
const TURNS: f64 = 10.0;
/// Loops deeper than this weigh the same.
const DEEPEST: u32 = 6;

/// What was counted in all instances.
pub(super) struct Measured {
    instances: IndexVec<InstanceId, Tally>,
    /// The instances whose figures stand for their functions.
    representative: BTreeSet<InstanceId>,
    total: f64,
}

#[derive(Default)]
struct Tally {
    lines: BTreeMap<u32, LineTally>,
    operations: u32,
    boxed: u32,
    heat: f64,
}

#[derive(Default)]
struct LineTally {
    costs: BTreeMap<CostKind, u32>,
    savings: BTreeMap<(&'static str, &'static str), u32>,
    heat: f64,
    rows: BTreeSet<&'static str>,
    fields: bool,
}

impl Measured {
    pub fn share(&self, id: InstanceId) -> (u32, u32) {
        (self.instances[id].operations, self.instances[id].boxed)
    }

    pub fn heat(&self, id: InstanceId) -> f64 {
        let heat = if self.representative.contains(&id) { self.instances[id].heat } else { 0.0 };
        heat / self.total.max(f64::MIN_POSITIVE)
    }

    pub fn is_representative(&self, id: InstanceId) -> bool {
        self.representative.contains(&id)
    }
}

pub(super) fn measure(program: &Program) -> Measured {
    let instances: IndexVec<InstanceId, Tally> = program.instances.iter().map(tally).collect();
    let mut of_function: BTreeMap<FunctionId, Vec<InstanceId>> = BTreeMap::new();
    for (id, instance) in program.instances.iter_enumerated() {
        of_function.entry(instance.key.function).or_default().push(id);
    }
    let mut representative = BTreeSet::new();
    for ids in of_function.values() {
        let best = ids.iter().map(|&id| rank(&program.instances[id])).min();
        representative.extend(ids.iter().copied().filter(|&id| Some(rank(&program.instances[id])) == best));
    }
    let total = representative.iter().map(|&id| instances[id].heat).sum();
    Measured { instances, representative, total }
}

/// The lower, the more an instance is what runs.
fn rank(instance: &Instance) -> u32 {
    match instance.kind {
        InstanceKind::Body if !instance.key.is_dynamic() => 0,
        InstanceKind::Module | InstanceKind::GeneratorResume => 1,
        InstanceKind::Body => 2,
        InstanceKind::BoxedEntry => 3,
        InstanceKind::Continuation => 4,
    }
}

/// Writes what was counted into the lines of one module.
pub(super) fn fill(measured: &Measured, program: &Program, module: ModuleId, lines: &mut [LineFacts]) {
    for (id, instance) in program.instances.iter_enumerated() {
        if program.codes[instance.code].module != module || !measured.is_representative(id) {
            continue;
        }
        for (&line, tally) in &measured.instances[id].lines {
            let Some(facts) = lines.get_mut((line as usize).wrapping_sub(1)) else { continue };
            facts.has_code = true;
            facts.heat += tally.heat / measured.total.max(f64::MIN_POSITIVE);
            facts.rows.extend(&tally.rows);
            facts.fields |= tally.fields;
            for (&kind, &count) in &tally.costs {
                match facts.costs.iter_mut().find(|cost| cost.kind == kind) {
                    Some(cost) => cost.count = cost.count.max(count),
                    None => facts.costs.push(Cost { kind, count }),
                }
            }
            for (&(what, fact), &count) in &tally.savings {
                match facts.savings.iter_mut().find(|saving| saving.what == what && saving.fact == fact) {
                    Some(saving) => saving.count = saving.count.max(count),
                    None => facts.savings.push(Saving { what: what.into(), fact: fact.into(), count }),
                }
            }
        }
    }
    for facts in lines {
        facts.costs.sort_by_key(|cost| cost.kind);
        facts.rows.sort_unstable();
        facts.rows.dedup();
        facts.unboxed = facts.has_code && !facts.costs.iter().any(|cost| cost.kind.is_boxed());
    }
}

fn tally(instance: &Instance) -> Tally {
    let body = &instance.body;
    let depths = loop_depths(body);
    let mut tally = Tally::default();
    let boxes = Boxes::of(body);
    for (id, block) in usual_blocks(body) {
        let turns = TURNS.powi(depths[id].min(DEEPEST) as i32);
        let mut count = |line: u32, found: Found| {
            tally.operations += 1;
            tally.boxed += u32::from(found.costs.iter().any(|kind| kind.is_boxed()));
            let weight: f64 = 0.3 + found.costs.iter().map(|kind| kind.weight()).sum::<f64>();
            tally.heat += weight * turns;
            if line == 0 {
                return;
            }
            let of_line = tally.lines.entry(line).or_default();
            of_line.heat += weight * turns;
            of_line.rows.extend(found.row);
            of_line.fields |= found.field;
            found.costs.into_iter().for_each(|kind| *of_line.costs.entry(kind).or_default() += 1);
            found.savings.into_iter().for_each(|saving| *of_line.savings.entry(saving).or_default() += 1);
        };
        for statement in &block.statements {
            if !matches!(statement.op, Op::Copy(_) | Op::StackArray(_)) {
                count(statement.line, statement_costs(body, &boxes, statement));
            }
        }
        if !matches!(block.terminator, Terminator::Goto(_) | Terminator::Unreachable) {
            count(block.terminator_line, terminator_costs(body, &block.terminator));
        }
    }
    for line in tally.lines.values_mut().filter(|line| line.costs.contains_key(&CostKind::BoundsCheck)) {
        // Some of the items are tested.
        line.savings.remove(&INDEX_KNOWN);
    }
    tally
}

#[derive(Default)]
struct Found {
    costs: Vec<CostKind>,
    savings: Vec<(&'static str, &'static str)>,
    row: Option<&'static str>,
    field: bool,
}

const NO_DISPATCH: &str = "dispatch on types";
const NO_CALL: &str = "dynamic call";
pub(super) const BARE_ITEMS: &str = "the list's array holds bare numbers";
const INDEX_KNOWN: (&str, &str) =
    ("bounds check", "the index stays within the list's length, as is seen before the loop");

fn statement_costs(body: &Body, boxes: &Boxes, statement: &Statement) -> Found {
    use CostKind::*;
    let mut costs = Vec::new();
    let mut savings = Vec::new();
    let mut named = None;
    let mut field = false;
    match &statement.op {
        Op::CallBoxed { .. } | Op::CallMethod { .. } => costs.push(DynamicCall),
        Op::Rt { row, .. } => {
            let effects = row.row().effects;
            named = Some(row.row().symbol)
                .filter(|_| !effects.has(Effects::PURE) || effects.has(Effects::RAISES));
            if row.row().symbol.starts_with("tp_call") {
                costs.push(DynamicCall);
            } else if effects.has(Effects::ALLOCS) && !effects.has(Effects::CALLS) {
                costs.push(Allocation);
            } else if !effects.has(Effects::PURE) || effects.has(Effects::RAISES) {
                costs.push(RuntimeCall);
            }
        }
        Op::Binary { .. } | Op::Unary { .. } | Op::Compare { .. } | Op::CompareTruth { .. } => {
            costs.push(DynamicOperation)
        }
        Op::Truth(_) => costs.push(DynamicOperation),
        Op::GetAttr { .. } | Op::SetAttr { .. } => costs.push(Attribute),
        Op::GetItem { .. } | Op::SetItem { .. } => costs.extend([Item, BoundsCheck]),
        Op::LoadBuiltin { .. } | Op::LoadGlobalOrBuiltin(_) => costs.push(BoundCheck),
        Op::CheckBound { .. } => costs.push(BoundCheck),
        Op::Box(_) if boxes.is_wanted(statement.dst) => costs.push(Boxing),
        Op::TagIs(operand, _) | Op::TagIn(operand, _) if !boxes.is_foreign(*operand) => {}
        Op::TagIs(..)
        | Op::TagIn(..)
        | Op::FunctionIs(..)
        | Op::MethodIs { .. }
        | Op::InitIs { .. }
        | Op::ShapeIs(..)
        | Op::ClassIs(..) => costs.push(TypeTest),
        Op::NewInstance(_) | Op::Materialize { .. } => costs.push(Allocation),
        Op::Placeholder(_) => {
            savings.push((
                "allocation",
                "the object is not made while nothing else sees it: its fields are variables",
            ));
        }
        Op::CheckDepth { .. } => savings.push(("call", "the function's body stands here in its place")),
        Op::ListKindIs(..) => costs.push(TypeTest),
        Op::IndexInside(..) => costs.push(BoundsCheck),
        Op::ArrayItem { .. } | Op::StoreArrayItem { .. } => {
            savings.push((
                "type test",
                "no list changes in this loop: what its items are is asked once, before it",
            ));
            savings.push(INDEX_KNOWN);
        }
        Op::LoadField { .. } | Op::StoreField { .. } => {
            field = true;
            savings.push(("attribute look-up", "the class has one shape: the field is at a fixed place"));
        }
        Op::CallInstance { .. } => savings.push((NO_CALL, "the call has one known target")),
        Op::Int(op, ..) => {
            savings.push((NO_DISPATCH, "both sides are int"));
            if matches!(op, IntOp::Add | IntOp::Sub | IntOp::Mul) {
                savings.push(("overflow check", "the value range is known to fit in 64 bits"));
            }
        }
        Op::CompareInt(..) => savings.push((NO_DISPATCH, "both sides are int")),
        Op::Float(..) | Op::CompareFloat(..) | Op::FloatNeg(_) => {
            savings.push((NO_DISPATCH, "both sides are float"));
        }
        _ => {}
    }
    if statement.op.may_raise() && statement.site.is_some() {
        costs.push(ExceptionCheck);
    }
    // A value that is moved into an unboxed variable had to be looked at.
    let unboxed = |repr| matches!(repr, Repr::I64 | Repr::Word | Repr::F64 | Repr::Bool);
    if let (Op::Unbox(from), Some(dst)) = (&statement.op, statement.dst)
        && unboxed(body.locals[dst].repr)
        && boxes.is_foreign(*from)
    {
        costs.push(Boxing);
    }
    Found { costs, savings, row: named, field }
}

fn terminator_costs(body: &Body, terminator: &Terminator) -> Found {
    use CostKind::*;
    let unboxed = ("boxing", BARE_ITEMS);
    let (costs, savings) = match terminator {
        Terminator::CheckedInt { .. } => (vec![OverflowCheck], vec![(NO_DISPATCH, "both sides are int")]),
        Terminator::ListItem { dst, inside, .. } => {
            let bare = body.locals[*dst].repr != Repr::Value;
            let mut costs = vec![if bare { TypeTest } else { Item }];
            costs.extend((!inside).then_some(BoundsCheck));
            (costs, bare.then_some(unboxed).into_iter().collect())
        }
        Terminator::StoreListItem { value, .. } => {
            let bare = body.repr(*value) != Repr::Value;
            let costs = vec![if bare { TypeTest } else { Item }, BoundsCheck];
            (costs, bare.then_some(unboxed).into_iter().collect())
        }
        Terminator::CallUnboxed { .. } => (
            vec![ExceptionCheck],
            vec![(NO_CALL, "the call has one known target"), ("boxing", "the result is unboxed")],
        ),
        Terminator::ForNext { .. } => (vec![RuntimeCall, ExceptionCheck], vec![]),
        Terminator::Yield { .. } => (vec![RuntimeCall], vec![]),
        _ => (vec![], vec![]),
    };
    Found { costs, savings, ..Found::default() }
}
