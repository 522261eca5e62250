//! The modules that the runtime implements natively: what `import` may resolve to when neither the
//! program nor the packaged Python library has a file of that name.
//!
//! Each has one registration symbol, `tp_module_` and its name with `.` written `_`, that the
//! compiler references only when the program imports the module, so the linker drops the rest.

/// The native modules in alphabetical order.
pub const NATIVE_MODULES: &[&str] = &[
    "_at_exit",
    "_collections",
    "_functools",
    "_generated",
    "_heapq",
    "_random",
    "_sre",
    "_traceback",
    "_weakref",
    "bisect",
    "builtins",
    "cmath",
    "io",
    "itertools",
    "math",
    "operator",
    "posix",
    "sys",
    "time",
];

/// The registration symbol of a native module: `math` is `tp_module_math`.
pub fn registration_symbol(module: &str) -> String {
    format!("tp_module_{}", module.replace('.', "_"))
}
