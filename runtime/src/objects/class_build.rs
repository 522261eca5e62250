//! What a class statement does: finds the metaclass, prepares the namespace, runs the body, makes
//! the class; and `type.__new__`, which does the last.

use super::attributes::getattr_optional;
use super::call::call_found;
use super::cell::CellObj;
use super::{class_layout, descriptors, mro, offers, ops};
use crate::containers::{DictObj, ListObj, TupleObj};
use crate::core::error::InBand;
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory::Root;
use crate::types::lookup::{add_subclass, as_type, fresh_version};
use crate::types::naming::{class_name, type_name};
use crate::types::{
    Slots, TypeObj, flags, inheritance, is_subtype, registry, type_by_id, type_lookup, type_object, type_of,
};
use runtime_interface::layout::CodeDesc;
use runtime_interface::tag;

/// The field names of the class that is being made, for `type.__new__` when it is reached through a
/// metaclass: a tuple (class name, field names).
static FIELDS: Root = Root::new();

/// (name, bases and class keywords as values, base count, keyword names or null, body, its code)
#[unsafe(no_mangle)]
pub unsafe extern "C" fn tp_build_class(
    name: *mut u8,
    values: *mut u8,
    base_count: i64,
    kwnames: *mut u8,
    body: Value,
    code: *mut u8,
) -> Value {
    // SAFETY: compiled code passes that many values.
    let args = unsafe {
        super::call::raw_args(values as *const Value, base_count as usize, kwnames as *mut TupleObj)
    };
    let bases = TupleObj::from_slice(args.pos);
    let name: Gc<StrObj> = Gc::from_ptr(name as *mut StrObj);
    let made = build(name, bases, args.kw_names, args.kw, body, code, Value::UNBOUND);
    note(made, code).in_band()
}

/// Remembers which statement made the class.
fn note(made: R, code: *mut u8) -> R {
    if let Ok(class) = made
        && let Some(t) = as_type(class)
    {
        super::cache_cell::class_made(code, t.id);
        super::shapes::class_made(code, t);
    }
    made
}

/// As above with bases and keywords computed: (name, tuple, dict or UNBOUND, body, code, type
/// parameters or UNBOUND).
#[unsafe(no_mangle)]
pub extern "C" fn tp_build_class_star(
    name: *mut u8,
    bases: Value,
    keywords: Value,
    body: Value,
    code: *mut u8,
    type_params: Value,
) -> Value {
    let (names, values) = (ListObj::new(), ListObj::new());
    if let Some(d) = keywords.bound() {
        let mut position = 0;
        while let Some((k, v)) = DictObj::next_entry(d.cast(), &mut position) {
            ListObj::push(names, k);
            ListObj::push(values, v);
        }
    }
    let bases = if bases.tag == tag::TUPLE { bases.cast() } else { TupleObj::empty() };
    let name: Gc<StrObj> = Gc::from_ptr(name as *mut StrObj);
    let made =
        build(name, bases, ListObj::as_slice(names), ListObj::as_slice(values), body, code, type_params);
    note(made, code).in_band()
}

/// The names that the methods of the class assign through `self`: the names of the body's code.
fn field_names(code: *mut u8) -> Value {
    if code.is_null() {
        return Value::UNBOUND;
    }
    // SAFETY: descriptions are static data of the program.
    unsafe {
        let code = &*(code as *const CodeDesc);
        let first = (code.positional + code.keyword_only) as usize;
        let count = code.name_count as usize;
        if count <= first {
            return Value::UNBOUND;
        }
        let names = TupleObj::new(count - first);
        for i in first..count {
            let s = *(code.names as *const Gc<StrObj>).add(i);
            TupleObj::set(names, i - first, s.value());
        }
        names.value()
    }
}

