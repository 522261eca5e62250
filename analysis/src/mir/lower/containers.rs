//! Items, displays, strings, iteration and unpacking: rows of the runtime.

use super::function::FunctionLowering;
use crate::hir::{self, VarId};
use crate::mir::body::*;
use crate::mir::repr::Repr;
use crate::types::Type;
use runtime_interface::{rows::Rt, tag};

impl FunctionLowering<'_, '_> {
    /// Lowers an op of this family; false if it is none.
    pub fn container_op(&mut self, dst: Option<VarId>, op: &hir::Op) -> bool {
        use hir::Op as H;
        match op {
            H::GetItem { object, index } => {
                if let Some(found) = self.dict_of_ints(*object, *index) {
                    let object = self.value(*object);
                    let row = (Repr::Value, Rt::tp_dict_item_int, None);
                    let item = self.by_int(found, object, row, |this, result, index| {
                        this.emit(Some(result), Op::GetItem { object, index, expected: found.0 });
                    });
                    dst.into_iter().for_each(|dst| self.define(dst, item));
                    return true;
                }
                let expected = match self.program.types.var(self.key, *object) {
                    Type::Exact(tag) => tag,
                    _ => tag::LIST,
                };
                let (object, index) = (self.value(*object), self.index(*index));
                self.assign(dst, Repr::Value, Op::GetItem { object, index, expected });
            }
            H::SetItem { object, index, value } => {
                let (object, index) = (self.value(*object), self.index(*index));
                let value = self.value(*value);
                self.emit(None, Op::SetItem { object, index, value });
            }
            H::DelItem { object, index } => self.row_of(None, Rt::tp_delitem, &[*object, *index]),
            H::BuildTuple(items) if items.is_empty() => {
                let empty = self.program.constant(crate::mir::Constant::Tuple([].into()));
                dst.into_iter().for_each(|dst| self.define(dst, Const::Object(empty).into()));
            }
            H::BuildTuple(items) if items.len() == 2 => self.row_of(dst, Rt::tp_build_pair, items),
            H::BuildTuple(items) if items.len() == 3 => self.row_of(dst, Rt::tp_build_triple, items),
            H::BuildTuple(items) => self.display(dst, Rt::tp_build_tuple, items),
            H::BuildList(items) => self.display(dst, Rt::tp_build_list, items),
            H::BuildSet(items) => self.display(dst, Rt::tp_build_set, items),
            H::BuildString(items) => self.display(dst, Rt::tp_build_string, items),
            H::BuildDict(items) => {
                let flat: Vec<VarId> = items.iter().flat_map(|&(k, v)| [k, v]).collect();
                self.display(dst, Rt::tp_build_dict, &flat);
            }
            H::BuildSlice(start, stop, step) => self.row_of(dst, Rt::tp_build_slice, &[*start, *stop, *step]),
            H::ListAppend { list, value } => self.row_of(None, Rt::tp_list_append, &[*list, *value]),
            H::SetAdd { set, value } => self.row_of(None, Rt::tp_set_add, &[*set, *value]),
            H::DictInsert { dict, key, value } => {
                self.row_of(None, Rt::tp_dict_insert, &[*dict, *key, *value])
            }
            H::ListExtend { list, iterable } => self.row_of(None, Rt::tp_list_extend, &[*list, *iterable]),
            H::SetUpdate { set, iterable } => self.row_of(None, Rt::tp_set_update, &[*set, *iterable]),
            H::DictUpdate { dict, mapping } => self.row_of(None, Rt::tp_dict_update, &[*dict, *mapping]),
            H::DictMerge { dict, mapping, callee } => {
                self.row_of(None, Rt::tp_dict_merge, &[*dict, *mapping, *callee])
            }
            H::KeywordDict { mapping, callee } => self.row_of(dst, Rt::tp_keyword_dict, &[*mapping, *callee]),
            H::ListToTuple(list) => self.row_of(dst, Rt::tp_list_to_tuple, &[*list]),
            H::FormatValue { value, conversion, spec } => {
                let conversion = match conversion {
                    None => 0,
                    Some(hir::Conversion::Str) => b's',
                    Some(hir::Conversion::Repr) => b'r',
                    Some(hir::Conversion::Ascii) => b'a',
                };
                let spec = spec.map_or(Const::Unbound.into(), |spec| self.value(spec));
                let args = [self.value(*value), Const::I64(conversion.into()).into(), spec].map(Arg::Operand);
                self.assign(dst, Repr::Value, Op::Rt { row: Rt::tp_format_value, args: args.into() });
            }
            H::GetIter(value) => self.row_of(dst, Rt::tp_iter, &[*value]),
            H::ForgetGenerator => self.row_of(None, Rt::tp_forget_generator, &[]),
            H::HoldIterator { value, made } => {
                let row = if *made { Rt::tp_hold_iterator } else { Rt::tp_hold_generator };
                self.row_of(None, row, &[*value]);
            }
            H::DropIterator(value) => self.row_of(None, Rt::tp_drop_iterator, &[*value]),
            H::GetYieldFromIter(value) => self.row_of(dst, Rt::tp_yield_from_iter, &[*value]),
            H::Unpack { value, targets } => {
                let value = self.value(*value);
                self.unpack(value, targets);
            }
            H::UnpackStar { value, before, rest, after } => {
                let targets: Vec<VarId> = before.iter().chain([rest]).chain(after).copied().collect();
                let array = self.scratch(targets.len());
                let count = |vars: &[VarId]| Operand::Const(Const::I64(vars.len() as i64));
                let args = [self.value(*value), count(before), count(after), array];
                self.rt(None, Rt::tp_unpack_ex, args.map(Arg::Operand));
                self.take_items(array, &targets);
            }
            _ => return false,
        }
        true
    }

