//! Iteration: iterators over builtin sequences, `enumerate`, `zip`, `map`, `filter`, `reversed`, the builtin
//! functions that consume iterables, and unpacking.

pub mod builtins;
pub mod collect;
pub mod enumerate;
pub mod filter;
pub mod map;
pub mod reversed;
pub mod rows;
pub mod sequence_iterators;
pub mod unpack;
pub mod zip;