fn build(
    name: Gc<StrObj>,
    original_bases: Gc<TupleObj>,
    kw_names: &[Value],
    kw_values: &[Value],
    body: Value,
    code: *mut u8,
    type_params: Value,
) -> R {
    let bases = resolve_bases(original_bases)?;
    // The metaclass: given, else that of the first base; then the most derived of all.
    let mut meta = type_by_id(tag::TYPE).value();
    let (names, values) = (ListObj::new(), ListObj::new());
    let mut given = false;
    for (k, v) in kw_names.iter().zip(kw_values) {
        if k.cast::<StrObj>().eq_str("metaclass") {
            meta = *v;
            given = true;
        } else {
            ListObj::push(names, *k);
            ListObj::push(values, *v);
        }
    }
    if !given && bases.len > 0 {
        meta = type_of(TupleObj::get(bases, 0)).value();
    }
    if let Some(m) = as_type(meta) {
        meta = winner(m, TupleObj::as_slice(bases))?.value();
    }
    let keywords = Args { pos: &[], kw: ListObj::as_slice(values), kw_names: ListObj::as_slice(names) };
    let first = [name.value(), bases.value()];
    let namespace = if meta.is(type_by_id(tag::TYPE).value()) {
        DictObj::new().value()
    } else {
        match getattr_optional(meta, name!("__prepare__"))? {
            None => DictObj::new().value(),
            Some(prepare) => {
                let ns = ops::call_args(prepare, &Args { pos: &first, ..keywords })?;
                if type_of(ns).slots.getitem.is_none() || type_of(ns).slots.setitem.is_none() {
                    let (m, t) = (class_name_or_metaclass(meta), type_name(ns));
                    return Err(raise!(TypeError, "{m}.__prepare__() must return a mapping, not {t}"));
                }
                ns
            }
        }
    };
    if let Some(params) = type_params.bound() {
        ops::setitem(namespace, name!("__type_params__").value(), params)?;
    }
    if bases != original_bases {
        ops::setitem(namespace, name!("__orig_bases__").value(), original_bases.value())?;
    }
    let cell = ops::call(body, &[namespace])?;
    let offered = offers::take(namespace, code)?;
    FIELDS.set(TupleObj::pair(name.value(), field_names(code)).value());
    let args = [name.value(), bases.value(), namespace];
    let made = ops::call_args(meta, &Args { pos: &args, ..keywords })?;
    if let Some(cell) = cell.exact::<CellObj>()
        && as_type(made).is_some()
        && cell.value.is_unbound()
    {
        let mut cell = cell;
        cell.value = made;
        cell.barrier();
    }
    if let Some(t) = as_type(made) {
        offers::class_made(t, offered)?;
    }
    Ok(made)
}

fn class_name_or_metaclass(meta: Value) -> String {
    as_type(meta).map_or_else(|| "<metaclass>".to_owned(), class_name)
}

/// Replaces bases that are no classes by what their `__mro_entries__` gives.
fn resolve_bases(bases: Gc<TupleObj>) -> R<Gc<TupleObj>> {
    if TupleObj::as_slice(bases).iter().all(|b| as_type(*b).is_some()) {
        return Ok(bases);
    }
    let list = ListObj::new();
    for i in 0..bases.len {
        let b = TupleObj::get(bases, i);
        if as_type(b).is_some() {
            ListObj::push(list, b);
            continue;
        }
        match getattr_optional(b, name!("__mro_entries__"))? {
            None => ListObj::push(list, b),
            Some(f) => {
                let more = ops::call(f, &[bases.value()])?;
                if more.tag != tag::TUPLE {
                    return Err(raise!(TypeError, "__mro_entries__ must return a tuple"));
                }
                for x in TupleObj::as_slice(more.cast()) {
                    ListObj::push(list, *x);
                }
            }
        }
    }
    Ok(TupleObj::from_slice(ListObj::as_slice(list)))
}

/// The most derived metaclass.
fn winner(meta: Gc<TypeObj>, bases: &[Value]) -> R<Gc<TypeObj>> {
    let mut best = meta;
    for b in bases {
        let m = type_of(*b);
        if is_subtype(best, m) {
            continue;
        }
        if is_subtype(m, best) {
            best = m;
            continue;
        }
        return Err(raise!(
            TypeError,
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
        ));
    }
    Ok(best)
}

