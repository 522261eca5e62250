//! Items of lists, by the kind of the list: what its array holds (`runtime_interface::layout::lists`).
//!
//! ```text
//! xs[i] as an int:   if kind == INT: array[i], 8 bytes
//!                    else if kind == VALUES and the item's tag is INT: its payload       (off the straight path)
//!                    else: otherwise
//! xs[i] as a value:  VALUES: tag and payload; BOOL: a byte; else the kind is the tag
//! ```
//!
//! The terminators `ListItem` and `StoreListItem` have no call in them, so that a loop around them may keep length, array
//! and kind in registers.

use crate::{
    emit::{
        alias::Region,
        call::Pair,
        function::{FunctionEmitter, Loaded},
    },
    error::Result,
};
use analysis::mir::{BlockId, LocalId, Operand, Repr, SiteId};
use inkwell::{
    IntPredicate,
    basic_block::BasicBlock,
    values::{BasicValueEnum, IntValue, PointerValue},
};
use runtime_interface::{
    layout::{list_iterators, lists},
    rows::Rt,
    tag,
};

/// The array of a list and an index that lies in it.
#[derive(Clone, Copy)]
pub struct Place<'ctx> {
    pub array: PointerValue<'ctx>,
    pub index: IntValue<'ctx>,
    pub kind: IntValue<'ctx>,
}

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    /// `dst = list[index]`, see `Terminator::ListItem`.
    pub fn list_item(
        &mut self,
        place: Place<'ctx>,
        dst: LocalId,
        references: bool,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<()> {
        let repr = self.body.locals[dst].repr;
        let result = match repr {
            Repr::Value if references => {
                let values = self.new_block("item.values");
                self.likely_if_kind(place.kind, lists::VALUES, values, otherwise)?;
                self.unit.builder.position_at_end(values);
                let address = self.item_address(place.array, place.index, 16)?;
                let (tag, bits) = self.load_value(address, Region::ListItem)?;
                Loaded::Pair(tag, bits)
            }
            Repr::Value => {
                let (tag, bits) = self.item_as_value(place)?;
                Loaded::Pair(tag, bits)
            }
            _ => Loaded::Scalar(self.unboxed_item(place, repr, otherwise)?),
        };
        self.store(dst, result)
    }

    /// `list[index] = value`, see `Terminator::StoreListItem`.
    pub fn store_list_item(
        &mut self,
        list: Operand,
        index: Operand,
        value: Operand,
        (ok, otherwise): (BlockId, BlockId),
    ) -> Result<()> {
        let (ok, otherwise) = (self.block(ok), self.block(otherwise));
        let place = self.list_place(list, index, otherwise)?;
        self.store_item(place, value, otherwise)?;
        self.builder().build_unconditional_branch(ok)?;
        Ok(())
    }

    /// `dst = array[index]`, see `Op::ArrayItem`.
    pub fn array_item(&mut self, dst: LocalId, array: Operand, index: Operand) -> Result<()> {
        let (array, index) = (self.pointer(array)?, self.int(index)?);
        let item = match self.body.locals[dst].repr {
            Repr::Value => {
                let address = self.item_address(array, index, 16)?;
                let (tag, bits) = self.load_value(address, Region::ListItem)?;
                Loaded::Pair(tag, bits)
            }
            repr => Loaded::Scalar(self.payload(array, index, repr)?),
        };
        self.store(dst, item)
    }

    /// `array[index] = value`, see `Op::StoreArrayItem`.
    pub fn store_array_item(&mut self, array: Operand, index: Operand, value: Operand) -> Result<()> {
        let (array, index) = (self.pointer(array)?, self.int(index)?);
        self.store_payload(array, index, value)
    }

    /// An item of an array of unboxed items of this representation.
    fn payload(
        &mut self,
        array: PointerValue<'ctx>,
        index: IntValue<'ctx>,
        repr: Repr,
    ) -> Result<BasicValueEnum<'ctx>> {
        let address = self.item_address(array, index, width_of(repr))?;
        Ok(match repr {
            Repr::Bool => {
                let byte = self.load_scalar(self.unit.types.i8, address, Region::BoolItem)?.into_int_value();
                self.builder().build_int_truncate(byte, self.unit.types.i1, "")?.into()
            }
            _ => self.load_scalar(self.unit.types.of_repr(repr), address, region_of(repr))?,
        })
    }

    /// Stores into such an array.
    fn store_payload(
        &mut self,
        array: PointerValue<'ctx>,
        index: IntValue<'ctx>,
        value: Operand,
    ) -> Result<()> {
        let repr = self.body.repr(value);
        let address = self.item_address(array, index, width_of(repr))?;
        let scalar: BasicValueEnum = match (repr, self.scalar(value)?) {
            (Repr::Bool, BasicValueEnum::IntValue(bit)) => {
                self.builder().build_int_z_extend(bit, self.unit.types.i8, "")?.into()
            }
            (_, scalar) => scalar,
        };
        self.store_scalar_at(address, scalar, region_of(repr))
    }

    /// Stores where there is room; goes to `otherwise` if the array does not take the value as it is.
    fn store_item(&mut self, place: Place<'ctx>, value: Operand, otherwise: BasicBlock<'ctx>) -> Result<()> {
        let repr = self.body.repr(value);
        if repr == Repr::Value {
            let pair = self.pair(value)?;
            return self.store_pair(place, pair, otherwise);
        }
        let [payload, other, values, done] =
            ["store.payload", "store.other", "store.values", "store.done"].map(|name| self.new_block(name));
        self.likely_if_kind(place.kind, kind_of(repr), payload, other)?;
        self.unit.builder.position_at_end(payload);
        self.store_payload(place.array, place.index, value)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(other);
        self.likely_if_kind(place.kind, lists::VALUES, values, otherwise)?;
        self.unit.builder.position_at_end(values);
        let Loaded::Pair(tag, bits) = self.boxed(value)? else {
            return Err(self.bug("a boxed item is a pair"));
        };
        let address = self.item_address(place.array, place.index, 16)?;
        self.store_value(address, (tag, bits), Region::ListItem)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        Ok(())
    }

    /// The same of a value of unknown sort.
    pub fn store_pair(
        &mut self,
        place: Place<'ctx>,
        (tag, bits): Pair<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<()> {
        let [values, other, narrow, bools, words, done] =
            ["store.values", "store.other", "store.narrow", "store.bool", "store.word", "store.done"]
                .map(|name| self.new_block(name));
        self.likely_if_kind(place.kind, lists::VALUES, values, other)?;
        self.unit.builder.position_at_end(other);
        let same = self.builder().build_int_compare(IntPredicate::EQ, place.kind, tag, "")?;
        self.builder().build_conditional_branch(same, narrow, otherwise)?;
        self.unit.builder.position_at_end(narrow);
        let is_bool = self.tag_is(tag, tag::BOOL)?;
        self.builder().build_conditional_branch(is_bool, bools, words)?;
        self.unit.builder.position_at_end(bools);
        let byte = self.builder().build_int_truncate(bits, self.unit.types.i8, "")?;
        let address = self.item_address(place.array, place.index, 1)?;
        self.store_scalar_at(address, byte, Region::BoolItem)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(words);
        let address = self.item_address(place.array, place.index, 8)?;
        self.store_scalar_at(address, bits, Region::Item)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(values);
        self.unless_barrier(place.array, tag, otherwise)?;
        let address = self.item_address(place.array, place.index, 16)?;
        self.store_value(address, (tag, bits), Region::ListItem)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        Ok(())
    }

    /// `list.append(item)` on an exact list: in line while its array has room for items of that kind.
    pub fn list_append(&mut self, list: Operand, item: Operand, site: Option<SiteId>) -> Result<()> {
        let list = self.pair(list)?;
        let (slow, done) = (self.new_block("append.slow"), self.new_block("append.done"));
        let room = self.new_block("append.room");
        let pointer = self.pointer_of(list.1)?;
        let len_address = self.offset(pointer, lists::LEN)?;
        let len = self.load_word(len_address, Region::ListLength)?;
        let array = self.load_pointer(self.offset(pointer, lists::ARRAY)?, Region::ListArray)?;
        let kind = self.load_word(self.offset(pointer, lists::KIND)?, Region::ListKind)?;
        // In bytes if the array holds no values: a bool takes one, a word eight.
        let capacity = self.load_word(self.offset(array, lists::LEN)?, Region::Capacity)?;
        let builder = &self.unit.builder;
        let (values, bools) = (self.tag_is(kind, lists::VALUES)?, self.tag_is(kind, tag::BOOL)?);
        let single = builder.build_or(values, bools, "")?;
        let (zero, three) = (self.constant_word(0), self.constant_word(3));
        let shift = builder.build_select(single, zero, three, "")?.into_int_value();
        let capacity = builder.build_right_shift(capacity, shift, false, "")?;
        let fits = builder.build_int_compare(IntPredicate::ULT, len, capacity, "")?;
        let branch = builder.build_conditional_branch(fits, room, slow)?;
        self.mark_unlikely(branch, false)?;
        self.unit.builder.position_at_end(room);
        self.store_item(Place { array, index: len, kind }, item, slow)?;
        let longer = self.builder().build_int_nuw_add(len, self.constant_word(1), "")?;
        self.store_scalar_at(len_address, longer, Region::ListLength)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(slow);
        let Loaded::Pair(tag, bits) = self.boxed(item)? else {
            return Err(self.bug("a boxed item is a pair"));
        };
        let all = [list.0.into(), list.1.into(), tag.into(), bits.into()];
        self.raising_status(Rt::tp_list_append, &all, site)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        Ok(())
    }

    /// The pointer itself is in a register or on the stack here, where the collector looks, and not only one that LLVM made of it.
    pub fn keep_alive(&mut self, object: Operand) -> Result<()> {
        let (_, bits) = self.pair(object)?;
        let ty = self.unit.context.void_type().fn_type(&[self.unit.types.i64.into()], false);
        let nothing =
            self.unit.context.create_inline_asm(ty, String::new(), "r".into(), true, false, None, false);
        self.builder().build_indirect_call(ty, nothing, &[bits.into()], "")?;
        Ok(())
    }

    /// The next item of an iterator over a list, in line; all others, and the end, go to `otherwise`.
    pub fn next_in_sequence(
        &mut self,
        iterator: Pair<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<(Pair<'ctx>, BasicBlock<'ctx>)> {
        let is_list = self.tag_is(iterator.0, tag::LIST_ITERATOR)?;
        let (list, more) = (self.new_block("next.list"), self.new_block("next.more"));
        self.builder().build_conditional_branch(is_list, list, otherwise)?;
        self.unit.builder.position_at_end(list);
        let pointer = self.pointer_of(iterator.1)?;
        let (sequence, bits) =
            self.load_value(self.offset(pointer, list_iterators::LIST)?, Region::Iterator)?;
        let position_address = self.offset(pointer, list_iterators::POSITION)?;
        let position = self.load_word(position_address, Region::Iterator)?;
        let is_live = self.tag_is(sequence, tag::LIST)?;
        let live = self.new_block("next.live");
        let branch = self.builder().build_conditional_branch(is_live, live, otherwise)?;
        self.mark_unlikely(branch, false)?;
        self.unit.builder.position_at_end(live);
        let list = self.pointer_of(bits)?;
        let len = self.load_word(self.offset(list, lists::LEN)?, Region::ListLength)?;
        let inside = self.builder().build_int_compare(IntPredicate::ULT, position, len, "")?;
        self.builder().build_conditional_branch(inside, more, otherwise)?;
        self.unit.builder.position_at_end(more);
        let next = self.builder().build_int_nuw_add(position, self.constant_word(1), "")?;
        self.store_scalar_at(position_address, next, Region::Iterator)?;
        let place = self.place_of(list, position)?;
        let item = self.item_as_value(place)?;
        Ok((item, self.current_block()?))
    }

    /// An item in its array's own form, as a value.
    pub fn item_as_value(&mut self, place: Place<'ctx>) -> Result<Pair<'ctx>> {
        let [values, payload, bools, words, done] =
            ["item.values", "item.payload", "item.bool", "item.word", "item.done"]
                .map(|name| self.new_block(name));
        self.likely_if_kind(place.kind, lists::VALUES, values, payload)?;
        self.unit.builder.position_at_end(values);
        let address = self.item_address(place.array, place.index, 16)?;
        let (tag, bits) = self.load_value(address, Region::ListItem)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(payload);
        let is_bool = self.tag_is(place.kind, tag::BOOL)?;
        self.builder().build_conditional_branch(is_bool, bools, words)?;
        self.unit.builder.position_at_end(bools);
        let address = self.item_address(place.array, place.index, 1)?;
        let byte = self.load_scalar(self.unit.types.i8, address, Region::BoolItem)?.into_int_value();
        let byte = self.builder().build_int_z_extend(byte, self.unit.types.i64, "")?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(words);
        let word = self.load_word(self.item_address(place.array, place.index, 8)?, Region::Item)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let bool_tag = self.constant_word(tag::BOOL);
        self.merge_pairs(&[((tag, bits), values), ((bool_tag, byte), bools), ((place.kind, word), words)])
    }

    /// An item that is expected to be of this unboxed representation.
    fn unboxed_item(
        &mut self,
        place: Place<'ctx>,
        repr: Repr,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<BasicValueEnum<'ctx>> {
        let [payload, other, values, typed, done] =
            ["item.payload", "item.other", "item.values", "item.typed", "item.done"]
                .map(|name| self.new_block(name));
        let ty = self.unit.types.of_repr(repr);
        self.likely_if_kind(place.kind, kind_of(repr), payload, other)?;
        self.unit.builder.position_at_end(payload);
        let narrow = self.payload(place.array, place.index, repr)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(other);
        self.likely_if_kind(place.kind, lists::VALUES, values, otherwise)?;
        self.unit.builder.position_at_end(values);
        let address = self.item_address(place.array, place.index, 16)?;
        let tag = self.load_word(address, Region::ListItem)?;
        self.likely_if_kind(tag, kind_of(repr), typed, otherwise)?;
        self.unit.builder.position_at_end(typed);
        let bits = self.offset(address, 8)?;
        let wide = match repr {
            Repr::Bool => {
                let word = self.load_word(bits, Region::ListItem)?;
                self.builder().build_int_truncate(word, self.unit.types.i1, "")?.into()
            }
            _ => self.load_scalar(ty, bits, Region::ListItem)?,
        };
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let merged = self.builder().build_phi(ty, "")?;
        merged.add_incoming(&[(&narrow, payload), (&wide, typed)]);
        Ok(merged.as_basic_value())
    }

    /// Goes on in `then` if the kind (or tag) is this one, as is likely, else in `otherwise`.
    fn likely_if_kind(
        &mut self,
        kind: IntValue<'ctx>,
        expected: u64,
        then: BasicBlock<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<()> {
        let is = self.tag_is(kind, expected)?;
        let branch = self.builder().build_conditional_branch(is, then, otherwise)?;
        self.mark_unlikely(branch, false)
    }

    /// An index of an exact list; goes to `otherwise` if it is not one, or has no item there.
    pub fn list_place(
        &mut self,
        list: Operand,
        index: Operand,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<Place<'ctx>> {
        let list = self.pair(list)?;
        let index = self.int(index)?;
        let is_list = self.new_block("item.list");
        self.likely_if_kind(list.0, tag::LIST, is_list, otherwise)?;
        self.unit.builder.position_at_end(is_list);
        let pointer = self.pointer_of(list.1)?;
        let index = self.index_inside(tag::LIST, pointer, index, otherwise)?;
        self.place_of(pointer, index)
    }

    /// The same where it is known to have one.
    pub fn known_place(&mut self, list: Operand, index: Operand) -> Result<Place<'ctx>> {
        let (list, index) = (self.pointer(list)?, self.int(index)?);
        self.place_of(list, index)
    }

    pub fn place_of(&mut self, list: PointerValue<'ctx>, index: IntValue<'ctx>) -> Result<Place<'ctx>> {
        let array = self.load_pointer(self.offset(list, lists::ARRAY)?, Region::ListArray)?;
        let kind = self.load_word(self.offset(list, lists::KIND)?, Region::ListKind)?;
        Ok(Place { array, index, kind })
    }

    /// The address of an item that the array has, each taking `width` bytes.
    pub fn item_address(
        &self,
        array: PointerValue<'ctx>,
        index: IntValue<'ctx>,
        width: u64,
    ) -> Result<PointerValue<'ctx>> {
        let items = self.offset(array, lists::ARRAY_ITEMS)?;
        let bytes = self.builder().build_int_mul(index, self.constant_word(width), "")?;
        // SAFETY: by contract the index lies inside the array.
        Ok(unsafe { self.builder().build_in_bounds_gep(self.unit.types.i8, items, &[bytes], "")? })
    }
}

/// The kind of a list whose array holds what this representation is.
fn kind_of(repr: Repr) -> u64 {
    match repr {
        Repr::I64 => tag::INT,
        Repr::F64 => tag::FLOAT,
        Repr::Bool => tag::BOOL,
        _ => lists::VALUES,
    }
}

fn region_of(repr: Repr) -> Region {
    match repr {
        Repr::I64 => Region::IntItem,
        Repr::F64 => Region::FloatItem,
        Repr::Bool => Region::BoolItem,
        _ => Region::ListItem,
    }
}

fn width_of(repr: Repr) -> u64 {
    match repr {
        Repr::Bool => 1,
        Repr::I64 | Repr::F64 => 8,
        _ => 16,
    }
}
