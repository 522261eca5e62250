//! The module `_at_exit`: what the module `atexit`, which is Python, cannot do itself.

use crate::core::{Args, R, Value};
use crate::types::spec::{MethodDef, ModuleSpec};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_at_exit",
    functions: &[MethodDef::function("register", register)],
    setup: |_| Ok(()),
    doc: "Calls at the end of the program.",
};

super::native_module!(tp_module__at_exit, MODULE);

fn register(args: &Args) -> R {
    args.exactly("register", 1)?;
    crate::start::at_exit::register(args.pos[0], &[]);
    Ok(Value::NONE)
}
