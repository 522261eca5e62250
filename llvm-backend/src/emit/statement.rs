//! The operations of a block, except arithmetic ([`super::arithmetic`], [`super::dynamic`]) and calls ([`super::call`]).

use crate::{
    emit::{
        alias::Region,
        function::{FunctionEmitter, Loaded},
    },
    error::Result,
};
use analysis::mir::body::{MethodPart, Rounding};
use analysis::mir::{Arg, Global, Layout, LocalId, ModuleId, Op, Operand, Repr, SiteId, Statement, Unbound};
use inkwell::{
    IntPredicate,
    values::{BasicValueEnum, IntValue, PointerValue},
};
use runtime_interface::{
    layout::{caches, cells, fields, functions, generators, lists, methods, modules, strings, tuples},
    rows::Rt,
    tag,
};

impl<'ctx> FunctionEmitter<'_, 'ctx, '_> {
    pub fn statement(&mut self, statement: &Statement) -> Result<()> {
        let (dst, site) = (statement.dst, statement.site);
        match &statement.op {
            Op::Copy(a) => {
                let loaded = self.load(*a)?;
                self.store_result(dst, loaded)
            }
            Op::Box(a) => {
                let loaded = self.boxed(*a)?;
                self.store_result(dst, loaded)
            }
            Op::Unbox(a) => self.unbox(dst, *a),
            Op::Tag(a) => {
                let (tag, _) = self.pair(*a)?;
                self.store_scalar(dst, tag)
            }
            Op::TagIs(a, expected) => {
                let (tag, _) = self.pair(*a)?;
                let is = self.tag_is(tag, *expected)?;
                self.store_scalar(dst, is)
            }
            Op::TagIn(a, mask) => {
                let (tag, _) = self.pair(*a)?;
                let is = self.tag_in(tag, *mask)?;
                self.store_scalar(dst, is)
            }
            Op::IsInstance { value, class } => self.is_instance(dst, *value, *class, statement.site),
            Op::FunctionIs(a, code) => {
                let wanted = self.unit.code(*code);
                self.has_word(dst, *a, (tag::FUNCTION, functions::CODE), wanted)
            }
            Op::MethodPart(a, part) => {
                let (_, bits) = self.pair(*a)?;
                let method = self.pointer_of(bits)?;
                let offset = match part {
                    MethodPart::Function => methods::FUNCTION,
                    MethodPart::Receiver => methods::RECEIVER,
                };
                let (tag, bits) = self.load_value(self.offset(method, offset)?, Region::Function)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::ModuleIs(a, module) => {
                let wanted = self.unit.module_desc(*module);
                self.has_word(dst, *a, (tag::MODULE, modules::DESC), wanted)
            }
            Op::IntToFloat(a) => {
                let value = self.int(*a)?;
                let float = self.builder().build_signed_int_to_float(value, self.unit.types.f64, "")?;
                self.store_scalar(dst, float)
            }
            Op::BoolToInt(a) => {
                let value = self.int(*a)?;
                let wide = self.builder().build_int_z_extend(value, self.unit.types.i64, "")?;
                self.store_scalar(dst, wide)
            }
            Op::Bits(a) | Op::Word(a) => {
                let same = self.load(*a)?;
                self.store_result(dst, same)
            }
            Op::FieldWord(a) => {
                let word = self.int(*a)?;
                self.store_result(dst, Loaded::Pair(self.constant_word(fields::WORD), word))
            }
            Op::IsFieldWord(a) => {
                let (tag, _) = self.pair(*a)?;
                let is_word = self.tag_is(tag, fields::WORD)?;
                self.store_scalar(dst, is_word)
            }
            Op::WordOfField(a) => {
                let (_, bits) = self.pair(*a)?;
                self.store_scalar(dst, bits)
            }
            Op::Int(op, a, b) => self.int_op(dst, *op, *a, *b),
            Op::Float(op, a, b) => self.float_op(dst, *op, *a, *b),
            Op::FloatNeg(a) => {
                let value = self.float(*a)?;
                let negated = self.builder().build_float_neg(value, "")?;
                self.store_scalar(dst, negated)
            }
            Op::Round(how, a) => {
                let name = match how {
                    Rounding::Floor => "llvm.floor",
                    Rounding::Ceil => "llvm.ceil",
                    Rounding::Trunc => "llvm.trunc",
                    Rounding::Even => "llvm.roundeven",
                };
                self.float_intrinsic(dst, name, *a)
            }
            Op::Sqrt(a) => self.float_intrinsic(dst, "llvm.sqrt", *a),
            Op::FloatAbs(a) => self.float_intrinsic(dst, "llvm.fabs", *a),
            Op::FloatToInt(a) => {
                let value = self.float(*a)?;
                let int = self.builder().build_float_to_signed_int(value, self.unit.types.i64, "")?;
                self.store_scalar(dst, int)
            }
            Op::CompareInt(op, a, b) => self.compare_words(dst, *op, *a, *b, true),
            Op::CompareRaw(op, a, b) => self.compare_words(dst, *op, *a, *b, false),
            Op::CompareFloat(op, a, b) => self.compare_floats(dst, *op, *a, *b),
            Op::Not(a) => {
                let value = self.int(*a)?;
                let not = self.builder().build_not(value, "")?;
                self.store_scalar(dst, not)
            }
            Op::Binary { op, inplace, a, b } => self.binary(dst, *op, *inplace, *a, *b, site),
            Op::Unary { op, a } => self.unary(dst, *op, *a, site),
            Op::Compare { op, a, b } => self.compare(dst, *op, *a, *b, site),
            Op::CompareTruth { op, a, b } => self.compare_truth(dst, *op, *a, *b, site),
            Op::Truth(a) => {
                let value = self.pair(*a)?;
                let truth = self.truth(value, site)?;
                self.store_scalar(dst, truth)
            }
            Op::Is(a, b) => self.is(dst, *a, *b),
            Op::Rt { row: Rt::tp_list_append, args } if self.expand => match args[..] {
                [Arg::Operand(list), Arg::Operand(item)] => self.list_append(list, item, site),
                _ => Err(self.bug("append takes a list and an item")),
            },
            Op::Rt { row, args } => self.call_row_op(dst, *row, args, site),
            Op::CallInstance { instance, args } => self.call_instance(dst, *instance, args, site),
            Op::CallBoxed { callee, args, kwnames } => self.call_boxed(dst, *callee, args, *kwnames, site),
            Op::CallMethod { receiver, name, args, kwnames, cache } => {
                self.call_method(dst, *receiver, *name, args, *kwnames, *cache, site)
            }
            Op::MethodIs { receiver, class, name, code, cache, unless } => {
                self.method_is(dst, *receiver, *class, (*name, *unless), *code, *cache)
            }
            Op::FoundNative(cache) => {
                let cell = self.unit.cache(*cache);
                let function = self.load_word(self.offset(cell, caches::ARMED)?, Region::Cache)?;
                let tag = self.constant_word(tag::BUILTIN);
                self.store_result(dst, Loaded::Pair(tag, function))
            }
            Op::FoundNumber(cache, repr) => {
                let cell = self.unit.cache(*cache);
                let bits = self.load_word(self.offset(cell, caches::ARMED)?, Region::Cache)?;
                match repr {
                    Repr::F64 => {
                        let float = self.builder().build_bit_cast(bits, self.unit.types.f64, "")?;
                        self.store_scalar(dst, float)
                    }
                    _ => self.store_scalar(dst, bits),
                }
            }
            Op::SameText(a, b) => self.same_text(dst, *a, *b),
            Op::SameClass(a, b) => self.same_class(dst, *a, *b),
            Op::SuperMethodIs { class, receiver, name, code, cache } => {
                self.super_method_is(dst, *class, *receiver, *name, *code, *cache)
            }
            Op::InitIs { class, code, cache } => self.init_is(dst, *class, *code, *cache),
            Op::NativeIs { value, module, name, cache } => {
                self.native_is(dst, *value, *module, *name, *cache)
            }
            Op::ShapeIs(a, shape) => self.shape_is(dst, *a, *shape),
            Op::ClassIs(a, shape) => self.class_is(dst, *a, *shape),
            Op::KeepAlive(a) => self.keep_alive(*a),
            Op::HasDict(a) => self.has_dict(dst, *a),
            Op::LoadField { object, offset } => self.load_field(dst, *object, *offset),
            Op::FieldIsNext { object, shape, offset } => self.field_is_next(dst, *object, *shape, *offset),
            Op::StoreField { object, offset, value } => self.store_field(*object, *offset, *value),
            Op::NewInstance(shape) => self.new_instance(dst, *shape),
            Op::Placeholder(shape) => self.placeholder(dst, *shape),
            Op::Materialize { shape, object, fields } => self.materialize(dst, *shape, *object, fields),
            Op::CheckDepth { frames } => self.check_depth(*frames, site),
            Op::CountFrames(by) => self.count_frame(i64::from(*by)),
            Op::CallContinuation { instance, point, live, frames } => {
                self.call_continuation(dst, (*instance, *point), live, *frames, site)
            }
            Op::ShapeFunction(shape, method) => self.shape_function(dst, *shape, *method),
            Op::FoundFunction(cache) => {
                let cell = self.unit.cache(*cache);
                let function = self.load_pointer(self.offset(cell, caches::ARMED)?, Region::Cache)?;
                self.store_scalar(dst, function)
            }
            Op::Len(object) => self.len(dst, *object, site),
            Op::ListLen(list) => {
                let list = self.pointer(*list)?;
                let len = self.load_word(self.offset(list, lists::LEN)?, Region::ListLength)?;
                self.store_scalar(dst, len)
            }
            Op::TupleLen(tuple) => {
                let tuple = self.pointer(*tuple)?;
                let len = self.load_word(self.offset(tuple, tuples::LEN)?, Region::TupleLength)?;
                self.store_scalar(dst, len)
            }
            Op::TupleAt { tuple, index } => {
                // A tuple's items lie where those of an array do.
                let items = self.pointer(*tuple)?;
                let index = self.scalar(*index)?.into_int_value();
                let place = self.item_address(items, index, 16)?;
                let (tag, bits) = self.load_value(place, Region::TupleItem)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::ListKindIs(list, kind) => {
                let list = self.pointer(*list)?;
                let found = self.load_word(self.offset(list, lists::KIND)?, Region::ListKind)?;
                let is = self.tag_is(found, *kind)?;
                self.store_scalar(dst, is)
            }
            Op::ListArray(list) => {
                let list = self.pointer(*list)?;
                let array = self.load_pointer(self.offset(list, lists::ARRAY)?, Region::ListArray)?;
                self.store_scalar(dst, array)
            }
            Op::IndexInside(index, len) => {
                let (index, len) = (self.int(*index)?, self.int(*len)?);
                let inside = self.builder().build_int_compare(IntPredicate::ULT, index, len, "")?;
                self.store_scalar(dst, inside)
            }
            Op::ArrayItem { array, index } => match dst {
                Some(dst) => self.array_item(dst, *array, *index),
                None => Ok(()),
            },
            Op::StoreArrayItem { array, index, value } => self.store_array_item(*array, *index, *value),
            Op::Ord(object) => self.ord(dst, *object, site),
            Op::TextLen(text, of) => {
                let pointer = self.pointer(*text)?;
                let region = if *of == tag::BYTEARRAY { Region::Any } else { Region::TextLength };
                let len = self.load_word(self.offset(pointer, strings::LEN)?, region)?;
                self.store_scalar(dst, len)
            }
            Op::CharAt { text, of, index, inside } => self.char_at(dst, *text, *of, *index, *inside),
            Op::CharOf(text) => self.char_of(dst, *text),
            Op::Char(code) => self.character(dst, *code),
            Op::CharIn(code, set) => self.char_in(dst, *code, *set),
            Op::IsTupleOf(value, len) => self.is_tuple_of(dst, *value, *len),
            Op::TupleItem { tuple, index } => {
                let tuple = self.pointer(*tuple)?;
                let place = self.offset(tuple, tuples::ITEMS + 16 * u64::from(*index))?;
                let (tag, bits) = self.load_value(place, Region::TupleItem)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::GetItem { object, index, expected } => self.get_item(dst, *object, *index, *expected, site),
            Op::SetItem { object, index, value } => self.set_item(*object, *index, *value, site),
            Op::GetAttr { object, name, cache } => self.get_attr(dst, *object, *name, *cache, site),
            Op::SetAttr { object, name, value, cache } => self.set_attr(*object, *name, *value, *cache, site),
            Op::LoadGlobal(global) => {
                let slot = self.global_slot(*global)?;
                let (tag, bits) = self.load_value(slot, Region::Global)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::LoadGlobalOrBuiltin(global) => self.load_global_or_builtin(dst, *global, site),
            Op::StoreGlobal(global, value) => {
                let slot = self.global_slot(*global)?;
                let value = self.pair(*value)?;
                // Every collection scans the globals, so this needs no barrier.
                self.store_value(slot, value, Region::Global)
            }
            Op::LoadBuiltin { name, module, cache } => {
                let cache = cache.map(|cache| self.unit.cache(cache));
                let (name, module) = (self.unit.constant(*name), *module);
                match cache {
                    Some(cache) => self.load_cached_builtin(dst, cache, name, module, site),
                    None => {
                        let module = self.unit.module_desc(module);
                        let found =
                            self.call_row_pair(Rt::tp_load_global_slow, &[module.into(), name.into()])?;
                        let failed = self.tag_is(found.0, tag::ERROR)?;
                        self.raise_if(failed, site)?;
                        self.store_result(dst, Loaded::Pair(found.0, found.1))
                    }
                }
            }
            Op::StoredDefault { function, number } => {
                let function = self.pointer(*function)?;
                let defaults =
                    self.load_pointer(self.offset(function, functions::DEFAULTS + 8)?, Region::Function)?;
                let place = self.offset(defaults, tuples::ITEMS + 16 * u64::from(*number))?;
                let (tag, bits) = self.load_value(place, Region::TupleItem)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::LoadClosure { function, index } => {
                let function = self.pointer(*function)?;
                let closure =
                    self.load_pointer(self.offset(function, functions::CLOSURE)?, Region::Function)?;
                let item = self.offset(closure, functions::CLOSURE_ITEMS + 16 * u64::from(*index) + 8)?;
                let cell = self.load_pointer(item, Region::Closure)?;
                self.store_scalar(dst, cell)
            }
            Op::LoadCell(cell) => {
                let cell = self.pointer(*cell)?;
                let (tag, bits) = self.load_value(self.offset(cell, cells::VALUE)?, Region::CellValue)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::StoreCell(cell, value) => {
                let cell = self.pointer(*cell)?;
                let (tag, bits) = self.pair(*value)?;
                self.call_row(Rt::tp_store_cell, &[cell.into(), tag.into(), bits.into()])?;
                Ok(())
            }
            Op::CheckBound { value, name, kind } => {
                let (tag, bits) = self.pair(*value)?;
                let unbound = self.tag_is(tag, tag::UNBOUND)?;
                let name = self.unit.constant(*name);
                let row = match kind {
                    Unbound::Local => Rt::tp_raise_unbound_local,
                    Unbound::Free => Rt::tp_raise_unbound_free,
                    Unbound::Name => Rt::tp_raise_name_error,
                };
                self.raise_by(unbound, row, &[name.into()], site)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::StackArray(count) => {
                let array = self.stack_array(*count)?;
                let word = self.word_of(array)?;
                self.store_scalar(dst, word)
            }
            Op::LoadItem { array, index } => {
                let array = self.pointer(*array)?;
                // Of this function, or what the caller of a boxed entry passed: any piece of memory with values.
                let place = self.offset(array, 16 * u64::from(*index))?;
                let (tag, bits) = self.load_value(place, Region::Any)?;
                self.store_result(dst, Loaded::Pair(tag, bits))
            }
            Op::StoreItem { array, index, value } => {
                let array = self.pointer(*array)?;
                let value = self.pair(*value)?;
                let address = self.offset(array, 16 * u64::from(*index))?;
                self.store_value(address, value, Region::Stack)
            }
            Op::LoadFrame { generator, index } => {
                let generator = self.pointer(*generator)?;
                let frame =
                    self.load_pointer(self.offset(generator, generators::FRAME)?, Region::Generator)?;
                let slot = self.offset(frame, generators::FRAME_ITEMS + 16 * u64::from(*index))?;
                let Some(dst) = dst else { return Ok(()) };
                let (tag, bits) = self.load_value(slot, Region::Frame)?;
                match self.body.locals[dst].repr {
                    Repr::Value => self.store(dst, Loaded::Pair(tag, bits)),
                    Repr::Word => self.store(dst, Loaded::Scalar(bits.into())),
                    repr => {
                        let scalar = self.unboxed(bits, repr)?;
                        self.store(dst, Loaded::Scalar(scalar))
                    }
                }
            }
            Op::StoreFrame { generator, index, value } => self.store_frame(*generator, *index, *value),
            Op::LoadState { generator } => {
                let generator = self.pointer(*generator)?;
                let state = self.load_word(self.offset(generator, generators::STATE)?, Region::Generator)?;
                self.store_scalar(dst, state)
            }
            Op::StoreState { generator, state } => {
                let generator = self.pointer(*generator)?;
                let address = self.offset(generator, generators::STATE)?;
                let state = self.constant_word(*state);
                self.store_scalar_at(address, state, Region::Generator)
            }
        }
    }

    /// A reference stored into an old frame needs the barrier; all else is one store.
    fn store_frame(&mut self, generator: Operand, index: u32, value: Operand) -> Result<()> {
        let generator = self.pointer(generator)?;
        let (tag, bits) = match (self.body.repr(value), self.load(value)?) {
            // To the collector a word is an int.
            (Repr::Word | Repr::Raw, Loaded::Scalar(BasicValueEnum::IntValue(word))) => {
                (self.constant_word(tag::INT), word)
            }
            (Repr::Word | Repr::Raw, Loaded::Scalar(BasicValueEnum::PointerValue(pointer))) => {
                (self.constant_word(tag::INT), self.word_of(pointer)?)
            }
            _ => match self.boxed(value)? {
                Loaded::Pair(tag, bits) => (tag, bits),
                Loaded::Scalar(_) => return Err(self.bug("nothing that a frame can hold")),
            },
        };
        let number = self.constant_word(u64::from(index));
        let args = [generator.into(), number.into(), tag.into(), bits.into()];
        if !self.unit.role.optimize {
            self.call_row(Rt::tp_frame_store, &args)?;
            return Ok(());
        }
        let frame = self.load_pointer(self.offset(generator, generators::FRAME)?, Region::Generator)?;
        let slot = self.offset(frame, generators::FRAME_ITEMS + 16 * u64::from(index))?;
        let (barrier, done) = (self.new_block("frame.barrier"), self.new_block("frame.stored"));
        self.unless_barrier(frame, tag, barrier)?;
        self.store_value(slot, (tag, bits), Region::Frame)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(barrier);
        self.call_row(Rt::tp_frame_store, &args)?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        Ok(())
    }

    pub fn store_result(&mut self, dst: Option<LocalId>, loaded: Loaded<'ctx>) -> Result<()> {
        match dst {
            Some(local) => self.store(local, loaded),
            None => Ok(()),
        }
    }

    pub fn tag_is(&self, tag: IntValue<'ctx>, expected: u64) -> Result<IntValue<'ctx>> {
        let expected = self.constant_word(expected);
        Ok(self.builder().build_int_compare(IntPredicate::EQ, tag, expected, "")?)
    }

    /// An unboxed operand as a `Value`.
    pub fn boxed(&mut self, operand: Operand) -> Result<Loaded<'ctx>> {
        let repr = self.body.repr(operand);
        let scalar = match self.load(operand)? {
            pair @ Loaded::Pair(..) => return Ok(pair),
            Loaded::Scalar(scalar) => scalar,
        };
        let i64 = self.unit.types.i64;
        let (tag, bits) = match (repr, scalar) {
            (Repr::I64, BasicValueEnum::IntValue(value)) => (self.constant_word(tag::INT), value),
            (Repr::Word, BasicValueEnum::IntValue(value)) => {
                let (tag, bits) = self.call_row_pair(Rt::tp_int_of_word, &[value.into()])?;
                return Ok(Loaded::Pair(tag, bits));
            }
            (Repr::F64, value @ BasicValueEnum::FloatValue(_)) => {
                let bits = self.builder().build_bit_cast(value, i64, "")?.into_int_value();
                (self.constant_word(tag::FLOAT), bits)
            }
            (Repr::Bool, BasicValueEnum::IntValue(value)) => {
                let bits = self.builder().build_int_z_extend(value, i64, "")?;
                (self.constant_word(tag::BOOL), bits)
            }
            (Repr::Ptr(layout), BasicValueEnum::PointerValue(pointer)) => {
                let tag = self.object_tag(layout, pointer)?;
                (tag, self.word_of(pointer)?)
            }
            _ => return Err(self.bug("this representation has no boxed form")),
        };
        Ok(Loaded::Pair(tag, bits))
    }

    /// The tag of an object: fixed by its layout where that names one builtin type, else read from the header.
    fn object_tag(&mut self, layout: Layout, pointer: PointerValue<'ctx>) -> Result<IntValue<'ctx>> {
        let fixed = match layout {
            Layout::Str => tag::STR,
            Layout::Bytes => tag::BYTES,
            Layout::List => tag::LIST,
            Layout::Tuple => tag::TUPLE,
            Layout::Dict => tag::DICT,
            Layout::Set => tag::SET,
            Layout::Cell => tag::CELL,
            Layout::Function => tag::FUNCTION,
            Layout::Generator => tag::GENERATOR,
            Layout::Any => {
                let header = self.load_header(pointer)?;
                let low = self.constant_word(0xffff_ffff);
                return Ok(self.builder().build_and(header, low, "")?);
            }
        };
        Ok(self.constant_word(fixed))
    }

    fn unbox(&mut self, dst: Option<LocalId>, operand: Operand) -> Result<()> {
        let Some(dst) = dst else { return Ok(()) };
        let (tag, bits) = self.pair(operand)?;
        if self.body.locals[dst].repr == Repr::Word {
            let low = self.call_row(Rt::tp_int_low_bits, &[tag.into(), bits.into()])?;
            return self.store_scalar(Some(dst), low.try_as_basic_value().unwrap_basic());
        }
        let scalar = self.unboxed(bits, self.body.locals[dst].repr)?;
        self.store(dst, Loaded::Scalar(scalar))
    }

    /// The payload word of a `Value` in the representation that its tag stands for.
    pub fn unboxed(&self, bits: IntValue<'ctx>, repr: Repr) -> Result<BasicValueEnum<'ctx>> {
        let types = self.unit.types;
        Ok(match repr {
            Repr::I64 | Repr::Raw => bits.into(),
            Repr::F64 => self.builder().build_bit_cast(bits, types.f64, "")?,
            Repr::Bool => self.builder().build_int_truncate(bits, types.i1, "")?.into(),
            Repr::Ptr(_) => self.pointer_of(bits)?.into(),
            Repr::Value | Repr::Word => return Err(self.bug("a Value is not unboxed")),
        })
    }

    /// Whether a value is an object of the tag with this address in the word at the offset, which never changes.
    fn has_word(
        &mut self,
        dst: Option<LocalId>,
        value: Operand,
        (expected, offset): (u64, u64),
        wanted: PointerValue<'ctx>,
    ) -> Result<()> {
        let (tag, bits) = self.pair(value)?;
        let is_kind = self.tag_is(tag, expected)?;
        let (look, done) = (self.new_block("look"), self.new_block("known"));
        let here = self.current_block()?;
        self.builder().build_conditional_branch(is_kind, look, done)?;
        self.unit.builder.position_at_end(look);
        let object = self.pointer_of(bits)?;
        let found = self.load_word(self.offset(object, offset)?, Region::Function)?;
        let wanted = self.word_of(wanted)?;
        let same = self.builder().build_int_compare(IntPredicate::EQ, found, wanted, "")?;
        self.builder().build_unconditional_branch(done)?;
        self.unit.builder.position_at_end(done);
        self.store_merged_bit(dst, &[(is_kind, here), (same, look)])
    }

    fn load_global_or_builtin(
        &mut self,
        dst: Option<LocalId>,
        global: Global,
        site: Option<SiteId>,
    ) -> Result<()> {
        let slot = self.global_slot(global)?;
        let (tag, bits) = self.load_value(slot, Region::Global)?;
        let unbound = self.tag_is(tag, tag::UNBOUND)?;
        let name = self.unit.program.modules[global.module].globals[global.slot as usize];
        let name = self.unit.constant(name);
        let module = self.unit.module_desc(global.module);
        let found =
            self.or_slow((tag, bits), unbound, Rt::tp_load_global_slow, &[module.into(), name.into()], site)?;
        self.store_result(dst, Loaded::Pair(found.0, found.1))
    }

    fn load_cached_builtin(
        &mut self,
        dst: Option<LocalId>,
        cache: PointerValue<'ctx>,
        name: PointerValue<'ctx>,
        module: ModuleId,
        site: Option<SiteId>,
    ) -> Result<()> {
        let (tag, bits) = self.load_value(cache, Region::Cache)?;
        let unknown = self.tag_is(tag, tag::ERROR)?;
        let slow = self.new_block("look.up");
        let done = self.new_block("found");
        let here = self.current_block()?;
        let branch = self.builder().build_conditional_branch(unknown, slow, done)?;
        self.mark_unlikely(branch, true)?;

        self.unit.builder.position_at_end(slow);
        let module = self.unit.module_desc(module);
        let looked_up = self.call_row_pair(Rt::tp_load_global_slow, &[module.into(), name.into()])?;
        let failed = self.tag_is(looked_up.0, tag::ERROR)?;
        self.raise_if(failed, site)?;
        self.store_value(cache, looked_up, Region::Cache)?;
        let slow_end = self.current_block()?;
        self.builder().build_unconditional_branch(done)?;

        self.unit.builder.position_at_end(done);
        let found = self.merge_pairs(&[((tag, bits), here), (looked_up, slow_end)])?;
        self.store_result(dst, Loaded::Pair(found.0, found.1))
    }
}
