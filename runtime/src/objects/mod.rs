//! The object model: operations on any value, attributes, calls, classes, functions, generators.
//!
//! [`ops`] is what the rest of the runtime calls. Reading order: [`protocols`] and [`operators`]
//! (dispatch through slots), [`attributes`], [`call`] and [`binding`], then a file per kind of
//! object, [`class_build`] (what a class statement does), and the rows of compiled code in
//! [`rows`] and [`inline_cache`].

pub mod attributes;
pub mod binding;
pub mod builtin_function;
pub mod cache_cell;
pub mod call;
pub mod call_rows;
pub mod cell;
pub mod class_build;
pub mod class_layout;
pub mod classes;
pub mod delegation;
pub mod descriptors;
pub mod function;
pub mod generator;
pub mod globals_dict;
pub mod held;
pub mod inline_cache;
pub mod instance;
pub mod iterators;
pub mod mapping_proxy;
pub mod match_rows;
pub mod method;
pub mod module;
pub mod mro;
pub mod name_rows;
pub mod object_type;
pub mod offers;
pub mod operators;
pub mod ops;
pub mod protocol_rows;
pub mod protocols;
pub mod shapes;
pub mod singletons;
pub mod super_object;
pub mod type_params;
pub mod type_type;
pub mod union_type;
pub mod unwrap;
pub mod weak_reference;
