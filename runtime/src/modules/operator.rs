//! The module `operator`.

use super::ids;
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::{Args, Gc, Header, R, StrObj, Value};
use crate::memory::Descriptor;
use crate::numbers::int_object::as_int;
use crate::objects::{instance, ops};
use crate::types::spec::{MethodDef, ModuleSpec};
use crate::types::{Binary, Compare, Slots, TypeObj, TypeSpec, type_of};
use crate::word_of;
use runtime_interface::tag;

macro_rules! binary {
    ($($name:literal $op:ident;)*) => {
        &[$(MethodDef::function($name, |a| {
            a.between($name, 2, 2)?;
            ops::binary(Binary::$op, a.pos[0], a.pos[1])
        }),)*]
    };
}
macro_rules! in_place {
    ($($name:literal $op:ident;)*) => {
        &[$(MethodDef::function($name, |a| {
            a.between($name, 2, 2)?;
            ops::in_place(Binary::$op, a.pos[0], a.pos[1])
        }),)*]
    };
}
macro_rules! comparisons {
    ($($name:literal $op:ident;)*) => {
        &[$(MethodDef::function($name, |a| {
            a.between($name, 2, 2)?;
            ops::compare(a.pos[0], a.pos[1], Compare::$op)
        }),)*]
    };
}

static BINARY: &[MethodDef] = binary! {
    "add" Add;
    "sub" Sub;
    "mul" Mul;
    "truediv" TrueDiv;
    "floordiv" FloorDiv;
    "mod" Mod;
    "pow" Pow;
    "matmul" MatMul;
    "lshift" LShift;
    "rshift" RShift;
    "and_" And;
    "or_" Or;
    "xor" Xor;
};
static IN_PLACE: &[MethodDef] = in_place! {
    "iadd" Add;
    "isub" Sub;
    "imul" Mul;
    "itruediv" TrueDiv;
    "ifloordiv" FloorDiv;
    "imod" Mod;
    "ipow" Pow;
    "imatmul" MatMul;
    "ilshift" LShift;
    "irshift" RShift;
    "iand" And;
    "ior" Or;
    "ixor" Xor;
};
static COMPARISONS: &[MethodDef] = comparisons! {
    "lt" Lt;
    "le" Le;
    "eq" Eq;
    "ne" Ne;
    "gt" Gt;
    "ge" Ge;
};

static OTHERS: &[MethodDef] = &[
    MethodDef::function("neg", |a| one(a, "neg").and_then(ops::negative)),
    MethodDef::function("pos", |a| one(a, "pos").and_then(ops::positive)),
    MethodDef::function("inv", |a| one(a, "inv").and_then(ops::invert)),
    MethodDef::function("invert", |a| one(a, "invert").and_then(ops::invert)),
    MethodDef::function("index", |a| one(a, "index").and_then(ops::index)),
    MethodDef::function("truth", |a| Ok(Value::bool(ops::truth(one(a, "truth")?)?))),
    MethodDef::function("not_", |a| Ok(Value::bool(!ops::truth(one(a, "not_")?)?))),
    MethodDef::function("abs", abs),
    MethodDef::function("is_", |a| two(a, "is_").map(|(x, y)| Value::bool(x.is(y)))),
    MethodDef::function("is_not", |a| two(a, "is_not").map(|(x, y)| Value::bool(!x.is(y)))),
    MethodDef::function("contains", |a| {
        let (c, x) = two(a, "contains")?;
        Ok(Value::bool(ops::contains(c, x)?))
    }),
    MethodDef::function("getitem", |a| two(a, "getitem").and_then(|(o, k)| ops::getitem(o, k))),
    MethodDef::function("delitem", |a| {
        let (o, k) = two(a, "delitem")?;
        ops::delitem(o, k)?;
        Ok(Value::NONE)
    }),
    MethodDef::function("setitem", |a| {
        a.between("setitem", 3, 3)?;
        ops::setitem(a.pos[0], a.pos[1], a.pos[2])?;
        Ok(Value::NONE)
    }),
    MethodDef::function("concat", |a| {
        let (x, y) = two(a, "concat")?;
        sequence_operand(x)?;
        ops::binary(Binary::Add, x, y)
    }),
    MethodDef::function("iconcat", |a| {
        let (x, y) = two(a, "iconcat")?;
        sequence_operand(x)?;
        ops::in_place(Binary::Add, x, y)
    }),
    MethodDef::function("countOf", count_of),
    MethodDef::function("indexOf", index_of),
    MethodDef::function("length_hint", length_hint),
    MethodDef::function("call", |a| {
        if a.pos.is_empty() {
            return Err(raise!(TypeError, "call expected at least 1 argument, got 0"));
        }
        ops::call_args(a.pos[0], &a.skip_receiver())
    }),
];

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "operator", functions: OTHERS, setup, doc: "Operator interface." };

