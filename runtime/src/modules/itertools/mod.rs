//! The module `itertools`.
//!
//! Every iterator of the module has one layout, [`IterObj`]: a few values and a few numbers, whose
//! meaning each constructor states. So one trace bitmap serves all, and a type is two functions.

mod combinatoric;
mod filters;
mod grouping;
mod infinite;
mod joining;

use super::ids;
use crate::containers::DictObj;
use crate::core::{Args, Gc, Header, R, Value};
use crate::memory::{self, Descriptor};
use crate::objects::instance;
use crate::types::spec::{MethodDef, ModuleSpec};
use crate::types::{Slots, TypeObj, TypeSpec};

/// An iterator of this module.
#[repr(C)]
pub struct IterObj {
    pub header: Header,
    pub values: [Value; 5],
    pub numbers: [i64; 4],
}

/// Words 1-2, 3-4, ..., 9-10 are values.
const DESCRIPTOR: Descriptor = Descriptor::words::<IterObj>(0, 0b10_1010_1010);

impl IterObj {
    /// A new iterator of class `cls`; unused values are `UNBOUND`.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(cls: Gc<TypeObj>, values: &[Value], numbers: &[i64]) -> Value {
        let mut o: Gc<IterObj> = if cls.instance_size > size_of::<IterObj>() {
            instance::allocate(cls).cast()
        } else {
            memory::allocate(cls.id, size_of::<IterObj>()).cast()
        };
        for i in 0..5 {
            o.values[i] = values.get(i).copied().unwrap_or(Value::UNBOUND);
        }
        for i in 0..4 {
            o.numbers[i] = numbers.get(i).copied().unwrap_or(0);
        }
        o.barrier();
        o.value()
    }
    /// Stores value `i` with the barrier.
    #[inline]
    pub fn set(mut o: Gc<IterObj>, i: usize, v: Value) {
        o.values[i] = v;
        o.barrier();
    }
}

type New = fn(Gc<TypeObj>, &Args) -> R;

/// The specification of an iterator type.
const fn iterator(
    id: u64,
    name: &'static str,
    new: Option<New>,
    next: fn(Value) -> R,
    methods: &'static [MethodDef],
) -> TypeSpec {
    TypeSpec {
        id,
        name,
        module: "itertools",
        descriptor: DESCRIPTOR,
        slots: Slots { new, iter: Some(itself), next: Some(next), ..Slots::NONE },
        methods,
        subclassable: new.is_some(),
        ..TypeSpec::DEFAULT
    }
}

fn itself(v: Value) -> R {
    Ok(v)
}

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "itertools",
    functions: &[MethodDef::function("tee", joining::tee)],
    setup,
    doc: "Functional tools for creating and using iterators.",
};

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    for spec in TYPES {
        super::add_type(dict, spec);
    }
    super::register_type(&GROUPER);
    Ok(())
}

static GROUPER: TypeSpec = iterator(ids::GROUPER, "_grouper", None, grouping::grouper_next, &[]);

static TYPES: &[&TypeSpec] = &[
    &TypeSpec {
        slots: Slots {
            repr: Some(infinite::count_repr),
            ..iterator(ids::COUNT, "count", Some(infinite::count), infinite::count_next, &[]).slots
        },
        ..iterator(ids::COUNT, "count", Some(infinite::count), infinite::count_next, &[])
    },
    &iterator(ids::CYCLE, "cycle", Some(infinite::cycle), infinite::cycle_next, &[]),
    &TypeSpec {
        slots: Slots {
            repr: Some(infinite::repeat_repr),
            ..iterator(ids::REPEAT, "repeat", Some(infinite::repeat), infinite::repeat_next, &[]).slots
        },
        ..iterator(
            ids::REPEAT,
            "repeat",
            Some(infinite::repeat),
            infinite::repeat_next,
            &[MethodDef::method("__length_hint__", infinite::repeat_length_hint)],
        )
    },
    &iterator(ids::ACCUMULATE, "accumulate", Some(grouping::accumulate), grouping::accumulate_next, &[]),
    &iterator(ids::BATCHED, "batched", Some(grouping::batched), grouping::batched_next, &[]),
    &iterator(
        ids::CHAIN,
        "chain",
        Some(joining::chain),
        joining::chain_next,
        &[MethodDef::class_method("from_iterable", joining::chain_from_iterable)],
    ),
    &iterator(
        ids::COMBINATIONS,
        "combinations",
        Some(combinatoric::combinations),
        combinatoric::combinations_next,
        &[],
    ),
    &iterator(
        ids::COMBINATIONS_WITH_REPLACEMENT,
        "combinations_with_replacement",
        Some(combinatoric::with_replacement),
        combinatoric::with_replacement_next,
        &[],
    ),
    &iterator(ids::COMPRESS, "compress", Some(filters::compress), filters::compress_next, &[]),
    &iterator(ids::DROPWHILE, "dropwhile", Some(filters::dropwhile), filters::dropwhile_next, &[]),
    &iterator(ids::FILTERFALSE, "filterfalse", Some(filters::filterfalse), filters::filterfalse_next, &[]),
    &iterator(ids::GROUPBY, "groupby", Some(grouping::groupby), grouping::groupby_next, &[]),
    &iterator(ids::ISLICE, "islice", Some(filters::islice), filters::islice_next, &[]),
    &iterator(ids::PAIRWISE, "pairwise", Some(grouping::pairwise), grouping::pairwise_next, &[]),
    &iterator(
        ids::PERMUTATIONS,
        "permutations",
        Some(combinatoric::permutations),
        combinatoric::permutations_next,
        &[],
    ),
    &iterator(ids::PRODUCT, "product", Some(combinatoric::product), combinatoric::product_next, &[]),
    &iterator(ids::STARMAP, "starmap", Some(filters::starmap), filters::starmap_next, &[]),
    &iterator(ids::TAKEWHILE, "takewhile", Some(filters::takewhile), filters::takewhile_next, &[]),
    &iterator(
        ids::TEE,
        "_tee",
        Some(joining::tee_copy),
        joining::tee_next,
        &[MethodDef::method("__copy__", joining::tee_copy_method)],
    ),
    &iterator(ids::ZIP_LONGEST, "zip_longest", Some(joining::zip_longest), joining::zip_longest_next, &[]),
];

super::native_module!(tp_module_itertools, MODULE);
