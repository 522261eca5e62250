//! Modules: compiled ones, whose globals are slots in static data, and native ones, over a dict.

use super::function::static_str;
use super::{attributes, ops};
use crate::containers::{DictObj, ListObj};
use crate::core::error::InBand;
use crate::core::{Args, Gc, Header, HeapObject, R, StrObj, Value};
use crate::exceptions;
use crate::memory::{self, Descriptor, Root};
use crate::types::spec::ModuleSpec;
use crate::types::{GetSet, MethodDef, Slots, TypeObj, TypeSpec};
use crate::word_of;
use runtime_interface::layout::{self, ModuleDesc, NativeModuleDesc, ProgramDesc};
use runtime_interface::tag;
use runtime_interface::tag::exception;

#[repr(C)]
pub struct ModuleObj {
    pub header: Header,
    /// Null for native modules.
    pub desc: *mut ModuleDesc,
    /// A str.
    pub name: Value,
    /// What is not in the slots: everything of a native module, `__name__` and late names of others.
    pub dict: Value,
    /// Name to slot number, a dict; `UNBOUND` for native modules.
    pub index: Value,
    /// 1 while the body runs.
    pub running: u64,
}
// SAFETY: described by MODULE below.
unsafe impl HeapObject for ModuleObj {
    const TAG: u64 = tag::MODULE;
}
const _: () = assert!(std::mem::offset_of!(ModuleObj, desc) as u64 == layout::modules::DESC);

/// `sys.modules`
static MODULES: Root = Root::new();

/// `sys.modules`, a dict.
pub fn modules() -> Gc<DictObj> {
    if MODULES.get().is_unbound() {
        MODULES.set(DictObj::new().value());
    }
    MODULES.get().cast()
}

/// The module of that name if it is loaded.
pub fn loaded(name: Value) -> Option<Value> {
    DictObj::get_str(modules(), ops::as_str(name)?)
}

fn this(v: Value) -> Gc<ModuleObj> {
    v.cast()
}

/// A module over a dict of its own.
pub fn new_module(name: Gc<StrObj>) -> Gc<ModuleObj> {
    let dict = DictObj::new();
    DictObj::set_str(dict, name!("__name__"), name.value());
    for n in [name!("__doc__"), name!("__package__"), name!("__loader__"), name!("__spec__")] {
        DictObj::set_str(dict, n, Value::NONE);
    }
    memory::new(ModuleObj {
        header: Header(0),
        desc: std::ptr::null_mut(),
        name: name.value(),
        dict: dict.value(),
        index: Value::UNBOUND,
        running: 0,
    })
}

/// A native module from its specification.
pub fn from_spec(spec: &'static ModuleSpec) -> R {
    let name = StrObj::from_str(spec.name);
    let m = new_module(name);
    let dict: Gc<DictObj> = m.dict.cast();
    if !spec.doc.is_empty() {
        DictObj::set_str(dict, name!("__doc__"), StrObj::from_str(spec.doc).value());
    }
    for f in spec.functions {
        let function = super::builtin_function::function(f, name.value());
        DictObj::set_str(dict, StrObj::from_str(f.name), function);
    }
    (spec.setup)(m.dict)?;
    Ok(m.value())
}

// ---- compiled modules ----

fn desc_of(m: Gc<ModuleObj>) -> Option<&'static mut ModuleDesc> {
    // SAFETY: static data of the program; only the runtime changes it, on one thread.
    let desc = m.desc;
    if desc.is_null() { None } else { Some(unsafe { &mut *desc }) }
}

fn global_names(d: &ModuleDesc) -> &'static [Gc<StrObj>] {
    // SAFETY: static data as the interface says.
    unsafe {
        if d.global_count == 0 {
            return &[];
        }
        std::slice::from_raw_parts(d.global_names as *const Gc<StrObj>, d.global_count as usize)
    }
}

fn slot(d: &ModuleDesc, i: usize) -> *mut Value {
    // SAFETY: in range.
    unsafe { (d.globals as *mut Value).add(i) }
}

