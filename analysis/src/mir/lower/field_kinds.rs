//! Fields that hold floats, or bools, in every instance that anything but its `__init__` can see: they are read without a test.
//!
//! ```text
//! class Ball(Base):                          kinds of Ball: x is FLOAT, radius is FLOAT; `hit` has none:
//!     def __init__(self, radius):            what runs in `count()` could see an instance without it
//!         super().__init__()         # self.x = 0.0
//!         self.radius = float(radius)
//!         self.hit = self.count()
//! ```
//!
//! Three things make it hold. Inference says that nothing else is stored there. Each way through `__init__`, and what it
//! calls as `super().__init__`, stores the field before the instance gets anywhere else. And the run time retires the
//! shape as soon as one of its instances gets something else into the field, loses it, or is made without `__init__`
//! (`runtime/src/objects/shapes.rs`): a wrong guess makes the class's code slow.

use super::Lowering;
use crate::hir::{self, BlockId, ClassId, FunctionId, Op, Symbol, Terminator, VarId, VarKind};
use crate::index::IndexVec;
use crate::mir::program::ShapeId;
use crate::modules::Origin;
use crate::types::Type;
use runtime_interface::tag;
use std::collections::BTreeSet;

/// Names that programs use where they make instances, or store into them, behind the back of their classes. What happens is
/// noticed all the same.
const UNUSUAL: [&str; 10] = [
    "setattr",
    "delattr",
    "vars",
    "__dict__",
    "__setattr__",
    "__delattr__",
    "__setstate__",
    "__new__",
    "__init_subclass__",
    "__set_name__",
];

/// What one `__init__` does.
struct Initialized {
    /// The fields that every instance has which something else may see.
    seen: Option<BTreeSet<Symbol>>,
    /// Those that it has at the end.
    end: Option<BTreeSet<Symbol>>,
}

