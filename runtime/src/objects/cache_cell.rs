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
    /// How often it was armed; from the first time on `forget` knows it.
    times_armed: u64,
}

/// The value of a cell: two words, which are a `Value` or an offset.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Value2 {
    pub tag: u64,
    pub bits: u64,
}

/// A cell that was armed more often than this stays as it is until it is emptied.
const MOST_ARMED: u64 = 8;

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

/// Arms a cell: what compiled code finds in line while no class changes its attribute `name`. A site that sees many
/// classes keeps the one it has; the others are in the shared table.
///
/// # Safety
/// `cell` is null or a cell of compiled code.
pub unsafe fn arm(cell: *mut Cell, name: Gc<StrObj>, armed_for: u64, armed: [u64; 3]) {
    if cell.is_null() {
        return;
    }
    // SAFETY: by contract.
    unsafe {
        if (*cell).times_armed == 0 {
            armed_cells().entry(name.to_string_lossy()).or_default().push(cell);
        }
        if (*cell).armed_for == 0 || (*cell).times_armed < MOST_ARMED {
            (*cell).times_armed += 1;
            (*cell).armed_for = armed_for;
            (*cell).armed = armed;
        }
    }
}

/// What a shared entry is for: its words are those of a cell armed for the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Use {
    ReadField,
    StoreField,
    Method,
}

/// An entry of the table that all sites share: what one that sees several classes finds after its own cell did not match.
#[derive(Clone, Copy)]
struct Shared {
    /// The type id, the name's address, and the use; `epoch` says whether it still holds.
    class: u64,
    name: usize,
    what: Use,
    epoch: u64,
    words: [u64; 3],
}

const SHARED_ENTRIES: usize = 1024;
static mut SHARED: [Shared; SHARED_ENTRIES] =
    [Shared { class: 0, name: 0, what: Use::Method, epoch: 0, words: [0; 3] }; SHARED_ENTRIES];
/// Counts the changes of classes that may matter to an entry.
static mut EPOCH: u64 = 1;

#[inline(always)]
fn shared_entry(class: u64, name: Gc<StrObj>, what: Use) -> *mut Shared {
    let hash = (class as usize).wrapping_mul(31) ^ (name.as_ptr() as usize >> 3) ^ ((what as usize) << 8);
    // SAFETY: the index is in range.
    unsafe { (&raw mut SHARED).cast::<Shared>().add(hash % SHARED_ENTRIES) }
}

/// The words that the cell would have for instances of the class, if the table has them; the cell is armed with them
/// unless its site has seen many classes.
///
/// # Safety
/// As [`arm_shared`].
#[inline(always)]
pub unsafe fn shared(cell: *mut Cell, class: u64, name: Gc<StrObj>, what: Use) -> Option<[u64; 3]> {
    // SAFETY: by contract; one mutator thread.
    unsafe {
        let e = &*shared_entry(class, name, what);
        if e.class != class || e.name != name.as_ptr() as usize || e.what != what || e.epoch != EPOCH {
            return None;
        }
        if (*cell).times_armed < MOST_ARMED || (*cell).armed_for == 0 {
            arm(cell, name, class, e.words);
        }
        Some(e.words)
    }
}

/// Arms a cell, and the shared entry besides.
///
/// # Safety
/// As [`arm`]; the name is a static string, so that its address names it.
pub unsafe fn arm_shared(cell: *mut Cell, name: Gc<StrObj>, class: u64, what: Use, words: [u64; 3]) {
    if cell.is_null() {
        return;
    }
    // SAFETY: by contract.
    unsafe {
        arm(cell, name, class, words);
        *shared_entry(class, name, what) =
            Shared { class, name: name.as_ptr() as usize, what, epoch: EPOCH, words };
    }
}

/// As [`forget`].
pub fn forget_name(name: Gc<StrObj>) {
    match name.as_ascii() {
        Some(text) => forget(text),
        None => forget(&name.to_string_lossy()),
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
    let special = name.starts_with("__");
    if special {
        all.values_mut().for_each(disarm);
    } else if let Some(cells) = all.get_mut(name) {
        disarm(cells);
    }
    if special || all.contains_key(name) {
        // SAFETY: one mutator thread.
        unsafe { EPOCH += 1 }
    }
}

fn armed_cells() -> &'static mut HashMap<String, Vec<*mut Cell>> {
    static mut CELLS: Option<HashMap<String, Vec<*mut Cell>>> = None;
    // SAFETY: one mutator thread; no reference is kept across calls.
    unsafe { (*(&raw mut CELLS)).get_or_insert_with(HashMap::new) }
}

// ---- classes by their statements ----

fn made_classes() -> &'static mut HashMap<usize, u64> {
    static mut CLASSES: Option<HashMap<usize, u64>> = None;
    // SAFETY: one mutator thread; no reference is kept across calls.
    unsafe { (*(&raw mut CLASSES)).get_or_insert_with(HashMap::new) }
}

/// A class statement (by the code of its body) made the class of this type id. One that runs again makes another class,
/// which is then the one that cells are armed for.
pub fn class_made(body: *const u8, id: u64) {
    if made_classes().insert(body as usize, id).is_some() {
        forget("__class__");
    }
}

/// The type id of the class that the statement made last.
pub fn class_made_by(body: *const u8) -> Option<u64> {
    made_classes().get(&(body as usize)).copied()
}
