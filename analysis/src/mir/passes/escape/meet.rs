//! Where ways meet: which instances stay unmade, which are made on the way there, and whose fields meet instead.

use super::{Crossing, Edge, Escape, MadeKind, plain};
use crate::mir::body::*;
use crate::mir::passes::facts::{Fact, Site, State};
use crate::mir::repr::Repr;
use std::collections::{BTreeMap, BTreeSet};

impl Escape<'_> {
    /// What holds at the start of a block, and what is done on each edge to it.
    pub(super) fn meet(&mut self, block: BlockId) -> (Vec<(Edge, Crossing, State)>, State) {
        let edges: Vec<(Edge, State)> = {
            let all = self.sources[block].iter().filter_map(|from| self.after.get(from)).flatten();
            all.filter(|(_, to, _)| *to == block).map(|(edge, _, state)| (*edge, state.clone())).collect()
        };
        let mut crossings: Vec<Crossing> = edges.iter().map(|_| Crossing::default()).collect();
        let settled = self.settled.entry(block).or_default().clone();
        let mut settled = settled;
        // The locals that matter: those that are read, and the fields of what they stand for.
        let read: BTreeSet<LocalId> = {
            let mut read: BTreeSet<LocalId> = BTreeSet::new();
            for (_, state) in &edges {
                for (&local, fact) in &state.facts {
                    let is_old = local.index() < self.live_len();
                    if is_old && self.live[block].contains(local) {
                        read.insert(local);
                        if let Fact::Virtual(site) = *fact {
                            self.reach(state, site, &mut read);
                        }
                    }
                }
            }
            read
        };
        let first_settled = settled.len();
        let mut kept: BTreeMap<LocalId, Site>;
        loop {
            kept = BTreeMap::new();
            let mut changed = false;
            for &local in &read {
                let on: Vec<Option<Site>> = edges
                    .iter()
                    .zip(&crossings)
                    .map(|((_, state), crossing)| {
                        state.virtual_site(local.into()).filter(|site| !crossing.made.contains(site))
                    })
                    .collect();
                if on.iter().all(Option::is_none) {
                    continue;
                }
                if !settled.contains(&local) && on.iter().all(Option::is_some) {
                    let first = on[0].expect("all are");
                    if on.iter().all(|site| *site == Some(first)) {
                        kept.insert(local, first);
                        continue;
                    }
                    if self.may_meet(block, local, &on, &edges, &read) {
                        let site = self.meeting(block, local, self.sites[first].kind);
                        kept.insert(local, site);
                        continue;
                    }
                }
                settled.insert(local);
                for (number, site) in on.into_iter().enumerate() {
                    if let Some(site) = site {
                        self.closure(&edges[number].1, site, &mut crossings[number].made);
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
        if settled.len() != first_settled {
            self.settled.insert(block, settled);
        }
        let mut state = State::default();
        for &local in &read {
            if let Some(&site) = kept.get(&local) {
                state.set(local, Some(Fact::Virtual(site)));
                continue;
            }
            let facts = edges.iter().map(|(_, state)| match state.of(local.into()) {
                Some(Fact::Virtual(_)) => Some(Fact::Bound),
                other => other,
            });
            let fact = facts.reduce(|a, b| a.zip(b).and_then(|(a, b)| a.or(b))).flatten();
            state.set(local, fact);
        }
        let mut meets: BTreeSet<Site> = BTreeSet::new();
        for (&local, &site) in &kept {
            if self.meetings.get(&(block, local)) == Some(&site)
                && !edges.iter().all(|(_, state)| state.virtual_site(local.into()) == Some(site))
            {
                meets.insert(site);
                for (number, (_, from)) in edges.iter().enumerate() {
                    let old = from.virtual_site(local.into()).expect("it stands for one on each way");
                    if old != site {
                        crossings[number].meets.push((local, old, site));
                    }
                }
                for at in 0..self.sites[site].fields.len() {
                    let facts = edges.iter().map(|(_, from)| {
                        let old = from.virtual_site(local.into()).expect("as above");
                        match from.of(self.sites[old].fields[at].into()) {
                            Some(Fact::Virtual(_)) => Some(Fact::Bound),
                            other => other,
                        }
                    });
                    let fact = facts.reduce(|a, b| a.zip(b).and_then(|(a, b)| a.or(b))).flatten();
                    state.set(self.sites[site].fields[at], fact);
                }
            }
        }
        state.fresh = edges
            .iter()
            .map(|(_, from)| from.fresh.clone())
            .reduce(|a, b| a.intersection(&b).copied().collect())
            .unwrap_or_default();
        for site in meets {
            let local = *kept.iter().find(|(_, kept)| **kept == site).expect("it was kept").0;
            let is_fresh = edges.iter().all(|(_, from)| {
                from.virtual_site(local.into()).is_some_and(|old| from.fresh.contains(&old))
            });
            if is_fresh {
                state.fresh.insert(site);
            } else {
                state.fresh.remove(&site);
            }
        }
        let crossings = edges.into_iter().zip(crossings);
        (crossings.map(|((edge, state), crossing)| (edge, crossing, state)).collect(), state)
    }

    /// The fields of a site, and of those that they stand for.
    fn reach(&self, state: &State, site: Site, into: &mut BTreeSet<LocalId>) {
        for &field in &self.sites[site].fields {
            if into.insert(field)
                && let Some(inner) = state.virtual_site(field.into())
            {
                self.reach(state, inner, into);
            }
        }
    }

    /// A site and those that its fields stand for.
    pub(super) fn closure(&self, state: &State, site: Site, into: &mut BTreeSet<Site>) {
        if into.insert(site) {
            for &field in &self.sites[site].fields {
                if let Some(inner) = state.virtual_site(field.into()) {
                    self.closure(state, inner, into);
                }
            }
        }
    }

    /// Whether a local may stand for whichever of these sites it stood for: nothing else does.
    fn may_meet(
        &self,
        block: BlockId,
        local: LocalId,
        on: &[Option<Site>],
        edges: &[(Edge, State)],
        read: &BTreeSet<LocalId>,
    ) -> bool {
        let mut kinds = on.iter().flatten().map(|&site| self.sites[site].kind);
        let first = kinds.next();
        let own = self.meetings.get(&(block, local));
        !self.owner.contains_key(&local)
            && kinds.all(|kind| Some(kind) == first)
            && on.iter().flatten().zip(edges).all(|(&site, (edge, state))| {
                let alone =
                    |other: &LocalId| *other != local && state.virtual_site((*other).into()) == Some(site);
                let holds = |field: &LocalId| state.virtual_site((*field).into()).is_some();
                edge.1.is_some()
                    && !read.iter().any(alone)
                    && !self.sites[site].fields.iter().any(holds)
                    // What else stands for the meeting would stand for something new.
                    && (Some(&site) == own || own.is_none_or(|&own| !read.iter().any(|other| {
                        *other != local && state.virtual_site((*other).into()) == Some(own)
                    })))
            })
    }

    fn meeting(&mut self, block: BlockId, local: LocalId, kind: MadeKind) -> Site {
        match self.meetings.get(&(block, local)) {
            Some(&site) => site,
            None => {
                let site = self.new_site(kind);
                self.meetings.insert((block, local), site);
                site
            }
        }
    }

    /// The fields of the sites that meet, all read before any is written.
    pub(super) fn cross(&mut self, meets: &[(LocalId, Site, Site)], out: &mut Vec<Statement>) {
        let mut writes = Vec::new();
        for &(local, from, to) in meets {
            let pairs: Vec<(LocalId, LocalId)> = {
                let (from, to) = (&self.sites[from], &self.sites[to]);
                let fields = from.fields.iter().copied().zip(to.fields.iter().copied());
                fields.chain([(from.placeholder, to.placeholder), (from.placeholder, local)]).collect()
            };
            for (read, written) in pairs {
                let between = self.body.new_local(Repr::Value);
                out.push(plain(Some(between), Op::Copy(read.into())));
                writes.push(plain(Some(written), Op::Copy(between.into())));
            }
        }
        out.extend(writes);
    }
}
