//! The module `_functools`: `partial`, `reduce`, `cmp_to_key` and the wrapper behind `lru_cache`.

use super::ids;
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::numbers::int_object::as_int;
use crate::objects::{call::with_scratch, instance, ops};
use crate::types::spec::{GetSet, MethodDef, ModuleSpec};
use crate::types::{Compare, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_functools",
    functions: &[MethodDef::function("reduce", reduce), MethodDef::function("cmp_to_key", cmp_to_key)],
    setup,
    doc: "Tools that operate on functions.",
};

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    super::add_type(dict, &PARTIAL);
    let cache = super::register_type(&LRU_CACHE);
    DictObj::set_str(dict, name!("_lru_cache_wrapper"), cache.value());
    super::register_type(&COMPARED_KEY);
    super::register_type(&CMP_TO_KEY);
    Ok(())
}

super::native_module!(tp_module__functools, MODULE);

fn reduce(args: &Args) -> R {
    args.no_keywords("functools.reduce")?;
    args.between("reduce", 2, 3)?;
    let function = args.pos[0];
    let Ok(it) = ops::iter(args.pos[1]) else {
        let raised = crate::core::Raised::pending();
        let error = crate::core::error::take_pending(raised);
        if error.type_id() != tag::exception::TypeError {
            return Err(crate::core::error::set_pending(error));
        }
        return Err(raise!(TypeError, "reduce() arg 2 must support iteration"));
    };
    let mut total = match args.get(2) {
        Some(initial) => initial,
        None => ops::next(it)?,
    };
    if total.is_unbound() {
        return Err(raise!(TypeError, "reduce() of empty iterable with no initial value"));
    }
    loop {
        let x = ops::next(it)?;
        if x.is_unbound() {
            return Ok(total);
        }
        total = ops::call(function, &[total, x])?;
    }
}

// ---- partial ----

/// `partial(function, *args, **keywords)`
#[repr(C)]
pub struct PartialObj {
    pub header: Header,
    pub function: Value,
    /// A tuple.
    pub args: Value,
    /// A dict.
    pub keywords: Value,
    /// The instance's `__dict__`, null until it is needed.
    pub dict: Option<Gc<DictObj>>,
}

// SAFETY: described by PARTIAL.
unsafe impl HeapObject for PartialObj {
    const TAG: u64 = tag::PARTIAL;
}

static PARTIAL: TypeSpec = TypeSpec {
    id: tag::PARTIAL,
    name: "partial",
    module: "functools",
    descriptor: Descriptor::words::<PartialObj>(
        word_of!(PartialObj, dict),
        word_of!(PartialObj, function) | word_of!(PartialObj, args) | word_of!(PartialObj, keywords),
    ),
    slots: Slots {
        new: Some(partial_new),
        call: Some(partial_call),
        repr: Some(partial_repr),
        ..Slots::NONE
    },
    methods: &[MethodDef::method("__reduce__", partial_reduce)],
    getset: &[
        super::DICT,
        GetSet { name: "func", get: |v| Ok(v.cast::<PartialObj>().function), set: None },
        GetSet { name: "args", get: |v| Ok(v.cast::<PartialObj>().args), set: None },
        GetSet { name: "keywords", get: |v| Ok(v.cast::<PartialObj>().keywords), set: None },
    ],
    subclassable: true,
    dict_offset: std::mem::offset_of!(PartialObj, dict),
    ..TypeSpec::DEFAULT
};

fn partial_new(cls: Gc<TypeObj>, args: &Args) -> R {
    let Some(mut function) = args.get(0) else {
        return Err(raise!(TypeError, "type 'partial' takes at least one argument"));
    };
    if crate::types::type_of(function).slots.call.is_none()
        && !matches!(
            function.tag,
            tag::FUNCTION | tag::METHOD | tag::BUILTIN | tag::METHOD_DESCRIPTOR | tag::TYPE
        )
    {
        return Err(raise!(TypeError, "the first argument must be callable"));
    }
    let keywords = DictObj::new();
    let mut positional = TupleObj::from_slice(args.rest());
    // A partial of a partial is one partial.
    if let Some(inner) = function.exact::<PartialObj>()
        && inner.dict.is_none()
    {
        function = inner.function;
        positional = joined(inner.args.cast(), args.rest());
        DictObj::merge(keywords, inner.keywords.cast(), true)?;
    }
    for (name, value) in args.kw_names.iter().zip(args.kw) {
        DictObj::set_str(keywords, name.cast::<StrObj>(), *value);
    }
    let mut o: Gc<PartialObj> = instance::allocate(cls).cast();
    o.function = function;
    o.args = positional.value();
    o.keywords = keywords.value();
    o.barrier();
    Ok(o.value())
}

