//! Splits locals into live ranges: a name that a function uses for two things becomes two variables.
//!
//! ```python
//! x = input()      # x
//! x = int(x)       # x', which is an int wherever it is read
//! ```
//!
//! A *web* is a set of definitions that some use cannot tell apart. Definitions are found to reach uses by the usual
//! dataflow; what may raise in a block with a handler leads there from any point of the block. Parameters are defined at
//! the entry. Variables that may be unbound stay whole, and so do all variables of a function whose names Python code sees.

use crate::hir::{BlockId, Function, FunctionKind, Op, Program, VarId, VarKind};
use crate::index::IndexVec;
use rayon::prelude::*;

/// Splits the locals of every function that can be reached.
pub fn split_live_ranges(program: &mut Program) {
    program.functions.iter_mut().filter(|f| f.reachable).par_bridge().for_each(|f| {
        if let Some(mut webs) = Webs::find(f) {
            webs.flow(f);
            webs.unite_all(f);
            webs.rename(f);
        }
    });
}

/// A definition by its number; those of one web find each other through `Webs::parent`.
type Def = usize;

struct Webs {
    /// For each variable that may be split: its definitions. Others: empty.
    defs_of: IndexVec<VarId, Vec<Def>>,
    /// Of each definition: the variable.
    vars: Vec<VarId>,
    parent: Vec<Def>,
    /// What reaches the start of each block; none where nothing leads there.
    at_start: IndexVec<BlockId, Option<Reaching>>,
    /// The number of the first definition in each block.
    first_def: IndexVec<BlockId, Def>,
}

/// What reaches a point: a bit for each definition.
#[derive(Clone, PartialEq)]
struct Reaching(Vec<u64>);

impl Reaching {
    fn add(&mut self, def: Def) {
        self.0[def / 64] |= 1 << (def % 64);
    }
    fn has(&self, def: Def) -> bool {
        self.0[def / 64] & 1 << (def % 64) != 0
    }
    fn remove(&mut self, def: Def) {
        self.0[def / 64] &= !(1 << (def % 64));
    }
    /// Whether anything is new.
    fn join(&mut self, other: &Reaching) -> bool {
        let mut grew = false;
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            grew |= *theirs & !*mine != 0;
            *mine |= theirs;
        }
        grew
    }
}

/// What a walk over a block meets, in order.
enum Event<'a> {
    Use(&'a mut VarId),
    /// `kills`: the variable has the new value for sure.
    Define {
        var: &'a mut VarId,
        kills: bool,
    },
}

/// Calls `visit` with what the instructions of a block read and write; the terminator only with what it reads.
fn walk(function: &mut Function, block: BlockId, visit: &mut impl FnMut(Event)) {
    let block = &mut function.blocks[block];
    for instr in &mut block.instrs {
        instr.op.for_each_use_mut(&mut |var| visit(Event::Use(var)));
        let kills = !matches!(instr.op, Op::MatchKeys { .. } | Op::MatchClass { .. });
        instr.op.for_each_more_def_mut(&mut |var| visit(Event::Define { var, kills }));
        if let Some(var) = &mut instr.dst {
            visit(Event::Define { var, kills: true });
        }
    }
    block.term.uses_mut().into_iter().for_each(|var| visit(Event::Use(var)));
}

impl Webs {
    /// Numbers the definitions; none if no variable has two.
    fn find(function: &mut Function) -> Option<Webs> {
        let hidden = function.uses_locals || matches!(function.kind, FunctionKind::ClassBody(_));
        let mut webs = Webs {
            defs_of: IndexVec::from_elem(vec![], function.vars.len()),
            vars: vec![],
            parent: vec![],
            at_start: IndexVec::new(),
            first_def: IndexVec::new(),
        };
        let candidates: IndexVec<VarId, bool> = function
            .vars
            .iter()
            .map(|var| !hidden && var.kind == VarKind::Local && !var.maybe_unbound)
            .collect();
        let mut define = |var: VarId| {
            if candidates[var] {
                webs.defs_of[var].push(webs.vars.len());
                webs.vars.push(var);
            }
        };
        let params: Vec<VarId> = function.params.iter().map(|p| p.var).collect();
        params.into_iter().for_each(&mut define);
        for block in function.blocks.ids() {
            walk(function, block, &mut |event| {
                if let Event::Define { var, .. } = event {
                    define(*var)
                }
            });
            function.blocks[block].term.def().into_iter().for_each(&mut define);
        }
        webs.parent = (0..webs.vars.len()).collect();
        webs.defs_of.iter().any(|defs| defs.len() > 1).then_some(webs)
    }

    fn root(&mut self, mut def: Def) -> Def {
        while self.parent[def] != def {
            self.parent[def] = self.parent[self.parent[def]];
            def = self.parent[def];
        }
        def
    }

    /// All that reach a use are one.
    fn unite(&mut self, reaching: &Reaching, var: VarId) -> Option<Def> {
        let defs: Vec<Def> = self.defs_of[var].iter().copied().filter(|&def| reaching.has(def)).collect();
        let (&first, rest) = defs.split_first()?;
        for &def in rest {
            let (a, b) = (self.root(first), self.root(def));
            // The earlier one names the web.
            self.parent[a.max(b)] = a.min(b);
        }
        Some(self.root(first))
    }

