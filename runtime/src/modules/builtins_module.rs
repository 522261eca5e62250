//! The module `builtins`: the namespace of builtin names as a module object.

use crate::core::Value;
use crate::core::error::InBand;
use crate::objects::module;

/// Makes the module object; called once, by the first import.
#[unsafe(no_mangle)]
pub extern "C" fn tp_module_builtins() -> Value {
    let mut m = module::new_module(name!("builtins"));
    m.dict = crate::builtins::namespace().value();
    crate::containers::DictObj::set_str(m.dict.cast(), name!("__name__"), name!("builtins").value());
    m.barrier();
    crate::core::R::Ok(m.value()).in_band()
}
