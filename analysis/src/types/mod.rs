//! Types: what the whole program shows about the values of each variable.

pub mod view;

pub use view::{Dynamic, InstanceKey, Point, Target, Type, Types};