    fn define(&self, reaching: &mut Reaching, def: Def, kills: bool) {
        if kills {
            self.defs_of[self.vars[def]].iter().for_each(|&other| reaching.remove(other));
        }
        reaching.add(def);
    }

    fn empty(&self) -> Reaching {
        Reaching(vec![0; self.vars.len().div_ceil(64)])
    }

    /// What reaches the start of each block, to the fixpoint.
    fn flow(&mut self, function: &mut Function) {
        let mut at_start: IndexVec<BlockId, Option<Reaching>> =
            IndexVec::from_elem(None, function.blocks.len());
        let mut entry = self.empty();
        for def in 0..function.params.iter().filter(|p| !self.defs_of[p.var].is_empty()).count() {
            entry.add(def);
        }
        at_start[Function::ENTRY] = Some(entry);
        let first_def = self.first_defs(function);
        let mut pending = vec![Function::ENTRY];
        while let Some(block) = pending.pop() {
            let mut reaching = at_start[block].clone().expect("a pending block was reached");
            let mut anywhere = reaching.clone();
            let mut next = first_def[block];
            walk(function, block, &mut |event| {
                if let Event::Define { var, kills } = event
                    && !self.defs_of[*var].is_empty()
                {
                    self.define(&mut reaching, next, kills);
                    anywhere.add(next);
                    next += 1;
                }
            });
            let contents = &function.blocks[block];
            let mut to = vec![];
            for successor in contents.term.successors() {
                let mut out = reaching.clone();
                if contents.term.def_successor() == Some(successor)
                    && let Some(var) = contents.term.def()
                    && !self.defs_of[var].is_empty()
                {
                    self.define(&mut out, next, true);
                    // The same block may be the other way, too.
                    if contents.term.successors().iter().filter(|&&s| s == successor).count() > 1 {
                        out.join(&reaching);
                    }
                }
                to.push((successor, out));
            }
            if let Some(handler) = contents.handler {
                to.push((handler, anywhere));
            }
            for (successor, out) in to {
                let grew = match &mut at_start[successor] {
                    Some(known) => known.join(&out),
                    unknown => {
                        *unknown = Some(out);
                        true
                    }
                };
                if grew {
                    pending.push(successor);
                }
            }
        }
        self.at_start = at_start;
        self.first_def = first_def;
    }

    /// The number of the first definition in each block.
    fn first_defs(&self, function: &mut Function) -> IndexVec<BlockId, Def> {
        let mut next = function.params.iter().filter(|p| !self.defs_of[p.var].is_empty()).count();
        let mut first = IndexVec::new();
        for block in function.blocks.ids() {
            first.push(next);
            let mut count = |var: VarId| next += usize::from(!self.defs_of[var].is_empty());
            walk(function, block, &mut |event| {
                if let Event::Define { var, .. } = event {
                    count(*var)
                }
            });
            function.blocks[block].term.def().into_iter().for_each(&mut count);
        }
        first
    }

    /// Walks all blocks that can be reached with what reaches each use, and each definition by number.
    fn visit(&mut self, function: &mut Function, visit: &mut impl FnMut(&mut Webs, &Reaching, Met)) {
        for block in function.blocks.ids() {
            let Some(mut reaching) = self.at_start[block].clone() else { continue };
            let mut next = self.first_def[block];
            walk(function, block, &mut |event| match event {
                Event::Use(var) if !self.defs_of[*var].is_empty() => visit(self, &reaching, Met::Use(var)),
                Event::Define { var, kills } if !self.defs_of[*var].is_empty() => {
                    if !kills {
                        // Where it may stay as it is, old and new are one.
                        reaching.add(next);
                        visit(self, &reaching, Met::Use(&mut { *var }));
                    }
                    self.define(&mut reaching, next, kills);
                    visit(self, &reaching, Met::Define(var, next));
                    next += 1;
                }
                _ => {}
            });
            if let Some(var) = function.blocks[block].term.def_mut()
                && !self.defs_of[*var].is_empty()
            {
                visit(self, &reaching, Met::Define(var, next));
            }
        }
    }

    /// Unites what each use sees.
    fn unite_all(&mut self, function: &mut Function) {
        self.visit(function, &mut |webs, reaching, met| {
            if let Met::Use(var) = met {
                webs.unite(reaching, *var);
            }
        });
    }

    /// The first web of a variable keeps it; the others get variables of their own.
    fn rename(&mut self, function: &mut Function) {
        let mut var_of_web: Vec<Option<VarId>> = vec![None; self.vars.len()];
        for def in 0..self.vars.len() {
            let (root, var) = (self.root(def), self.vars[def]);
            if var_of_web[root].is_none() {
                let is_first = self.defs_of[var][0] == def;
                var_of_web[root] =
                    Some(if is_first { var } else { function.vars.push(function.vars[var].clone()) });
            }
        }
        self.visit(function, &mut |webs, reaching, met| match met {
            Met::Use(var) => {
                let seen = webs.defs_of[*var].iter().copied().find(|&def| reaching.has(def));
                if let Some(def) = seen {
                    *var = var_of_web[webs.root(def)].unwrap_or(*var);
                }
            }
            Met::Define(var, def) => *var = var_of_web[webs.root(def)].unwrap_or(*var),
        });
    }
}

/// What [`Webs::visit`] meets.
enum Met<'a> {
    Use(&'a mut VarId),
    Define(&'a mut VarId, Def),
}
