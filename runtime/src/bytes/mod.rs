//! Python's `bytes` and `bytearray`.
//!
//! `object` has the layouts; methods that both types share are in `find_methods` and `shape_methods`; what differs is in
//! `bytes_type` and `bytearray_type`.

pub mod bytearray_type;
pub mod bytes_type;
pub mod construct;
pub mod find_methods;
pub mod object;
pub mod shape_methods;

pub use construct::to_bytes;
pub use object::{ByteArrayObj, BytesObj, as_bytes, byte_at, set_byte_at};
