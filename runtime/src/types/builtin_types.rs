//! The table of builtin types. Each is written down in the file of its idea; a type is known to the
//! program once its specification is listed here. Bases come before what derives from them.

use super::TypeSpec;

/// Every builtin type but the exceptions, `object` and `type` first.
pub static BUILTIN_TYPES: &[&TypeSpec] = &[
    &crate::objects::object_type::OBJECT,
    &crate::objects::type_type::TYPE,
    &crate::objects::function::FUNCTION,
    &crate::objects::function::CODE,
    &crate::objects::cell::CELL,
    &crate::objects::builtin_function::BUILTIN,
    &crate::objects::builtin_function::METHOD_DESCRIPTOR,
    &crate::objects::builtin_function::WRAPPER_DESCRIPTOR,
    &crate::objects::builtin_function::METHOD_WRAPPER,
    &crate::objects::builtin_function::GETSET_DESCRIPTOR,
    &crate::objects::builtin_function::MEMBER_DESCRIPTOR,
    &crate::objects::method::METHOD,
    &crate::objects::descriptors::PROPERTY,
    &crate::objects::descriptors::STATICMETHOD,
    &crate::objects::descriptors::CLASSMETHOD,
    &crate::objects::super_object::SUPER,
    &crate::objects::module::MODULE,
    &crate::objects::generator::GENERATOR,
    &crate::objects::iterators::SEQUENCE_ITERATOR,
    &crate::objects::iterators::CALLABLE_ITERATOR,
    &crate::objects::mapping_proxy::MAPPING_PROXY,
    &crate::objects::union_type::UNION,
    &crate::objects::union_type::GENERIC_ALIAS,
    &crate::objects::singletons::NONE,
    &crate::objects::singletons::NOT_IMPLEMENTED,
    &crate::objects::singletons::ELLIPSIS,
    &crate::exceptions::traceback::TRACEBACK,
    // -- text: numbers, str, bytes --
    // -- containers --
    // -- library: types of native modules --
];
