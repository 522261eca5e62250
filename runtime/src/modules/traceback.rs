//! The module `_traceback`: exceptions as text, for the module `traceback`, which is Python.

use crate::core::{Args, R, StrObj};
use crate::exceptions::render;
use crate::types::spec::{MethodDef, ModuleSpec};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_traceback",
    functions: &[
        // The whole text, chained exceptions included.
        MethodDef::function("rendered", |args| {
            args.exactly("rendered", 1)?;
            text(render::render(args.pos[0]))
        }),
        // The entries of a traceback object.
        MethodDef::function("stack", |args| {
            args.exactly("stack", 1)?;
            text(render::render_stack(args.pos[0]))
        }),
        // The lines with class, message and notes.
        MethodDef::function("final_lines", |args: &Args| {
            args.exactly("final_lines", 1)?;
            text(render::final_lines(args.pos[0]))
        }),
    ],
    setup: |_| Ok(()),
    doc: "Exceptions as text.",
};

super::native_module!(tp_module__traceback, MODULE);

fn text(s: String) -> R {
    Ok(StrObj::from_str(&s).value())
}
