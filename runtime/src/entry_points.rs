//! Checks, at compile time, that the runtime has an implementation of every row of the interface's
//! table with exactly the row's signature.
//!
//! Each file that implements rows is globbed here; the assertion below then finds them by name.

macro_rules! kind {
    (Value) => { $crate::core::Value };
    (Object) => { *mut u8 };
    (Status) => { i64 };
    (I64) => { i64 };
    (F64) => { f64 };
    (Bool) => { bool };
    (Ptr) => { *mut u8 };
    (Void) => { () };
}

macro_rules! check_rows {
    ($($(#[$meta:meta])* $name:ident ( $($param:ident),* ) -> $result:ident [ $($effect:ident)* ];)*) => {
        $(const _: unsafe extern "C" fn($(kind!($param)),*) -> kind!($result) = $name;)*
    };
}

#[allow(unused_imports, ambiguous_glob_imports)]
mod checked {
    use crate::containers::method_rows::*;
    use crate::containers::range_rows::*;
    use crate::containers::rows::*;
    use crate::containers::tuple_keys::*;
    use crate::exceptions::rows::*;
    use crate::exceptions::traceback::*;
    use crate::format::build_rows::tp_text_build;
    use crate::format::str_format::*;
    use crate::iteration::builtins::{tp_sum_end, tp_sum_step};
    use crate::iteration::enumerate::tp_enumerate_from;
    use crate::iteration::rows::*;
    use crate::iteration::zip::tp_zip_from;
    use crate::memory::{tp_allocate, tp_log_object};
    use crate::modules::bisect::*;
    use crate::modules::collections::deque_methods::*;
    use crate::modules::heapq::*;
    use crate::modules::math::rows::*;
    use crate::modules::random::{tp_call_random, tp_random, tp_random_below};
    use crate::numbers::rows::*;
    use crate::objects::attributes::tp_object_setattr;
    use crate::objects::binding::*;
    use crate::objects::call_rows::*;
    use crate::objects::cell::*;
    use crate::objects::class_build::*;
    use crate::objects::classes::{tp_isinstance, tp_type_of};
    use crate::objects::function::*;
    use crate::objects::generator::*;
    use crate::objects::held::*;
    use crate::objects::inline_cache::*;
    use crate::objects::match_rows::*;
    use crate::objects::module::*;
    use crate::objects::name_rows::*;
    use crate::objects::operators::{tp_binary_rest, tp_compare_rest};
    use crate::objects::protocol_rows::*;
    use crate::objects::super_object::*;
    use crate::objects::type_params::*;
    use crate::objects::weak_reference::*;
    use crate::text::builtins::{tp_ord, tp_same_text};
    use crate::text::rows::*;
    runtime_interface::runtime_rows!(check_rows);
}