super::native_module!(tp_module_operator, MODULE);

fn setup(dict: Value) -> R<()> {
    let dict = dict.cast::<DictObj>();
    let module = StrObj::from_str("_operator").value();
    for table in [BINARY, IN_PLACE, COMPARISONS] {
        for def in table {
            let function = crate::objects::builtin_function::function(def, module);
            DictObj::set_str(dict, StrObj::from_str(def.name), function);
        }
    }
    // Each operator is there under the name of its dunder too.
    let all = DictObj::copy(dict);
    let mut at = 0;
    while let Some((name, function)) = DictObj::next_entry(all, &mut at) {
        let name = name.cast::<StrObj>().to_string_lossy();
        if matches!(function.tag, tag::BUILTIN) && !name.starts_with("__") && !NO_DUNDER.contains(&&*name) {
            let dunder = StrObj::from_str(&format!("__{}__", name.trim_end_matches('_')));
            DictObj::set_str(dict, dunder, function);
        }
    }
    super::add_type(dict, &ITEMGETTER);
    super::add_type(dict, &ATTRGETTER);
    super::add_type(dict, &METHODCALLER);
    Ok(())
}

const NO_DUNDER: &[&str] = &["truth", "is_", "is_not", "countOf", "indexOf", "length_hint"];

fn one(args: &Args, name: &str) -> R {
    // The text of the error is made only where it is needed.
    match (args.pos, args.kw.is_empty()) {
        ([only], true) => Ok(*only),
        _ => Err(args.exactly(&format!("_operator.{name}"), 1).expect_err("other than one argument")),
    }
}

fn two(args: &Args, name: &str) -> R<(Value, Value)> {
    args.between(name, 2, 2)?;
    Ok((args.pos[0], args.pos[1]))
}

fn abs(args: &Args) -> R {
    let v = one(args, "abs")?;
    match type_of(v).slots.abs {
        Some(slot) => slot(v),
        None => {
            let name = ops::type_name(v);
            Err(raise!(TypeError, "bad operand type for abs(): '{name}'"))
        }
    }
}

fn sequence_operand(v: Value) -> R<()> {
    let t = type_of(v);
    if t.slots.concat.is_some() || t.slots.getitem.is_some() {
        return Ok(());
    }
    let name = ops::type_name(v);
    Err(raise!(TypeError, "'{name}' object can't be concatenated"))
}

fn count_of(args: &Args) -> R {
    let (iterable, x) = two(args, "countOf")?;
    let it = ops::iter(iterable)?;
    let mut n = 0;
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Ok(Value::int(n));
        }
        n += crate::containers::key::equal(v, x)? as i64;
    }
}

fn index_of(args: &Args) -> R {
    let (iterable, x) = two(args, "indexOf")?;
    let it = ops::iter(iterable)?;
    let mut n = 0;
    loop {
        let v = ops::next(it)?;
        if v.is_unbound() {
            return Err(raise!(ValueError, "sequence.index(x): x not in sequence"));
        }
        if crate::containers::key::equal(v, x)? {
            return Ok(Value::int(n));
        }
        n += 1;
    }
}

