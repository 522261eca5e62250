//! Cells: variables shared between a function and the functions inside it.

use crate::core::{Gc, Header, HeapObject, R, StrObj, Value};
use crate::memory::{self, Descriptor};
use crate::types::{GetSet, Slots, TypeSpec};
use crate::word_of;
use runtime_interface::tag;

#[repr(C)]
pub struct CellObj {
    pub header: Header,
    /// `UNBOUND` while empty.
    pub value: Value,
}
// SAFETY: described by CELL below.
unsafe impl HeapObject for CellObj {
    const TAG: u64 = tag::CELL;
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_make_cell(v: Value) -> *mut u8 {
    memory::new(CellObj { header: Header(0), value: v }).as_ptr() as *mut u8
}

#[unsafe(no_mangle)]
pub extern "C" fn tp_store_cell(cell: *mut u8, v: Value) {
    let mut cell: Gc<CellObj> = Gc::from_ptr(cell as *mut CellObj);
    cell.value = v;
    cell.barrier();
}

fn contents(v: Value) -> R {
    match v.cast::<CellObj>().value.bound() {
        Some(x) => Ok(x),
        None => Err(raise!(ValueError, "Cell is empty")),
    }
}
fn set_contents(v: Value, x: Value) -> R<()> {
    let mut cell: Gc<CellObj> = v.cast();
    cell.value = x;
    cell.barrier();
    Ok(())
}

fn repr(v: Value) -> R {
    let at = v.bits;
    let text = match v.cast::<CellObj>().value.bound() {
        None => format!("<cell at {at:#x}: empty>"),
        Some(x) => {
            let (t, o) = (crate::types::naming::type_name(x), super::instance::address(x));
            format!("<cell at {at:#x}: {t} object at {o:#x}>")
        }
    };
    Ok(StrObj::from_str(&text).value())
}

pub static CELL: TypeSpec = TypeSpec {
    id: tag::CELL,
    name: "cell",
    descriptor: Descriptor::words::<CellObj>(0, word_of!(CellObj, value)),
    slots: Slots { repr: Some(repr), ..Slots::NONE },
    getset: &[GetSet { name: "cell_contents", get: contents, set: Some(set_contents) }],
    ..TypeSpec::DEFAULT
};
