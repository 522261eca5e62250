//! The symbols of a program: what its instances and its static data are called in the objects.
//!
//! A symbol says what a thing *is* (where it stands in the program, what is in it) and not how many came before it. So a
//! unit that does not see an edit is the same bytes after it, and its object is found in the cache. Where several things
//! would have one symbol, they are numbered in the order of the program.

use analysis::mir::{CodeId, Const, Constant, ConstantId, InstanceId, ModuleId, Program, ShapeId};
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};

pub struct Symbols {
    /// `py.NAME#N`: the prefix keeps Python's `main` or `malloc` apart from C's.
    instances: Vec<String>,
    /// `taipan.const.HASH` and so on.
    constants: Vec<String>,
    codes: Vec<String>,
    modules: Vec<String>,
    globals: Vec<String>,
    shapes: Vec<String>,
}

impl Symbols {
    pub fn new(program: &Program) -> Self {
        let mut used = Numbering::default();
        let instances = program.instances.iter().map(|instance| format!("py.{}", instance.name)).collect();
        let mut constants: Vec<String> = Vec::with_capacity(program.constants.len());
        for constant in program.constants.iter() {
            let hash = content_hash(constant, &constants);
            constants.push(used.number(format!("taipan.const.{hash:032x}")));
        }
        let text = |id: ConstantId| match &program.constants[id] {
            Constant::Str(text) => text.iter().filter_map(|&point| char::from_u32(point)).collect(),
            _ => String::new(),
        };
        let module_names: Vec<String> = program.modules.iter().map(|module| text(module.name)).collect();
        let mut codes = Vec::with_capacity(program.codes.len());
        for code in program.codes.iter() {
            let module = &module_names[code.module.index()];
            codes.push(used.number(format!("taipan.code.{module}.{}", text(code.qualname))));
        }
        let mut family = |kind: &str| -> Vec<String> {
            module_names.iter().map(|name| used.number(format!("taipan.{kind}.{name}"))).collect()
        };
        let (modules, globals) = (family("module"), family("globals"));
        // A class body has one shape.
        let shapes =
            program.shapes.iter().map(|shape| codes[shape.body.index()].replacen("code", "shape", 1));
        let shapes = shapes.collect();
        Self { instances, constants, codes, modules, globals, shapes }
    }

    pub fn instance(&self, id: InstanceId) -> &str {
        &self.instances[id.index()]
    }

    pub fn constant(&self, id: ConstantId) -> &str {
        &self.constants[id.index()]
    }

    pub fn code(&self, id: CodeId) -> &str {
        &self.codes[id.index()]
    }

    pub fn module(&self, id: ModuleId) -> &str {
        &self.modules[id.index()]
    }

    pub fn shape(&self, id: ShapeId) -> &str {
        &self.shapes[id.index()]
    }

    pub fn globals(&self, id: ModuleId) -> &str {
        &self.globals[id.index()]
    }
}

/// Tells equal symbols apart.
#[derive(Default)]
struct Numbering {
    count: HashMap<String, u32>,
}

impl Numbering {
    /// The symbol, with a number if it is not the first one.
    fn number(&mut self, symbol: String) -> String {
        let number = self.count.entry(symbol.clone()).or_default();
        *number += 1;
        if *number == 1 { symbol } else { format!("{symbol}#{number}") }
    }
}

/// Depends on what is in the constant, for tuples on the symbols of what is in it: those come earlier.
fn content_hash(constant: &Constant, earlier: &[String]) -> u128 {
    let half = |seed: u64| {
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(seed);
        let Constant::Tuple(items) = constant else {
            constant.hash(&mut hasher);
            return hasher.finish();
        };
        items.len().hash(&mut hasher);
        for item in items {
            match item {
                Const::Object(id) => earlier.get(id.index()).hash(&mut hasher),
                item => item.hash(&mut hasher),
            }
        }
        hasher.finish()
    };
    u128::from(half(1)) << 64 | u128::from(half(2))
}
