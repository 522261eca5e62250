//! placeholder
pub mod numbers;
