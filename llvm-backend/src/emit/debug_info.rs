//! DWARF (`-g`): which line of which Python file an instruction comes from, Python's names of functions and variables.
//!
//! An unboxed variable shows as its number; any other as a *value*: the tag that says its type, and its bits.

use crate::emit::unit::Unit;
use analysis::mir::{InstanceId, Program, Repr, SiteId};
use inkwell::{
    basic_block::BasicBlock,
    debug_info::{
        AsDIScope, DICompileUnit, DIFile, DIFlagsConstants, DILocalVariable, DISubprogram, DISubroutineType,
        DIType, DWARFEmissionKind, DWARFSourceLanguage, DebugInfoBuilder,
    },
    llvm_sys::debuginfo::LLVMDIBuilderInsertDeclareRecordAtEnd,
    module::{FlagBehavior, Module},
    values::{AsValueRef, FunctionValue, PointerValue},
};

/// The debug information of one unit.
pub struct DebugInfo<'ctx> {
    builder: DebugInfoBuilder<'ctx>,
    unit: DICompileUnit<'ctx>,
    files: Vec<DIFile<'ctx>>,
    signature: DISubroutineType<'ctx>,
    types: Variables<'ctx>,
    detail: Detail,
}

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Where code comes from.
    Lines,
    /// And where variables are, for debuggers.
    Variables,
}

/// The types of variables, as debuggers show them.
struct Variables<'ctx> {
    int: DIType<'ctx>,
    float: DIType<'ctx>,
    bool: DIType<'ctx>,
    object: DIType<'ctx>,
    value: DIType<'ctx>,
}

/// The function being emitted, as debuggers see it.
pub struct FunctionScope<'a, 'ctx> {
    debug: &'a DebugInfo<'ctx>,
    function: DISubprogram<'ctx>,
    file: DIFile<'ctx>,
    pub first_line: u32,
}

impl<'ctx> DebugInfo<'ctx> {
    pub fn new(module: &Module<'ctx>, program: &Program, optimized: bool, detail: Detail) -> DebugInfo<'ctx> {
        let main = program.modules.iter().next().map_or_else(String::new, |module| program.text(module.file));
        let (builder, unit) = module.create_debug_info_builder(
            true,
            DWARFSourceLanguage::Python,
            &main,
            ".",
            "taipan",
            optimized,
            "",
            0,
            "",
            match detail {
                Detail::Lines => DWARFEmissionKind::LineTablesOnly,
                Detail::Variables => DWARFEmissionKind::Full,
            },
            0,
            false,
            false,
            "",
            "",
        );
        let version = module.get_context().i32_type().const_int(3, false);
        module.add_basic_value_flag("Debug Info Version", FlagBehavior::Warning, version);
        let files: Vec<_> = program
            .modules
            .iter()
            .map(|module| builder.create_file(&program.text(module.file), "."))
            .collect();
        let signature = builder.create_subroutine_type(unit.get_file(), None, &[], DIFlagsConstants::ZERO);
        let types = Variables::new(&builder, &unit);
        DebugInfo { builder, unit, files, signature, types, detail }
    }

    pub fn begin_function(
        &self,
        unit: &Unit<'ctx, '_>,
        id: InstanceId,
        function: FunctionValue<'ctx>,
    ) -> FunctionScope<'_, 'ctx> {
        let instance = &unit.program.instances[id];
        let code = &unit.program.codes[instance.code];
        let line = code.first_line.max(1);
        let scope = self.builder.create_function(
            self.unit.as_debug_info_scope(),
            &unit.program.text(code.qualname),
            // A linkage name would be shown instead of the Python name.
            None,
            self.files[code.module.index()],
            line,
            self.signature,
            true,
            true,
            line,
            DIFlagsConstants::ZERO,
            unit.role.optimize,
        );
        function.set_subprogram(scope);
        let file = self.files[code.module.index()];
        FunctionScope { debug: self, function: scope, file, first_line: line }
    }

    pub fn finish(&self) {
        self.builder.finalize();
    }
}

impl<'ctx> FunctionScope<'_, 'ctx> {
    /// What is emitted next comes from this line, at the site's column if it has a site; 0 is what belongs to no line.
    pub fn set_line(&self, unit: &Unit<'ctx, '_>, site: Option<SiteId>, line: u32) {
        let (line, column) = match site {
            Some(site) => {
                let site = unit.program.sites[site];
                (site.line, site.column + 1)
            }
            None => (line, 0),
        };
        let location = self.debug.builder.create_debug_location(
            unit.context,
            line,
            column,
            self.function.as_debug_info_scope(),
            None,
        );
        unit.builder.set_current_debug_location(location);
    }