fn length_hint(args: &Args) -> R {
    args.between("length_hint", 1, 2)?;
    let default = match args.get(1) {
        None => 0,
        Some(v) => match as_int(v) {
            Some(n) => n.clamped(),
            None => {
                let name = ops::type_name(v);
                return Err(raise!(TypeError, "'{name}' object cannot be interpreted as an integer"));
            }
        },
    };
    Ok(Value::int(ops::length_hint(args.pos[0], default as usize)? as i64))
}

// ---- itemgetter, attrgetter, methodcaller ----

/// `items`: a tuple of keys, of dotted names split into tuples, or the arguments of the method.
#[repr(C)]
struct GetterObj {
    header: Header,
    items: Value,
    /// The method's name; keyword arguments as a dict.
    name: Value,
    keywords: Value,
}

const DESCRIPTOR: Descriptor = Descriptor::words::<GetterObj>(
    0,
    word_of!(GetterObj, items) | word_of!(GetterObj, name) | word_of!(GetterObj, keywords),
);

const fn getter(id: u64, name: &'static str, slots: Slots, methods: &'static [MethodDef]) -> TypeSpec {
    TypeSpec { id, name, module: "operator", descriptor: DESCRIPTOR, slots, methods, ..TypeSpec::DEFAULT }
}

static ITEMGETTER: TypeSpec = getter(
    ids::ITEMGETTER,
    "itemgetter",
    Slots {
        new: Some(itemgetter_new),
        call: Some(itemgetter_call),
        repr: Some(itemgetter_repr),
        ..Slots::NONE
    },
    &[],
);
static ATTRGETTER: TypeSpec = getter(
    ids::ATTRGETTER,
    "attrgetter",
    Slots {
        new: Some(attrgetter_new),
        call: Some(attrgetter_call),
        repr: Some(attrgetter_repr),
        ..Slots::NONE
    },
    &[],
);
static METHODCALLER: TypeSpec = getter(
    ids::METHODCALLER,
    "methodcaller",
    Slots {
        new: Some(methodcaller_new),
        call: Some(methodcaller_call),
        repr: Some(methodcaller_repr),
        ..Slots::NONE
    },
    &[],
);

fn new_getter(cls: Gc<TypeObj>, items: Value, name: Value, keywords: Value) -> Value {
    let mut o: Gc<GetterObj> = instance::allocate(cls).cast();
    o.items = items;
    o.name = name;
    o.keywords = keywords;
    o.barrier();
    o.value()
}

fn object_argument(args: &Args, name: &str) -> R {
    args.no_keywords(name)?;
    if args.pos.len() != 1 {
        let n = args.pos.len();
        return Err(raise!(TypeError, "{name} expected 1 argument, got {n}"));
    }
    Ok(args.pos[0])
}

fn itemgetter_new(cls: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("itemgetter")?;
    if args.pos.is_empty() {
        return Err(raise!(TypeError, "itemgetter expected 1 argument, got 0"));
    }
    Ok(new_getter(cls, TupleObj::from_slice(args.pos).value(), Value::NONE, Value::NONE))
}

fn itemgetter_call(v: Value, args: &Args) -> R {
    let object = object_argument(args, "itemgetter")?;
    let items: Gc<TupleObj> = v.cast::<GetterObj>().items.cast();
    if items.len == 1 {
        return ops::getitem(object, TupleObj::get(items, 0));
    }
    let result = TupleObj::new(items.len);
    for i in 0..items.len {
        TupleObj::set(result, i, ops::getitem(object, TupleObj::get(items, i))?);
    }
    Ok(result.value())
}

fn joined_reprs(items: Gc<TupleObj>) -> R<String> {
    let mut parts = Vec::new();
    for i in 0..items.len {
        parts.push(ops::repr(TupleObj::get(items, i))?.to_string_lossy());
    }
    Ok(parts.join(", "))
}

fn itemgetter_repr(v: Value) -> R {
    let shown = joined_reprs(v.cast::<GetterObj>().items.cast())?;
    Ok(StrObj::from_str(&format!("operator.itemgetter({shown})")).value())
}