/// The module object of a compiled module, made at the first call; its body is not run.
pub fn object_of(desc: *mut ModuleDesc) -> Gc<ModuleObj> {
    // SAFETY: static data of the program.
    let d = unsafe { &mut *desc };
    if !d.object.is_null() {
        return Gc::from_ptr(d.object as *mut ModuleObj);
    }
    let name = static_str(d.name);
    let mut m = new_module(name);
    m.desc = desc;
    let dict: Gc<DictObj> = m.dict.cast();
    let index = DictObj::new();
    for (i, n) in global_names(d).iter().enumerate() {
        DictObj::set_str(index, *n, Value::int(i as i64));
    }
    m.index = index.value();
    m.barrier();
    if !d.doc.is_null() {
        DictObj::set_str(dict, name!("__doc__"), static_str(d.doc).value());
    }
    let file = static_str(d.file);
    DictObj::set_str(dict, name!("__file__"), file.value());
    // The program's own file belongs to no package: its `__package__` stays None.
    if !d.package.is_null() && name.to_string_lossy() != "__main__" {
        DictObj::set_str(dict, name!("__package__"), static_str(d.package).value());
    }
    if d.is_package != 0 {
        let path = file.to_string_lossy();
        let folder = path.rsplit_once('/').map_or("", |(f, _)| f).to_owned();
        let list = ListObj::from_slice(&[StrObj::from_str(&folder).value()]);
        DictObj::set_str(dict, name!("__path__"), list.value());
    }
    DictObj::set_str(dict, name!("__builtins__"), Value::NONE);
    // Names that every module has may have slots when the program mentions them.
    for (i, n) in global_names(d).iter().enumerate() {
        if let Some(v) = DictObj::get_str(dict, *n) {
            // SAFETY: in range.
            unsafe { *slot(d, i) = v }
        }
    }
    d.object = m.as_ptr() as *mut u8;
    DictObj::set_str(modules(), name, m.value());
    m
}

/// Runs the module's body once.
#[unsafe(no_mangle)]
pub extern "C" fn tp_import_module(desc: *mut u8) -> Value {
    import(desc as *mut ModuleDesc).in_band()
}

pub fn import(desc: *mut ModuleDesc) -> R {
    // SAFETY: static data of the program.
    let d = unsafe { &mut *desc };
    if !d.object.is_null() {
        return Ok(object_of(desc).value());
    }
    let mut m = object_of(desc);
    if !d.warnings.is_null() {
        crate::builtins::streams::write_stderr(&static_str(d.warnings).to_string_lossy());
    }
    m.running = 1;
    // SAFETY: compiled code's convention of module bodies.
    let body = unsafe { std::mem::transmute::<*const u8, unsafe extern "C" fn() -> Value>(d.body) };
    let result = unsafe { body() }.checked();
    m.running = 0;
    if let Err(raised) = result {
        DictObj::del_str(modules(), static_str(d.name));
        d.object = std::ptr::null_mut();
        return Err(raised);
    }
    // A submodule is an attribute of its package.
    let name = static_str(d.name).to_string_lossy();
    if let Some((parent, child)) = name.rsplit_once('.')
        && let Some(p) = loaded(StrObj::from_str(parent).value())
    {
        attributes::setattr(p, StrObj::from_str(child), m.value())?;
    }
    // A module may replace itself in sys.modules.
    Ok(loaded(static_str(d.name).value()).unwrap_or(m.value()))
}

unsafe extern "C" {
    #[allow(improper_ctypes)]
    static taipan_program: ProgramDesc;
}

/// The submodule of a package that `from package import name` asks for, imported if the program has it.
fn submodule(package: Value, name: Gc<StrObj>) -> R<Option<Value>> {
    if package.tag != tag::MODULE || own(this(package), name!("__path__")).is_none() {
        return Ok(None);
    }
    let p = program();
    for i in 0..p.module_count as usize {
        // SAFETY: static data as the interface says.
        let desc = unsafe { *(p.modules as *const *mut ModuleDesc).add(i) };
        if super::instance::same_text(static_str(unsafe { &*desc }.name), name) {
            return import(desc).map(Some);
        }
    }
    for i in 0..p.native_count as usize {
        // SAFETY: as above.
        let native = unsafe { &*(p.natives as *const NativeModuleDesc).add(i) };
        if super::instance::same_text(static_str(native.name), name) {
            return import_native(name).map(Some);
        }
    }
    Ok(None)
}

