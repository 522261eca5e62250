//! Fields, methods and making of instances whose class has a shape: the shape's word is compared with the object's tag,
//! then everything is at constant offsets.
//!
//! ```text
//! p has shape Point    =>    %p.tag == load @taipan.shape.Point
//! field p at 16        =>    load %p.bits + 16
//! new Point            =>    object = cursor; cursor += 48; header = the shape's word; no dict; all fields UNBOUND
//! ```
//!
//! The tag is enough: when the `__class__` of an instance is assigned, the shapes of both classes are retired.

use crate::{
    emit::{
        alias::Region,
        function::{FunctionEmitter, Loaded},
    },
    error::Result,
};
use analysis::mir::{LocalId, Operand, ShapeId};
use inkwell::{
    IntPredicate,
    values::{BasicValueEnum, IntValue, PointerValue},
};
use runtime_interface::{
    layout::{header, mutator, shapes},
    rows::Rt,
    tag,
};

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    pub fn shape_is(&mut self, dst: Option<LocalId>, object: Operand, shape: ShapeId) -> Result<()> {
        let (tag, _) = self.pair(object)?;
        let address = self.shape_word(shape, shapes::TYPE_ID)?;
        let id = self.load_word(address, Region::Shape)?;
        let same = self.builder().build_int_compare(IntPredicate::EQ, tag, id, "")?;
        self.store_scalar(dst, same)
    }

    /// A class of the program by its address; a value with these bits might be an int.
    pub fn class_is(&mut self, dst: Option<LocalId>, value: Operand, shape: ShapeId) -> Result<()> {
        let (tag, bits) = self.pair(value)?;
        // The class itself, whatever its metaclass, and no int that is its address.
        let first = self.constant_word(tag::FIRST_HEAP);
        let is_object = self.builder().build_int_compare(IntPredicate::UGE, tag, first, "")?;
        let address = self.shape_word(shape, shapes::CLASS)?;
        let class = self.load_word(address, Region::Shape)?;
        let same = self.builder().build_int_compare(IntPredicate::EQ, bits, class, "")?;
        let both = self.builder().build_and(is_object, same, "")?;
        self.store_scalar(dst, both)
    }

    pub fn has_dict(&mut self, dst: Option<LocalId>, object: Operand) -> Result<()> {
        let object = self.object(object)?;
        let head = self.load_header(object)?;
        let flag = self.builder().build_and(head, self.constant_word(header::HAS_DICT), "")?;
        let has = self.builder().build_int_compare(IntPredicate::NE, flag, self.constant_word(0), "")?;
        self.store_scalar(dst, has)
    }

    pub fn load_field(&mut self, dst: Option<LocalId>, object: Operand, offset: u32) -> Result<()> {
        let object = self.object(object)?;
        let field = self.offset(object, u64::from(offset))?;
        let (tag, bits) = self.load_value(field, Region::ValueField)?;
        self.store_result(dst, Loaded::Pair(tag, bits))
    }

    pub fn field_is_next(
        &mut self,
        dst: Option<LocalId>,
        object: Operand,
        shape: ShapeId,
        offset: u32,
    ) -> Result<()> {
        let object = self.object(object)?;
        let field = self.offset(object, u64::from(offset))?;
        let before = self.load_word(field, Region::ValueField)?;
        let unbound = self.tag_is(before, tag::UNBOUND)?;
        let [first, done] = ["field.first", "field.known"].map(|name| self.new_block(name));
        let here = self.current_block()?;
        let branch = self.builder().build_conditional_branch(unbound, first, done)?;
        let program = self.unit.program;
        if program.text(program.codes[self.instance.code].name) != "__init__" {
            self.mark_unlikely(branch, true)?;
        }
        self.unit.builder.position_at_end(first);
        let head = self.load_header(object)?;
        let flags = self.builder().build_and(head, self.constant_word(header::NOT_PLAIN), "")?;
        let mut next =
            self.builder().build_int_compare(IntPredicate::EQ, flags, self.constant_word(0), "")?;
        if offset > self.unit.program.shapes[shape].first_field() {
            let field = self.offset(object, u64::from(offset) - 16)?;
            let before = self.load_word(field, Region::ValueField)?;
            let unbound = self.constant_word(tag::UNBOUND);
            let bound = self.builder().build_int_compare(IntPredicate::NE, before, unbound, "")?;
            next = self.builder().build_and(next, bound, "")?;
        }
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        let i1 = self.unit.types.i1;
        self.store_merged_bit(dst, &[(i1.const_int(1, false), here), (next, first)])
    }

    /// The barrier is behind a test of the value, which folds where its type is known, and of the object's age.
    pub fn store_field(
        &mut self,
        object: Operand,
        offset: u32,
        value: Operand,
        same_tag: bool,
    ) -> Result<()> {
        let object = self.object(object)?;
        let value = self.pair(value)?;
        let field = self.offset(object, u64::from(offset))?;
        if same_tag {
            self.store_scalar_at(self.offset(field, 8)?, value.1, Region::ValueField)?;
        } else {
            self.store_value(field, value, Region::ValueField)?;
        }
        let is_reference = self.is_reference(value.0)?;
        if is_reference.is_const() && is_reference.get_zero_extended_constant() == Some(0) {
            return Ok(());
        }
        let [look, log, done] = ["field.age", "field.log", "field.stored"].map(|name| self.new_block(name));
        self.builder().build_conditional_branch(is_reference, look, done)?;
        self.unit.builder.position_at_end(look);
        let head = self.load_header(object)?;
        let old = self.builder().build_and(head, self.constant_word(header::OLD), "")?;
        let is_old = self.builder().build_int_compare(IntPredicate::NE, old, self.constant_word(0), "")?;
        let branch = self.builder().build_conditional_branch(is_old, log, done)?;
        self.mark_unlikely(branch, true)?;
        self.unit.builder.position_at_end(log);
        self.call_row(Rt::tp_log_object, &[object.into()])?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        Ok(())
    }

    /// Everything that the collector looks at is stored before anything else happens.
    pub fn new_instance(&mut self, dst: Option<LocalId>, shape: ShapeId) -> Result<()> {
        let address = self.shape_word(shape, shapes::TYPE_ID)?;
        let object = self.allocate_instance(shape)?;
        let id = self.load_word(address, Region::Shape)?;
        let unbound = (self.constant_word(tag::UNBOUND), None);
        let fields = vec![unbound; self.unit.program.shapes[shape].fields.len()];
        self.fill_instance(object, id, shape, &fields)?;
        let bits = self.word_of(object)?;
        self.store_result(dst, Loaded::Pair(id, bits))
    }

    pub fn placeholder(&mut self, dst: Option<LocalId>, shape: ShapeId) -> Result<()> {
        let address = self.shape_word(shape, shapes::TYPE_ID)?;
        let id = self.load_word(address, Region::Shape)?;
        self.store_result(dst, Loaded::Pair(id, self.constant_word(0)))
    }

    /// The class is the one that the placeholder's tag names: the shape may no longer hold.
    pub fn materialize(
        &mut self,
        dst: Option<LocalId>,
        shape: ShapeId,
        placeholder: Operand,
        fields: &[Operand],
    ) -> Result<()> {
        let (id, _) = self.pair(placeholder)?;
        let mut pairs = Vec::new();
        for &field in fields {
            let (tag, bits) = self.pair(field)?;
            pairs.push((tag, Some(bits)));
        }
        let object = self.allocate_instance(shape)?;
        self.fill_instance(object, id, shape, &pairs)?;
        let bits = self.word_of(object)?;
        self.store_result(dst, Loaded::Pair(id, bits))
    }

    fn fill_instance(
        &mut self,
        object: PointerValue<'ctx>,
        id: IntValue<'ctx>,
        shape: ShapeId,
        fields: &[(IntValue<'ctx>, Option<IntValue<'ctx>>)],
    ) -> Result<()> {
        let record = &self.unit.program.shapes[shape];
        let (slotted, first) = (record.slotted, u64::from(record.first_field()));
        self.store_scalar_at(object, id, Region::Header)?;
        if !slotted {
            let dict = self.offset(object, shapes::WITHOUT_DICT)?;
            self.store_scalar_at(dict, self.constant_word(0), Region::DictPointer)?;
        }
        for (at, &(tag, bits)) in fields.iter().enumerate() {
            let field = self.offset(object, first + 16 * at as u64)?;
            match bits {
                Some(bits) => self.store_value(field, (tag, bits), Region::ValueField)?,
                None => self.store_scalar_at(field, tag, Region::ValueField)?,
            }
        }
        Ok(())
    }

    /// Memory for an instance: in line where that is worth it.
    fn allocate_instance(&mut self, shape: ShapeId) -> Result<PointerValue<'ctx>> {
        let size = self.constant_word(u64::from(self.unit.program.shapes[shape].size()));
        if !self.expand {
            let call = self.call_row(Rt::tp_allocate, &[size.into()])?;
            return Ok(call.try_as_basic_value().unwrap_basic().into_pointer_value());
        }
        let block = self.unit.mutator();
        let (cursor, limit) = (self.offset(block, mutator::CURSOR)?, self.offset(block, mutator::LIMIT)?);
        let start = self.load_word(cursor, Region::Mutator)?;
        let limit = self.load_word(limit, Region::Mutator)?;
        let end = self.builder().build_int_add(start, size, "")?;
        let fits = self.builder().build_int_compare(IntPredicate::ULE, end, limit, "")?;
        let [fast, slow, done] = ["new.fast", "new.slow", "new"].map(|name| self.new_block(name));
        let branch = self.builder().build_conditional_branch(fits, fast, slow)?;
        self.mark_unlikely(branch, false)?;

        self.unit.builder.position_at_end(fast);
        self.store_scalar_at(cursor, end, Region::Mutator)?;
        let here = self.pointer_of(start)?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(slow);
        let call = self.call_row(Rt::tp_allocate, &[size.into()])?;
        let elsewhere = call.try_as_basic_value().unwrap_basic().into_pointer_value();
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let object = self.builder().build_phi(self.unit.types.ptr, "")?;
        object.add_incoming(&[(&here, fast), (&elsewhere, slow)]);
        Ok(object.as_basic_value().into_pointer_value())
    }

    pub fn shape_function(
        &mut self,
        dst: Option<LocalId>,
        shape: ShapeId,
        method: Option<u32>,
    ) -> Result<()> {
        let offset = match method {
            Some(number) => {
                shapes::METHODS + shapes::METHOD_SIZE * u64::from(number) + shapes::METHOD_FUNCTION
            }
            None => shapes::INIT_FUNCTION,
        };
        let address = self.shape_word(shape, offset)?;
        let function = self.load_pointer(address, Region::Shape)?;
        self.store_scalar(dst, BasicValueEnum::from(function))
    }

    fn shape_word(&mut self, shape: ShapeId, offset: u64) -> Result<PointerValue<'ctx>> {
        let record = self.unit.shape(shape);
        self.offset(record, offset)
    }

    /// An instance's address.
    fn object(&mut self, value: Operand) -> Result<PointerValue<'ctx>> {
        let (_, bits) = self.pair(value)?;
        self.pointer_of(bits)
    }
}