/// `type.__new__(meta, name, bases, namespace, **keywords)`
pub fn type_new(meta: Gc<TypeObj>, args: &Args) -> R {
    if args.pos.len() != 3 {
        return Err(raise!(TypeError, "type.__new__() takes exactly 3 arguments ({} given)", args.pos.len()));
    }
    let (name, bases, namespace) = (args.pos[0], args.pos[1], args.pos[2]);
    let Some(name) = ops::as_str(name) else {
        let t = type_name(name);
        return Err(raise!(TypeError, "type.__new__() argument 1 must be str, not {t}"));
    };
    if ops::unwrap(bases).tag != tag::TUPLE {
        let t = type_name(bases);
        return Err(raise!(TypeError, "type.__new__() argument 2 must be tuple, not {t}"));
    }
    let mut bases: Gc<TupleObj> = ops::unwrap(bases).cast();
    if super::unwrap::builtin_layout(namespace) != tag::DICT {
        let t = type_name(namespace);
        return Err(raise!(TypeError, "type.__new__() argument 3 must be dict, not {t}"));
    }
    for b in TupleObj::as_slice(bases) {
        if as_type(*b).is_none() && getattr_optional(*b, name!("__mro_entries__"))?.is_some() {
            return Err(raise!(
                TypeError,
                "type() doesn't support MRO entry resolution; use types.new_class()"
            ));
        }
    }
    if bases.len == 0 {
        bases = TupleObj::from_slice(&[type_by_id(tag::OBJECT).value()]);
    }
    let best = winner(meta, TupleObj::as_slice(bases))?;
    if best != meta
        && let Some(new) = best.slots.new
        && new as usize != crate::objects::type_type::new as *const () as usize
    {
        return new(best, args);
    }
    let fields = take_fields(name);
    let t = make(best, name, bases, namespace.cast(), fields)?;
    finish(t, args)?;
    Ok(Value { tag: best.id, bits: t.as_ptr() as u64 })
}

fn take_fields(name: Gc<StrObj>) -> Value {
    let pending = FIELDS.get();
    if pending.tag != tag::TUPLE {
        return Value::UNBOUND;
    }
    let pair: Gc<TupleObj> = pending.cast();
    if !super::instance::same_text(TupleObj::get(pair, 0).cast(), name) {
        return Value::UNBOUND;
    }
    FIELDS.set(Value::UNBOUND);
    TupleObj::get(pair, 1)
}

fn make(
    meta: Gc<TypeObj>,
    name: Gc<StrObj>,
    bases: Gc<TupleObj>,
    given: Gc<DictObj>,
    fields: Value,
) -> R<Gc<TypeObj>> {
    let base = class_layout::best_base(TupleObj::as_slice(bases))?;
    let dict = DictObj::copy(given);
    let mut t = registry::bare(0, "", base.descriptor, Slots::NONE);
    t.name = name;
    t.qualname = name;
    t.flags = flags::HEAP | flags::BASE;
    t.base = Some(base);
    t.bases = bases.value();
    t.dict = dict.value();
    t.barrier();
    // SAFETY: a live object; instances of metaclasses start with this layout.
    unsafe { (*t.header()).set_type_id(meta.id) }
    if let Some(q) = DictObj::get_str(dict, name!("__qualname__")) {
        let Some(q) = ops::as_str(q) else {
            let n = type_name(q);
            return Err(raise!(TypeError, "type __qualname__ must be a str, not {n}"));
        };
        t.qualname = q;
        t.barrier();
        DictObj::del_str(dict, name!("__qualname__"));
    }
    let cell = DictObj::get_str(dict, name!("__classcell__"));
    DictObj::del_str(dict, name!("__classcell__"));
    t.mro = compute_mro(t, meta, TupleObj::as_slice(bases))?;
    t.barrier();
    // Classes get their id only when nothing can go wrong with their bases any more.
    t.id = type_object::next_id();
    type_object::register(t.id, t);
    class_layout::lay_out(t, base, dict, fields)?;
    if DictObj::get_str(dict, name!("__doc__")).is_none() {
        DictObj::set_str(dict, name!("__doc__"), Value::NONE);
    }
    if DictObj::get_str(dict, name!("__module__")).is_none() {
        DictObj::set_str(dict, name!("__module__"), super::module::calling_module_name());
    }
    if t.dict_offset != 0 && base_chain_lacks_dict(t) {
        DictObj::set_str(
            dict,
            name!("__dict__"),
            super::builtin_function::getset(&super::classes::INSTANCE_DICT, t),
        );
    }
    if let Some(f) = DictObj::get_str(dict, name!("__new__"))
        && f.tag == tag::FUNCTION
    {
        DictObj::set_str(dict, name!("__new__"), descriptors::static_method(f));
    }
    for n in [name!("__init_subclass__"), name!("__class_getitem__")] {
        if let Some(f) = DictObj::get_str(dict, n)
            && f.tag == tag::FUNCTION
        {
            DictObj::set_str(dict, n, descriptors::class_method(f));
        }
    }
    if DictObj::get_str(dict, name!("__eq__")).is_some()
        && DictObj::get_str(dict, name!("__hash__")).is_none()
    {
        DictObj::set_str(dict, name!("__hash__"), Value::NONE);
    }
    t.version = fresh_version();
    inheritance::fill_slots(t);
    for b in TupleObj::as_slice(bases) {
        if let Some(b) = as_type(*b) {
            add_subclass(b, t);
        }
    }
    if let Some(cell) = cell.and_then(|c| c.exact::<CellObj>()) {
        let mut cell = cell;
        cell.value = Value { tag: meta.id, bits: t.as_ptr() as u64 };
        cell.barrier();
    }
    Ok(t)
}

