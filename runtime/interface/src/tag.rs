//! Type tags: the first word of a dynamic value, and the type id in an object's header.
//!
//! Below [`FIRST_HEAP`] the payload word is the value itself; from there on it is a pointer to a
//! heap object and the tag is that object's type id. Below [`FIRST_CLASS`] a tag names exactly one
//! builtin type; from there on the header is the truth, because `__class__` may be assigned.

macro_rules! tags {
    ($($(#[$meta:meta])* $name:ident = $id:expr;)*) => {
        $($(#[$meta])* pub const $name: u64 = $id;)*
        /// Every fixed tag with its name, for printers and checks.
        pub const NAMES: &[(u64, &str)] = &[$(($id, stringify!($name))),*];
    };
}

/// The first tag whose payload is a pointer to a heap object.
pub const FIRST_HEAP: u64 = 8;
/// The first id given to a class that is made at run time.
pub const FIRST_CLASS: u64 = 256;
/// The fixed ids of the builtin exception classes start here (see [`exception`]).
pub const FIRST_EXCEPTION: u64 = 128;

tags! {
    /// Not a value: an exception is pending in the mutator.
    ERROR = 0;
    /// Not a value: an unbound variable, an absent optional argument, an exhausted iterator.
    UNBOUND = 1;
    NONE = 2;
    BOOL = 3;
    /// An `int` that fits `i64`.
    INT = 4;
    FLOAT = 5;
    NOT_IMPLEMENTED = 6;
    ELLIPSIS = 7;
    /// An `int` that does not fit `i64`.
    BIGINT = 8;
    STR = 9;
    BYTES = 10;
    BYTEARRAY = 11;
    COMPLEX = 12;
    LIST = 13;
    TUPLE = 14;
    DICT = 15;
    SET = 16;
    FROZENSET = 17;
    RANGE = 18;
    SLICE = 19;
    /// A function compiled from Python.
    FUNCTION = 20;
    /// A function or method implemented in the runtime.
    BUILTIN = 21;
    /// A callable bound to its first argument.
    METHOD = 22;
    TYPE = 23;
    MODULE = 24;
    GENERATOR = 25;
    CELL = 26;
    /// A plain `object()`.
    OBJECT = 27;
    PROPERTY = 28;
    STATICMETHOD = 29;
    CLASSMETHOD = 30;
    SUPER = 31;
    TRACEBACK = 32;
    CODE = 33;
    /// `str.upper` looked up on the class.
    METHOD_DESCRIPTOR = 34;
    /// `complex.real` looked up on the class.
    GETSET_DESCRIPTOR = 35;
    /// A `__slots__` entry looked up on the class.
    MEMBER_DESCRIPTOR = 36;
    /// `int.__add__` looked up on the class.
    WRAPPER_DESCRIPTOR = 37;
    /// `(1).__add__`.
    METHOD_WRAPPER = 38;
    DICT_KEYS = 39;
    DICT_VALUES = 40;
    DICT_ITEMS = 41;
    DICT_KEY_ITERATOR = 42;
    DICT_VALUE_ITERATOR = 43;
    DICT_ITEM_ITERATOR = 44;
    DICT_REVERSE_KEY_ITERATOR = 45;
    DICT_REVERSE_VALUE_ITERATOR = 46;
    DICT_REVERSE_ITEM_ITERATOR = 47;
    LIST_ITERATOR = 48;
    LIST_REVERSE_ITERATOR = 49;
    TUPLE_ITERATOR = 50;
    STR_ITERATOR = 51;
    BYTES_ITERATOR = 52;
    BYTEARRAY_ITERATOR = 53;
    SET_ITERATOR = 54;
    RANGE_ITERATOR = 55;
    LONG_RANGE_ITERATOR = 56;
    /// Iterates over an object by `__getitem__` with 0, 1, 2, ...
    SEQUENCE_ITERATOR = 57;
    /// `iter(callable, sentinel)`.
    CALLABLE_ITERATOR = 58;
    ENUMERATE = 59;
    ZIP = 60;
    MAP = 61;
    FILTER = 62;
    REVERSED = 63;
    MAPPING_PROXY = 64;
    GENERIC_ALIAS = 65;
    UNION_TYPE = 66;
    MEMORYVIEW = 67;
    SIMPLE_NAMESPACE = 68;
    WEAKREF = 69;
    FILE = 70;
    NONE_TYPE = 71;
    BOOL_TYPE = 72;
    NOT_IMPLEMENTED_TYPE = 73;
    ELLIPSIS_TYPE = 74;
    COROUTINE = 75;
    /// Internal: a growable array's storage of values (length in word 1).
    VALUE_ARRAY = 76;
    /// Internal: storage without pointers (length in bytes in word 1).
    BYTE_ARRAY = 77;
    /// Internal: the entries of a dict.
    DICT_ENTRIES = 78;
    /// Internal: the table of a set.
    SET_TABLE = 79;
    DEQUE = 80;
    DEFAULTDICT = 81;
    ORDERED_DICT = 82;
    PARTIAL = 83;
    STRING_IO = 84;
    BYTES_IO = 85;
    /// The generator under the module `random`.
    RANDOM_GENERATOR = 86;
    /// The types of native modules take ids from here to [`LAST_NATIVE`]; each module's file
    /// names its own, and the table in `runtime/src/modules/mod.rs` keeps them apart.
    FIRST_NATIVE = 87;
    LAST_NATIVE = 127;
}

/// The builtin exception classes: `(id, name, base)`, bases first.
pub mod exception {
    macro_rules! exceptions {
        ($($name:ident : $base:ident = $id:expr;)*) => {
            $(#[allow(non_upper_case_globals)] pub const $name: u64 = $id;)*
            /// `(id, name, base name)`, bases before what derives from them.
            pub const TABLE: &[(u64, &str, &str)] = &[$(($id, stringify!($name), stringify!($base))),*];
        };
    }
    exceptions! {
        BaseException: object = 128;
        Exception: BaseException = 129;
        GeneratorExit: BaseException = 130;
        KeyboardInterrupt: BaseException = 131;
        SystemExit: BaseException = 132;
        ArithmeticError: Exception = 133;
        FloatingPointError: ArithmeticError = 134;
        OverflowError: ArithmeticError = 135;
        ZeroDivisionError: ArithmeticError = 136;
        AssertionError: Exception = 137;
        AttributeError: Exception = 138;
        BufferError: Exception = 139;
        EOFError: Exception = 140;
        ImportError: Exception = 141;
        ModuleNotFoundError: ImportError = 142;
        LookupError: Exception = 143;
        IndexError: LookupError = 144;
        KeyError: LookupError = 145;
        MemoryError: Exception = 146;
        NameError: Exception = 147;
        UnboundLocalError: NameError = 148;
        OSError: Exception = 149;
        BlockingIOError: OSError = 150;
        ChildProcessError: OSError = 151;
        ConnectionError: OSError = 152;
        BrokenPipeError: ConnectionError = 153;
        ConnectionAbortedError: ConnectionError = 154;
        ConnectionRefusedError: ConnectionError = 155;
        ConnectionResetError: ConnectionError = 156;
        FileExistsError: OSError = 157;
        FileNotFoundError: OSError = 158;
        InterruptedError: OSError = 159;
        IsADirectoryError: OSError = 160;
        NotADirectoryError: OSError = 161;
        PermissionError: OSError = 162;
        ProcessLookupError: OSError = 163;
        TimeoutError: OSError = 164;
        ReferenceError: Exception = 165;
        RuntimeError: Exception = 166;
        NotImplementedError: RuntimeError = 167;
        RecursionError: RuntimeError = 168;
        PythonFinalizationError: RuntimeError = 169;
        StopAsyncIteration: Exception = 170;
        StopIteration: Exception = 171;
        SyntaxError: Exception = 172;
        IndentationError: SyntaxError = 173;
        TabError: IndentationError = 174;
        SystemError: Exception = 175;
        TypeError: Exception = 176;
        ValueError: Exception = 177;
        UnicodeError: ValueError = 178;
        UnicodeDecodeError: UnicodeError = 179;
        UnicodeEncodeError: UnicodeError = 180;
        UnicodeTranslateError: UnicodeError = 181;
        Warning: Exception = 182;
        BytesWarning: Warning = 183;
        DeprecationWarning: Warning = 184;
        EncodingWarning: Warning = 185;
        FutureWarning: Warning = 186;
        ImportWarning: Warning = 187;
        PendingDeprecationWarning: Warning = 188;
        ResourceWarning: Warning = 189;
        RuntimeWarning: Warning = 190;
        SyntaxWarning: Warning = 191;
        UnicodeWarning: Warning = 192;
        UserWarning: Warning = 193;
        BaseExceptionGroup: BaseException = 194;
        ExceptionGroup: BaseExceptionGroup = 195;
    }
}
