//! The module `_weakref`: references that do not keep their object alive.

use crate::containers::DictObj;
use crate::core::{R, Value};
use crate::types::spec::ModuleSpec;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_weakref", functions: &[], setup, doc: "Weak-reference support module." };

super::native_module!(tp_module__weakref, MODULE);

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    let t = crate::types::type_by_id(runtime_interface::tag::WEAKREF);
    DictObj::set_str(dict, name!("ref"), t.value());
    DictObj::set_str(dict, name!("ReferenceType"), t.value());
    Ok(())
}
