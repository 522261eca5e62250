//! Characters of texts as codes: what is one byte wide is read in line, without a string for it.
//!
//! ```text
//! char_at(s, i):   if i inside s && s has one byte a character: the byte at i of the text (the object's own, or shared)
//!                  else: -1
//! ```

use crate::{
    emit::{
        alias::Region,
        function::{FunctionEmitter, Loaded},
    },
    error::Result,
};
use analysis::mir::{LocalId, Operand};
use inkwell::{
    IntPredicate,
    basic_block::BasicBlock,
    values::{IntValue, PointerValue},
};
use runtime_interface::{
    layout::{byte_arrays, byte_strings, strings},
    tag,
};

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    pub fn char_at(
        &mut self,
        dst: Option<LocalId>,
        text: Operand,
        of: u64,
        index: Operand,
        inside: bool,
    ) -> Result<()> {
        let pointer = self.pointer(text)?;
        let index = self.int(index)?;
        let [none, done] = ["char.none", "char.done"].map(|name| self.new_block(name));
        let index = if inside { index } else { self.index_inside(of, pointer, index, none)? };
        let mut ways = Vec::new();
        match of {
            tag::STR => {
                let [shared_or_wide, own, shared] =
                    ["char.other", "char.own", "char.shared"].map(|name| self.new_block(name));
                let kind = self.load_word(self.offset(pointer, strings::KIND)?, Region::Text)?;
                // One byte a character, ASCII or not, and no other flag.
                let flags = self.builder().build_and(kind, self.constant_word(!strings::ASCII), "")?;
                self.branch_if_equal(flags, 1, own, shared_or_wide, true)?;
                self.unit.builder.position_at_end(shared_or_wide);
                self.branch_if_equal(flags, strings::SHARED | 1, shared, none, false)?;
                self.unit.builder.position_at_end(shared);
                let buffer = self.load_pointer(self.offset(pointer, strings::DATA)?, Region::Text)?;
                let data = self.offset(buffer, strings::SHARED_TEXT)?;
                ways.push((self.byte_of(data, index, Region::Text)?, shared));
                self.builder().build_unconditional_branch(done)?;
                self.unit.builder.position_at_end(own);
                let data = self.offset(pointer, strings::DATA)?;
                ways.push((self.byte_of(data, index, Region::Text)?, own));
            }
            tag::BYTES => {
                let data = self.offset(pointer, byte_strings::DATA)?;
                ways.push((self.byte_of(data, index, Region::Text)?, self.current_block()?));
            }
            _ => {
                let storage = self.load_pointer(self.offset(pointer, byte_arrays::STORAGE)?, Region::Any)?;
                let data = self.offset(storage, byte_arrays::STORED)?;
                ways.push((self.byte_of(data, index, Region::Any)?, self.current_block()?));
            }
        }
        self.builder().build_unconditional_branch(done)?;
        self.code_or_none(dst, &ways, none, done)
    }

    /// The code of a `str` of one character below 256.
    pub fn char_of(&mut self, dst: Option<LocalId>, text: Operand) -> Result<()> {
        let (found, bits) = self.pair(text)?;
        let [none, done, is_text, single, narrow] =
            ["char.none", "char.done", "char.text", "char.single", "char.narrow"]
                .map(|name| self.new_block(name));
        self.branch_if_equal(found, tag::STR, is_text, none, true)?;
        self.unit.builder.position_at_end(is_text);
        let pointer = self.pointer_of(bits)?;
        let len = self.load_word(self.offset(pointer, strings::LEN)?, Region::TextLength)?;
        let is_single = self.builder().build_int_compare(IntPredicate::EQ, len, self.constant_word(1), "")?;
        self.builder().build_conditional_branch(is_single, single, none)?;
        self.unit.builder.position_at_end(single);
        let kind = self.load_word(self.offset(pointer, strings::KIND)?, Region::Text)?;
        let flags = self.builder().build_and(kind, self.constant_word(!strings::ASCII), "")?;
        self.branch_if_equal(flags, 1, narrow, none, true)?;
        self.unit.builder.position_at_end(narrow);
        let data = self.offset(pointer, strings::DATA)?;
        let code = self.byte_of(data, self.constant_word(0), Region::Text)?;
        self.builder().build_unconditional_branch(done)?;
        self.code_or_none(dst, &[(code, narrow)], none, done)
    }

    /// The string of one character from the table of those that exist from the start.
    pub fn character(&mut self, dst: Option<LocalId>, code: Operand) -> Result<()> {
        let code = self.int(code)?;
        let table = self.unit.characters();
        let builder = self.builder();
        let offset = builder.build_int_mul(code, self.constant_word(strings::CHARACTER_SIZE), "")?;
        // SAFETY: a code below 256 has its string in the table.
        let character = unsafe { builder.build_in_bounds_gep(self.unit.types.i8, table, &[offset], "")? };
        let bits = builder.build_ptr_to_int(character, self.unit.types.i64, "")?;
        self.store_result(dst, Loaded::Pair(self.constant_word(tag::STR), bits))
    }

    /// One bit for each ASCII character.
    pub fn char_in(&mut self, dst: Option<LocalId>, code: Operand, [low, high]: [u64; 2]) -> Result<()> {
        let code = self.int(code)?;
        let builder = self.builder();
        let is_low = builder.build_int_compare(IntPredicate::ULT, code, self.constant_word(64), "")?;
        let is_ascii = builder.build_int_compare(IntPredicate::ULT, code, self.constant_word(128), "")?;
        let half = builder.build_select(is_low, self.constant_word(low), self.constant_word(high), "")?;
        let at = builder.build_and(code, self.constant_word(63), "")?;
        let shifted = builder.build_right_shift(half.into_int_value(), at, false, "")?;
        let bit = builder.build_int_truncate(shifted, self.unit.types.i1, "")?;
        let is_in = builder.build_and(is_ascii, bit, "")?;
        self.store_scalar(dst, is_in)
    }

    fn byte_of(
        &mut self,
        data: PointerValue<'ctx>,
        index: IntValue<'ctx>,
        region: Region,
    ) -> Result<IntValue<'ctx>> {
        let (i8, i64) = (self.unit.types.i8, self.unit.types.i64);
        // SAFETY: the index lies inside the text.
        let place = unsafe { self.builder().build_in_bounds_gep(i8, data, &[index], "")? };
        let byte = self.load_scalar(i8, place, region)?.into_int_value();
        Ok(self.builder().build_int_z_extend(byte, i64, "")?)
    }

    fn branch_if_equal(
        &mut self,
        word: IntValue<'ctx>,
        wanted: u64,
        then: BasicBlock<'ctx>,
        otherwise: BasicBlock<'ctx>,
        is_likely: bool,
    ) -> Result<()> {
        let same =
            self.builder().build_int_compare(IntPredicate::EQ, word, self.constant_word(wanted), "")?;
        let branch = self.builder().build_conditional_branch(same, then, otherwise)?;
        if is_likely { self.mark_unlikely(branch, false) } else { Ok(()) }
    }

    /// Ends in `done` with one of the codes, or -1 by way of `none`.
    fn code_or_none(
        &mut self,
        dst: Option<LocalId>,
        ways: &[(IntValue<'ctx>, BasicBlock<'ctx>)],
        none: BasicBlock<'ctx>,
        done: BasicBlock<'ctx>,
    ) -> Result<()> {
        self.unit.builder.position_at_end(none);
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        let merged = self.builder().build_phi(self.unit.types.i64, "")?;
        merged.add_incoming(&[(&self.constant_word(u64::MAX), none)]);
        for (code, block) in ways {
            merged.add_incoming(&[(code, *block)]);
        }
        self.store_scalar(dst, merged.as_basic_value())
    }
}