fn joined(first: Gc<TupleObj>, second: &[Value]) -> Gc<TupleObj> {
    let all = TupleObj::new(first.len + second.len());
    for i in 0..first.len {
        TupleObj::set(all, i, TupleObj::get(first, i));
    }
    for (i, v) in second.iter().enumerate() {
        TupleObj::set(all, first.len + i, *v);
    }
    all
}

fn partial_call(v: Value, args: &Args) -> R {
    let o: Gc<PartialObj> = v.cast();
    let own: Gc<DictObj> = o.keywords.cast();
    let given_anew = |name: &Value| DictObj::get_str(own, name.cast::<StrObj>()).is_some();
    if own.len == 0 || !args.kw_names.iter().any(given_anew) {
        return call_with_both(o, args);
    }
    let positional = joined(o.args.cast(), args.pos);
    let keywords = DictObj::copy(own);
    for (name, value) in args.kw_names.iter().zip(args.kw) {
        DictObj::set_str(keywords, name.cast::<StrObj>(), *value);
    }
    let (names, values) = (ListObj::new(), ListObj::new());
    let mut at = 0;
    while let Some((k, x)) = DictObj::next_entry(keywords, &mut at) {
        ListObj::push(names, k);
        ListObj::push(values, x);
    }
    let pos = TupleObj::as_slice(positional);
    let (kw, kw_names) = (ListObj::as_slice(values), ListObj::as_slice(names));
    ops::call_args(o.function, &Args { pos, kw, kw_names })
}

/// Where no keyword is given twice.
fn call_with_both(o: Gc<PartialObj>, args: &Args) -> R {
    let (first, own): (Gc<TupleObj>, Gc<DictObj>) = (o.args.cast(), o.keywords.cast());
    let (positional, keywords) = (first.len + args.pos.len(), own.len + args.kw.len());
    with_scratch(positional + 2 * keywords, |room| {
        // SAFETY: room for all of them.
        let all = unsafe { std::slice::from_raw_parts_mut(room, positional + 2 * keywords) };
        let (pos, rest) = all.split_at_mut(positional);
        let (kw, kw_names) = rest.split_at_mut(keywords);
        pos[..first.len].copy_from_slice(TupleObj::as_slice(first));
        pos[first.len..].copy_from_slice(args.pos);
        let (mut at, mut i) = (0, 0);
        while let Some((name, value)) = DictObj::next_entry(own, &mut at) {
            (kw_names[i], kw[i]) = (name, value);
            i += 1;
        }
        kw_names[i..].copy_from_slice(args.kw_names);
        kw[i..].copy_from_slice(args.kw);
        ops::call_args(o.function, &Args { pos, kw, kw_names })
    })
}

fn partial_repr(v: Value) -> R {
    let _guard = crate::core::mutator::DepthGuard::enter("while getting the repr of an object")?;
    let o: Gc<PartialObj> = v.cast();
    let cls = crate::types::type_of(v);
    let mut text = crate::types::naming::qualified_with_module(cls) + "(";
    text += &ops::repr(o.function)?.to_string_lossy();
    let positional: Gc<TupleObj> = o.args.cast();
    for i in 0..positional.len {
        text += ", ";
        text += &ops::repr(TupleObj::get(positional, i))?.to_string_lossy();
    }
    let keywords: Gc<DictObj> = o.keywords.cast();
    let mut at = 0;
    while let Some((k, x)) = DictObj::next_entry(keywords, &mut at) {
        let name = ops::str(k)?.to_string_lossy();
        text += &format!(", {name}={}", ops::repr(x)?.to_string_lossy());
    }
    Ok(StrObj::from_str(&(text + ")")).value())
}

fn partial_reduce(args: &Args) -> R {
    let v = args.receiver();
    let o: Gc<PartialObj> = v.cast();
    let bound = joined(TupleObj::from_slice(&[o.function]), TupleObj::as_slice(o.args.cast()));
    // The keywords are kept by making the copy from a partial that has them.
    let inner = if o.keywords.cast::<DictObj>().len == 0 { bound } else { TupleObj::from_slice(&[v]) };
    Ok(TupleObj::pair(crate::types::type_of(v).value(), inner.value()).value())
}

// ---- cmp_to_key ----

/// Of CMP_TO_KEY: what makes keys. Of COMPARED_KEY: a key, with its object.
#[repr(C)]
struct KeyObj {
    header: Header,
    compare: Value,
    object: Value,
}

const KEY_DESCRIPTOR: Descriptor =
    Descriptor::words::<KeyObj>(0, word_of!(KeyObj, compare) | word_of!(KeyObj, object));

