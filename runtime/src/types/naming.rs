//! How types are called in error messages.

use super::{TypeObj, flags, type_of};
use crate::core::{Gc, StrObj, Value};

/// The name of the value's type as messages show it.
pub fn type_name(v: Value) -> String {
    class_name(type_of(v))
}

/// The name of a type as messages show it: native types outside `builtins` with their module.
/// Whether this is the class `module.name`.
pub fn qualified_is(t: Gc<TypeObj>, module: &str, name: &str) -> bool {
    t.name.eq_str(name)
        && super::type_dict(t)
            .and_then(|d| crate::containers::DictObj::get_str(d, name!("__module__")))
            .is_some_and(|m| m.tag == runtime_interface::tag::STR && m.cast::<StrObj>().eq_str(module))
}

pub fn class_name(t: Gc<TypeObj>) -> String {
    let name = t.name.to_string_lossy();
    if t.flags & flags::DOTTED == 0 {
        return name;
    }
    match super::type_dict(t).and_then(|d| crate::containers::DictObj::get_str(d, name!("__module__"))) {
        Some(module) if module.tag == runtime_interface::tag::STR => {
            format!("{}.{name}", module.cast::<StrObj>().to_string_lossy())
        }
        _ => name,
    }
}

/// `C.__qualname__` with the module in front unless it is `builtins` or `__main__`: what tracebacks
/// print of an exception's class.
pub fn qualified_name(t: Gc<TypeObj>) -> String {
    let qualname = t.qualname.to_string_lossy();
    match super::type_dict(t).and_then(|d| crate::containers::DictObj::get_str(d, name!("__module__"))) {
        Some(m) if m.tag == runtime_interface::tag::STR => {
            let module = m.cast::<StrObj>();
            if module.eq_str("builtins") || module.eq_str("__main__") {
                qualname
            } else {
                format!("{}.{qualname}", module.to_string_lossy())
            }
        }
        _ => qualname,
    }
}

/// As [`qualified_name`], but `__main__.` is shown: what the default repr prints.
pub fn qualified_with_module(t: Gc<TypeObj>) -> String {
    let qualname = t.qualname.to_string_lossy();
    match super::type_dict(t).and_then(|d| crate::containers::DictObj::get_str(d, name!("__module__"))) {
        Some(m) if m.tag == runtime_interface::tag::STR => {
            let module = m.cast::<StrObj>();
            if module.eq_str("builtins") {
                qualname
            } else {
                format!("{}.{qualname}", module.to_string_lossy())
            }
        }
        _ => qualname,
    }
}
