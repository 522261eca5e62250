//! Imports. Names are made absolute here; whether the module exists the module graph says.

use super::body::Body;
use crate::{
    hir::{Const, Op, Place, Terminator, VarId},
    modules::ModuleRef,
    syntax::ast,
};

impl<'a> Body<'_, 'a> {
    pub fn import(&mut self, s: &'a ast::StmtImport) {
        let place = self.plain(s);
        for alias in &s.names {
            let module = self.import_module(&alias.name, place);
            match (&alias.asname, alias.name.split_once('.')) {
                (Some(name), _) => self.store_name(name, module, place),
                (None, None) => self.store_name(&alias.name, module, place),
                (None, Some((top, _))) => {
                    let module = self.import_module(top, place);
                    self.store_name(top, module, place);
                }
            }
        }
    }

    fn import_module(&mut self, name: &str, place: Place) -> VarId {
        let module = self.module.graph.lookup(name);
        if let Some(ModuleRef::Unsupported(top)) = module {
            let message = format!("the module `{top}` is not supported yet");
            self.not_supported("unsupported-module", &message, place);
        }
        let name = self.symbol(name);
        self.emit(Op::ImportModule { name, module }, place)
    }

    pub fn import_from(&mut self, s: &'a ast::StmtImportFrom) {
        let place = self.plain(s);
        let level = s.level.map_or(0, |level| level.to_u32());
        let name = s.module.as_deref().unwrap_or_default();
        let Some(absolute) = self.module.graph.absolute_name(self.module.id, level, name) else {
            return self.no_parent_package(place);
        };
        let module = self.import_module(&absolute, place);
        for alias in &s.names {
            if &alias.name == "*" {
                self.run(Op::ImportStar(module), place);
                continue;
            }
            let submodule = self.module.graph.lookup(&format!("{absolute}.{}", &*alias.name));
            let name = self.symbol(&alias.name);
            let op = Op::ImportFrom { module, name, submodule };
            let value = self.emit(op, place);
            self.store_name(alias.asname.as_ref().unwrap_or(&alias.name), value, place);
        }
    }

    /// The dots of a relative import lead out of the outermost package.
    fn no_parent_package(&mut self, place: Place) {
        let in_package = !self.module.graph.modules[self.module.id].package().is_empty();
        let message = if in_package {
            "attempted relative import beyond top-level package"
        } else {
            "attempted relative import with no known parent package"
        };
        let class = self.symbol("ImportError");
        let callee = self.emit(Op::LoadBuiltin(class), place);
        let message = self.constant(Const::Str(message.into()), place);
        let op = Op::Call { callee, args: vec![message], kwargs: Vec::new() };
        let exc = self.emit(op, place);
        self.terminate(Terminator::Raise { exc, cause: None }, place);
    }
}
