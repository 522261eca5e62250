//! placeholder
pub mod numbers;
pub mod text;
