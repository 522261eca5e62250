//! DWARF line tables (`-g`): which line of which Python file an instruction comes from.

use crate::emit::unit::Unit;
use analysis::mir::{Constant, ConstantId, InstanceId, Program, SiteId};
use inkwell::{
    debug_info::{
        AsDIScope, DICompileUnit, DIFile, DIFlagsConstants, DISubprogram, DISubroutineType,
        DWARFEmissionKind, DWARFSourceLanguage, DebugInfoBuilder,
    },
    module::{FlagBehavior, Module},
    values::FunctionValue,
};

/// The debug information of one unit.
pub struct DebugInfo<'ctx> {
    builder: DebugInfoBuilder<'ctx>,
    unit: DICompileUnit<'ctx>,
    files: Vec<DIFile<'ctx>>,
    signature: DISubroutineType<'ctx>,
}

/// The function being emitted, as debuggers see it.
pub struct FunctionScope<'a, 'ctx> {
    debug: &'a DebugInfo<'ctx>,
    function: DISubprogram<'ctx>,
    pub first_line: u32,
}

impl<'ctx> DebugInfo<'ctx> {
    pub fn new(module: &Module<'ctx>, program: &Program, optimized: bool) -> DebugInfo<'ctx> {
        let main = program
            .modules
            .iter()
            .next()
            .map_or_else(String::new, |module| constant_text(program, module.file));
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
            DWARFEmissionKind::LineTablesOnly,
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
            .map(|module| builder.create_file(&constant_text(program, module.file), "."))
            .collect();
        let signature = builder.create_subroutine_type(unit.get_file(), None, &[], DIFlagsConstants::ZERO);
        DebugInfo { builder, unit, files, signature }
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
            &constant_text(unit.program, code.qualname),
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
        FunctionScope { debug: self, function: scope, first_line: line }
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
}

fn constant_text(program: &Program, id: ConstantId) -> String {
    match &program.constants[id] {
        Constant::Str(points) => {
            points.iter().map(|&point| char::from_u32(point).unwrap_or('\u{fffd}')).collect()
        }
        _ => String::new(),
    }
}
