//! Imports at run time: the modules of the program and the native ones, in CPython's order.
//!
//! `sys.modules` is a real dict: compiled modules enter it before their body runs, so that import
//! cycles see the half-made module, and leave it again if the body raises.

pub mod names;
pub mod rows;

use crate::containers::{DictObj, ListObj};
use crate::core::{Gc, R, StrObj, Value};
use crate::memory::Root;
use crate::objects::module::{self, ModuleObj};
use runtime_interface::layout::{ModuleDesc, NativeModuleDesc, ProgramDesc};

unsafe extern "C" {
    /// The program, emitted by the compiler.
    static taipan_program: ProgramDesc;
}

static MODULES: Root = Root::new();

/// `sys.modules`
pub fn modules() -> Gc<DictObj> {
    if MODULES.get().is_unbound() {
        MODULES.set(DictObj::new().value());
    }
    MODULES.get().cast()
}

/// The compiled modules, the program's own file first.
pub fn compiled() -> &'static [*mut ModuleDesc] {
    // SAFETY: emitted data.
    unsafe {
        std::slice::from_raw_parts(
            taipan_program.modules as *const *mut ModuleDesc,
            taipan_program.module_count as usize,
        )
    }
}

fn natives() -> &'static [NativeModuleDesc] {
    // SAFETY: emitted data.
    unsafe {
        std::slice::from_raw_parts(
            taipan_program.natives as *const NativeModuleDesc,
            taipan_program.native_count as usize,
        )
    }
}

/// A str of the executable's data.
pub fn static_str(p: *const u8) -> Option<Gc<StrObj>> {
    Gc::from_nullable(p as *mut StrObj)
}

/// The module object of a compiled module, made (but not run) if there is none yet.
pub fn object_of(desc: *mut ModuleDesc) -> Gc<ModuleObj> {
    // SAFETY: emitted data; `object` is the runtime's own field and `MODULES` or the table below keeps
    // the object alive.
    unsafe {
        if let Some(found) = Gc::from_nullable((*desc).object as *mut ModuleObj) {
            return found;
        }
        let object = module::from_desc(desc);
        keep(object.value());
        (*desc).object = object.as_ptr() as *mut u8;
        for (name, text) in
            [("__name__", (*desc).name), ("__package__", (*desc).package), ("__file__", (*desc).file)]
        {
            if let Some(text) = static_str(text) {
                module::set(object, StrObj::from_str(name), text.value());
            }
        }
        let doc = static_str((*desc).doc).map_or(Value::NONE, Gc::value);
        module::set(object, name!("__doc__"), doc);
        if (*desc).is_package != 0 {
            let path = static_str((*desc).file).map_or(String::new(), |f| f.to_string_lossy());
            let folder = path.strip_suffix("/__init__.py").unwrap_or(&path);
            let list = ListObj::from_slice(&[StrObj::from_str(folder).value()]);
            module::set(object, name!("__path__"), list.value());
        }
        object
    }
}

/// Modules whose body has begun and not ended, innermost last.
pub fn running() -> Gc<ListObj> {
    static RUNNING: Root = Root::new();
    if RUNNING.get().is_unbound() {
        RUNNING.set(ListObj::new().value());
    }
    RUNNING.get().cast()
}

/// Module objects stay alive even when a program takes them out of `sys.modules`: compiled code
/// refers to their globals.
fn keep(object: Value) {
    static KEPT: Root = Root::new();
    if KEPT.get().is_unbound() {
        KEPT.set(ListObj::new().value());
    }
    ListObj::push(KEPT.get().cast(), object);
}

/// Imports a compiled module: runs its body unless it is in `sys.modules`.
pub fn import_compiled(desc: *mut ModuleDesc) -> R {
    // SAFETY: emitted data.
    let (name, body) = unsafe { (static_str((*desc).name), (*desc).body) };
    let name = name.expect("a compiled module has a name");
    if let Some(found) = DictObj::get_str(modules(), name) {
        return Ok(found);
    }
    let object = object_of(desc).value();
    DictObj::set_str(modules(), name, object);
    if !body.is_null() {
        // SAFETY: the emitted body of the module.
        let body: extern "C" fn() -> Value = unsafe { std::mem::transmute(body) };
        ListObj::push(running(), object);
        let done = body().checked();
        ListObj::pop(running());
        if let Err(raised) = done {
            DictObj::del_str(modules(), name);
            return Err(raised);
        }
    }
    // A submodule is an attribute of its package once it is imported.
    let text = name.to_string_lossy();
    if let Some((parent, child)) = text.rsplit_once('.')
        && let Some(parent) = DictObj::get_str(modules(), StrObj::from_str(parent))
    {
        crate::objects::ops::setattr(parent, StrObj::from_str(child), object)?;
    }
    Ok(DictObj::get_str(modules(), name).unwrap_or(object))
}

/// Imports a native module by its dotted name.
pub fn import_native(name: Gc<StrObj>) -> R {
    if let Some(found) = DictObj::get_str(modules(), name) {
        return Ok(found);
    }
    let text = name.to_string_lossy();
    for native in natives() {
        if static_str(native.name).is_some_and(|n| n.eq_str(&text)) {
            // SAFETY: a registration function of a native module.
            let register: extern "C" fn() -> Value = unsafe { std::mem::transmute(native.register) };
            let module = register().checked()?;
            DictObj::set_str(modules(), name, module);
            return Ok(module);
        }
    }
    Err(missing(name))
}

/// ModuleNotFoundError.
pub fn missing(name: Gc<StrObj>) -> crate::core::Raised {
    let text = name.to_string_lossy();
    let mut message = format!("No module named '{text}'");
    // CPython names the package when that is what cannot hold the module.
    if let Some((parent, _)) = text.rsplit_once('.')
        && DictObj::get_str(modules(), StrObj::from_str(parent)).is_some_and(|p| !is_package(p))
    {
        message += &format!("; '{parent}' is not a package");
    }
    let class = runtime_interface::tag::exception::ModuleNotFoundError;
    crate::exceptions::raise_import_error(class, &message, name.value(), Value::NONE)
}

fn is_package(m: Value) -> bool {
    m.tag == runtime_interface::tag::MODULE && module::get(m.cast(), name!("__path__")).is_some()
}