    /// `o[a:b:c]` without a slice object, where the next instruction takes the item; the answer is whether it does.
    pub fn slice_item(
        &mut self,
        slice: Option<VarId>,
        [start, stop, step]: [VarId; 3],
        next: Option<&hir::Instr>,
    ) -> bool {
        let Some((slice, next)) = slice.zip(next) else { return false };
        let hir::Op::GetItem { object, index } = next.op else { return false };
        if index != slice
            || self.uses[slice] != 1
            || self.program.types.instance_of(self.key, object).is_some()
        {
            return false;
        }
        let text = self.text_slice(object, [start, stop, step]);
        self.at.instr += 1;
        self.after.instr += 1;
        self.stand_at(next.place);
        if let Some((row, args)) = text {
            self.text_row(next.dst, row, args);
            return true;
        }
        self.row_of(next.dst, Rt::tp_getitem_slice, &[object, start, stop, step]);
        true
    }

    /// `a, b = value`: the items of a tuple of that length are taken in line.
    fn unpack(&mut self, value: Operand, targets: &[VarId]) {
        let array = self.scratch(targets.len());
        let args = [value, Const::I64(targets.len() as i64).into(), array];
        if self.is_continuation() {
            self.rt(None, Rt::tp_unpack, args.map(Arg::Operand));
            return self.take_items(array, targets);
        }
        let items: Vec<LocalId> = targets.iter().map(|_| self.body.new_local(Repr::Value)).collect();
        let [tuple, other, join] = std::array::from_fn(|_| self.new_block());
        let is_tuple = self.compute(Repr::Bool, Op::IsTupleOf(value, targets.len() as u32));
        self.branch(is_tuple, tuple, other);
        self.current = tuple;
        for (index, &item) in items.iter().enumerate() {
            self.emit(Some(item), Op::TupleItem { tuple: value, index: index as u32 });
        }
        self.terminate(Terminator::Goto(join));
        self.current = other;
        self.rt(None, Rt::tp_unpack, args.map(Arg::Operand));
        for (index, &item) in items.iter().enumerate() {
            self.emit(Some(item), Op::LoadItem { array, index: index as u32 });
        }
        self.terminate(Terminator::Goto(join));
        self.current = join;
        let defined: Vec<(VarId, Operand)> =
            targets.iter().zip(items).map(|(&target, item)| (target, item.into())).collect();
        self.define_all(&defined);
    }

    /// An index: an unboxed int, or any value.
    fn index(&mut self, index: VarId) -> Operand {
        match self.operand(index) {
            Operand::Const(Const::IntValue(i)) => Const::I64(i).into(),
            operand if self.body.repr(operand) == Repr::I64 => operand,
            operand => self.as_value(operand),
        }
    }

    /// `dst = row(values...)`; the result is a value, or of no interest.
    pub fn row_of(&mut self, dst: Option<VarId>, row: Rt, vars: &[VarId]) {
        let args = self.values(vars).into_iter().map(Arg::Operand).collect();
        self.assign(dst, Repr::Value, Op::Rt { row, args });
    }

    /// `dst = row([values], count)`.
    pub fn display(&mut self, dst: Option<VarId>, row: Rt, vars: &[VarId]) {
        let values = self.values(vars);
        let op = display(row, values);
        self.assign(dst, Repr::Value, op);
    }

    /// `targets = array[0], array[1], ...`
    pub fn take_items(&mut self, array: Operand, targets: &[VarId]) {
        let items: Vec<(VarId, Operand)> = targets
            .iter()
            .enumerate()
            .map(|(index, &target)| {
                (target, self.compute(Repr::Value, Op::LoadItem { array, index: index as u32 }))
            })
            .collect();
        self.define_all(&items);
    }
}

/// `row([values], count)`.
pub(super) fn display(row: Rt, values: Vec<Operand>) -> Op {
    let count = Const::I64(values.len() as i64);
    Op::Rt { row, args: vec![Arg::Values(values), Arg::Operand(count.into())] }
}