/// A dotted name is kept as a tuple of its parts.
fn attrgetter_new(cls: Gc<TypeObj>, args: &Args) -> R {
    args.no_keywords("attrgetter")?;
    if args.pos.is_empty() {
        return Err(raise!(TypeError, "attrgetter expected 1 argument, got 0"));
    }
    let items = TupleObj::new(args.pos.len());
    for (i, &v) in args.pos.iter().enumerate() {
        let Some(name) = ops::as_str(v) else {
            return Err(raise!(TypeError, "attribute name must be a string"));
        };
        let parts = ListObj::new();
        for part in name.to_string_lossy().split('.') {
            ListObj::push(parts, StrObj::from_str(part).value());
        }
        TupleObj::set(items, i, TupleObj::from_slice(ListObj::as_slice(parts)).value());
    }
    let names = TupleObj::from_slice(args.pos).value();
    Ok(new_getter(cls, items.value(), names, Value::NONE))
}

fn dotted(object: Value, parts: Gc<TupleObj>) -> R {
    let mut object = object;
    for i in 0..parts.len {
        object = ops::getattr(object, TupleObj::get(parts, i).cast())?;
    }
    Ok(object)
}

fn attrgetter_call(v: Value, args: &Args) -> R {
    let object = object_argument(args, "attrgetter")?;
    let items: Gc<TupleObj> = v.cast::<GetterObj>().items.cast();
    if items.len == 1 {
        return dotted(object, TupleObj::get(items, 0).cast());
    }
    let result = TupleObj::new(items.len);
    for i in 0..items.len {
        TupleObj::set(result, i, dotted(object, TupleObj::get(items, i).cast())?);
    }
    Ok(result.value())
}

fn attrgetter_repr(v: Value) -> R {
    let shown = joined_reprs(v.cast::<GetterObj>().name.cast())?;
    Ok(StrObj::from_str(&format!("operator.attrgetter({shown})")).value())
}

fn methodcaller_new(cls: Gc<TypeObj>, args: &Args) -> R {
    let Some(name) = args.get(0) else {
        return Err(raise!(TypeError, "methodcaller needs at least one argument, the method name"));
    };
    if ops::as_str(name).is_none() {
        return Err(raise!(TypeError, "method name must be a string"));
    }
    let keywords = DictObj::new();
    for (k, v) in args.kw_names.iter().zip(args.kw) {
        DictObj::set_str(keywords, k.cast::<StrObj>(), *v);
    }
    Ok(new_getter(cls, TupleObj::from_slice(args.rest()).value(), name, keywords.value()))
}

fn methodcaller_call(v: Value, args: &Args) -> R {
    let object = object_argument(args, "methodcaller")?;
    let o: Gc<GetterObj> = v.cast();
    let (items, keywords): (Gc<TupleObj>, Gc<DictObj>) = (o.items.cast(), o.keywords.cast());
    let Some(name) = ops::as_str(o.name) else { return Ok(Value::NONE) };
    if keywords.len == 0 {
        return ops::call_method(object, name, TupleObj::as_slice(items));
    }
    let method = ops::getattr(object, name)?;
    let (names, values) = (ListObj::new(), ListObj::new());
    let mut at = 0;
    while let Some((k, x)) = DictObj::next_entry(keywords, &mut at) {
        ListObj::push(names, k);
        ListObj::push(values, x);
    }
    let (kw, kw_names) = (ListObj::as_slice(values), ListObj::as_slice(names));
    ops::call_args(method, &Args { pos: TupleObj::as_slice(items), kw, kw_names })
}

fn methodcaller_repr(v: Value) -> R {
    let o: Gc<GetterObj> = v.cast();
    let mut text = ops::repr(o.name)?.to_string_lossy();
    let rest = joined_reprs(o.items.cast())?;
    if !rest.is_empty() {
        text = format!("{text}, {rest}");
    }
    let mut at = 0;
    while let Some((k, x)) = DictObj::next_entry(o.keywords.cast(), &mut at) {
        let (k, x) = (ops::str(k)?.to_string_lossy(), ops::repr(x)?.to_string_lossy());
        text = format!("{text}, {k}={x}");
    }
    Ok(StrObj::from_str(&format!("operator.methodcaller({text})")).value())
}