impl Lowering<'_> {
    /// Whether no text of the program says that it does unusual things with instances.
    pub(super) fn treats_instances_as_usual(hir: &hir::Program) -> bool {
        let unusual: BTreeSet<Symbol> = UNUSUAL.iter().filter_map(|text| hir.names.find(text)).collect();
        let copies = hir.modules.iter().any(|module| &hir.names[module.name] == "copy");
        let of_program = |module| matches!(hir.modules[module].origin, Origin::Program);
        let mut instrs = hir
            .functions
            .iter()
            .filter(|f| f.reachable && of_program(f.module))
            .flat_map(|f| f.blocks.iter())
            .flat_map(|block| &block.instrs);
        let mentions = |op: &Op| match op {
            Op::LoadBuiltin(name)
            | Op::GetAttr { name, .. }
            | Op::SetAttr { name, .. }
            | Op::DelAttr { name, .. }
            | Op::LoadMethod { name, .. }
            | Op::CallMethod { name, .. } => unusual.contains(name) || matches!(op, Op::DelAttr { .. }),
            _ => false,
        };
        let defines = |class: &hir::Class| class.class_attributes.iter().any(|name| unusual.contains(name));
        !copies
            && !instrs.any(|instr| mentions(&instr.op))
            && !hir.classes.iter().any(|class| of_program(class.module) && defines(class))
    }

    /// Writes down the kinds of a shape's fields, and relies on what they rely on.
    pub(super) fn find_field_kinds(&mut self, class: ClassId, shape: ShapeId) {
        if !self.usual_instances {
            return;
        }
        // Those of data classes get their `__init__` later.
        let order = self.types.class_order(class).unwrap_or_default();
        if order.iter().any(|&class| self.hir.classes[class].is_data_class) {
            return;
        }
        let Some(names) = self.field_names(class) else { return };
        let kinds: Vec<u64> = names.iter().map(|&name| self.expected_kind(class, name)).collect();
        if kinds.iter().all(|&kind| kind == 0) {
            return;
        }
        let Some(init) = self.types.function_of(class, "__init__", None) else { return };
        let Some(found) = self.initialized(class, init, BTreeSet::new()) else { return };
        let surely = match (found.seen, found.end) {
            (Some(seen), Some(end)) => &seen & &end,
            (Some(all), None) | (None, Some(all)) => all,
            (None, None) => return,
        };
        let is_usable = |at: usize| self.program.shapes[shape].fields[at].is_some();
        let kind_of = |at: usize| if surely.contains(&names[at]) && is_usable(at) { kinds[at] } else { 0 };
        let kinds: Vec<u64> = (0..names.len()).map(kind_of).collect();
        let Some(name) = self.hir.names.find("__init__") else { return };
        let code = self.code(init);
        if kinds.iter().any(|&kind| kind != 0) && self.rely_on_method(class, name, code, None).is_some() {
            self.program.shapes[shape].kinds = kinds;
        }
    }

    fn expected_kind(&self, class: ClassId, name: Symbol) -> u64 {
        match self.types.field(class, name) {
            Type::Float => tag::FLOAT,
            Type::Bool => tag::BOOL,
            _ => 0,
        }
    }

    /// Follows an `__init__` of instances of the class that have these fields already; none if that is beyond us.
    fn initialized(
        &mut self,
        class: ClassId,
        init: FunctionId,
        before: BTreeSet<Symbol>,
    ) -> Option<Initialized> {
        let function = self.function(init);
        let this = function.params.first()?.var;
        let is_plain = !function.is_generator
            && !function.is_async
            && !function.uses_locals
            && function.vars[this].kind == VarKind::Local
            && function.class.is_some();
        let rebinds = |instr: &hir::Instr| instr.dst == Some(this) || instr.op.more_defs().contains(&this);
        let mut instrs = function.blocks.iter().flat_map(|block| &block.instrs);
        if !is_plain || instrs.any(rebinds) {
            return None;
        }
        let mut found = Initialized { seen: None, end: None };
        let mut at_start: IndexVec<BlockId, Option<BTreeSet<Symbol>>> =
            IndexVec::from_elem(None, function.blocks.len());
        at_start[hir::Function::ENTRY] = Some(before);
        let mut work = vec![hir::Function::ENTRY];
        while let Some(id) = work.pop() {
            let block = &function.blocks[id];
            let start = at_start[id].clone().expect("only reached blocks are looked at");
            let mut fields = start.clone();
            for instr in &block.instrs {
                self.step(class, init, this, &instr.op, &mut fields, &mut found)?;
            }
            if block.term.uses().contains(&this) {
                meet(&mut found.seen, &fields);
            }
            if matches!(block.term, Terminator::Return(_)) {
                meet(&mut found.end, &fields);
            }
            let ways = block.term.successors().into_iter().map(|to| (to, &fields));
            let ways: Vec<_> = ways.chain(block.handler.map(|handler| (handler, &start))).collect();
            for (to, fields) in ways {
                let known = at_start[to].clone();
                meet(&mut at_start[to], fields);
                if at_start[to] != known {
                    work.push(to);
                }
            }
        }
        Some(found)
    }

    /// What one instruction does to the fields that `this` has.
    fn step(
        &mut self,
        class: ClassId,
        init: FunctionId,
        this: VarId,
        op: &Op,
        fields: &mut BTreeSet<Symbol>,
        found: &mut Initialized,
    ) -> Option<()> {
        let function = self.function(init);
        let of_super = |var: VarId| matches!(function.definition(var).map(|instr| &instr.op), Some(Op::Super { first, .. }) if *first == this);
        match op {
            Op::SetAttr { object, name, value } if *object == this && *value != this => {
                fields.insert(*name);
                return Some(());
            }
            Op::GetAttr { object, name } if *object == this && fields.contains(name) => return Some(()),
            // What it is used for is looked at there.
            Op::Super { first, .. } if *first == this => return Some(()),
            Op::LoadMethod { object, name, .. } if of_super(*object) && self.is_init(*name) => {
                return Some(());
            }
            Op::CallMethod { object, name, args, kwargs, .. }
                if of_super(*object)
                    && self.is_init(*name)
                    && !args.contains(&this)
                    && kwargs.iter().all(|(_, value)| *value != this) =>
            {
                let after = function.class;
                let base = self.types.function_of(class, "__init__", after)?;
                let code = self.code(base);
                self.rely_on_method(class, *name, code, after)?;
                let inner = self.initialized(class, base, fields.clone())?;
                inner.seen.iter().for_each(|seen| meet(&mut found.seen, seen));
                *fields = inner.end?;
                return Some(());
            }
            _ => {}
        }
        let mut is_used = false;
        op.for_each_use(&mut |var| is_used |= var == this || of_super(var));
        if is_used {
            meet(&mut found.seen, fields);
        }
        Some(())
    }

    fn is_init(&self, name: Symbol) -> bool {
        &self.hir.names[name] == "__init__"
    }
}

/// Keeps what is in both; none stands for everything.
fn meet(all: &mut Option<BTreeSet<Symbol>>, other: &BTreeSet<Symbol>) {
    *all = Some(match all.take() {
        Some(all) => &all & other,
        None => other.clone(),
    });
}
