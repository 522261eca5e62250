//! Fields of instances of known classes: a load or store at a constant offset behind one test of the class.
//!
//! ```text
//! p.x            =>    if p has shape Point: field p at 16; if unbound: leave
//!                      else: leave
//! p.x = v        =>    if p has shape Point: if bound or next p at 16: store field p at 16 = v
//!                                            else: p.x = v by name
//!                      else: leave
//! ```
//!
//! Where control leaves, the access is done again by name. Tests of one class that follow each other become one: LLVM knows
//! that nothing but calls changes a shape.

use super::function::FunctionLowering;
use super::leaving::tag_of;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::program::{CacheKind, ShapeId};
use crate::mir::repr::Repr;
use runtime_interface::{rows::Rt, tag};

/// Objects of more classes than this are asked by name.
const MOST_SHAPES: usize = 12;

impl FunctionLowering<'_, '_> {
    /// Lowers the reading of a field; false if it is not known to be one.
    pub fn read_field(&mut self, dst: Option<VarId>, object: VarId, name: hir::Symbol) -> bool {
        let Some(places) = self.field_places(object, name) else { return false };
        let value = self.value(object);
        let leave = self.leave_before();
        let field = self.body.new_local(Repr::Value);
        self.at_places(value, &places, leave, |this, (_, offset)| {
            this.emit(Some(field), Op::LoadField { object: value, offset });
        });
        let repr = dst.map_or(Repr::Value, |dst| self.home_repr(dst));
        let [bound, done] = std::array::from_fn(|_| self.new_block());
        let field = match self.program.wide.is_wide_attribute(name) {
            true => self.word_or_value(field, dst.filter(|_| repr == Repr::Word), done),
            false => field,
        };
        match repr {
            Repr::I64 | Repr::F64 | Repr::Bool => {
                let is_typed = self.compute(Repr::Bool, Op::TagIs(field.into(), tag_of(repr)));
                self.branch(is_typed, bound, leave);
                self.current = bound;
                let unboxed = self.compute(repr, Op::Unbox(field.into()));
                dst.into_iter().for_each(|dst| self.define(dst, unboxed));
            }
            _ => {
                let unbound = self.compute(Repr::Bool, Op::TagIs(field.into(), tag::UNBOUND));
                self.branch(unbound, leave, bound);
                self.current = bound;
                dst.into_iter().for_each(|dst| self.define(dst, field.into()));
            }
        }
        self.terminate(Terminator::Goto(done));
        self.current = done;
        true
    }

    /// Lowers the assignment of a field; false if it is not known to be one.
    pub fn write_field(&mut self, object: VarId, name: hir::Symbol, value: VarId) -> bool {
        let Some(places) = self.field_places(object, name) else { return false };
        let is_frozen = |&(shape, _): &(ShapeId, u32)| self.program.program.shapes[shape].frozen;
        if !self.function.thaws && places.iter().any(is_frozen) {
            return false;
        }
        let target = self.value(object);
        let leave = self.leave_before();
        let word = self.unboxed(value);
        let stored = match self.body.repr(word) {
            Repr::Word => self.compute(Repr::Value, Op::FieldWord(word)),
            _ => self.value(value),
        };
        let done = self.new_block();
        let by_name = self.new_block();
        self.body.blocks[by_name].cold = true;
        self.at_places(target, &places, leave, |this, (shape, offset)| {
            if !this.program.program.shapes[shape].slotted {
                let next = this.compute(Repr::Bool, Op::FieldIsNext { object: target, shape, offset });
                let store = this.new_block();
                this.branch(next, store, by_name);
                this.current = store;
            }
            this.emit(None, Op::StoreField { object: target, offset, value: stored });
        });
        self.terminate(Terminator::Goto(done));
        self.current = by_name;
        let stored = self.value(value);
        self.write_by_name(object, name, stored);
        self.terminate(Terminator::Goto(done));
        self.current = done;
        true
    }

    /// Assigns an attribute of any object.
    pub fn write_by_name(&mut self, object: VarId, name: hir::Symbol, value: Operand) {
        let target = self.value(object);
        if self.function.thaws {
            let args = [target, self.name_pointer(name), value].map(Arg::Operand);
            return self.rt(None, Rt::tp_object_setattr, args);
        }
        let cache = self.attribute_cache(CacheKind::SetAttr, object, name);
        let name = self.program.symbol(name);
        self.emit(None, Op::SetAttr { object: target, name, value, cache });
    }

    /// What a field holds as a value. A word that is wanted as one is defined, and `done`.
    fn word_or_value(&mut self, field: LocalId, wanted: Option<VarId>, done: BlockId) -> LocalId {
        let [of_word, other] = std::array::from_fn(|_| self.new_block());
        let is_word = self.compute(Repr::Bool, Op::IsFieldWord(field.into()));
        self.branch(is_word, of_word, other);
        self.current = of_word;
        let found = self.compute(Repr::Word, Op::WordOfField(field.into()));
        if let Some(dst) = wanted {
            self.define(dst, found);
            self.terminate(Terminator::Goto(done));
            self.current = other;
            return field;
        }
        let value = self.body.new_local(Repr::Value);
        let join = self.new_block();
        self.emit(Some(value), Op::Box(found));
        self.terminate(Terminator::Goto(join));
        self.current = other;
        self.emit(Some(value), Op::Copy(field.into()));
        self.terminate(Terminator::Goto(join));
        self.current = join;
        value
    }

    /// Whether words are stored in this field of what a variable is expected to hold.
    pub fn is_word_field(&mut self, object: VarId, name: hir::Symbol) -> bool {
        self.program.wide.is_wide_attribute(name) && self.field_places(object, name).is_some()
    }

    /// Where the field is in the objects that a variable is expected to hold.
    fn field_places(&mut self, object: VarId, name: hir::Symbol) -> Option<Vec<(ShapeId, u32)>> {
        if !self.is_typed() || self.is_continuation() {
            return None;
        }
        let classes = self.program.types.instances(self.key, object);
        if classes.is_empty() || classes.len() > MOST_SHAPES {
            return None;
        }
        classes.into_iter().map(|class| self.program.field_of(class, name)).collect()
    }

    /// Does something with each place where the field may be, behind the test for it; all go on in one block.
    fn at_places(
        &mut self,
        object: Operand,
        places: &[(ShapeId, u32)],
        otherwise: BlockId,
        mut access: impl FnMut(&mut Self, (ShapeId, u32)),
    ) {
        let done = self.new_block();
        let mut offsets: Vec<u32> = places.iter().map(|&(_, offset)| offset).collect();
        offsets.sort();
        offsets.dedup();
        let blocks: Vec<BlockId> = offsets.iter().map(|_| self.new_block()).collect();
        for (number, &(shape, offset)) in places.iter().enumerate() {
            let next = if number + 1 == places.len() { otherwise } else { self.new_block() };
            let at = offsets.binary_search(&offset).expect("all are there");
            let is_it = self.compute(Repr::Bool, Op::ShapeIs(object, shape));
            self.branch(is_it, blocks[at], next);
            self.current = next;
        }
        for (&offset, block) in offsets.iter().zip(blocks) {
            let &(shape, _) = places.iter().find(|place| place.1 == offset).expect("it is one of them");
            self.current = block;
            access(self, (shape, offset));
            self.terminate(Terminator::Goto(done));
        }
        self.current = done;
    }

    /// How a variable is held.
    pub fn home_repr(&self, var: VarId) -> Repr {
        match self.homes[var] {
            super::function::Home::Local(local) => self.body.locals[local].repr,
            _ => Repr::Value,
        }
    }
}
