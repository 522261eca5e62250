//! The static data of a program: literals with the layout of their heap objects, descriptors of functions and modules,
//! global slots, and `taipan_program`, from which the runtime reaches all of it. Layouts: `runtime_interface::layout`.

use crate::{
    emit::unit::{Data, Unit},
    error::Result,
};
use analysis::mir::{Code, CodeId, Const, Constant, ConstantId, Module, Shape};
use inkwell::{
    AddressSpace,
    values::{BasicValueEnum, PointerValue, StructValue},
};
use runtime_interface::{
    layout::{header, strings},
    native_modules, tag,
};

/// Defines everything; unit 0 calls it.
pub fn define(unit: &mut Unit<'_, '_>) -> Result<()> {
    let program = unit.program;
    for (id, constant) in program.constants.iter_enumerated() {
        let value = unit.literal(constant);
        // The hash is cached in the object.
        unit.define_data(Data::Constant, id.index(), value, false);
    }
    for (id, code) in program.codes.iter_enumerated() {
        let value = unit.code_desc(code);
        unit.define_data(Data::Code, id.index(), value, true);
    }
    for (id, module) in program.modules.iter_enumerated() {
        let unbound = unit.types.value.const_named_struct(&[unit.word(tag::UNBOUND), unit.word(0)]);
        let slots = unit.types.value.const_array(&vec![unbound; module.globals.len()]);
        let slots = unit.context.const_struct(&[slots.into()], false);
        unit.define_data(Data::Globals, id.index(), slots, false);
        let value = unit.module_record(id, module);
        unit.define_data(Data::Module, id.index(), value, false);
    }
    for (id, shape) in program.shapes.iter_enumerated() {
        let value = unit.shape_record(shape);
        unit.define_data(Data::Shape, id.index(), value, false);
    }
    unit.define_program();
    Ok(())
}

/// The type id of a literal.
pub fn constant_tag(constant: &Constant) -> u64 {
    match constant {
        Constant::Str(_) => tag::STR,
        Constant::Bytes(_) => tag::BYTES,
        Constant::BigInt { .. } => tag::BIGINT,
        Constant::Complex(..) => tag::COMPLEX,
        Constant::Tuple(_) => tag::TUPLE,
    }
}

