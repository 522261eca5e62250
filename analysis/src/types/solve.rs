//! The fixpoint in which call graph and types grow together (in the line of Agesen's Cartesian Product
//! Algorithm: a function is analysed once for each tuple of argument shapes that reaches it).
//!
//! Lattice: [`crate::types::lattice`]. Vocabulary: *context* and *slot*, see [`crate::types::state`].
//!
//! Algorithm: in rounds. Each dirty context is analysed on an immutable snapshot of the state, in parallel; its outcome
//! is a list of deltas. At the barrier the deltas are merged in the order of the contexts' numbers, new contexts get the
//! next numbers in that order, and the readers of every slot that grew are dirty in the next round. So the result does not
//! depend on how many threads there are.
//!
//! Termination: the state only grows. A slot is an element of a lattice of finite height (its join is capped at the
//! barrier and everywhere else by `MOST_ATOMS`), there are finitely many slots because they are named by places in the
//! program's text and by contexts, and finitely many contexts because a context is a function and a tuple of four shapes
//! (`MOST_CONTEXTS` keeps them few). Each round but the last makes some slot grow, adds a context, or adds to what is
//! known of a class, which is monotone too.

use crate::hir::{Program, VarId};
use crate::index::IndexVec;
use crate::types::closures::Cells;
use crate::types::lattice::Set;
use crate::types::state::{ContextKey, State};
use crate::types::transfer::{Outcome, analyse};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The state at the fixpoint, and the variables of each context by its number.
pub struct Fixpoint {
    pub state: State,
    pub vars: Vec<IndexVec<VarId, Set>>,
    pub rounds: usize,
}

pub fn solve(program: &Program) -> Fixpoint {
    let cells = Cells::find(program);
    let mut state = State::default();
    let mut vars: Vec<IndexVec<VarId, Set>> = vec![];
    let mut dirty = BTreeSet::new();
    let mut rounds = 0;
    if let Some(root) = program.modules.iter().next() {
        add_context(&mut state, &mut vars, ContextKey::plain(root.body));
        dirty.insert(0);
    }
    while !dirty.is_empty() {
        rounds += 1;
        let work: Vec<u32> = std::mem::take(&mut dirty).into_iter().collect();
        let outcomes: Vec<Outcome> = work
            .par_iter()
            .map(|&number| {
                let mut outcome = analyse(program, &state, &cells, state.contexts[number as usize]);
                // Only what is new goes to the barrier, where nothing is parallel.
                outcome.reads.retain(|slot| !state.is_reader(*slot, number));
                outcome.grown.retain(|(slot, set)| state.get(*slot).clone().join(set));
                outcome
            })
            .collect();
        merge(&mut state, &mut vars, &mut dirty, work, outcomes);
    }
    Fixpoint { state, vars, rounds }
}

/// The barrier between rounds.
fn merge(
    state: &mut State,
    vars: &mut Vec<IndexVec<VarId, Set>>,
    dirty: &mut BTreeSet<u32>,
    work: Vec<u32>,
    outcomes: Vec<Outcome>,
) {
    // Readers first: who read a slot that grows in this very round saw it before.
    for (&number, outcome) in work.iter().zip(&outcomes) {
        for slot in &outcome.reads {
            let readers = state.readers.entry(*slot).or_default();
            if let Err(at) = readers.binary_search(&number) {
                readers.insert(at, number);
            }
        }
    }
    let mut classes_changed = false;
    for (number, outcome) in work.into_iter().zip(outcomes) {
        for (slot, set) in outcome.grown {
            if state.slots.entry(slot).or_default().join(&set)
                && let Some(readers) = state.readers.get(&slot)
            {
                dirty.extend(readers);
            }
        }
        for (class, facts) in outcome.classes {
            let known = state.classes.entry(class).or_default();
            if !known.seen {
                *known = facts;
                classes_changed = true;
            } else if known.bases != facts.bases && !known.opaque {
                // Bases that were not known in full before, or that differ: keep the longer list, and
                // trust it only if it extends the shorter one.
                let extends = facts.bases.starts_with(&known.bases) || known.bases.starts_with(&facts.bases);
                if facts.bases.len() > known.bases.len() {
                    known.bases = facts.bases;
                    classes_changed = true;
                }
                if !extends {
                    known.opaque = true;
                    classes_changed = true;
                }
            } else if facts.opaque && !known.opaque {
                known.opaque = true;
                classes_changed = true;
            }
        }
        for key in outcome.calls {
            if !state.numbers.contains_key(&key) {
                dirty.insert(add_context(state, vars, key));
            }
        }
        vars[number as usize] = outcome.vars;
    }
    if classes_changed {
        dirty.extend(0..state.contexts.len() as u32);
    }
}

fn add_context(state: &mut State, vars: &mut Vec<IndexVec<VarId, Set>>, key: ContextKey) -> u32 {
    let number = state.contexts.len() as u32;
    state.contexts.push(key);
    state.numbers.insert(key, number);
    *state.per_function.entry(key.function).or_default() += 1;
    vars.push(IndexVec::new());
    number
}
