//! Layouts that emitted code and the runtime share: header flags, the mutator block, and the
//! static data that describes a program. All are `repr(C)`; offsets are in bytes.
//!
//! The pointers are untyped here because the object types themselves belong to the runtime.

/// Header word: the low half is the type id, the high half these flags.
pub mod header {
    /// Survived a collection and is not in the remembered set: a pointer store must log it.
    pub const OLD: u64 = 1 << 32;
    /// Lives in its own run of blocks; pointer stores into it mark a card.
    pub const LARGE: u64 = 1 << 33;
    /// Has a finalizer to run when it dies.
    pub const FINALIZER: u64 = 1 << 34;
    /// A weak reference to it exists.
    pub const WEAKREF: u64 = 1 << 35;
    /// Lives outside the collected heap (emitted as static data) and is never collected.
    pub const STATIC: u64 = 1 << 36;
    /// An instance whose attributes all live in its dict: its fields are unbound for good.
    pub const DICT_MODE: u64 = 1 << 37;
    /// One temporary of compiled code, or an object so marked, is its only holder.
    pub const HELD_ONCE: u64 = 1 << 38;
    /// An instance of a class of the program that has a dict (which may be empty).
    pub const HAS_DICT: u64 = 1 << 39;
    /// From this bit on: the order in which an instance's fields were assigned; 0 while those that are bound are the
    /// first ones and were assigned in slot order, as constructors mostly do.
    pub const ORDER_SHIFT: u32 = 40;
    /// None of these: the next field may be bound without further ado.
    pub const NOT_PLAIN: u64 = DICT_MODE | HAS_DICT | !0 << ORDER_SHIFT;
}

/// A static or collected `str`: header, then these. `data` follows at [`strings::DATA`].
pub mod strings {
    /// Length in code points, `u64`.
    pub const LEN: u64 = 8;
    /// Cached hash, 0 while unknown, `u64`.
    pub const HASH: u64 = 16;
    /// Bytes a code point takes (1, 2 or 4) in the low byte; bit 8: all code points are ASCII.
    pub const KIND: u64 = 24;
    pub const DATA: u64 = 32;
    pub const ASCII: u64 = 1 << 8;
    /// From one to the next of the strings of one character, by code point, at symbol `tp_characters`.
    pub const CHARACTER_SIZE: u64 = 40;
    /// The word at [`DATA`] points to a growing buffer that holds the text (never in static data).
    pub const SHARED: u64 = 1 << 9;
    /// From the start of such a buffer to the text.
    pub const SHARED_TEXT: u64 = 24;
}

/// A static or collected big integer: header, limb count, sign, then little-endian `u64` limbs.
pub mod bigints {
    /// Number of limbs, `u64`.
    pub const LEN: u64 = 8;
    /// 1 if negative, else 0, `u64`.
    pub const NEGATIVE: u64 = 16;
    pub const LIMBS: u64 = 24;
}

/// A static or collected `bytes`: header, length, cached hash, then the bytes.
pub mod byte_strings {
    pub const LEN: u64 = 8;
    pub const HASH: u64 = 16;
    pub const DATA: u64 = 24;
}

/// A bytearray: header, length, then a pointer to its storage, whose bytes start at [`byte_arrays::STORED`] of it.
pub mod byte_arrays {
    pub const LEN: u64 = 8;
    pub const STORAGE: u64 = 16;
    pub const STORED: u64 = 16;
}

/// A tuple: header, length, then values of two words each.
pub mod tuples {
    pub const LEN: u64 = 8;
    pub const ITEMS: u64 = 16;
}

/// A list: header, length, a pointer to an array (whose items start at [`lists::ARRAY_ITEMS`] of the array), and its kind:
/// what the array holds.
pub mod lists {
    pub const LEN: u64 = 8;
    pub const ARRAY: u64 = 16;
    pub const ARRAY_ITEMS: u64 = 16;
    pub const KIND: u64 = 24;
    /// The kind of a list whose array holds values. Any other kind is the tag that all items have, and the array holds
    /// their payloads: a byte each for `BOOL`, else 8; its length word counts bytes then.
    pub const VALUES: u64 = 0;
}

/// A class: header, then the type id of its direct instances.
pub mod classes {
    pub const ID: u64 = 8;
}

