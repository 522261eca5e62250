//! Tuples that are not made: what is done with one that is only its items.
//!
//! ```text
//! t = tp_build_pair(x, y)                            =>    t.0 = x; t.1 = y
//! r = t.1                                            =>    r = t.1
//! d[t] = v; r = tp_contains(s, t)                    =>    tp_setitem_items(d, [x, y], 2, v); tp_contains_items(s, ...)
//! ```
//!
//! Rows that store a key make the tuple where the key is new. If something reads the tuple later, it is made before, so that
//! there are not two of one.

use super::{Escape, Site, plain};
use crate::mir::body::*;
use crate::mir::passes::facts::{Fact, State};
use runtime_interface::rows::Rt;

/// Longer tuples are made.
const MOST_ITEMS: usize = 6;

/// The items of a tuple that an op builds.
pub(super) fn items_of(op: &Op) -> Option<Vec<Operand>> {
    let items: Vec<Operand> = match op {
        Op::Rt { row: Rt::tp_build_pair | Rt::tp_build_triple, args } => {
            let item = |arg: &Arg| match arg {
                Arg::Operand(item) => *item,
                Arg::Values(_) => unreachable!("rows of values"),
            };
            args.iter().map(item).collect()
        }
        Op::Rt { row: Rt::tp_build_tuple, args } => match &args[..] {
            [Arg::Values(items), _] => items.clone(),
            _ => return None,
        },
        _ => return None,
    };
    (items.len() <= MOST_ITEMS).then_some(items)
}

/// The op that builds a tuple of these items.
pub(super) fn build(items: Vec<Operand>) -> Op {
    let row = match items.len() {
        2 => Rt::tp_build_pair,
        3 => Rt::tp_build_triple,
        _ => {
            let count = Operand::Const(Const::I64(items.len() as i64));
            return Op::Rt { row: Rt::tp_build_tuple, args: vec![Arg::Values(items), Arg::Operand(count)] };
        }
    };
    Op::Rt { row, args: items.into_iter().map(Arg::Operand).collect() }
}

