//! Traceback objects: where an exception passed on its way out, outermost entry first.

use super::{exception_of, pending};
use crate::core::{Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::{GetSet, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::layout::{CodeDesc, ModuleDesc, Site};
use runtime_interface::tag;

#[repr(C)]
pub struct TracebackObj {
    pub header: Header,
    /// Null for an entry at the definition line of `code`.
    pub site: *const Site,
    pub code: *const CodeDesc,
    /// The next inner entry, or `NONE`.
    pub next: Value,
    /// 1 if not the call failed but the look-up of the method: only the callee is marked.
    pub callee_only: u64,
}

/// The exception that the look-up of a method just raised (as an address, never followed).
static mut LOOKUP_FAILED: u64 = 0;

/// `x.name()` raised before the call: the entry of its site marks `x.name` only.
#[cold]
pub fn mark_callee() {
    // SAFETY: one mutator thread.
    unsafe { LOOKUP_FAILED = pending().bits }
}

fn take_callee_mark(e: Value) -> u64 {
    // SAFETY: one mutator thread.
    unsafe { (std::mem::replace(&mut *(&raw mut LOOKUP_FAILED), 0) == e.bits) as u64 }
}
// SAFETY: described by TRACEBACK below.
unsafe impl HeapObject for TracebackObj {
    const TAG: u64 = tag::TRACEBACK;
}

impl TracebackObj {
    pub fn line(&self) -> u32 {
        // SAFETY: static data of the program.
        let first = unsafe { (*self.code).first_line };
        if self.site.is_null() { first } else { first.wrapping_add(unsafe { (*self.site).line }) }
    }
}

/// Adds an entry for the site to the pending exception.
#[unsafe(no_mangle)]
pub extern "C" fn tp_trace(site: *mut u8) {
    let e = pending();
    if !e.is_heap() {
        return;
    }
    let site = site as *const Site;
    // SAFETY: compiled code passes a static site.
    let code = unsafe { (*site).code } as *const CodeDesc;
    add_entry(e, site, code);
}

/// Library modules in Python here and in C with CPython, whose functions therefore have no entry.
const WITHOUT_ENTRIES: [&str; 6] =
    ["datetime", "decimal", "_decimal_functions", "array", "_struct_formats", "atexit"];

fn leaves_no_entry(code: *const CodeDesc) -> bool {
    // SAFETY: static data of the program.
    unsafe {
        let module = &*((*code).module as *const ModuleDesc);
        let file = Gc::<StrObj>::from_ptr(module.file as *mut StrObj);
        // Almost all code is that of the program's files.
        if file.bytes().first() != Some(&b'<') {
            return false;
        }
        let library = file.bytes().strip_prefix(b"<taipan>/").and_then(|f| f.strip_suffix(b".py"));
        library.is_some_and(|name| WITHOUT_ENTRIES.iter().any(|m| m.as_bytes() == name))
    }
}

fn add_entry(e: Value, site: *const Site, code: *const CodeDesc) {
    let next = exception_of(e).traceback;
    let callee_only = take_callee_mark(e);
    if leaves_no_entry(code) {
        return;
    }
    let entry = memory::new(TracebackObj { header: Header(0), site, code, next, callee_only }).value();
    let mut e = exception_of(e);
    e.traceback = entry;
    e.barrier();
}

/// An entry for a generator that never started: its `def` line.
pub fn add_entry_at_definition(e: Value, code: *const CodeDesc) {
    add_entry(e, std::ptr::null(), code);
}

fn lineno(v: Value) -> R {
    Ok(Value::int(v.cast::<TracebackObj>().line() as i64))
}
fn next(v: Value) -> R {
    Ok(v.cast::<TracebackObj>().next)
}
fn set_next(v: Value, x: Value) -> R<()> {
    if x.tag != tag::TRACEBACK && !x.is_none() {
        let name = crate::types::naming::type_name(x);
        return Err(raise!(TypeError, "expected traceback object, got '{name}'"));
    }
    let mut t: Gc<TracebackObj> = v.cast();
    t.next = x;
    t.barrier();
    Ok(())
}
/// Frames are no objects here: an entry stands for its frame, with `f_code` and `f_lineno`.
fn frame(v: Value) -> R {
    Ok(v)
}
fn code(v: Value) -> R {
    Ok(crate::objects::function::code_object(v.cast::<TracebackObj>().code))
}

pub static TRACEBACK: TypeSpec = TypeSpec {
    id: tag::TRACEBACK,
    name: "traceback",
    descriptor: Descriptor::words::<TracebackObj>(0, word_of!(TracebackObj, next)),
    slots: Slots::NONE,
    getset: &[
        GetSet { name: "tb_lineno", get: lineno, set: None },
        GetSet { name: "tb_next", get: next, set: Some(set_next) },
        GetSet { name: "tb_frame", get: frame, set: None },
        GetSet { name: "f_code", get: code, set: None },
        GetSet { name: "f_lineno", get: lineno, set: None },
    ],
    ..TypeSpec::DEFAULT
};
