//! `isinstance(x, C)`: where the classes are builtin types that the text names, a test of the tag.
//!
//! ```python
//! isinstance(x, (int, float))     # x.tag in {BOOL, INT, BIGINT, FLOAT}; what is no plain builtin value asks the run time
//! ```

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use runtime_interface::{rows::Rt, tag};

/// Builtin types without subtypes among the builtin types, but for those listed with them.
const TYPES: &[(&str, &[u64])] = &[
    ("bool", &[tag::BOOL]),
    ("bytearray", &[tag::BYTEARRAY]),
    ("bytes", &[tag::BYTES]),
    ("complex", &[tag::COMPLEX]),
    ("dict", &[tag::DICT]),
    ("float", &[tag::FLOAT]),
    ("frozenset", &[tag::FROZENSET]),
    ("int", &[tag::BOOL, tag::INT, tag::BIGINT]),
    ("list", &[tag::LIST]),
    ("range", &[tag::RANGE]),
    ("set", &[tag::SET]),
    ("slice", &[tag::SLICE]),
    ("str", &[tag::STR]),
    ("tuple", &[tag::TUPLE]),
];

fn bits(tags: &[u64]) -> u64 {
    tags.iter().fold(0, |mask, tag| mask | 1 << tag)
}

/// The tags of which the table tells everything: exact values of its types, and `None`.
fn told() -> u64 {
    TYPES.iter().fold(1 << tag::NONE, |mask, (_, tags)| mask | bits(tags))
}

impl FunctionLowering<'_, '_> {
    /// A call `isinstance(value, class)` of the builtin.
    pub fn is_instance(&mut self, dst: Option<VarId>, value: VarId, class: VarId) {
        let Some(wanted) = self.builtin_tags(class) else {
            let (value, class) = (self.value(value), self.value(class));
            return self.assign(dst, Repr::Bool, Op::IsInstance { value, class });
        };
        let operand = self.unboxed(value);
        let tag = match self.body.repr(operand) {
            Repr::I64 => Some(tag::INT),
            Repr::F64 => Some(tag::FLOAT),
            Repr::Bool => Some(tag::BOOL),
            _ => None,
        };
        if let Some(tag) = tag {
            return self.assign(dst, Repr::Bool, Op::Copy(Const::Bool(wanted >> tag & 1 == 1).into()));
        }
        let (subject, class) = (self.value(value), self.value(class));
        let result = self.body.new_local(Repr::Bool);
        let [plain, other, join] = std::array::from_fn(|_| self.new_block());
        self.body.blocks[other].cold = true;
        let is_plain = self.compute(Repr::Bool, Op::TagIn(subject, told()));
        self.branch(is_plain, plain, other);
        self.current = plain;
        let tag_test = match wanted.count_ones() {
            1 => Op::TagIs(subject, wanted.trailing_zeros().into()),
            _ => Op::TagIn(subject, wanted),
        };
        self.emit(Some(result), tag_test);
        self.terminate(Terminator::Goto(join));
        self.current = other;
        let args = [subject, class].map(Arg::Operand).into();
        self.emit(Some(result), Op::Rt { row: Rt::tp_isinstance, args });
        self.terminate(Terminator::Goto(join));
        self.current = join;
        dst.into_iter().for_each(|dst| self.define(dst, result.into()));
    }

    /// The tags of the builtin types that an expression names: a type, or a tuple of types.
    fn builtin_tags(&self, class: VarId) -> Option<u64> {
        match &self.function.definition(class)?.op {
            hir::Op::LoadBuiltin(name) if self.program.types.keeps_builtin(*name) => {
                let name = self.program.hir.names.text(*name);
                TYPES.iter().find(|(type_name, _)| *type_name == name).map(|(_, tags)| bits(tags))
            }
            hir::Op::BuildTuple(items) => {
                items.iter().try_fold(0, |mask, &item| Some(mask | self.builtin_tags(item)?))
            }
            _ => None,
        }
    }
}