/// The program's description, which the compiler emits.
pub fn program() -> &'static ProgramDesc {
    // SAFETY: emitted into every executable.
    unsafe { &taipan_program }
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_native(name: *mut u8) -> Value {
    import_native(Gc::from_ptr(name as *mut StrObj)).in_band()
}

pub fn import_native(name: Gc<StrObj>) -> R {
    if let Some(m) = DictObj::get_str(modules(), name) {
        return Ok(m);
    }
    let p = program();
    for i in 0..p.native_count as usize {
        // SAFETY: static data as the interface says.
        let n = unsafe { &*(p.natives as *const NativeModuleDesc).add(i) };
        if super::instance::same_text(static_str(n.name), name) {
            // SAFETY: as above.
            let make =
                unsafe { std::mem::transmute::<*const u8, unsafe extern "C" fn() -> Value>(n.register) };
            let m = unsafe { make() }.checked()?;
            DictObj::set_str(modules(), name, m);
            let text = name.to_string_lossy();
            if let Some((parent, child)) = text.rsplit_once('.')
                && let Some(p) = loaded(StrObj::from_str(parent).value())
            {
                attributes::setattr(p, StrObj::from_str(child), m)?;
            }
            return Ok(m);
        }
    }
    Err(missing(name))
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_missing(name: *mut u8) -> Value {
    R::<Value>::Err(missing(Gc::from_ptr(name as *mut StrObj))).in_band()
}

#[cold]
fn missing(name: Gc<StrObj>) -> crate::core::Raised {
    let whole = name.to_string_lossy();
    // The first package on the way that is not there is the one to name.
    let absent = whole
        .match_indices('.')
        .map(|(at, _)| &whole[..at])
        .find(|p| loaded(StrObj::from_str(p).value()).is_none());
    let n = absent.unwrap_or(&whole).to_owned();
    let name = StrObj::from_str(&n);
    let mut text = format!("No module named '{n}'");
    if let Some((parent, _)) = n.rsplit_once('.')
        && loaded(StrObj::from_str(parent).value()).is_some_and(|p| own(this(p), name!("__path__")).is_none())
    {
        text = format!("{text}; '{parent}' is not a package");
    }
    exceptions::raise_import_error(exception::ModuleNotFoundError, &text, name.value(), Value::NONE)
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_import_from(module: Value, name: *mut u8) -> Value {
    import_from(module, Gc::from_ptr(name as *mut StrObj)).in_band()
}

fn import_from(module: Value, name: Gc<StrObj>) -> R {
    if let Some(v) = attributes::getattr_optional(module, name)? {
        return Ok(v);
    }
    let n = name.to_string_lossy();
    let module_name = attributes::getattr_optional(module, name!("__name__"))?.unwrap_or(Value::NONE);
    let text = match ops::as_str(module_name) {
        Some(s) => s.to_string_lossy(),
        None => "<unknown module name>".to_owned(),
    };
    let full = StrObj::from_str(&format!("{text}.{n}"));
    if let Some(sub) = loaded(full.value()) {
        return Ok(sub);
    }
    if let Some(sub) = submodule(module, full)? {
        return Ok(sub);
    }
    let file = attributes::getattr_optional(module, name!("__file__"))?.and_then(ops::as_str);
    let file = file.map_or("unknown location".to_owned(), |f| f.to_string_lossy());
    let running = module.tag == tag::MODULE && !this(module).desc.is_null() && this(module).running != 0;
    let message = if running {
        format!(
            "cannot import name '{n}' from partially initialized module '{text}' (most likely due to a circular import) ({file})"
        )
    } else {
        format!("cannot import name '{n}' from '{text}' ({file})")
    };
    Err(exceptions::raise_import_error(exception::ImportError, &message, module_name, name.value()))
}

/// `from module import *` into the module whose description is given.
#[unsafe(no_mangle)]
pub extern "C" fn tp_import_star(module: Value, into: *mut u8) -> i64 {
    import_star(module, object_of(into as *mut ModuleDesc).value()).in_band()
}

/// Whether a module is one of those that travel with the compiler.
fn is_library(module: Value) -> bool {
    module.tag == tag::MODULE
        && own(this(module), name!("__file__"))
            .and_then(ops::as_str)
            .is_some_and(|f| f.to_string_lossy().starts_with("<taipan>"))
}

fn import_star(module: Value, into: Value) -> R<()> {
    if let Some(all) = attributes::getattr_optional(module, name!("__all__"))? {
        let it = ops::iter(all)?;
        loop {
            let n = ops::next(it)?;
            if n.is_unbound() {
                return Ok(());
            }
            let Some(n) = ops::as_str(n) else {
                let t = crate::types::naming::type_name(n);
                return Err(raise!(TypeError, "Item in __all__ must be str, not {t}"));
            };
            match attributes::getattr_optional(module, n)? {
                Some(v) => set_own(this(into), n, v),
                // A library module has only what the program mentions.
                None if is_library(module) => {}
                None => set_own(this(into), n, ops::getattr(module, n)?),
            }
        }
    }
    for (n, v) in bound_names(this(module)) {
        if !n.to_string_lossy().starts_with('_') {
            set_own(this(into), n, v);
        }
    }
    Ok(())
}

/// Names and values of a module: an iterator that re-reads the module as it goes.
pub fn bound_names(m: Gc<ModuleObj>) -> impl Iterator<Item = (Gc<StrObj>, Value)> {
    let dict: Gc<DictObj> = m.dict.cast();
    let mut position = 0;
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some((k, v)) = DictObj::next_entry(dict, &mut position) {
            if v.is_unbound() {
                continue;
            }
            let shadowed = m.index.is_heap() && DictObj::get_str(m.index.cast(), k.cast()).is_some();
            if !shadowed {
                return Some((k.cast(), v));
            }
        }
        let d = desc_of(m)?;
        while at < d.global_count as usize {
            let i = at;
            at += 1;
            // SAFETY: in range.
            let v = unsafe { *slot(d, i) };
            if !v.is_unbound() {
                return Some((global_names(d)[i], v));
            }
        }
        None
    })
}