    /// A Python variable that lives in these stack slots: one for an unboxed one, two for a value.
    pub fn declare(
        &self,
        unit: &Unit<'ctx, '_>,
        name: &str,
        repr: Repr,
        slots: &[PointerValue<'ctx>],
        block: BasicBlock<'ctx>,
    ) {
        if self.debug.detail == Detail::Lines {
            return;
        }
        let types = &self.debug.types;
        let ty = match repr {
            Repr::Value => types.value,
            Repr::I64 | Repr::Word => types.int,
            Repr::F64 => types.float,
            Repr::Bool => types.bool,
            Repr::Ptr(_) => types.object,
            Repr::Raw => return,
        };
        let scope = self.function.as_debug_info_scope();
        let builder = &self.debug.builder;
        let variable: DILocalVariable = builder.create_auto_variable(
            scope,
            name,
            self.file,
            self.first_line,
            ty,
            true,
            DIFlagsConstants::ZERO,
            0,
        );
        let place = builder.create_debug_location(unit.context, self.first_line, 0, scope, None);
        for (number, slot) in slots.iter().enumerate() {
            /// DW_OP_LLVM_fragment: which bits of the variable these are.
            const FRAGMENT: i64 = 0x1000;
            let part = if slots.len() == 1 { vec![] } else { vec![FRAGMENT, 64 * number as i64, 64] };
            let part = builder.create_expression(part);
            // SAFETY: all of one module; inkwell's own function takes the record for an instruction.
            unsafe {
                LLVMDIBuilderInsertDeclareRecordAtEnd(
                    builder.as_mut_ptr(),
                    slot.as_value_ref(),
                    variable.as_mut_ptr(),
                    part.as_mut_ptr(),
                    place.as_mut_ptr(),
                    block.as_mut_ptr(),
                );
            }
        }
    }
}

impl<'ctx> Variables<'ctx> {
    fn new(builder: &DebugInfoBuilder<'ctx>, unit: &DICompileUnit<'ctx>) -> Variables<'ctx> {
        // DW_ATE_*
        const BOOLEAN: u32 = 2;
        const FLOAT: u32 = 4;
        const SIGNED: u32 = 5;
        const UNSIGNED: u32 = 7;
        let none = DIFlagsConstants::ZERO;
        let basic = |name: &str, bits: u64, encoding: u32| {
            builder.create_basic_type(name, bits, encoding, none).expect("a name").as_type()
        };
        let (tag, bits) = (basic("tag", 64, UNSIGNED), basic("bits", 64, SIGNED));
        let (scope, file) = (unit.as_debug_info_scope(), unit.get_file());
        let member = |name: &str, offset: u64, ty| {
            builder.create_member_type(scope, name, file, 0, 64, 64, offset, none, ty).as_type()
        };
        let members = [member("tag", 0, tag), member("bits", 64, bits)];
        let value = builder
            .create_struct_type(scope, "value", file, 0, 128, 64, none, None, &members, 0, None, "value");
        Variables {
            int: basic("int", 64, SIGNED),
            float: basic("float", 64, FLOAT),
            bool: basic("bool", 8, BOOLEAN),
            object: basic("object", 64, UNSIGNED),
            value: value.as_type(),
        }
    }
}