/// An iterator over a list: header, the list as a value (`None` once exhausted), the position of the next item.
pub mod list_iterators {
    pub const LIST: u64 = 8;
    pub const POSITION: u64 = 24;
}

/// A cell: header, then one value.
pub mod cells {
    pub const VALUE: u64 = 8;
}

/// A function object: header, boxed entry, code, then (as pointers, null if absent) the closure:
/// a value array whose items are cells.
pub mod functions {
    pub const ENTRY: u64 = 8;
    pub const CODE: u64 = 16;
    pub const CLOSURE: u64 = 24;
    pub const CLOSURE_ITEMS: u64 = 16;
    /// A tuple, if the function has positional defaults.
    pub const DEFAULTS: u64 = 32;
}

/// A bound method: header, then two values.
pub mod methods {
    pub const FUNCTION: u64 = 8;
    pub const RECEIVER: u64 = 24;
}

/// A module object: header, descriptor (null for native modules), name and more.
pub mod modules {
    pub const DESC: u64 = 8;
}

/// A generator object: header, resume function, code, state, then the frame: a value array whose
/// items start at [`generators::FRAME_ITEMS`] of the array.
pub mod generators {
    pub const RESUME: u64 = 8;
    pub const CODE: u64 = 16;
    /// Resume point, `u64`: 0 not started, [`RUNNING`], [`FINISHED`], from [`LEFT`] on a point of the continuation, else
    /// the number of a yield.
    pub const STATE: u64 = 24;
    pub const FRAME: u64 = 32;
    pub const FRAME_ITEMS: u64 = 16;
    pub const FINISHED: u64 = u64::MAX;
    pub const RUNNING: u64 = u64::MAX - 1;
    /// Its typed form has left at this point plus a number.
    pub const LEFT: u64 = 1 << 32;
    /// Modes of a resume function: a value was sent, or an exception is pending to be thrown; or the next item is wanted,
    /// whatever state the generator is in. The first two are for the run time, which has looked at the state before.
    pub const SEND: u64 = 0;
    pub const THROW: u64 = 1;
    pub const NEXT: u64 = 2;
    /// What it delegated to has returned, or has raised: see `objects::delegation` of the runtime.
    pub const DELEGATE_RETURNED: u64 = 3;
    pub const DELEGATE_RAISED: u64 = 4;
}

/// The one block of mutable state that emitted code reaches directly: symbol `tp_mutator`.
#[repr(C)]
pub struct MutatorHead {
    /// Next free byte of the current allocation hole.
    pub cursor: usize,
    /// End of the current allocation hole.
    pub limit: usize,
    /// Python frames on the stack.
    pub depth: i64,
    /// `sys.getrecursionlimit()`.
    pub depth_limit: i64,
    /// The lowest stack address that a prologue accepts.
    pub stack_limit: usize,
    /// Base of the collected heap and of its card table, for the array write barrier.
    pub heap_base: usize,
    pub cards: usize,
}

/// Byte offsets of [`MutatorHead`] fields.
pub mod mutator {
    pub const CURSOR: u64 = 0;
    pub const LIMIT: u64 = 8;
    pub const DEPTH: u64 = 16;
    pub const DEPTH_LIMIT: u64 = 24;
    pub const STACK_LIMIT: u64 = 32;
    pub const HEAP_BASE: u64 = 40;
    pub const CARDS: u64 = 48;
}

/// A pointer in static data.
pub type StaticPtr = *const u8;

/// One function of the program, emitted as constant data.
#[repr(C)]
pub struct CodeDesc {
    /// `*StrObj`
    pub name: StaticPtr,
    /// `*StrObj`
    pub qualname: StaticPtr,
    /// `*ModuleDesc`
    pub module: StaticPtr,
    /// The boxed entry (for a generator function: the one that makes the generator).
    pub entry: StaticPtr,
    /// `[*StrObj; positional + keyword_only + varargs + varkw]`: parameters in CPython's order
    /// (positional, keyword-only, then `*args`, then `**kwargs`), then the other local names.
    pub names: StaticPtr,
    /// `*StrObj` or null
    pub doc: StaticPtr,
    /// [`code_flags`]
    pub flags: u32,
    /// Positional parameters, the positional-only ones included.
    pub positional: u32,
    pub positional_only: u32,
    pub keyword_only: u32,
    /// Free variables taken from the closure.
    pub free: u32,
    pub first_line: u32,
    /// Values in a generator's frame.
    pub frame_size: u32,
    /// How many names `names` has.
    pub name_count: u32,
    /// `[*StrObj; free]`: the names of the free variables.
    pub free_names: StaticPtr,
    /// `*mut ShapeDesc`: of a class body, what compiled code assumes of the class's instances; or null.
    pub shape: *mut ShapeDesc,
}