fn slot_of(m: Gc<ModuleObj>, name: Gc<StrObj>) -> Option<*mut Value> {
    let d = desc_of(m)?;
    let i = DictObj::get_str(m.index.cast(), name)?;
    Some(slot(d, i.as_i64() as usize))
}

/// The address of the slot of a global, for inline caches.
pub fn slot_address(m: Value, name: Gc<StrObj>) -> Option<*mut Value> {
    slot_of(this(m), name)
}

/// A name in the module.
pub fn own(m: Gc<ModuleObj>, name: Gc<StrObj>) -> Option<Value> {
    if let Some(slot) = slot_of(m, name) {
        // SAFETY: a slot of the module.
        return unsafe { *slot }.bound();
    }
    DictObj::get_str(m.dict.cast(), name).filter(|v| !v.is_unbound())
}

pub fn set_own(m: Gc<ModuleObj>, name: Gc<StrObj>, v: Value) {
    match slot_of(m, name) {
        // SAFETY: a slot of the module.
        Some(slot) => unsafe { *slot = v },
        None => DictObj::set_str(m.dict.cast(), name, v),
    }
}

/// A global without a slot or whose slot is unbound: what every module has, or was set late.
pub fn late_global(desc: *mut ModuleDesc, name: Gc<StrObj>) -> Option<Value> {
    DictObj::get_str(object_of(desc).dict.cast(), name).filter(|v| !v.is_unbound())
}

/// `globals()` of a compiled module.
pub fn globals_of(desc: *mut ModuleDesc) -> Value {
    dict_view(object_of(desc))
}

/// The namespace as a dict: the module's own for native modules, else a dict of what is bound now
/// whose `[name] = value` also binds the global.
fn dict_view(m: Gc<ModuleObj>) -> Value {
    if m.desc.is_null() {
        return m.dict;
    }
    super::globals_dict::view(m, bound_names(m))
}

/// The module's name for classes made without a class statement.
pub fn calling_module_name() -> Value {
    name!("__main__").value()
}

// ---- what Python sees ----

