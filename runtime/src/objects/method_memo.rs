//! What `tp_find_method` found, by class: a site that sees several classes in turn asks it at every call.

use crate::core::Value;

const SIZE: usize = 1024;

/// One question and its answer. Versions of classes are never used twice, so a matching version means that the class is as
/// it was, and the function still in the dict of a live class: the entries need not be roots.
#[derive(Clone, Copy, PartialEq)]
struct Entry {
    question: Question,
    /// The function, or 0: a call of this name does not reach the code.
    function: u64,
}

/// Whether instances of a class version have the code under a static name, and no attribute of the other name.
#[derive(Clone, Copy, PartialEq)]
pub struct Question {
    pub version: u64,
    pub name: u64,
    pub unless: u64,
    pub code: u64,
}

/// All zero, so that it takes no room in executables; no class has version 0.
static mut MEMO: [Entry; SIZE] =
    [Entry { question: Question { version: 0, name: 0, unless: 0, code: 0 }, function: 0 }; SIZE];

fn entry(question: &Question) -> *mut Entry {
    let mixed = question.version.wrapping_mul(31) ^ (question.name >> 4) ^ (question.code >> 3);
    // SAFETY: the index is in range.
    unsafe { (&raw mut MEMO as *mut Entry).add(mixed as usize & (SIZE - 1)) }
}

/// The remembered answer: the function's address, 0 for no.
#[inline]
pub fn recall(question: &Question) -> Option<u64> {
    // SAFETY: one mutator thread.
    let entry = unsafe { *entry(question) };
    (entry.question == *question).then_some(entry.function)
}

/// Remembers an answer that holds for the class as it is.
pub fn remember(question: Question, function: Option<Value>) {
    // SAFETY: one mutator thread.
    unsafe { *entry(&question) = Entry { question, function: function.map_or(0, |f| f.bits) } }
}
