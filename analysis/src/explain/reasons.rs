//! Why a line is not all unboxed.

use super::costs::BARE_ITEMS;
use super::facts::{Cost, CostKind, LineFacts, Reason};
use super::flow::Flow;
use crate::hir::{Function, FunctionKind, Op, Program, Terminator, VarId, VarKind};
use crate::modules::ModuleId;
use crate::source::SourceMap;
use crate::types::lattice::{Atom, Container, Set, kinds};
use crate::types::reveal::set_text;
use crate::types::state::Slot;
use crate::types::{InstanceKey, Point, Solution, Target, Type, Types};

/// As many reasons are given for one line.
const MOST: usize = 6;
/// An expression longer than this is cut.
const LONGEST: usize = 40;

pub(super) struct Reasons<'a> {
    program: &'a Program,
    map: &'a SourceMap,
    solution: &'a Solution<'a>,
    flow: Flow<'a>,
}

impl<'a> Reasons<'a> {
    pub fn new(program: &'a Program, map: &'a SourceMap, solution: &'a Solution<'a>) -> Reasons<'a> {
        Reasons { program, map, solution, flow: Flow::new(program, map, solution) }
    }

    /// Reasons for the lines of a module that have boxed costs.
    pub fn fill(&self, module: ModuleId, lines: &mut [LineFacts]) {
        for key in self.solution.keys() {
            let function = &self.program.functions[key.function];
            if function.module != module || !function.reachable {
                continue;
            }
            for (block, contents) in function.blocks.iter_enumerated() {
                for (at, instr) in contents.instrs.iter().enumerate() {
                    let line = self.map.start(instr.place.span).line;
                    let Some(facts) = lines.get_mut((line as usize).wrapping_sub(1)) else { continue };
                    if facts.unboxed || !facts.has_code || facts.reasons.len() >= MOST {
                        continue;
                    }
                    let point = Point { block, instr: at as u32 };
                    // A `range` that only counts is never made.
                    let counted = instr.dst.map(|dst| self.solution.var(key, dst));
                    if matches!(counted, Some(Type::Range | Type::RangeIterator)) {
                        continue;
                    }
                    let calls =
                        |cost: &Cost| matches!(cost.kind, CostKind::DynamicCall | CostKind::RuntimeCall);
                    if matches!(instr.op, Op::Call { .. } | Op::CallMethod { .. })
                        && !facts.costs.iter().any(|cost| calls(cost) || cost.kind == CostKind::Allocation)
                    {
                        continue;
                    }
                    for mut reason in self.of_op(key, function, &instr.op, point, facts) {
                        reason.origins.retain(|origin| origin.line != line || !origin.steps.is_empty());
                        push(facts, reason);
                    }
                }
                if let Terminator::ForNext { iter, .. } = contents.term {
                    let line = self.map.start(contents.term_place.span).line;
                    let facts = lines.get_mut((line as usize).wrapping_sub(1));
                    if let Some(facts) = facts.filter(|facts| !facts.unboxed && facts.has_code)
                        && self.solution.var(key, iter) != Type::RangeIterator
                    {
                        push(facts, self.iteration(key, function, iter));
                    }
                }
            }
        }
        for facts in lines {
            self.general(module, facts);
        }
    }

    fn of_op(
        &self,
        key: InstanceKey,
        function: &Function,
        op: &Op,
        point: Point,
        facts: &LineFacts,
    ) -> Vec<Reason> {
        let has = |kind: CostKind| facts.costs.iter().any(|cost| cost.kind == kind);
        match op {
            Op::Binary(_, a, b) | Op::InPlace(_, a, b) | Op::Compare(_, a, b) => {
                [*a, *b].into_iter().filter_map(|v| self.operand(key, function, v)).collect()
            }
            Op::Unary(_, a) | Op::Truth(a) | Op::Not(a) => {
                self.operand(key, function, *a).into_iter().collect()
            }
            Op::Call { callee, .. } => self.call(key, function, *callee, point).into_iter().collect(),
            Op::CallMethod { object, name, .. } if self.solution.methods(key, point).is_empty() => {
                let name = self.program.names.text(*name);
                let text = match self.set(key, *object) {
                    set if set.is_any() => {
                        format!("which `{name}` is called depends on {}", self.unknown(function, *object))
                    }
                    set => format!(
                        "`{name}` of {} is done by the runtime on boxed values",
                        set_text(self.solution, set)
                    ),
                };
                vec![self.with_origins(text, key, *object)]
            }
            Op::GetAttr { object, name } | Op::SetAttr { object, name, .. } => {
                let name = self.program.names.text(*name);
                let set = self.set(key, *object);
                let text = match set.atoms() {
                    _ if set.is_any() => {
                        format!("`.{name}` is looked up by name: {}", self.unknown(function, *object))
                    }
                    [Atom::Instance(_)] if set.kind_bits() == 0 => {
                        return if facts.fields && has(CostKind::Boxing) {
                            self.field(key, op)
                        } else {
                            vec![]
                        };
                    }
                    _ => format!(
                        "`.{name}` is looked up by name: {} is {}",
                        self.expression(function, *object),
                        set_text(self.solution, set)
                    ),
                };
                vec![self.with_origins(text, key, *object)]
            }
            // `x: int` in a class stores into its annotations: no expression of the program.
            Op::SetItem { .. } if matches!(function.kind, FunctionKind::ClassBody(_)) => vec![],
            Op::GetItem { object, .. } | Op::SetItem { object, .. } => {
                let what = self.expression(function, *object);
                let set = self.set(key, *object);
                if set.is_any() {
                    let text = format!("what {} holds: {}", what, self.unknown(function, *object));
                    return vec![self.with_origins(text, key, *object)];
                }
                if !has(CostKind::Item) && !has(CostKind::RuntimeCall) {
                    return vec![];
                }
                let ty = set_text(self.solution, set);
                let text = match set.atoms() {
                    [Atom::Made(Container::List, site)]
                        if self
                            .solution
                            .fixpoint()
                            .state
                            .get(Slot::Element(*site, 0))
                            .only(kinds::NUMBERS) =>
                    {
                        if facts.savings.iter().any(|saving| saving.fact == BARE_ITEMS) {
                            return vec![];
                        }
                        format!("{what} is {ty}: the item is taken or stored by the runtime, as a value")
                    }
                    _ => format!("{what} is {ty}: what it holds are values"),
                };
                vec![Reason { text, origins: vec![] }]
            }
            Op::LoadGlobal(global) | Op::StoreGlobal(global, _) => {
                let set = self.solution.fixpoint().state.get(Slot::Global(function.module, *global));
                if !set.only(kinds::NUMBERS) {
                    return vec![];
                }
                let name =
                    self.program.names.text(self.program.modules[function.module].globals[*global].name);
                let ty = set_text(self.solution, set);
                vec![Reason {
                    text: format!("`{name}` is {ty}, but a global: it is held as a value"),
                    origins: vec![],
                }]
            }
            Op::MakeFunction { function, .. } => {
                let text = match self.program.functions[*function].kind {
                    FunctionKind::Lambda => "a `lambda` makes a function object when it runs",
                    FunctionKind::GeneratorExpression => {
                        "a generator expression makes an object when it runs"
                    }
                    _ => "a `def` makes a function object when it runs",
                };
                vec![Reason { text: text.into(), origins: vec![] }]
            }
            Op::MakeClass { .. } => {
                vec![Reason {
                    text: "a `class` statement makes a class when it runs".into(),
                    origins: vec![],
                }]
            }
            Op::LoadCell(cell) | Op::StoreCell { cell, .. } => {
                let name = function.vars[*cell].name.map_or("", |name| self.program.names.text(name));
                let text =
                    format!("`{name}` is shared with an inner function: it lives in a cell, as a value");
                vec![Reason { text, origins: vec![] }]
            }
            _ => vec![],
        }
    }

    /// An operand of an operator that is not an unboxed number.
    fn operand(&self, key: InstanceKey, function: &Function, var: VarId) -> Option<Reason> {
        let set = self.set(key, var);
        if set.is_bottom() {
            return None;
        }
        let ty = set_text(self.solution, set);
        let what = self.expression(function, var);
        let unboxable = matches!(set.representation(), Type::Int | Type::Float | Type::Bool);
        let info = &function.vars[var];
        if unboxable {
            // The type is fine: it must be how the variable is held.
            if info.kind == VarKind::Local && info.maybe_unbound {
                let text = format!("{what} is {ty}, but may be unbound here: it is held as a value");
                return Some(Reason { text, origins: vec![] });
            }
            return None;
        }
        if set.is_any() {
            return Some(self.with_origins(self.unknown(function, var), key, var));
        }
        Some(self.with_origins(format!("{what} is {ty}"), key, var))
    }

    fn call(&self, key: InstanceKey, function: &Function, callee: VarId, point: Point) -> Option<Reason> {
        let set = self.set(key, callee);
        let what = self.expression(function, callee);
        match self.solution.target(key, point) {
            Target::Function(_) | Target::Bound(_) => None,
            Target::Builtin(name) => Some(Reason {
                text: format!("`{name}` is a builtin: the runtime is called with boxed values"),
                origins: vec![],
            }),
            Target::Unknown if self.solution.init(key, point).is_some() => {
                Some(Reason { text: format!("{what} makes an object: an allocation"), origins: vec![] })
            }
            Target::Unknown => Some(match set.atoms() {
                _ if set.is_any() => {
                    let text = format!("what is called is not known: {}", self.unknown(function, callee));
                    self.with_origins(text, key, callee)
                }
                [Atom::Function(f)] if self.program.functions[*f].is_generator => Reason {
                    text: format!("{what} is a generator function: a call makes an object"),
                    origins: vec![],
                },
                [Atom::Function(_)] => Reason {
                    text: format!("{what} is one function, but its parameters do not bind statically"),
                    origins: vec![],
                },
                [Atom::Class(_)] => {
                    Reason { text: format!("{what} makes an object: an allocation"), origins: vec![] }
                }
                [Atom::Builtin(_) | Atom::Native(..) | Atom::NativeBound(..)] => Reason {
                    text: format!("{what} is of the library: the runtime does it, on boxed values"),
                    origins: vec![],
                },
                _ => {
                    let text = format!("{what} may be {}", set_text(self.solution, set));
                    self.with_origins(text, key, callee)
                }
            }),
        }
    }

    /// An attribute of instances of one class.
    fn field(&self, key: InstanceKey, op: &Op) -> Vec<Reason> {
        let (Op::GetAttr { object, name } | Op::SetAttr { object, name, .. }) = op else { return vec![] };
        let Some(Atom::Instance(class)) = self.set(key, *object).atoms().first() else { return vec![] };
        let set = self.solution.fixpoint().state.get(Slot::Field(*class, *name));
        if set.is_bottom() {
            return vec![];
        }
        let text = format!(
            "`.{}` of `{}` is {}: fields are held as values",
            self.program.names.text(*name),
            self.program.names.text(self.program.classes[*class].name),
            set_text(self.solution, set)
        );
        vec![Reason { text, origins: vec![] }]
    }

    fn iteration(&self, key: InstanceKey, function: &Function, iter: VarId) -> Reason {
        // What the program names is not the iterator but what it was made of.
        let instrs = function.blocks.iter().flat_map(|block| &block.instrs);
        let made = instrs.into_iter().find(|instr| instr.dst == Some(iter)).map(|instr| &instr.op);
        let source = match made {
            Some(Op::GetIter(source)) => *source,
            _ => iter,
        };
        let set = self.set(key, source);
        let text = match set.is_any() {
            true => format!("what is iterated over is not known: {}", self.unknown(function, source)),
            false => format!(
                "the loop takes values from {}, which is {}, one by one",
                self.expression(function, source),
                set_text(self.solution, set)
            ),
        };
        self.with_origins(text, key, source)
    }

    /// What holds for whole functions, where nothing better was found.
    fn general(&self, module: ModuleId, facts: &mut LineFacts) {
        if facts.unboxed || !facts.has_code || !facts.reasons.is_empty() {
            return;
        }
        let inside = self.program.functions.iter().filter(|function| {
            let (start, end) = (self.map.start(function.span), self.map.end(function.span));
            function.module == module && function.reachable && (start.line..=end.line).contains(&facts.line)
        });
        let Some(function) = inside.min_by_key(|function| function.span.len()) else { return };
        let text: &str = match function.kind {
            _ if function.is_generator => {
                "the variables of a generator stand in its frame while it is suspended"
            }
            FunctionKind::ClassBody(_) => "the body of a class runs once, on a dictionary",
            FunctionKind::Module => {
                "the names of a module are values in global slots, and what does not loop is compiled for size"
            }
            _ if function.uses_locals => "`locals()` can see and change the variables",
            _ if facts
                .costs
                .iter()
                .all(|cost| matches!(cost.kind, CostKind::Boxing | CostKind::BoundCheck)) =>
            {
                "an unboxed number is handed to something that takes values"
            }
            _ if facts.fields => "fields of objects are held as values",
            _ if !facts.rows.is_empty() => &in_runtime(&facts.rows),
            _ if facts.costs.iter().any(|cost| cost.kind == CostKind::Item) => {
                "what is taken out of a container or put into it is a value"
            }
            _ => "a part of it is done on values",
        };
        facts.reasons.push(Reason { text: text.into(), origins: vec![] });
    }

    fn set(&self, key: InstanceKey, var: VarId) -> &Set {
        const ANY: &Set = &Set::ANY;
        self.solution.set(key, var).unwrap_or(ANY)
    }

    fn unknown(&self, function: &Function, var: VarId) -> String {
        format!("{} can be anything", self.expression(function, var))
    }

    fn with_origins(&self, text: String, key: InstanceKey, var: VarId) -> Reason {
        Reason { text, origins: self.flow.origins(key, var) }
    }

    /// A variable as the program writes it.
    fn expression(&self, function: &Function, var: VarId) -> String {
        if let Some(name) = function.vars[var].name {
            return format!("`{}`", self.program.names.text(name));
        }
        let instrs = function.blocks.iter().flat_map(|block| &block.instrs);
        let span = instrs.into_iter().find(|instr| instr.dst == Some(var)).map(|instr| instr.place.span);
        let text = span.map_or("", |span| self.map.text(span));
        let line = text.lines().next().unwrap_or_default();
        match line.char_indices().nth(LONGEST) {
            Some((at, _)) => format!("`{}...`", &line[..at]),
            None if line.is_empty() => "a value".into(),
            None if line.len() < text.len() => format!("`{line}...`"),
            None => format!("`{line}`"),
        }
    }
}

/// `tp_build_list`: "the runtime does a part of it: build list".
fn in_runtime(rows: &[&str]) -> String {
    let names: Vec<String> =
        rows.iter().take(3).map(|row| row.trim_start_matches("tp_").replace('_', " ")).collect();
    format!("the runtime does a part of it: {}", names.join(", "))
}

fn push(facts: &mut LineFacts, reason: Reason) {
    if let Some(other) = facts.reasons.iter_mut().find(|other| other.text == reason.text) {
        for origin in reason.origins {
            if !other.origins.contains(&origin) {
                other.origins.push(origin);
            }
        }
    } else if facts.reasons.len() < MOST {
        facts.reasons.push(reason);
    }
}
