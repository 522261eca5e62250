//! MIR → LLVM IR, one codegen unit at a time.
//!
//! Reading order: [`abi`] (types and conventions), [`alias`] (what can be the same memory), [`unit`] (a module and what it declares), [`static_data`]
//! (descriptors and literals), [`function`] (one instance), then the operations: [`statement`], [`arithmetic`],
//! [`dynamic`], [`items`], [`text`], [`attributes`], [`call`], [`terminator`].

pub mod abi;
pub mod alias;
pub mod arithmetic;
pub mod attributes;
pub mod call;
pub mod debug_info;
pub mod dynamic;
mod frames;
pub mod function;
mod instances;
pub mod items;
pub mod list_items;
mod mixed_numbers;
mod recursion;
pub mod shapes;
mod statement;
pub mod static_data;
pub mod symbols;
pub mod terminator;
pub mod text;
pub mod unit;