fn getattr(v: Value, name: Gc<StrObj>) -> R {
    let m = this(v);
    if let Some(x) = own(m, name) {
        return Ok(x);
    }
    if let Some(x) = attributes::try_generic(v, name)? {
        return Ok(x);
    }
    if let Some(f) = own(m, name!("__getattr__")) {
        return ops::call(f, &[name.value()]);
    }
    let (text, n) = (ops::str(m.name)?.to_string_lossy(), name.to_string_lossy());
    let is_running = |m: Gc<ModuleObj>| !m.desc.is_null() && m.running != 0;
    let submodule = loaded(StrObj::from_str(&format!("{text}.{n}")).value());
    let message = if is_running(m) {
        let file = own(m, name!("__file__")).and_then(ops::as_str);
        let from = file.map_or(String::new(), |f| format!(" from '{}'", f.to_string_lossy()));
        format!(
            "partially initialized module '{text}'{from} has no attribute '{n}' (most likely due to a circular import)"
        )
    } else if submodule.is_some_and(|s| s.tag == tag::MODULE && is_running(this(s))) {
        format!("cannot access submodule '{n}' of module '{text}' (most likely due to a circular import)")
    } else {
        format!("module '{text}' has no attribute '{n}'")
    };
    Err(attributes::raise_attribute_error(&message, v, name))
}

/// What a native module holds under a name.
pub fn native_attribute(v: Value, name: Gc<StrObj>) -> Option<Value> {
    if v.tag != tag::MODULE {
        return None;
    }
    let m = this(v);
    if m.desc.is_null() { DictObj::get_str(m.dict.cast(), name) } else { None }
}

fn setattr(v: Value, name: Gc<StrObj>, x: Value) -> R<()> {
    let m = this(v);
    if m.desc.is_null() {
        super::cache_cell::forget(&name.to_string_lossy());
    }
    if x.is_unbound() {
        if let Some(slot) = slot_of(m, name) {
            // SAFETY: a slot of the module.
            unsafe {
                if !(*slot).is_unbound() {
                    *slot = Value::UNBOUND;
                    return Ok(());
                }
            }
        } else if DictObj::del_str(m.dict.cast(), name) {
            return Ok(());
        }
        let (text, n) = (ops::str(m.name)?.to_string_lossy(), name.to_string_lossy());
        return Err(attributes::raise_attribute_error(
            &format!("module '{text}' has no attribute '{n}'"),
            v,
            name,
        ));
    }
    set_own(m, name, x);
    Ok(())
}

fn repr(v: Value) -> R {
    let m = this(v);
    let name = ops::repr(m.name)?.to_string_lossy();
    let shown = match own(m, name!("__file__")).and_then(ops::as_str) {
        Some(f) => format!("<module {name} from '{}'>", f.to_string_lossy()),
        None => format!("<module {name} (built-in)>"),
    };
    Ok(StrObj::from_str(&shown).value())
}

fn get_dict(v: Value) -> R {
    Ok(dict_view(this(v)))
}

fn new(_: Gc<TypeObj>, args: &Args) -> R {
    args.between("module", 1, 2)?;
    let Some(name) = ops::as_str(args.pos[0]) else {
        let t = crate::types::naming::type_name(args.pos[0]);
        return Err(raise!(TypeError, "module() argument 'name' must be str, not {t}"));
    };
    let m = new_module(name);
    DictObj::set_str(m.dict.cast(), name!("__doc__"), args.get(1).unwrap_or(Value::NONE));
    Ok(m.value())
}

fn dir(args: &Args) -> R {
    let names = bound_names(this(args.receiver())).map(|(n, _)| n.to_string_lossy()).collect();
    Ok(super::object_type::sorted_names(names))
}

/// Whether a name is that of a module of CPython's standard library.
pub fn is_standard(name: &str) -> bool {
    runtime_interface::standard_library::STDLIB_NAMES.contains(&name)
}

pub static MODULE: TypeSpec = TypeSpec {
    id: tag::MODULE,
    name: "module",
    descriptor: Descriptor::words::<ModuleObj>(
        0,
        word_of!(ModuleObj, name) | word_of!(ModuleObj, dict) | word_of!(ModuleObj, index),
    ),
    slots: Slots {
        repr: Some(repr),
        getattr: Some(getattr),
        setattr: Some(setattr),
        new: Some(new),
        ..Slots::NONE
    },
    methods: &[MethodDef::method("__dir__", dir)],
    getset: &[GetSet { name: "__dict__", get: get_dict, set: None }],
    ..TypeSpec::DEFAULT
};
