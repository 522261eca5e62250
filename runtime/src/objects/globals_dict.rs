//! What `globals()` of a compiled module answers: a dict of what is bound, one for each module,
//! brought up to date at every call; what its methods change reaches the slots too.

use super::builtin_function;
use super::module::{self, ModuleObj};
use crate::containers::{DictObj, dict_type};
use crate::core::{Args, Gc, R, StrObj, Value};
use crate::memory;
use crate::types::{MethodDef, TypeObj, flags, registry, type_by_id, type_object};
use runtime_interface::tag;

/// The layout: a dict, then the module. Its class looks like `dict` itself.
#[repr(C)]
struct GlobalsObj {
    dict: std::mem::ManuallyDrop<DictObj>,
    module: Value,
}

fn class() -> Gc<TypeObj> {
    static mut CLASS: u64 = 0;
    // SAFETY: one mutator thread; types are roots.
    unsafe {
        if CLASS != 0 {
            return type_by_id(CLASS);
        }
        let dict = type_by_id(tag::DICT);
        let mut t = registry::bare(type_object::next_id(), "dict", dict.descriptor, dict.slots);
        t.layout = tag::DICT;
        t.flags = flags::MAPPING;
        t.instance_size = size_of::<GlobalsObj>();
        t.descriptor = memory::Descriptor {
            size: memory::Size::Fixed(size_of::<GlobalsObj>()),
            trace: memory::Trace::Custom(trace),
        };
        type_object::register(t.id, t);
        memory::register_layout(t.id, t.descriptor);
        registry::set_base(t, dict);
        let dict = DictObj::new();
        t.dict = dict.value();
        for m in METHODS {
            DictObj::set_str(dict, StrObj::from_str(m.name), builtin_function::for_class(m, t));
        }
        t.slots.setitem = Some(setitem);
        CLASS = t.id;
        t
    }
}

fn trace(o: *mut crate::core::Header, tracer: &mut memory::Tracer) {
    memory::trace_payload(&type_by_id(tag::DICT).descriptor, o, tracer);
    // SAFETY: objects of this class have the layout.
    tracer.value(unsafe { (*(o as *mut GlobalsObj)).module });
}

fn setitem(v: Value, k: Value, x: Value) -> R<()> {
    let slot = type_by_id(tag::DICT).slots.setitem.expect("dicts have items");
    slot(v, k, x)?;
    if k.tag == tag::STR {
        let m: Gc<ModuleObj> = v.cast::<GlobalsObj>().module.cast();
        module::set_own(m, k.cast(), x);
    }
    Ok(())
}

/// The methods of `dict` that change it.
static METHODS: &[MethodDef] = &[
    MethodDef::method("setdefault", |args| and_slots(args, dict_type::setdefault)),
    MethodDef::method("pop", |args| and_slots(args, dict_type::pop)),
    MethodDef::method("popitem", |args| and_slots(args, dict_type::popitem)),
    MethodDef::method("update", |args| and_slots(args, dict_type::update_method)),
    MethodDef::method("clear", |args| and_slots(args, dict_type::clear)),
];

/// Calls a method of `dict`, then makes the module's globals what the dict holds.
fn and_slots(args: &Args, method: fn(&Args) -> R) -> R {
    let result = method(args);
    let view = args.receiver();
    let m: Gc<ModuleObj> = view.cast::<GlobalsObj>().module.cast();
    let d: Gc<DictObj> = view.cast();
    let mut position = 0;
    while let Some((k, v)) = DictObj::next_entry(d, &mut position) {
        if k.tag == tag::STR && module::own(m, k.cast()).is_none_or(|old| !old.is(v)) {
            module::set_own(m, k.cast(), v);
        }
    }
    let gone: Vec<String> = module::bound_names(m)
        .filter(|(name, _)| DictObj::get_str(d, *name).is_none())
        .map(|(name, _)| name.to_string_lossy())
        .collect();
    for name in gone {
        module::set_own(m, StrObj::from_str(&name), Value::UNBOUND);
    }
    result
}

/// The dict of the module, brought up to date.
pub fn view(m: Gc<ModuleObj>, bound: impl Iterator<Item = (Gc<StrObj>, Value)>) -> Value {
    let key = name!("<globals>");
    let holder: Gc<DictObj> = m.index.cast();
    let view = match DictObj::get_str(holder, key) {
        Some(v) => v,
        None => {
            let t = class();
            let mut o: Gc<GlobalsObj> = super::instance::allocate(t).cast();
            DictObj::initialize(o.cast());
            o.module = m.value();
            let v = Value { tag: t.id, bits: o.as_ptr() as u64 };
            DictObj::set_str(holder, key, v);
            v
        }
    };
    let d: Gc<DictObj> = view.cast();
    let mut known = 0;
    for (n, x) in bound {
        DictObj::set_str(d, n, x);
        known += 1;
    }
    if DictObj::len(d) > known {
        // Something was unbound since: only then the whole dict is made anew.
        let mut gone = Vec::new();
        let mut position = 0;
        while let Some((k, _)) = DictObj::next_entry(d, &mut position) {
            if k.tag == tag::STR && module::own(m, k.cast()).is_none() {
                gone.push(k.cast::<StrObj>().to_string_lossy());
            }
        }
        for name in gone {
            DictObj::del_str(d, StrObj::from_str(&name));
        }
    }
    view
}
