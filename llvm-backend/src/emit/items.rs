//! `o[i]` and `len(o)`: an exact list with an int inside its bounds is handled in line where code may be hot; all else is the row's.
//!
//! ```text
//! o[i]:   if o.tag == LIST && i.tag == INT: j = i < 0 ? i + len : i; if j < len (unsigned): array[j] by the list's kind
//!         else: tp_getitem(o, i)
//! ```
//!
//! A store needs the write barrier only if the value is a reference and the array is old: all else is stored in line, too.

use crate::{
    emit::{
        alias::Region,
        call::Pair,
        function::{FunctionEmitter, Loaded},
    },
    error::Result,
};
use analysis::mir::{LocalId, Operand, Repr, SiteId};
use inkwell::{
    IntPredicate,
    basic_block::BasicBlock,
    values::{BasicMetadataValueEnum, IntValue, PointerValue},
};
use runtime_interface::{
    layout::{byte_arrays, byte_strings, header, lists, strings, tuples},
    rows::{Kind, Rt},
    tag,
};

/// The index of an item access.
enum Index<'ctx> {
    Int(IntValue<'ctx>),
    Value(Pair<'ctx>),
}

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    /// `len(o)`: all of list, tuple, str and bytes have their length in word 1.
    pub fn len(&mut self, dst: Option<LocalId>, object: Operand, site: Option<SiteId>) -> Result<()> {
        let object = self.pair(object)?;
        let slow = self.new_block("len.slow");
        let mut fast = None;
        if self.expand {
            let (sized, done) = (self.new_block("len.sized"), self.new_block("len.done"));
            let is_list = self.tag_is(object.0, tag::LIST)?;
            let is_tuple = self.tag_is(object.0, tag::TUPLE)?;
            let is_str = self.tag_is(object.0, tag::STR)?;
            let builder = &self.unit.builder;
            let known = builder.build_or(is_list, is_tuple, "")?;
            let known = builder.build_or(known, is_str, "")?;
            builder.build_conditional_branch(known, sized, slow)?;
            self.unit.builder.position_at_end(sized);
            let pointer = self.pointer_of(object.1)?;
            let len = self.load_word(self.offset(pointer, lists::LEN)?, Region::Length)?;
            self.builder().build_unconditional_branch(done)?;
            fast = Some((len, sized, done));
        } else {
            self.builder().build_unconditional_branch(slow)?;
        }
        self.unit.builder.position_at_end(slow);
        let answer = self.call_row_pair(Rt::tp_len, &object_args(object))?;
        let failed = self.tag_is(answer.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        let Some((len, sized, done)) = fast else {
            return self.store_scalar(dst, answer.1);
        };
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        let merged = self.builder().build_phi(self.unit.types.i64, "")?;
        merged.add_incoming(&[(&len, sized), (&answer.1, slow_end)]);
        self.store_scalar(dst, merged.as_basic_value())
    }

    /// `ord(o)`: a `str` of one code point that takes one byte is read in line.
    pub fn ord(&mut self, dst: Option<LocalId>, object: Operand, site: Option<SiteId>) -> Result<()> {
        let object = self.pair(object)?;
        let (slow, done) = (self.new_block("ord.slow"), self.new_block("ord.done"));
        let mut fast = None;
        if self.expand {
            let (text, one) = (self.new_block("ord.str"), self.new_block("ord.one"));
            let is_str = self.tag_is(object.0, tag::STR)?;
            self.builder().build_conditional_branch(is_str, text, slow)?;
            self.unit.builder.position_at_end(text);
            let pointer = self.pointer_of(object.1)?;
            let len = self.load_word(self.offset(pointer, strings::LEN)?, Region::TextLength)?;
            let kind = self.load_word(self.offset(pointer, strings::KIND)?, Region::Text)?;
            let builder = &self.unit.builder;
            let single = builder.build_int_compare(IntPredicate::EQ, len, self.constant_word(1), "")?;
            let ascii = self.constant_word(strings::ASCII | 1);
            let narrow = builder.build_int_compare(IntPredicate::EQ, kind, ascii, "")?;
            let both = builder.build_and(single, narrow, "")?;
            builder.build_conditional_branch(both, one, slow)?;
            self.unit.builder.position_at_end(one);
            let data = self.offset(pointer, strings::DATA)?;
            let byte = self.load_scalar(self.unit.types.i8, data, Region::Text)?.into_int_value();
            let code = self.builder().build_int_z_extend(byte, self.unit.types.i64, "")?;
            self.builder().build_unconditional_branch(done)?;
            fast = Some((code, one));
        } else {
            self.builder().build_unconditional_branch(slow)?;
        }
        self.unit.builder.position_at_end(slow);
        let answer = self.call_row_pair(Rt::tp_ord, &object_args(object))?;
        let failed = self.tag_is(answer.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        let merged = self.builder().build_phi(self.unit.types.i64, "")?;
        merged.add_incoming(&[(&answer.1, slow_end)]);
        if let Some((code, one)) = fast {
            merged.add_incoming(&[(&code, one)]);
        }
        self.store_scalar(dst, merged.as_basic_value())
    }

    /// Equality of two `str`s: the same object, other lengths and single ASCII characters are told apart in line.
    pub fn same_text(&mut self, dst: Option<LocalId>, a: Operand, b: Operand) -> Result<()> {
        let (a, b) = (self.pair(a)?.1, self.pair(b)?.1);
        let (a_text, b_text) = (self.pointer_of(a)?, self.pointer_of(b)?);
        let slow = self.new_block("text.slow");
        let mut known = vec![];
        let i1 = self.unit.types.i1;
        let done = self.new_block("text.done");
        if self.expand {
            let [differ, same_len, short] =
                ["text.differ", "text.len", "text.short"].map(|name| self.new_block(name));
            let same = self.builder().build_int_compare(IntPredicate::EQ, a, b, "")?;
            known.push((i1.const_int(1, false), self.current_block()?));
            self.builder().build_conditional_branch(same, done, differ)?;
            self.unit.builder.position_at_end(differ);
            let a_len = self.load_word(self.offset(a_text, strings::LEN)?, Region::TextLength)?;
            let b_len = self.load_word(self.offset(b_text, strings::LEN)?, Region::TextLength)?;
            let same = self.builder().build_int_compare(IntPredicate::EQ, a_len, b_len, "")?;
            known.push((i1.const_zero(), differ));
            self.builder().build_conditional_branch(same, same_len, done)?;
            self.unit.builder.position_at_end(same_len);
            let a_kind = self.load_word(self.offset(a_text, strings::KIND)?, Region::Text)?;
            let b_kind = self.load_word(self.offset(b_text, strings::KIND)?, Region::Text)?;
            let ascii = self.constant_word(strings::ASCII | 1);
            let builder = self.builder();
            let a_narrow = builder.build_int_compare(IntPredicate::EQ, a_kind, ascii, "")?;
            let b_narrow = builder.build_int_compare(IntPredicate::EQ, b_kind, ascii, "")?;
            let single = builder.build_int_compare(IntPredicate::EQ, a_len, self.constant_word(1), "")?;
            let both = builder.build_and(a_narrow, b_narrow, "")?;
            let all = builder.build_and(both, single, "")?;
            builder.build_conditional_branch(all, short, slow)?;
            self.unit.builder.position_at_end(short);
            let i8 = self.unit.types.i8;
            let a_byte = self.load_scalar(i8, self.offset(a_text, strings::DATA)?, Region::Text)?;
            let b_byte = self.load_scalar(i8, self.offset(b_text, strings::DATA)?, Region::Text)?;
            let (a_byte, b_byte) = (a_byte.into_int_value(), b_byte.into_int_value());
            let same = self.builder().build_int_compare(IntPredicate::EQ, a_byte, b_byte, "")?;
            known.push((same, short));
            self.builder().build_unconditional_branch(done)?;
        } else {
            self.builder().build_unconditional_branch(slow)?;
        }
        self.unit.builder.position_at_end(slow);
        let answer = self.call_row(Rt::tp_same_text, &[a_text.into(), b_text.into()])?;
        let answer = self.as_bit(answer.try_as_basic_value().unwrap_basic().into_int_value())?;
        known.push((answer, slow));
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.store_merged_bit(dst, &known)
    }

    pub fn is_tuple_of(&mut self, dst: Option<LocalId>, value: Operand, len: u32) -> Result<()> {
        let (tag, bits) = self.pair(value)?;
        let is_tuple = self.tag_is(tag, tag::TUPLE)?;
        let (look, done) = (self.new_block("tuple"), self.new_block("tuple.known"));
        let here = self.current_block()?;
        self.builder().build_conditional_branch(is_tuple, look, done)?;
        self.unit.builder.position_at_end(look);
        let found = self.load_word(self.offset(self.pointer_of(bits)?, tuples::LEN)?, Region::TupleLength)?;
        let wanted = self.constant_word(u64::from(len));
        let same = self.builder().build_int_compare(IntPredicate::EQ, found, wanted, "")?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.store_merged_bit(dst, &[(is_tuple, here), (same, look)])
    }

    pub fn get_item(
        &mut self,
        dst: Option<LocalId>,
        object: Operand,
        index: Operand,
        expected: u64,
        site: Option<SiteId>,
    ) -> Result<()> {
        let object = self.pair(object)?;
        let index = self.index(index)?;
        let (row, mut args) = (item_row(&index, Rt::tp_getitem_int, Rt::tp_getitem), object_args(object));
        push_index(&mut args, &index);
        let in_bytes = matches!(expected, tag::STR | tag::BYTES | tag::BYTEARRAY);
        if !self.expand || !(in_bytes || matches!(expected, tag::LIST | tag::TUPLE)) {
            return self.raising_value(dst, row, &args, site);
        }
        let (slow, done) = (self.new_block("item.slow"), self.new_block("item.done"));
        let (tag, bits) = match expected {
            tag::STR | tag::BYTES | tag::BYTEARRAY => self.byte_in(expected, object, &index, slow)?,
            // A tuple's items lie where those of a list's array do.
            tag::TUPLE => {
                let (pointer, index) = self.index_in(expected, object, &index, slow)?;
                self.load_value(self.item_address(pointer, index, 16)?, Region::TupleItem)?
            }
            _ => {
                let (pointer, index) = self.index_in(expected, object, &index, slow)?;
                let place = self.place_of(pointer, index)?;
                self.item_as_value(place)?
            }
        };
        let fast_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(slow);
        let answer = self.call_row_pair(row, &args)?;
        let failed = self.tag_is(answer.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let (tag, bits) = self.merge_pairs(&[((tag, bits), fast_end), (answer, slow_end)])?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }

    pub fn set_item(
        &mut self,
        object: Operand,
        index: Operand,
        value: Operand,
        site: Option<SiteId>,
    ) -> Result<()> {
        let object = self.pair(object)?;
        let index = self.index(index)?;
        let value = self.pair(value)?;
        let (row, mut args) = (item_row(&index, Rt::tp_setitem_int, Rt::tp_setitem), object_args(object));
        push_index(&mut args, &index);
        args.extend([BasicMetadataValueEnum::from(value.0), value.1.into()]);
        if !self.expand {
            self.raising_status(row, &args, site)?;
            return Ok(());
        }
        let (slow, done) = (self.new_block("item.slow"), self.new_block("item.done"));
        let (pointer, index) = self.index_in(tag::LIST, object, &index, slow)?;
        let place = self.place_of(pointer, index)?;
        self.store_pair(place, value, slow)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(slow);
        self.raising_status(row, &args, site)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        Ok(())
    }

    /// Goes to `otherwise` if storing a value of this tag into the array needs the write barrier.
    pub fn unless_barrier(
        &mut self,
        array: PointerValue<'ctx>,
        value_tag: IntValue<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<()> {
        let (look, go_on) = (self.new_block("barrier.look"), self.new_block("barrier.none"));
        let is_reference = self.is_reference(value_tag)?;
        self.builder().build_conditional_branch(is_reference, look, go_on)?;
        self.unit.builder.position_at_end(look);
        let head = self.load_header(array)?;
        let old = self.builder().build_and(head, self.constant_word(header::OLD), "")?;
        let young = self.builder().build_int_compare(IntPredicate::EQ, old, self.constant_word(0), "")?;
        self.builder().build_conditional_branch(young, go_on, otherwise)?;
        self.unit.builder.position_at_end(go_on);
        Ok(())
    }

    fn index(&mut self, index: Operand) -> Result<Index<'ctx>> {
        Ok(match self.body.repr(index) {
            Repr::I64 => Index::Int(self.int(index)?),
            _ => Index::Value(self.pair(index)?),
        })
    }

    /// The item of an exact `bytes` or `bytearray`, or the character of an ASCII `str`; goes to `otherwise` if it is not one
    /// or the index is not inside.
    fn byte_in(
        &mut self,
        expected: u64,
        object: Pair<'ctx>,
        index: &Index<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<Pair<'ctx>> {
        let (pointer, index) = self.index_in(expected, object, index, otherwise)?;
        let (data, region) = match expected {
            tag::STR => {
                let kind = self.load_word(self.offset(pointer, strings::KIND)?, Region::Text)?;
                let ascii = self.constant_word(strings::ASCII | 1);
                let narrow = self.builder().build_int_compare(IntPredicate::EQ, kind, ascii, "")?;
                let read = self.new_block("item.ascii");
                let branch = self.builder().build_conditional_branch(narrow, read, otherwise)?;
                self.mark_unlikely(branch, false)?;
                self.unit.builder.position_at_end(read);
                (self.offset(pointer, strings::DATA)?, Region::Text)
            }
            tag::BYTES => (self.offset(pointer, byte_strings::DATA)?, Region::Text),
            _ => {
                let storage = self.load_pointer(self.offset(pointer, byte_arrays::STORAGE)?, Region::Any)?;
                (self.offset(storage, byte_arrays::STORED)?, Region::Any)
            }
        };
        let (i8, i64) = (self.unit.types.i8, self.unit.types.i64);
        // SAFETY: the index lies inside the object's bytes.
        let place = unsafe { self.builder().build_in_bounds_gep(i8, data, &[index], "")? };
        let byte = self.load_scalar(i8, place, region)?.into_int_value();
        let byte = self.builder().build_int_z_extend(byte, i64, "")?;
        if expected != tag::STR {
            return Ok((self.constant_word(tag::INT), byte));
        }
        let table = self.unit.characters();
        let builder = self.builder();
        let offset = builder.build_int_mul(byte, self.constant_word(strings::CHARACTER_SIZE), "")?;
        // SAFETY: an ASCII character has its string in the table.
        let character = unsafe { builder.build_in_bounds_gep(i8, table, &[offset], "")? };
        Ok((self.constant_word(tag::STR), builder.build_ptr_to_int(character, i64, "")?))
    }

    /// An exact object of a type with its length in word 1, and the position in it that an index means; goes to
    /// `otherwise` if it is not one or the index is not inside.
    fn index_in(
        &mut self,
        expected: u64,
        object: Pair<'ctx>,
        index: &Index<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<(PointerValue<'ctx>, IntValue<'ctx>)> {
        let is_list = self.tag_is(object.0, expected)?;
        let (index, known) = match index {
            Index::Int(index) => (*index, is_list),
            Index::Value((index_tag, index)) => {
                let is_int = self.tag_is(*index_tag, tag::INT)?;
                (*index, self.builder().build_and(is_list, is_int, "")?)
            }
        };
        let list = self.new_block("item.list");
        self.builder().build_conditional_branch(known, list, otherwise)?;
        self.unit.builder.position_at_end(list);
        let pointer = self.pointer_of(object.1)?;
        Ok((pointer, self.index_inside(expected, pointer, index, otherwise)?))
    }

    /// The index of an item that a list or tuple has, counted from the start; goes to `otherwise` if it has none there.
    pub fn index_inside(
        &mut self,
        tag: u64,
        list: PointerValue<'ctx>,
        index: IntValue<'ctx>,
        otherwise: BasicBlock<'ctx>,
    ) -> Result<IntValue<'ctx>> {
        let inside = self.new_block("item.inside");
        let len_region = match tag {
            tag::TUPLE => Region::TupleLength,
            tag::STR | tag::BYTES => Region::TextLength,
            tag::BYTEARRAY => Region::Any,
            _ => Region::ListLength,
        };
        let len = self.load_word(self.offset(list, lists::LEN)?, len_region)?;
        let builder = &self.unit.builder;
        let negative = builder.build_int_compare(IntPredicate::SLT, index, self.constant_word(0), "")?;
        let from_end = builder.build_int_add(index, len, "")?;
        let index = builder.build_select(negative, from_end, index, "")?.into_int_value();
        let fits = builder.build_int_compare(IntPredicate::ULT, index, len, "")?;
        let branch = builder.build_conditional_branch(fits, inside, otherwise)?;
        self.mark_unlikely(branch, false)?;
        self.unit.builder.position_at_end(inside);
        Ok(index)
    }
}

fn item_row(index: &Index<'_>, with_int: Rt, with_value: Rt) -> Rt {
    let row = match index {
        Index::Int(_) => with_int,
        Index::Value(_) => with_value,
    };
    debug_assert_eq!(row.row().params[0], Kind::Value);
    row
}

fn object_args<'ctx>(object: Pair<'ctx>) -> Vec<BasicMetadataValueEnum<'ctx>> {
    vec![object.0.into(), object.1.into()]
}

fn push_index<'ctx>(args: &mut Vec<BasicMetadataValueEnum<'ctx>>, index: &Index<'ctx>) {
    match index {
        Index::Int(index) => args.push((*index).into()),
        Index::Value((index_tag, index)) => {
            args.extend([BasicMetadataValueEnum::from(*index_tag), (*index).into()])
        }
    }
}