impl Escape<'_> {
    pub(super) fn is_tuple(&self, site: Site) -> bool {
        matches!(self.sites[site].kind, super::MadeKind::Tuple(_))
    }

    fn virtual_tuple(&self, state: &State, operand: Operand) -> Option<Site> {
        state.virtual_site(operand).filter(|&site| self.is_tuple(site))
    }

    pub(super) fn new_tuple(
        &mut self,
        site: Site,
        state: &mut State,
        statement: &Statement,
        out: &mut Option<&mut Vec<Statement>>,
    ) {
        let dst = statement.dst.expect("only tuples that something reads");
        let items = items_of(&statement.op).expect("a tuple is built here");
        for &item in &items {
            if let Some(inner) = state.virtual_site(item) {
                self.make(state, inner, out);
            }
        }
        state.set(dst, None);
        // One of an earlier turn of a loop.
        if !state.aliases(site).is_empty() {
            self.make(state, site, out);
        }
        let made = &self.sites[site];
        let facts: Vec<Option<Fact>> = items.iter().map(|&item| state.of(item)).collect();
        if let Some(out) = out {
            for (&field, &item) in made.fields.iter().zip(&items) {
                out.push(plain(Some(field), Op::Copy(item)));
            }
            let unbound = Op::Copy(Const::Unbound.into());
            out.push(plain(Some(made.placeholder), unbound.clone()));
            out.push(Statement { op: unbound, ..statement.clone() });
        }
        for (&field, fact) in made.fields.iter().zip(facts) {
            state.set(field, Some(fact.unwrap_or(Fact::Bound)));
        }
        state.set(dst, Some(Fact::Virtual(site)));
    }

    /// What becomes of an op that reads a tuple which is not made, if it need not be.
    pub(super) fn tuple_op(
        &mut self,
        place: (BlockId, &[Statement]),
        state: &mut State,
        op: &Op,
        out: &mut Option<&mut Vec<Statement>>,
    ) -> Option<(Op, Option<Fact>)> {
        match op {
            Op::TupleItem { tuple, index } => {
                let site = self.virtual_tuple(state, *tuple)?;
                let field: Operand = (*self.sites[site].fields.get(*index as usize)?).into();
                return Some((Op::Copy(field), state.of(field)));
            }
            Op::GetItem { object, index: Operand::Const(Const::I64(index)), .. } => {
                let site = self.virtual_tuple(state, *object)?;
                let fields = &self.sites[site].fields;
                let index = if *index < 0 { index + fields.len() as i64 } else { *index };
                let field: Operand = (*fields.get(usize::try_from(index).ok()?)?).into();
                return Some((Op::Copy(field), state.of(field)));
            }
            Op::CheckBound { value, .. } => {
                let site = self.virtual_tuple(state, *value)?;
                return Some((Op::Copy(*value), Some(Fact::Virtual(site))));
            }
            _ => {}
        }
        let (row, container, key, more, stores) = match *op {
            Op::GetItem { object, index, .. } => (Rt::tp_getitem_items, object, index, None, false),
            Op::SetItem { object, index, value } => (Rt::tp_setitem_items, object, index, Some(value), true),
            Op::Rt { row, ref args } => {
                let operands: Option<Vec<Operand>> = args
                    .iter()
                    .map(|arg| if let Arg::Operand(operand) = arg { Some(*operand) } else { None })
                    .collect();
                match (row, &operands?[..]) {
                    (Rt::tp_contains, &[set, key]) => (Rt::tp_contains_items, set, key, None, false),
                    (Rt::tp_set_add, &[set, key]) => (Rt::tp_set_add_items, set, key, None, true),
                    (Rt::tp_dict_get, &[dict, key, default]) => {
                        (Rt::tp_dict_get_items, dict, key, Some(default), false)
                    }
                    (Rt::tp_dict_insert, &[dict, key, value]) => {
                        (Rt::tp_setitem_items, dict, key, Some(value), true)
                    }
                    (Rt::tp_dict_set_default, &[dict, key, value]) => {
                        (Rt::tp_dict_set_default_items, dict, key, Some(value), true)
                    }
                    _ => return None,
                }
            }
            _ => return None,
        };
        let site = self.virtual_tuple(state, key)?;
        if stores && self.is_read_after(place, state, site) {
            return None;
        }
        // The items go to the row, and what else the row gets has to be there.
        let items: Vec<Operand> = self.sites[site].fields.iter().map(|&field| field.into()).collect();
        for &operand in items.iter().chain([&container]).chain(&more) {
            match state.virtual_site(operand) {
                Some(other) if other == site => return None,
                Some(other) => self.make(state, other, out),
                None => {}
            }
        }
        state.fresh.clear();
        let count = Operand::Const(Const::I64(items.len() as i64));
        let mut args = vec![Arg::Operand(container), Arg::Values(items), Arg::Operand(count)];
        args.extend(more.map(Arg::Operand));
        let is_there = row == Rt::tp_getitem_items;
        Some((Op::Rt { row, args }, is_there.then_some(Fact::Bound)))
    }

    /// Off the usual way an op gets a tuple of its own, so that none need be made where the two ways meet.
    pub(super) fn with_copies(&self, state: &State, mut op: Op, out: &mut Option<&mut Vec<Statement>>) -> Op {
        op.operands_mut(|operand| {
            let Some(site) = self.virtual_tuple(state, *operand) else { return };
            let made = &self.sites[site];
            if let Some(out) = out {
                let items = made.fields.iter().map(|&field| field.into()).collect();
                out.push(plain(Some(made.real), build(items)));
            }
            *operand = made.real.into();
        });
        op
    }

    /// Whether something after a statement may read what stands for a site. What a handler reads was made before.
    fn is_read_after(&self, (block, rest): (BlockId, &[Statement]), state: &State, site: Site) -> bool {
        let mut aliases = state.aliases(site);
        // Another's item.
        if aliases.iter().any(|alias| self.owner.contains_key(alias)) {
            return true;
        }
        let is_alias = |operand: Operand, aliases: &[LocalId]| matches!(operand, Operand::Local(local) if aliases.contains(&local));
        let mut found = false;
        for statement in rest {
            statement.op.operands(|operand| found |= is_alias(operand, &aliases));
            aliases.retain(|&alias| Some(alias) != statement.dst);
        }
        let terminator = &self.body.blocks[block].terminator;
        terminator.operands(|operand| found |= is_alias(operand, &aliases));
        let live = |to: BlockId| aliases.iter().any(|&alias| self.live[to].contains(alias));
        found || terminator.successors().into_iter().any(live)
    }
}
