//! Checks, at compile time, that the runtime has an implementation of every row of the interface's
//! table with exactly the row's signature.
//!
//! Each file that implements rows is globbed here; the assertion below then finds them by name.

#[allow(unused_macros)]
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

/// Called with the whole table once every row has its implementation.
#[allow(unused_macros)]
macro_rules! check_rows {
    ($($(#[$meta:meta])* $name:ident ( $($param:ident),* ) -> $result:ident [ $($effect:ident)* ];)*) => {
        $(const _: unsafe extern "C" fn($(kind!($param)),*) -> kind!($result) = $name;)*
    };
}