static CMP_TO_KEY: TypeSpec = TypeSpec {
    id: ids::CMP_TO_KEY,
    name: "KeyWrapper",
    module: "functools",
    descriptor: KEY_DESCRIPTOR,
    slots: Slots { call: Some(make_key), ..Slots::NONE },
    ..TypeSpec::DEFAULT
};

static COMPARED_KEY: TypeSpec = TypeSpec {
    id: ids::COMPARED_KEY,
    name: "KeyWrapper",
    module: "functools",
    descriptor: KEY_DESCRIPTOR,
    slots: Slots { compare: Some(compare_keys), ..Slots::NONE },
    getset: &[GetSet { name: "obj", get: |v| Ok(v.cast::<KeyObj>().object), set: None }],
    ..TypeSpec::DEFAULT
};

fn new_key(id: u64, compare: Value, object: Value) -> Value {
    let mut o: Gc<KeyObj> = memory::allocate(id, size_of::<KeyObj>()).cast();
    o.compare = compare;
    o.object = object;
    o.value()
}

fn cmp_to_key(args: &Args) -> R {
    let [compare] = args.bind("cmp_to_key", ["mycmp"], 0, 1, 1)?;
    Ok(new_key(ids::CMP_TO_KEY, compare, Value::NONE))
}

fn make_key(v: Value, args: &Args) -> R {
    let [object] = args.bind("K", ["obj"], 0, 1, 1)?;
    Ok(new_key(ids::COMPARED_KEY, v.cast::<KeyObj>().compare, object))
}

fn compare_keys(a: Value, b: Value, op: Compare) -> R {
    if a.tag != ids::COMPARED_KEY || b.tag != ids::COMPARED_KEY {
        return Err(raise!(TypeError, "other argument must be K instance"));
    }
    let (x, y): (Gc<KeyObj>, Gc<KeyObj>) = (a.cast(), b.cast());
    let answer = ops::call(x.compare, &[x.object, y.object])?;
    ops::compare(answer, Value::int(0), op)
}

// ---- lru_cache ----

/// A callable with memory. `entries` maps keys to results; its order is the order of use when the
/// size is bounded, so the first entry is the one to drop.
#[repr(C)]
struct CacheObj {
    header: Header,
    function: Value,
    entries: Value,
    make_info: Value,
    dict: Option<Gc<DictObj>>,
    /// -1: no limit
    max_size: i64,
    typed: u64,
    hits: i64,
    misses: i64,
}

static LRU_CACHE: TypeSpec = TypeSpec {
    id: ids::LRU_CACHE,
    name: "_lru_cache_wrapper",
    module: "functools",
    descriptor: Descriptor::words::<CacheObj>(
        word_of!(CacheObj, dict),
        word_of!(CacheObj, function) | word_of!(CacheObj, entries) | word_of!(CacheObj, make_info),
    ),
    slots: Slots { new: Some(cache_new), call: Some(cache_call), get: Some(cache_get), ..Slots::NONE },
    methods: &[
        MethodDef::method("cache_info", cache_info),
        MethodDef::method("cache_clear", cache_clear),
        MethodDef::method("__copy__", |args| Ok(args.receiver())),
        MethodDef::method("__deepcopy__", |args| Ok(args.receiver())),
    ],
    getset: &[super::DICT],
    dict_offset: std::mem::offset_of!(CacheObj, dict),
    ..TypeSpec::DEFAULT
};

fn cache_new(cls: Gc<TypeObj>, args: &Args) -> R {
    let [function, max_size, typed, make_info] =
        args.bind("lru_cache", ["user_function", "maxsize", "typed", "cache_info_type"], 0, 4, 4)?;
    if crate::types::type_of(function).slots.call.is_none()
        && !matches!(
            function.tag,
            tag::FUNCTION | tag::METHOD | tag::BUILTIN | tag::METHOD_DESCRIPTOR | tag::TYPE
        )
    {
        return Err(raise!(TypeError, "the first argument must be callable"));
    }
    let max_size =
        if max_size.is_none() { -1 } else { as_int(ops::index(max_size)?).expect("an int").clamped().max(0) };
    let typed = ops::truth(typed)?;
    let entries = DictObj::new();
    let mut o: Gc<CacheObj> = instance::allocate(cls).cast();
    o.function = function;
    o.entries = entries.value();
    o.make_info = make_info;
    o.max_size = max_size;
    o.typed = typed as u64;
    o.barrier();
    Ok(o.value())
}

