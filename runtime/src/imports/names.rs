//! The namespace of builtin names.

use crate::containers::DictObj;
use crate::core::{Gc, StrObj, Value};
use crate::memory::Root;

static BUILTINS: Root = Root::new();

/// The namespace of the module `builtins`.
pub fn builtins() -> Gc<DictObj> {
    if BUILTINS.get().is_unbound() {
        BUILTINS.set(DictObj::new().value());
    }
    BUILTINS.get().cast()
}

/// A builtin by name.
pub fn find(name: Gc<StrObj>) -> Option<Value> {
    DictObj::get_str(builtins(), name)
}