fn base_chain_lacks_dict(t: Gc<TypeObj>) -> bool {
    crate::types::lookup::mro_of(t)[1..].iter().all(|c| c.cast::<TypeObj>().dict_offset == 0)
        || t.flags & flags::EXCEPTION != 0
}

fn compute_mro(t: Gc<TypeObj>, meta: Gc<TypeObj>, bases: &[Value]) -> R {
    if meta.id != tag::TYPE
        && let Some((f, owner)) = crate::types::lookup::lookup_with_owner(meta, name!("mro"))
        && owner.id != tag::TYPE
    {
        let mut t = t;
        t.mro = mro::linearize(t, bases)?;
        let result = call_found(f, t.value(), &[])?;
        let list = ListObj::new();
        let it = ops::iter(result)?;
        loop {
            let x = ops::next(it)?;
            if x.is_unbound() {
                break;
            }
            ListObj::push(list, x);
        }
        return Ok(TupleObj::from_slice(ListObj::as_slice(list)).value());
    }
    mro::linearize(t, bases)
}

/// `__set_name__` of what the namespace holds, then `__init_subclass__` of the bases.
fn finish(t: Gc<TypeObj>, args: &Args) -> R<()> {
    let class = t.value();
    let dict: Gc<DictObj> = t.dict.cast();
    // The namespace may change meanwhile: walk a copy.
    let copy = DictObj::copy(dict);
    let mut position = 0;
    while let Some((k, v)) = DictObj::next_entry(copy, &mut position) {
        if !v.is_heap() || v.tag == tag::FUNCTION {
            continue;
        }
        if let Some(f) = type_lookup(type_of(v), name!("__set_name__"))
            && let Err(raised) = call_found(f, v, &[class, k])
        {
            let (name, kind) = (ops::repr(k)?.to_string_lossy(), type_name(v));
            let note =
                format!("Error calling __set_name__ on '{kind}' instance {name} in '{}'", class_name(t));
            crate::exceptions::add_note_to_pending(&note);
            return Err(raised);
        }
    }
    let init = super::super_object::find_after(t, class, name!("__init_subclass__"));
    if let Some(f) = init {
        let keywords = Args { pos: &[], ..*args };
        let bound = super::attributes::bind(f, Value::UNBOUND, class)?;
        ops::call_args(bound, &keywords)?;
    }
    Ok(())
}

/// `__build_class__(body, name, *bases, **keywords)` as a builtin.
pub fn build_class(args: &Args) -> R {
    if args.pos.len() < 2 {
        return Err(raise!(TypeError, "__build_class__: not enough arguments"));
    }
    let Some(name) = ops::as_str(args.pos[1]) else {
        return Err(raise!(TypeError, "__build_class__: name is not a string"));
    };
    let bases = TupleObj::from_slice(&args.pos[2..]);
    build(name, bases, args.kw_names, args.kw, args.pos[0], std::ptr::null_mut(), Value::UNBOUND)
}

/// Makes a class without a body: `type(name, bases, {})` for native code.
pub fn simple_class(name: &str, bases: &[Value], module: &str) -> R<Gc<TypeObj>> {
    let namespace = DictObj::new();
    DictObj::set_str(namespace, name!("__module__"), StrObj::from_str(module).value());
    let args = [StrObj::from_str(name).value(), TupleObj::from_slice(bases).value(), namespace.value()];
    let made = ops::call(type_by_id(tag::TYPE).value(), &args)?;
    Ok(made.cast())
}