/// The key of a call: the single argument itself when it is an exact int or str, else a tuple of the
/// arguments, a mark before the keywords, and for typed caches the types.
fn key_of(o: Gc<CacheObj>, args: &Args) -> Value {
    if o.typed == 0 && args.kw.is_empty() && args.pos.len() == 1 {
        let v = args.pos[0];
        if matches!(v.tag, tag::INT | tag::STR | tag::BIGINT) {
            return v;
        }
    }
    let (n, k) = (args.pos.len(), args.kw.len());
    let mark = usize::from(k > 0);
    let plain = n + mark + 2 * k;
    let typed = if o.typed != 0 { n + k } else { 0 };
    // One more slot keeps `f((1,))` apart from `f(1)`.
    let key = TupleObj::new(plain + typed);
    for (i, v) in args.pos.iter().enumerate() {
        TupleObj::set(key, i, *v);
    }
    if k > 0 {
        // No argument is the type `object` itself in practice; CPython uses a private object().
        TupleObj::set(key, n, Value::ELLIPSIS);
        for i in 0..k {
            TupleObj::set(key, n + mark + 2 * i, args.kw_names[i]);
            TupleObj::set(key, n + mark + 2 * i + 1, args.kw[i]);
        }
    }
    if typed > 0 {
        for (i, v) in args.pos.iter().chain(args.kw).enumerate() {
            TupleObj::set(key, plain + i, crate::types::type_of(*v).value());
        }
    }
    key.value()
}

/// The key of a call with a few positional numbers and texts, as a tuple that is only looked up: comparing those calls
/// nothing that could keep it.
#[repr(C)]
struct KeyOnStack {
    header: Header,
    len: usize,
    items: [Value; KeyOnStack::MOST],
}

impl KeyOnStack {
    const MOST: usize = 6;

    #[inline]
    fn of(o: Gc<CacheObj>, args: &Args) -> Option<Self> {
        let len = args.pos.len();
        let simple = |v: &Value| matches!(v.tag, tag::INT | tag::STR | tag::FLOAT | tag::BOOL);
        if o.typed != 0
            || !args.kw.is_empty()
            || !(2..=Self::MOST).contains(&len)
            || !args.pos.iter().all(simple)
        {
            return None;
        }
        let mut items = [Value::NONE; Self::MOST];
        items[..len].copy_from_slice(args.pos);
        Some(Self { header: Header(tag::TUPLE), len, items })
    }

    fn value(&self) -> Value {
        Value { tag: tag::TUPLE, bits: (&raw const *self) as u64 }
    }
}

fn cache_call(v: Value, args: &Args) -> R {
    let mut o: Gc<CacheObj> = v.cast();
    if o.max_size == 0 {
        o.misses += 1;
        return ops::call_args(o.function, args);
    }
    let entries: Gc<DictObj> = o.entries.cast();
    if o.max_size < 0
        && let Some(key) = KeyOnStack::of(o, args)
    {
        let hash = crate::containers::key::hash(key.value())?;
        if let Some(result) = DictObj::get_hashed(entries, key.value(), hash)? {
            o.hits += 1;
            return Ok(result);
        }
        return miss(o, args, key_of(o, args), hash);
    }
    let key = key_of(o, args);
    let hash = crate::containers::key::hash(key)?;
    if let Some(result) = DictObj::get_hashed(entries, key, hash)? {
        o.hits += 1;
        if o.max_size > 0 {
            // Used again: it goes to the end.
            DictObj::remove_hashed(entries, key, hash)?;
            DictObj::insert_hashed(entries, key, hash, result)?;
        }
        return Ok(result);
    }
    miss(o, args, key, hash)
}

fn miss(o: Gc<CacheObj>, args: &Args, key: Value, hash: i64) -> R {
    let mut o = o;
    o.misses += 1;
    let result = ops::call_args(o.function, args)?;
    // A generator that it made is known to the cache too.
    crate::objects::held::forget();
    let entries: Gc<DictObj> = o.entries.cast();
    if o.max_size > 0 && DictObj::get_hashed(entries, key, hash)?.is_none() {
        loop {
            if (entries.len as i64) < o.max_size || DictObj::pop_first(entries).is_none() {
                break;
            }
        }
    }
    DictObj::insert_hashed(entries, key, hash, result)?;
    Ok(result)
}

/// Cached functions in classes are methods.
fn cache_get(v: Value, instance: Value, _: Value) -> R {
    if instance.is_unbound() || instance.is_none() {
        return Ok(v);
    }
    Ok(crate::objects::method::bind(v, instance))
}

fn cache_info(args: &Args) -> R {
    let o: Gc<CacheObj> = args.receiver().cast();
    let max_size = if o.max_size < 0 { Value::NONE } else { Value::int(o.max_size) };
    let size = o.entries.cast::<DictObj>().len as i64;
    ops::call(o.make_info, &[Value::int(o.hits), Value::int(o.misses), max_size, Value::int(size)])
}

fn cache_clear(args: &Args) -> R {
    let mut o: Gc<CacheObj> = args.receiver().cast();
    DictObj::clear(o.entries.cast());
    o.hits = 0;
    o.misses = 0;
    Ok(Value::NONE)
}
