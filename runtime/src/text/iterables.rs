//! Iterables as text methods take them: tested before use, gathered into a list.

use crate::containers::ListObj;
use crate::core::{Gc, R, Value};
use crate::objects::ops;
use crate::types::type_of;

/// Whether `iter(v)` is worth trying.
pub fn is_iterable(v: Value) -> bool {
    let slots = &type_of(v).slots;
    slots.iter.is_some() || slots.getitem.is_some()
}

/// `list(iterable)`.
pub fn list_from(iterable: Value) -> R<Gc<ListObj>> {
    let it = ops::iter(iterable)?;
    let list = ListObj::new();
    loop {
        let item = ops::next(it)?;
        if item.is_unbound() {
            return Ok(list);
        }
        ListObj::push(list, item);
    }
}