/// What compiled code assumes of the class that one statement makes. While all of it holds, the runtime keeps the class's
/// type id in `type_id`; compiled code compares with that word and then knows fields and methods. Followed by
/// `method_count` of [`ShapeMethod`].
#[repr(C)]
pub struct ShapeDesc {
    /// 0 while there is no such class, and as soon as anything assumed is no longer so.
    pub type_id: u64,
    /// The address of the class while calling it makes an instance of `size` bytes, all fields unbound, and then calls
    /// `init`; else 0.
    pub class: u64,
    /// `[*StrObj or null; field_count]`: no descriptor comes before a field of this name when it is read or written.
    pub fields: StaticPtr,
    pub field_count: u64,
    /// The byte offset of field 0, two words each.
    pub first_field: u64,
    pub size: u64,
    /// `*CodeDesc` of `__init__`, or null.
    pub init: StaticPtr,
    /// The function object that `class` has as `__init__`.
    pub init_function: StaticPtr,
    pub method_count: u64,
    /// 1: only `object.__setattr__` assigns the fields, whatever `__setattr__` the class has.
    pub frozen: u64,
    /// `[u64; field_count]`: the tag that each field has in every instance that is initialized, 0 where that may be any; or
    /// null. The compiler has seen that the class's `__init__` stores those before anything else sees the instance.
    pub kinds: StaticPtr,
}

/// What the class has under a name.
#[repr(C)]
pub struct ShapeMethod {
    /// `*StrObj`
    pub name: StaticPtr,
    /// `*CodeDesc` of the function; null: nothing.
    pub code: StaticPtr,
    /// `*CodeDesc` of a class body: the function comes after that class in the order of look-up; or null.
    pub after: StaticPtr,
    /// The function object, while the shape holds.
    pub function: StaticPtr,
}

/// Fields of instances hold values, and one thing that is none.
pub mod fields {
    /// In the place of the tag: the payload is an `int` of 64 bits without sign. Where the run time or unknown code reads the
    /// field it is made an ordinary `int`.
    pub const WORD: u64 = crate::tag::ERROR;
    const _: () = assert!(WORD < crate::tag::NONE && crate::tag::UNBOUND < crate::tag::NONE);
}

/// Byte offsets of [`ShapeDesc`] and what follows it.
pub mod shapes {
    pub const TYPE_ID: u64 = 0;
    pub const CLASS: u64 = 8;
    pub const INIT_FUNCTION: u64 = 56;
    pub const METHODS: u64 = 88;
    pub const METHOD_SIZE: u64 = 32;
    pub const METHOD_FUNCTION: u64 = 24;
    /// Field 0 of instances with and without a dict.
    pub const AFTER_DICT: u64 = 16;
    pub const WITHOUT_DICT: u64 = 8;
}

const _: () = {
    use std::mem::{offset_of, size_of};
    assert!(offset_of!(ShapeDesc, class) as u64 == shapes::CLASS);
    assert!(offset_of!(ShapeDesc, init_function) as u64 == shapes::INIT_FUNCTION);
    assert!(size_of::<ShapeDesc>() as u64 == shapes::METHODS);
    assert!(size_of::<ShapeMethod>() as u64 == shapes::METHOD_SIZE);
    assert!(offset_of!(ShapeMethod, function) as u64 == shapes::METHOD_FUNCTION);
};

/// Flags of a [`CodeDesc`].
pub mod code_flags {
    pub const VARARGS: u32 = 1;
    pub const VARKW: u32 = 2;
    pub const GENERATOR: u32 = 4;
    pub const COROUTINE: u32 = 8;
    pub const LAMBDA: u32 = 16;
    pub const METHOD: u32 = 32;
    /// A generator that may be suspended inside `try`, `with` or a loop that closes its iterator.
    pub const CLOSES: u32 = 64;
    /// A method that the compiler wrote for a data class; its docstring describes it.
    pub const GENERATED: u32 = 128;
    /// The body of a class with such methods.
    pub const OFFERS: u32 = 256;
    /// A generator that may be suspended while it handles an exception.
    pub const HANDLES: u32 = 512;
}