impl<'ctx> Unit<'ctx, '_> {
    pub fn word(&self, value: u64) -> BasicValueEnum<'ctx> {
        self.types.i64.const_int(value, false).into()
    }

    fn half(&self, value: u32) -> BasicValueEnum<'ctx> {
        self.types.i32.const_int(u64::from(value), false).into()
    }

    fn null(&self) -> BasicValueEnum<'ctx> {
        self.types.ptr.const_null().into()
    }

    fn literal(&mut self, constant: &Constant) -> StructValue<'ctx> {
        let head = self.word(constant_tag(constant) | header::STATIC);
        let context = self.context;
        match constant {
            Constant::Str(text) => {
                let (kind, data) = stored_text(text);
                let data = context.const_string(&data, false);
                context.const_struct(
                    &[head, self.word(text.len() as u64), self.word(0), self.word(kind), data.into()],
                    false,
                )
            }
            Constant::Bytes(bytes) => {
                let data = context.const_string(bytes, true);
                context.const_struct(&[head, self.word(bytes.len() as u64), self.word(0), data.into()], false)
            }
            Constant::BigInt { negative, limbs } => {
                let words: Vec<_> = limbs.iter().map(|&limb| self.types.i64.const_int(limb, false)).collect();
                let words = self.types.i64.const_array(&words);
                let (count, sign) = (self.word(limbs.len() as u64), self.word(u64::from(*negative)));
                context.const_struct(&[head, count, sign, words.into()], false)
            }
            Constant::Complex(real, imaginary) => {
                context.const_struct(&[head, self.word(*real), self.word(*imaginary)], false)
            }
            Constant::Tuple(items) => {
                let mut fields = vec![head, self.word(items.len() as u64)];
                for &item in items.iter() {
                    fields.extend(self.static_value(item));
                }
                context.const_struct(&fields, false)
            }
        }
    }

    /// The two words of a constant value.
    fn static_value(&mut self, constant: Const) -> [BasicValueEnum<'ctx>; 2] {
        let scalar = match constant {
            Const::None => (tag::NONE, 0),
            Const::Ellipsis => (tag::ELLIPSIS, 0),
            Const::NotImplemented => (tag::NOT_IMPLEMENTED, 0),
            Const::BoolValue(value) => (tag::BOOL, u64::from(value)),
            Const::IntValue(value) => (tag::INT, value as u64),
            Const::FloatValue(bits) => (tag::FLOAT, bits),
            Const::Object(id) => {
                let tag = constant_tag(&self.program.constants[id]);
                return [self.word(tag), self.constant(id).into()];
            }
            _ => (tag::UNBOUND, 0),
        };
        [self.word(scalar.0), self.word(scalar.1)]
    }

    fn constant_or_null(&mut self, id: Option<ConstantId>) -> BasicValueEnum<'ctx> {
        match id {
            Some(id) => self.constant(id).into(),
            None => self.null(),
        }
    }

    /// A private array of pointers. An empty one has no memory but a valid address, as Rust's slices want.
    fn pointer_array(&mut self, pointers: &[PointerValue<'ctx>]) -> BasicValueEnum<'ctx> {
        if pointers.is_empty() {
            return self.types.i64.const_int(8, false).const_to_pointer(self.types.ptr).into();
        }
        let array = self.types.ptr.const_array(pointers);
        let global = self.module.add_global(array.get_type(), Some(AddressSpace::default()), "taipan.table");
        global.set_initializer(&array);
        global.set_constant(true);
        global.set_linkage(inkwell::module::Linkage::Internal);
        global.as_pointer_value().into()
    }

    fn constant_array(&mut self, ids: &[ConstantId]) -> BasicValueEnum<'ctx> {
        let pointers: Vec<_> = ids.iter().map(|&id| self.constant(id)).collect();
        self.pointer_array(&pointers)
    }

    fn code_desc(&mut self, code: &Code) -> StructValue<'ctx> {
        let entry = match code.entry {
            Some(entry) => self.instance(entry).as_global_value().as_pointer_value().into(),
            None => self.null(),
        };
        let fields = [
            self.constant(code.name).into(),
            self.constant(code.qualname).into(),
            self.module_desc(code.module).into(),
            entry,
            self.constant_array(&code.names),
            self.constant_or_null(code.doc),
            self.half(code.flags),
            self.half(code.positional),
            self.half(code.positional_only),
            self.half(code.keyword_only),
            self.half(code.free_names.len() as u32),
            self.half(code.first_line),
            self.half(code.frame_size),
            self.half(code.names.len() as u32),
            self.constant_array(&code.free_names),
            match code.shape {
                Some(shape) => self.shape(shape).into(),
                None => self.null(),
            },
        ];
        self.context.const_struct(&fields, false)
    }

    fn code_or_null(&mut self, id: Option<CodeId>) -> BasicValueEnum<'ctx> {
        match id {
            Some(id) => self.code(id).into(),
            None => self.null(),
        }
    }

    fn shape_record(&mut self, shape: &Shape) -> StructValue<'ctx> {
        let null = self.types.ptr.const_null();
        let names: Vec<_> =
            shape.fields.iter().map(|&name| name.map_or(null, |name| self.constant(name))).collect();
        let mut fields = vec![
            self.word(0),
            self.word(0),
            self.pointer_array(&names),
            self.word(names.len() as u64),
            self.word(u64::from(shape.first_field())),
            self.word(u64::from(shape.size())),
            self.code_or_null(shape.init),
            self.null(),
            self.word(shape.methods.len() as u64),
            self.word(u64::from(shape.frozen)),
        ];
        for method in &shape.methods {
            fields.push(self.constant(method.name).into());
            fields.push(self.code_or_null(method.code));
            fields.push(self.code_or_null(method.after));
            fields.push(self.null());
        }
        self.context.const_struct(&fields, false)
    }

    fn module_record(&mut self, id: analysis::mir::ModuleId, module: &Module) -> StructValue<'ctx> {
        let source = self.context.const_string(module.source.as_bytes(), true);
        let source_global =
            self.module.add_global(source.get_type(), Some(AddressSpace::default()), "taipan.source");
        source_global.set_initializer(&source);
        source_global.set_constant(true);
        source_global.set_linkage(inkwell::module::Linkage::Internal);
        let fields = [
            self.constant(module.name).into(),
            self.constant(module.file).into(),
            self.constant(module.package).into(),
            source_global.as_pointer_value().into(),
            self.word(module.source.len() as u64),
            self.globals(id).into(),
            self.constant_array(&module.globals),
            self.word(module.globals.len() as u64),
            self.instance(module.body).as_global_value().as_pointer_value().into(),
            self.code(module.code).into(),
            self.word(u64::from(module.is_package)),
            self.null(),
            self.constant_or_null(module.doc),
            self.constant_or_null(module.warnings),
        ];
        self.context.const_struct(&fields, false)
    }

    fn define_program(&mut self) {
        let program = self.program;
        let modules: Vec<_> = program.modules.ids().map(|id| self.module_desc(id)).collect();
        let modules = self.pointer_array(&modules);

        let mut natives = Vec::new();
        for (index, name) in program.natives.iter().enumerate() {
            let text: Vec<u32> = name.chars().map(u32::from).collect();
            let literal = self.literal(&Constant::Str(text.into()));
            let symbol = format!("taipan.native.{index}");
            let global = self.module.add_global(literal.get_type(), Some(AddressSpace::default()), &symbol);
            global.set_initializer(&literal);
            global.set_alignment(16);
            global.set_linkage(inkwell::module::Linkage::Internal);
            let register_type = self.types.value.fn_type(&[], false);
            let symbol = native_modules::registration_symbol(name);
            let register = self
                .module
                .get_function(&symbol)
                .unwrap_or_else(|| self.module.add_function(&symbol, register_type, None));
            natives.push(global.as_pointer_value());
            natives.push(register.as_global_value().as_pointer_value());
        }
        let natives = self.pointer_array(&natives);

        let record = self.context.const_struct(
            &[
                modules,
                self.word(program.modules.len() as u64),
                natives,
                self.word(program.natives.len() as u64),
            ],
            false,
        );
        let global =
            self.module.add_global(record.get_type(), Some(AddressSpace::default()), "taipan_program");
        global.set_initializer(&record);
        global.set_constant(true);
    }
}

/// The kind word of a `str` and its code points in one, two or four bytes each, with a zero after them.
fn stored_text(text: &[u32]) -> (u64, Vec<u8>) {
    let highest = text.iter().copied().max().unwrap_or(0);
    let with_end = text.iter().copied().chain([0]);
    if highest < 0x100 {
        let ascii = if highest < 0x80 { strings::ASCII } else { 0 };
        (1 | ascii, with_end.map(|point| point as u8).collect())
    } else if highest < 0x10000 {
        (2, with_end.flat_map(|point| (point as u16).to_le_bytes()).collect())
    } else {
        (4, with_end.flat_map(u32::to_le_bytes).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::stored_text;
    use runtime_interface::layout::strings;

    #[test]
    fn text_is_stored_in_the_narrowest_width() {
        assert_eq!(stored_text(&[0x41]), (1 | strings::ASCII, vec![0x41, 0]));
        assert_eq!(stored_text(&[0xe9]), (1, vec![0xe9, 0]));
        assert_eq!(stored_text(&[0x20ac]), (2, vec![0xac, 0x20, 0, 0]));
        assert_eq!(stored_text(&[0x1f600]).0, 4);
    }
}
