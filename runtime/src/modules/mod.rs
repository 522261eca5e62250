//! Native modules: what speed or a visible C type asks for. The rest of the library is Python
//! (`runtime/python`), compiled with the program.
//!
//! A module is one [`ModuleSpec`](crate::types::spec::ModuleSpec) and one registration symbol, which
//! the compiler references only if the program imports the module; its types are registered then.

/// Defines the registration function of a module.
macro_rules! native_module {
    ($symbol:ident, $spec:path) => {
        /// Makes the module object; called once, by the first import.
        #[unsafe(no_mangle)]
        pub extern "C" fn $symbol() -> $crate::core::Value {
            use $crate::core::error::InBand;
            $crate::objects::module::from_spec(&$spec).in_band()
        }
    };
}
pub(crate) use native_module;

pub mod at_exit;
pub mod bisect;
pub mod builtins_module;
pub mod cmath;
mod cmath_special;
pub mod collections;
pub mod functools;
pub mod generated;
pub mod heapq;
pub mod io;
pub mod itertools;
pub mod math;
pub mod operator;
pub mod os;
pub mod random;
pub mod regex;
pub mod simple_namespace;
pub mod struct_sequence;
pub mod sys;
pub mod time;
pub mod traceback;
pub mod weakref;

use crate::containers::DictObj;
use crate::core::{Gc, StrObj, Value};
use crate::types::{GetSet, TypeObj, TypeSpec, registry, type_object};

/// Type ids of native modules, all in one place so that no two are the same.
pub mod ids {
    use runtime_interface::tag::FIRST_NATIVE;

    macro_rules! ids {
        ($($name:ident = $offset:expr;)*) => { $(pub const $name: u64 = FIRST_NATIVE + $offset;)* };
    }
    ids! {
        COUNT = 0;
        CYCLE = 1;
        REPEAT = 2;
        ACCUMULATE = 3;
        BATCHED = 4;
        CHAIN = 5;
        COMBINATIONS = 6;
        COMBINATIONS_WITH_REPLACEMENT = 7;
        COMPRESS = 8;
        DROPWHILE = 9;
        FILTERFALSE = 10;
        GROUPBY = 11;
        GROUPER = 12;
        ISLICE = 13;
        PAIRWISE = 14;
        PERMUTATIONS = 15;
        PRODUCT = 16;
        STARMAP = 17;
        TAKEWHILE = 18;
        TEE = 19;
        ZIP_LONGEST = 20;
        LRU_CACHE = 21;
        CMP_TO_KEY = 22;
        COMPARED_KEY = 23;
        ITEMGETTER = 24;
        ATTRGETTER = 25;
        METHODCALLER = 26;
        DEQUE_ITERATOR = 28;
        DEQUE_REVERSE_ITERATOR = 29;
        TUPLEGETTER = 30;
        DIR_ENTRY = 31;
        BUFFERED_READER = 32;
        BUFFERED_WRITER = 33;
        BUFFERED_RANDOM = 34;
    }
}

/// `__dict__` of native types whose instances can have one.
pub const DICT: GetSet = GetSet {
    name: "__dict__",
    get: |v| {
        let dict = crate::objects::instance::dict_of(v, crate::types::type_of(v));
        Ok(dict.map_or(Value::NONE, |d| d.value()))
    },
    set: None,
};

/// Makes a module's type known (once) and binds it in the module.
pub fn add_type(module: Gc<DictObj>, spec: &'static TypeSpec) -> Gc<TypeObj> {
    let t = register_type(spec);
    DictObj::set_str(module, StrObj::from_str(spec.name), t.value());
    t
}

/// Makes a native module's type known, once.
pub fn register_type(spec: &'static TypeSpec) -> Gc<TypeObj> {
    match type_object::registered(spec.id) {
        Some(t) => t,
        None => {
            let t = registry::register_bare(spec);
            registry::complete(t, spec);
            t
        }
    }
}

pub use crate::iteration::collect::list as collect;