/// A place that can raise: what one traceback entry shows. Columns are byte offsets in the line.
#[repr(C)]
pub struct Site {
    /// `*CodeDesc`: the function's name and module.
    pub code: StaticPtr,
    /// Relative to the code's first line, so that a site stays the same when something above its function is edited.
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
    // `end_column == 0`: no marks at all; lines `line..=end_line` are shown (long ones abbreviated) all the same.
    /// The operator or call part drawn with `^` between `~`; both 0 when there is none.
    /// Line numbers are relative to `line`.
    pub anchor_line: u32,
    pub anchor_column: u32,
    pub anchor_end_line: u32,
    pub anchor_end_column: u32,
}

/// One module compiled from Python.
#[repr(C)]
pub struct ModuleDesc {
    /// `*StrObj`: the dotted name, `__main__` for the program.
    pub name: StaticPtr,
    /// `*StrObj`: the file as tracebacks show it.
    pub file: StaticPtr,
    /// `*StrObj`: `__package__`.
    pub package: StaticPtr,
    /// The source text, UTF-8, for tracebacks; may be null.
    pub source: StaticPtr,
    pub source_len: u64,
    /// `*mut [Value; global_count]`, all unbound at start.
    pub globals: *mut u8,
    /// `[*StrObj; global_count]`
    pub global_names: StaticPtr,
    pub global_count: u64,
    /// `extern "C" fn() -> Value`: the module's body.
    pub body: StaticPtr,
    /// `*CodeDesc` of the body.
    pub code: StaticPtr,
    /// 1 if the module is a package.
    pub is_package: u64,
    /// The runtime's: the module object once made; 0 before.
    pub object: *mut u8,
    /// `*StrObj` or null
    pub doc: StaticPtr,
    /// `*StrObj` or null: the compiler's warnings, for standard error, before the body runs.
    pub warnings: StaticPtr,
}

/// The whole program: symbol `taipan_program`.
#[repr(C)]
pub struct ProgramDesc {
    /// `[*ModuleDesc; module_count]`, the program's own file first.
    pub modules: StaticPtr,
    pub module_count: u64,
    /// `[NativeModuleDesc; native_count]`: the native modules that the program imports.
    pub natives: StaticPtr,
    pub native_count: u64,
}

/// A native module that the program imports, with its registration function.
#[repr(C)]
pub struct NativeModuleDesc {
    /// `*StrObj`
    pub name: StaticPtr,
    /// `extern "C" fn() -> Value`: makes the module object.
    pub register: StaticPtr,
}

// SAFETY: static data is only ever read, but for the fields the runtime owns on its one thread.
unsafe impl Sync for ProgramDesc {}

/// Numbers that native modules have, and compiled code finds in cells.
pub mod native_constants {
    use crate::tag;

    /// The tag of such a number.
    pub fn tag_of(module: &str, name: &str) -> Option<u64> {
        match (module, name) {
            ("math", "e" | "inf" | "nan" | "pi" | "tau") => Some(tag::FLOAT),
            ("sys", "maxsize" | "maxunicode") => Some(tag::INT),
            _ => None,
        }
    }
}

/// Inline-cache cells: zeroed static data that compiled code hands to the runtime at one site.
pub mod caches {
    /// Words of the cell of an attribute access or method call.
    pub const ATTRIBUTE_WORDS: u64 = 9;
    /// Byte offset of the word that says for which instances (by type id) or class (by address) the words from [`ARMED`]
    /// on hold; 0 for none. Those are:
    /// - reading a field: its byte offset in the instance;
    /// - storing a field: its byte offset; that of a word which is not UNBOUND if this is the next field in order;
    /// - calling a method: the function object; the byte offset of the dict pointer, which must be null, or 0;
    /// - calling a method through `super()`: the function object; the address of the class after which it was found;
    /// - calling a class: the function `__init__`;
    /// - a native function, or the module that has it (by address): the function object, or the number that the module has
    ///   under that name; the tag of what is tested.
    pub const ARMED_FOR: u64 = 32;
    pub const ARMED: u64 = 40;
    /// In the place of a type id: no instance matches.
    pub const NO_CLASS: u64 = 1;
    /// A builtin looked up by name: the value itself, tag 0 while it is not known.
    pub const BUILTIN_WORDS: u64 = 2;
}
