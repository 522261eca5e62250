//! The cells behind inline caches, and when they are emptied.
//!
//! A cell has two halves. The first is the runtime's own: the version of a class, what to do, and a value. Versions are
//! never used twice, so a cell that matches is right, and its value is alive because the class still holds it: cells need
//! not be roots.
//!
//! The second half is the *armed* one, which compiled code tests in line: the type id of the instances (or the address of
//! the class) for which it holds, and up to three words that say where the field is or which function the method is. A
//! class that changes keeps its type id, so a change of an attribute empties the armed half of every cell that was armed
//! for that name (`forget`). Counters on classes (`C.made += 1`) thus leave other names' cells alone.

use crate::core::{Gc, StrObj, Value};
use std::collections::HashMap;

#[repr(C)]
pub struct Cell {
    /// Version of the class, or the address of a module; 0 while empty.
    pub key: u64,
    /// One of the constants of `inline_cache`.
    pub kind: u64,
    pub value: Value2,
    /// Type id of the instances, or address of the class, for which `armed` holds; 0 while not armed.
    pub armed_for: u64,
    /// See `runtime_interface::layout::caches`.
    pub armed: [u64; 3],
    /// Whether `forget` knows the cell.
    registered: u64,
}

/// The value of a cell: two words, which are a `Value` or an offset.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Value2 {
    pub tag: u64,
    pub bits: u64,
}

const _: () = {
    use runtime_interface::layout::caches;
    assert!(size_of::<Cell>() == 8 * caches::ATTRIBUTE_WORDS as usize);
    assert!(std::mem::offset_of!(Cell, armed_for) == caches::ARMED_FOR as usize);
    assert!(std::mem::offset_of!(Cell, armed) == caches::ARMED as usize);
};

impl Cell {
    pub fn value(&self) -> Value {
        Value { tag: self.value.tag, bits: self.value.bits }
    }
}

/// Fills the runtime's half.
///
/// # Safety
/// `cell` is null or a cell of compiled code.
pub unsafe fn fill(cell: *mut Cell, key: u64, kind: u64, v: Value) {
    if !cell.is_null() {
        // SAFETY: by contract.
        unsafe {
            (*cell).key = key;
            (*cell).kind = kind;
            (*cell).value = Value2 { tag: v.tag, bits: v.bits };
        }
    }
}

/// Arms a cell: what compiled code finds in line while no class changes its attribute `name`.
///
/// # Safety
/// `cell` is null or a cell of compiled code.
pub unsafe fn arm(cell: *mut Cell, name: Gc<StrObj>, armed_for: u64, armed: [u64; 3]) {
    if cell.is_null() {
        return;
    }
    // SAFETY: by contract.
    unsafe {
        (*cell).armed_for = armed_for;
        (*cell).armed = armed;
        if (*cell).registered == 0 {
            (*cell).registered = 1;
            armed_cells().entry(name.to_string_lossy()).or_default().push(cell);
        }
    }
}

/// A class changed its attribute `name`: nothing that was found under it holds. A special method may change how any name
/// is looked up, so then nothing at all holds.
pub fn forget(name: &str) {
    let disarm = |cells: &mut Vec<*mut Cell>| {
        for &cell in cells.iter() {
            // SAFETY: cells are static data.
            unsafe { (*cell).armed_for = 0 }
        }
    };
    let all = armed_cells();
    if name.starts_with("__") {
        all.values_mut().for_each(disarm);
    } else if let Some(cells) = all.get_mut(name) {
        disarm(cells);
    }
}

fn armed_cells() -> &'static mut HashMap<String, Vec<*mut Cell>> {
    static mut CELLS: Option<HashMap<String, Vec<*mut Cell>>> = None;
    // SAFETY: one mutator thread; no reference is kept across calls.
    unsafe { (*(&raw mut CELLS)).get_or_insert_with(HashMap::new) }
}
