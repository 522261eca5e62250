//! Module objects.
//!
//! A module compiled from Python keeps its globals in slots that compiled code addresses directly;
//! the object finds them by name through an index made on first use. Names that the text does not
//! show (set from outside), and everything of a native module, live in the module's dict.

use super::builtin_function;
use crate::containers::{DictObj, ListObj};
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::spec::ModuleSpec;
use crate::types::{GetSet, MethodDef, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::layout::ModuleDesc;
use runtime_interface::tag;

#[repr(C)]
pub struct ModuleObj {
    pub header: Header,
    /// The program's static description; null for native modules.
    pub desc: *mut ModuleDesc,
    /// Names that have no slot.
    pub dict: Gc<DictObj>,
    /// Name → slot number; made when first needed.
    pub index: Option<Gc<DictObj>>,
}

// SAFETY: the TypeSpec below describes this layout.
unsafe impl HeapObject for ModuleObj {
    const TAG: u64 = tag::MODULE;
}

pub static MODULE: TypeSpec = TypeSpec {
    id: tag::MODULE,
    name: "module",
    descriptor: Descriptor::words::<ModuleObj>(word_of!(ModuleObj, dict) | word_of!(ModuleObj, index), 0),
    slots: Slots { repr: Some(repr), getattr: Some(getattr), setattr: Some(setattr), ..Slots::NONE },
    methods: &[MethodDef::method("__dir__", |a: &Args| {
        let names = namespace(a.receiver().cast());
        let list = ListObj::new();
        let mut at = 0;
        while let Some((name, _)) = DictObj::next_entry(names, &mut at) {
            ListObj::push(list, name);
        }
        Ok(list.value())
    })],
    getset: &[GetSet { name: "__dict__", get: |v| Ok(namespace(v.cast()).value()), set: None }],
    ..TypeSpec::DEFAULT
};

/// The object of a module compiled from Python; its body has not run yet.
pub fn from_desc(desc: *mut ModuleDesc) -> Gc<ModuleObj> {
    let dict = DictObj::new();
    memory::new(ModuleObj { header: Header(0), desc, dict, index: None })
}

/// A native module with its functions, then what its setup adds.
pub fn from_spec(spec: &'static ModuleSpec) -> R {
    let dict = DictObj::new();
    let module = memory::new(ModuleObj { header: Header(0), desc: std::ptr::null_mut(), dict, index: None });
    let name = StrObj::from_str(spec.name).value();
    DictObj::set_str(dict, name!("__name__"), name);
    DictObj::set_str(dict, name!("__doc__"), StrObj::from_str(spec.doc).value());
    DictObj::set_str(dict, name!("__package__"), StrObj::from_str("").value());
    for def in spec.functions {
        DictObj::set_str(dict, StrObj::from_str(def.name), builtin_function::function(def, name));
    }
    (spec.setup)(dict.value())?;
    Ok(module.value())
}

/// Address of the slot of a global, if the name has one.
pub fn slot(module: Gc<ModuleObj>, name: Gc<StrObj>) -> Option<*mut Value> {
    if module.desc.is_null() {
        return None;
    }
    let index = match module.index {
        Some(index) => index,
        None => make_index(module),
    };
    let i = DictObj::get_str(index, name)?;
    // SAFETY: the index holds numbers below the global count.
    unsafe { Some(((*module.desc).globals as *mut Value).add(i.as_i64() as usize)) }
}

fn make_index(mut module: Gc<ModuleObj>) -> Gc<DictObj> {
    let index = DictObj::new();
    // SAFETY: emitted data: `global_count` names.
    unsafe {
        let desc = &*module.desc;
        let names = desc.global_names as *const *mut StrObj;
        for i in 0..desc.global_count as usize {
            DictObj::set_str(index, Gc::from_ptr(*names.add(i)), Value::int(i as i64));
        }
    }
    module.index = Some(index);
    module.barrier();
    index
}

/// The value of a name in the module, if it is bound.
pub fn get(module: Gc<ModuleObj>, name: Gc<StrObj>) -> Option<Value> {
    if let Some(slot) = slot(module, name) {
        // SAFETY: a slot of the program's globals.
        return unsafe { (*slot).bound() };
    }
    DictObj::get_str(module.dict, name)
}

/// Binds a name, or unbinds it with an unbound value; false if it was not bound then.
pub fn set(module: Gc<ModuleObj>, name: Gc<StrObj>, v: Value) -> bool {
    if let Some(slot) = slot(module, name) {
        // SAFETY: a slot of the program's globals, which are roots.
        unsafe {
            let was_bound = (*slot).bound().is_some();
            *slot = v;
            return was_bound || !v.is_unbound();
        }
    }
    if v.is_unbound() {
        return DictObj::del_str(module.dict, name);
    }
    DictObj::set_str(module.dict, name, v);
    true
}

/// All bound names in a dict: the module's own for native ones, a new one otherwise.
pub fn namespace(module: Gc<ModuleObj>) -> Gc<DictObj> {
    if module.desc.is_null() {
        return module.dict;
    }
    let all = DictObj::new();
    // SAFETY: emitted data.
    unsafe {
        let desc = &*module.desc;
        let names = desc.global_names as *const *mut StrObj;
        let values = desc.globals as *const Value;
        for i in 0..desc.global_count as usize {
            if let Some(v) = (*values.add(i)).bound() {
                DictObj::set_str(all, Gc::from_ptr(*names.add(i)), v);
            }
        }
    }
    let mut at = 0;
    while let Some((name, v)) = DictObj::next_entry(module.dict, &mut at) {
        DictObj::set_str(all, name.cast(), v);
    }
    all
}

/// The module of that name in `sys.modules`.
pub fn loaded(name: Value) -> Option<Value> {
    if name.tag != tag::STR {
        return None;
    }
    DictObj::get_str(crate::imports::modules(), name.cast())
}

/// Whether a name is that of a module which comes with Python and which a program may have meant.
pub fn is_standard(name: &str) -> bool {
    runtime_interface::standard_library::STDLIB_NAMES.binary_search(&name).is_ok()
}

/// `function.__globals__`
pub fn globals_of(desc: *mut ModuleDesc) -> Value {
    namespace(crate::imports::object_of(desc)).value()
}

/// The name of the module whose code runs a class statement or calls `type(...)`: the innermost
/// module body, `builtins` when there is none.
pub fn calling_module_name() -> Value {
    match ListObj::as_slice(crate::imports::running()).last() {
        Some(&m) => get(m.cast(), name!("__name__")).unwrap_or(Value::NONE),
        None => name!("builtins").value(),
    }
}

/// `__name__`
pub fn name_of(module: Gc<ModuleObj>) -> String {
    match get(module, name!("__name__")) {
        Some(name) if name.tag == tag::STR => name.cast::<StrObj>().to_string_lossy(),
        _ => "?".into(),
    }
}

fn getattr(v: Value, name: Gc<StrObj>) -> R {
    let module: Gc<ModuleObj> = v.cast();
    if let Some(found) = get(module, name) {
        return Ok(found);
    }
    if let Some(found) = super::attributes::try_generic(v, name)? {
        return Ok(found);
    }
    if let Some(hook) = get(module, name!("__getattr__")) {
        return super::ops::call(hook, &[name.value()]);
    }
    let (of, what) = (name_of(module), name.to_string_lossy());
    let text = format!("module '{of}' has no attribute '{what}'");
    Err(crate::exceptions::raise_attribute_error(&text, name.value(), v))
}

fn setattr(v: Value, name: Gc<StrObj>, value: Value) -> R<()> {
    let module: Gc<ModuleObj> = v.cast();
    if set(module, name, value) {
        return Ok(());
    }
    let (of, what) = (name_of(module), name.to_string_lossy());
    Err(raise!(AttributeError, "module '{of}' has no attribute '{what}'"))
}

fn repr(v: Value) -> R {
    let module: Gc<ModuleObj> = v.cast();
    let name = name_of(module);
    let text = match get(module, name!("__file__")) {
        Some(file) if file.tag == tag::STR => {
            format!("<module '{name}' from '{}'>", file.cast::<StrObj>().to_string_lossy())
        }
        _ => format!("<module '{name}' (built-in)>"),
    };
    Ok(StrObj::from_str(&text).value())
}
