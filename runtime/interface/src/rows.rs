//! The table of runtime functions that compiled code calls: one row each, declared nowhere else.
//!
//! A row is `name(kinds) -> kind [effects];`. The compiler turns the table into [`Rt`] and [`ROWS`];
//! the runtime asserts, function by function and at compile time, that it has an `extern "C"`
//! implementation of exactly that signature.
//!
//! Kinds (how a raising row says so, in brackets):
//! - `Value`   two words in two registers   [tag `ERROR`]
//! - `Object`  pointer to a heap object     [null]
//! - `Status`  `i64`; 0 and 1 are answers   [negative]
//! - `I64`, `F64`, `Bool`, `Ptr` (anything that is not a heap object), `Void`: never raise
//!
//! Effects: `RAISES` may leave an exception pending; `CALLS` may run Python code (and so may do
//! anything to any object); `ALLOCS` may collect; `PURE` neither reads nor writes memory that
//! Python can change, so equal calls may be merged; `COLD` is off every hot path; `INLINE`
//! is small enough that its bitcode should reach the optimizer.

/// What a parameter or result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Value,
    Object,
    Status,
    I64,
    F64,
    Bool,
    Ptr,
    Void,
}

/// What a row may do besides computing its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Effects(pub u32);

impl Effects {
    pub const NONE: Effects = Effects(0);
    pub const RAISES: Effects = Effects(1);
    pub const CALLS: Effects = Effects(2);
    pub const ALLOCS: Effects = Effects(4);
    pub const PURE: Effects = Effects(8);
    pub const COLD: Effects = Effects(16);
    pub const INLINE: Effects = Effects(32);

    pub const fn with(self, other: Effects) -> Effects {
        Effects(self.0 | other.0)
    }
    pub const fn has(self, other: Effects) -> bool {
        self.0 & other.0 == other.0
    }
}

/// One runtime function as compiled code sees it.
#[derive(Debug)]
pub struct Row {
    pub symbol: &'static str,
    pub params: &'static [Kind],
    pub result: Kind,
    pub effects: Effects,
}

/// Calls the macro `$with` with the whole table.
#[macro_export]
macro_rules! runtime_rows {
    ($with:ident) => {
        $with! {
            // ---- binary operators; INT and FLOAT pairs are fast ----
            tp_add(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_sub(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_mul(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_truediv(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_floordiv(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_mod(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_pow(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_matmul(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_lshift(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_rshift(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_and(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_or(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_xor(Value, Value) -> Value [RAISES CALLS ALLOCS];
            // ---- in-place operators: `a op= b` ----
            tp_iadd(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_isub(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_imul(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_itruediv(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_ifloordiv(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_imod(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_ipow(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_imatmul(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_ilshift(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_irshift(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_iand(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_ior(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_ixor(Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// What is left of `a op b` after `type(a)`'s method declined: (a, b, number of the operator, + 256 for
            /// `a op= b`)
            tp_binary_rest(Value, Value, I64) -> Value [RAISES CALLS ALLOCS COLD];
            /// The same of a comparison.
            tp_compare_rest(Value, Value, I64) -> Value [RAISES CALLS ALLOCS COLD];
            // ---- unary operators ----
            tp_neg(Value) -> Value [RAISES CALLS ALLOCS];
            tp_pos(Value) -> Value [RAISES CALLS ALLOCS];
            tp_invert(Value) -> Value [RAISES CALLS ALLOCS];
            /// `bool(x)`
            tp_truth(Value) -> Status [RAISES CALLS ALLOCS];
            // ---- comparison ----
            tp_lt(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_le(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_eq(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_ne(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_gt(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_ge(Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// Whether two `str`s are equal.
            tp_same_text(Ptr, Ptr) -> Bool [];
            // ---- exact `str`s by their objects; a method's receiver comes first ----
            /// Parts put together: (values that are ints of 64 bits, floats or exact `str`s; count; tuple of
            /// [`PackedSpec`](crate::text::PackedSpec)s, or null)
            tp_text_build(Ptr, I64, Ptr) -> Object [RAISES ALLOCS];
            tp_text_concat(Ptr, Ptr) -> Object [ALLOCS];
            tp_text_repeat(Ptr, I64) -> Object [RAISES ALLOCS];
            /// Less, equal, greater: -1, 0, 1.
            tp_text_order(Ptr, Ptr) -> I64 [];
            /// (text, part)
            tp_text_contains(Ptr, Ptr) -> Bool [];
            /// (text, start, stop) as slices have them
            tp_text_slice(Ptr, I64, I64) -> Object [ALLOCS];
            tp_text_reversed(Ptr) -> Object [ALLOCS];
            /// `isalpha` and the like: (text, number of the test: `text_tests`)
            tp_text_is(Ptr, I64) -> Bool [];
            tp_text_starts(Ptr, Ptr) -> Bool [];
            tp_text_ends(Ptr, Ptr) -> Bool [];
            /// (text, part, start); -1 if it is not there
            tp_text_find(Ptr, Ptr, I64) -> I64 [];
            tp_text_find_last(Ptr, Ptr) -> I64 [];
            tp_text_count(Ptr, Ptr) -> I64 [];
            /// `lower` and the like: (text, number of the form: `text_forms`)
            tp_text_form(Ptr, I64) -> Object [ALLOCS];
            /// (text, characters or null for white space, 1 left + 2 right)
            tp_text_strip(Ptr, Ptr, I64) -> Object [ALLOCS];
            tp_text_replace(Ptr, Ptr, Ptr) -> Object [RAISES ALLOCS];
            tp_text_words(Ptr) -> Value [ALLOCS];
            tp_text_split(Ptr, Ptr) -> Value [RAISES ALLOCS];
            tp_text_lines(Ptr) -> Value [ALLOCS];
            tp_text_join(Ptr, Value) -> Object [RAISES CALLS ALLOCS];
            /// (text, width, fill character as a code, 0 `ljust`, 1 `rjust`, 2 `center`, 3 `zfill`)
            tp_text_justify(Ptr, I64, I64, I64) -> Object [RAISES ALLOCS];
            tp_text_of_int(I64) -> Object [ALLOCS];
            tp_text_of_float(F64) -> Object [ALLOCS];
            /// `chr`
            tp_text_of_code(I64) -> Object [RAISES ALLOCS];
            /// `int(text)`
            tp_text_to_int(Ptr) -> Value [RAISES ALLOCS];
            /// `float(text)`: a FLOAT
            tp_text_to_float(Ptr) -> Value [RAISES ALLOCS];
            /// The iterator of a `str`, `bytes` or `bytearray` as it is after some items: (object, position of the next)
            tp_text_iterator_from(Value, I64) -> Value [ALLOCS COLD];
            /// `a is b`
            tp_is(Value, Value) -> Bool [];
            /// `item in container`: container first
            tp_contains(Value, Value) -> Status [RAISES CALLS ALLOCS];
            // ---- typed integer and float operations ----
            /// The exact result of an operation whose `i64` form overflowed.
            tp_int_add(I64, I64) -> Value [ALLOCS COLD];
            tp_int_sub(I64, I64) -> Value [ALLOCS COLD];
            tp_int_mul(I64, I64) -> Value [ALLOCS COLD];
            tp_int_neg(I64) -> Value [ALLOCS COLD];
            /// The low 64 bits of a big integer.
            tp_int_low_bits(Value) -> I64 [];
            /// Whether the value is a big integer in `0..2**64`.
            tp_int_is_word(Value) -> Bool [];
            /// The int of 64 bits without sign.
            tp_int_of_word(I64) -> Value [ALLOCS];
            tp_int_lshift(I64, I64) -> Value [RAISES ALLOCS];
            tp_int_pow(I64, I64) -> Value [RAISES ALLOCS];
            tp_int_truediv(I64, I64) -> Value [RAISES ALLOCS];
            tp_int_to_float(I64) -> F64 [PURE];
            tp_float_floordiv(F64, F64) -> F64 [PURE];
            tp_float_mod(F64, F64) -> F64 [PURE];
            tp_float_pow(F64, F64) -> Value [RAISES ALLOCS];
            /// `int < float` and the like, exact: -1, 0, 1, or 2 for unordered.
            tp_int_float_compare(I64, F64) -> I64 [PURE];
            /// Leaves ZeroDivisionError pending: 0 `division by zero`, 1 float floor division,
            /// 2 float modulo, 3 integer modulo, 4 float division, 5 integer floor division or divmod.
            tp_raise_zero_division(I64) -> Void [RAISES ALLOCS COLD];
            // ---- functions of `math` where they are defined: the C library's, NaN or infinity elsewhere ----
            tp_math_sin(F64) -> F64 [PURE];
            tp_math_cos(F64) -> F64 [PURE];
            tp_math_tan(F64) -> F64 [PURE];
            tp_math_asin(F64) -> F64 [PURE];
            tp_math_acos(F64) -> F64 [PURE];
            tp_math_atan(F64) -> F64 [PURE];
            tp_math_exp(F64) -> F64 [PURE];
            tp_math_log(F64) -> F64 [PURE];
            tp_math_log2(F64) -> F64 [PURE];
            tp_math_log10(F64) -> F64 [PURE];
            tp_math_atan2(F64, F64) -> F64 [PURE];
            tp_math_pow(F64, F64) -> F64 [PURE];
            tp_math_fmod(F64, F64) -> F64 [PURE];
            tp_math_sinh(F64) -> F64 [PURE];
            tp_math_cosh(F64) -> F64 [PURE];
            tp_math_tanh(F64) -> F64 [PURE];
            tp_math_asinh(F64) -> F64 [PURE];
            tp_math_acosh(F64) -> F64 [PURE];
            tp_math_atanh(F64) -> F64 [PURE];
            tp_math_expm1(F64) -> F64 [PURE];
            tp_math_log1p(F64) -> F64 [PURE];
            tp_math_exp2(F64) -> F64 [PURE];
            tp_math_cbrt(F64) -> F64 [PURE];
            tp_math_erf(F64) -> F64 [PURE];
            tp_math_erfc(F64) -> F64 [PURE];
            tp_math_hypot(F64, F64) -> F64 [PURE];
            tp_math_log_base(F64, F64) -> F64 [PURE];
            /// Negative where there is no answer of 64 bits.
            tp_math_gcd(I64, I64) -> I64 [PURE];
            tp_math_isqrt(I64) -> I64 [PURE];
            // ---- attributes; the last argument is the site's inline cache or null ----
            /// (object, name, cache)
            tp_getattr(Value, Ptr, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// (object, name, new value, cache)
            tp_setattr(Value, Ptr, Value, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// `object.__setattr__`: (object, name, new value)
            tp_object_setattr(Value, Ptr, Value) -> Status [RAISES CALLS ALLOCS];
            tp_delattr(Value, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// `type(object)`
            tp_type_of(Value) -> Value [];
            /// `isinstance(object, class)`
            tp_isinstance(Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// `ord(object)`
            tp_ord(Value) -> Value [RAISES ALLOCS];
            // ---- items ----
            tp_getitem(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_setitem(Value, Value, Value) -> Status [RAISES CALLS ALLOCS];
            tp_delitem(Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// `o[i]` with an index known to be an int
            tp_getitem_int(Value, I64) -> Value [RAISES CALLS ALLOCS];
            tp_setitem_int(Value, I64, Value) -> Status [RAISES CALLS ALLOCS];
            /// `o[start:stop:step]`
            tp_getitem_slice(Value, Value, Value, Value) -> Value [RAISES CALLS ALLOCS];
            // ---- displays: (values, count) ----
            tp_build_tuple(Ptr, I64) -> Value [ALLOCS];
            tp_build_pair(Value, Value) -> Value [ALLOCS INLINE];
            tp_build_triple(Value, Value, Value) -> Value [ALLOCS INLINE];
            tp_build_list(Ptr, I64) -> Value [ALLOCS];
            tp_build_set(Ptr, I64) -> Value [RAISES CALLS ALLOCS];
            /// key, value, key, value, ...; count of values
            tp_build_dict(Ptr, I64) -> Value [RAISES CALLS ALLOCS];
            tp_build_slice(Value, Value, Value) -> Value [ALLOCS];
            /// Joins `str` values: the parts of an f-string.
            tp_build_string(Ptr, I64) -> Value [RAISES ALLOCS];
            tp_list_append(Value, Value) -> Status [RAISES ALLOCS];
            tp_list_extend(Value, Value) -> Status [RAISES CALLS ALLOCS];
            tp_list_to_tuple(Value) -> Value [ALLOCS];
            tp_set_add(Value, Value) -> Status [RAISES CALLS ALLOCS];
            // ---- methods of exact builtin types, the receiver first ----
            tp_list_pop(Value) -> Value [RAISES ALLOCS];
            tp_set_discard(Value, Value) -> Status [RAISES CALLS ALLOCS];
            tp_set_remove(Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// (dict, key, default)
            tp_dict_get(Value, Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// Of a dict or defaultdict, by an int: `d[k]`, `k in d`, `d.get(k, default)`
            tp_dict_item_int(Value, I64) -> Value [RAISES CALLS ALLOCS INLINE];
            tp_dict_contains_int(Value, I64) -> Status [RAISES CALLS ALLOCS INLINE];
            tp_dict_get_int(Value, I64, Value) -> Value [RAISES CALLS ALLOCS INLINE];
            /// (dict, key, default or UNBOUND)
            tp_dict_pop(Value, Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_dict_set_default(Value, Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// The iterator over the items of a dict.
            tp_dict_items(Value) -> Value [ALLOCS];
            /// (such an iterator, out key and value): whether there was another entry
            tp_dict_next_pair(Value, Ptr) -> Status [RAISES ALLOCS INLINE];
            /// The same where it is not simply the next entry.
            tp_dict_next_pair_rest(Value, Ptr) -> Status [RAISES ALLOCS COLD];
            /// `tp_next` of an iterator over the keys of a dict
            tp_dict_next_key(Value) -> Value [RAISES ALLOCS INLINE];
            /// `tp_next` of an iterator over the values of a dict
            tp_dict_next_value(Value) -> Value [RAISES ALLOCS INLINE];
            /// `tp_next` of an iterator over a set
            tp_set_next(Value) -> Value [RAISES ALLOCS INLINE];
            /// `item in s` for a set or frozenset and an int
            tp_set_contains_int(Value, I64) -> Status [RAISES CALLS ALLOCS INLINE];
            // ---- keys that are tuples of (values, count), made only where a new key is stored ----
            tp_contains_items(Value, Ptr, I64) -> Status [RAISES CALLS ALLOCS];
            tp_getitem_items(Value, Ptr, I64) -> Value [RAISES CALLS ALLOCS];
            tp_setitem_items(Value, Ptr, I64, Value) -> Status [RAISES CALLS ALLOCS];
            tp_set_add_items(Value, Ptr, I64) -> Status [RAISES CALLS ALLOCS];
            /// (dict, values, count, default)
            tp_dict_get_items(Value, Ptr, I64, Value) -> Value [RAISES CALLS ALLOCS];
            tp_dict_set_default_items(Value, Ptr, I64, Value) -> Value [RAISES CALLS ALLOCS];
            tp_deque_append(Value, Value) -> Status [ALLOCS INLINE];
            tp_deque_append_rest(Value, Value) -> Status [ALLOCS COLD];
            tp_deque_append_left(Value, Value) -> Status [ALLOCS];
            tp_deque_pop(Value) -> Value [RAISES ALLOCS];
            tp_deque_pop_left(Value) -> Value [RAISES ALLOCS INLINE];
            /// `IndexError: pop from an empty deque`
            tp_deque_empty() -> Value [RAISES ALLOCS COLD];
            /// Items, lists of keys and how many, whether to reverse.
            tp_sort_by(Value, Ptr, I64, I64) -> Status [RAISES CALLS ALLOCS];
            // ---- functions of native modules ----
            tp_heap_push(Value, Value) -> Status [RAISES CALLS ALLOCS];
            tp_heap_pop(Value) -> Value [RAISES CALLS ALLOCS];
            tp_heap_replace(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_heap_push_pop(Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// A bound method `random` of a generator, called.
            tp_call_random(Value) -> Value [RAISES CALLS ALLOCS];
            tp_random(Value) -> Value [];
            tp_random_below(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_bisect_left(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_bisect_right(Value, Value) -> Value [RAISES CALLS ALLOCS];
            tp_insort_left(Value, Value) -> Status [RAISES CALLS ALLOCS];
            tp_insort_right(Value, Value) -> Status [RAISES CALLS ALLOCS];
            // ---- displays, continued ----
            tp_set_update(Value, Value) -> Status [RAISES CALLS ALLOCS];
            tp_dict_insert(Value, Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// `{**mapping}`
            tp_dict_update(Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// `f(**mapping)`: (dict, mapping, callee), duplicate keys are a TypeError.
            tp_dict_merge(Value, Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// The same for one mapping alone, (mapping, callee): itself if it is a dict.
            tp_keyword_dict(Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// `f(*iterable)`: (list, iterable, callee), for CPython's message.
            tp_list_extend_star(Value, Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// (value, conversion `s`, `r`, `a` or 0, format spec as str or UNBOUND)
            tp_format_value(Value, I64, Value) -> Value [RAISES CALLS ALLOCS];
            // ---- iteration ----
            tp_iter(Value) -> Value [RAISES CALLS ALLOCS];
            /// UNBOUND when exhausted
            tp_next(Value) -> Value [RAISES CALLS ALLOCS];
            /// The same of a generator.
            tp_generator_next(Ptr) -> Value [RAISES CALLS ALLOCS];
            /// `next(iterator)`, and with a default, UNBOUND without.
            tp_next_item(Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// A list's iterator as it is after some items: (list, position of the next item)
            tp_list_iterator_from(Value, I64) -> Value [ALLOCS COLD];
            /// The same of a tuple.
            tp_tuple_iterator_from(Value, I64) -> Value [ALLOCS COLD];
            /// `enumerate` as it is after some items: (the iterator of its argument, number of the next item)
            tp_enumerate_from(Value, I64) -> Value [ALLOCS];
            /// `zip` of iterators: (values, count)
            tp_zip_from(Ptr, I64) -> Value [ALLOCS];
            /// `range(start, stop, step)`; the step is not 0.
            tp_range(I64, I64, I64) -> Value [ALLOCS];
            /// The length of that range, at most the greatest `i64`.
            tp_range_length(I64, I64, I64) -> I64 [PURE];
            /// (iterable, count, out): `a, b = iterable`
            tp_unpack(Value, I64, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// (iterable, before, after, out): `a, *b, c = iterable`
            tp_unpack_ex(Value, I64, I64, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// `sum` inlined: (total, carry, item, out total and carry)
            tp_sum_step(Value, Value, Value, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// (total, carry)
            tp_sum_end(Value, Value) -> Value [ALLOCS];
            // ---- calls: (callee, values, positional count, keyword names or null) ----
            tp_call(Value, Ptr, I64, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// (receiver, name, values without the receiver but with room for it at index -1,
            /// positional count, keyword names or null, cache)
            tp_call_method(Value, Ptr, Ptr, I64, Ptr, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// (object, name, out receiver, cache): what to call for `object.name(...)`; the receiver is what
            /// to pass first, or UNBOUND if the answer is complete by itself.
            tp_load_method(Value, Ptr, Ptr, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// Calls what `tp_load_method` answered: (callee, receiver, values without the receiver but
            /// with room for it at index -1, positional count without it, keyword names or null)
            tp_call_loaded(Value, Value, Ptr, I64, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// Whether `receiver.name(...)` calls the function of this code, the receiver is of the class that the
            /// statement made, and the class lacks the other name:
            /// (receiver, name, other name or null, code, code of the class's body, cache)
            tp_find_method(Value, Ptr, Ptr, Ptr, Ptr, Ptr) -> Bool [];
            /// Whether `super(class, receiver).name(...)` calls the function of this code:
            /// (class, receiver, name, code, cache)
            tp_find_super_method(Value, Value, Ptr, Ptr, Ptr) -> Bool [];
            /// Whether calling the class makes a plain instance and calls the function of this code as `__init__`:
            /// (class, code, cache)
            tp_find_init(Value, Ptr, Ptr) -> Bool [];
            /// Whether the value is a function of a native module, or the module with that function in it:
            /// (value, module name, function name, cache)
            tp_is_native(Value, Ptr, Ptr, Ptr) -> Bool [];
            /// Memory for an object of so many bytes, whose header is to be written at once.
            tp_allocate(I64) -> Ptr [ALLOCS];
            /// The write barrier of an old object: to be called after the store.
            tp_log_object(Ptr) -> Void [COLD];
            /// A new instance of such a class.
            tp_new_instance(Value) -> Value [ALLOCS];
            /// TypeError: `__init__` returned this.
            tp_raise_init_returned(Value) -> Void [RAISES ALLOCS COLD];
            /// (callee, iterable, dict or UNBOUND)
            tp_call_ex(Value, Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// Binds (function object, values, count, keyword names) into the code's parameter
            /// order at `out`; keyword-only, `*args` and `**kwargs` follow the positional ones.
            tp_bind_arguments(Ptr, Ptr, I64, Ptr, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// (code, defaults tuple or UNBOUND, keyword defaults dict or UNBOUND, cells, count)
            tp_make_function(Ptr, Value, Value, Ptr, I64) -> Value [ALLOCS];
            /// Sets `__annotations__` of a function.
            tp_set_annotations(Value, Value) -> Void [];
            tp_make_cell(Value) -> Ptr [ALLOCS];
            /// (cell, value), with the write barrier
            tp_store_cell(Ptr, Value) -> Void [];
            /// (name, bases and class keywords as values, base count, keyword names or null,
            /// body: a function object taking the namespace, code of the body)
            tp_build_class(Ptr, Ptr, I64, Ptr, Value, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// A class statement with `*bases`, `**keywords` or type parameters: (name, bases tuple,
            /// keyword dict or UNBOUND, body, code of the body, type parameters tuple or UNBOUND)
            tp_build_class_star(Ptr, Value, Value, Value, Ptr, Value) -> Value [RAISES CALLS ALLOCS];
            /// `type X[T] = ...`: (name, function that evaluates the right side, parameters or UNBOUND)
            tp_make_type_alias(Ptr, Value, Value) -> Value [RAISES ALLOCS];
            /// `T`, `*T`, `**T` of a type parameter list: (name, stars)
            tp_make_type_param(Ptr, I64) -> Value [RAISES ALLOCS];
            /// `super()` with the class from the `__class__` cell and the first argument.
            tp_super(Value, Value) -> Value [RAISES CALLS ALLOCS];
            // ---- names ----
            /// A builtin by name, UNBOUND if there is none.
            tp_load_builtin(Ptr) -> Value [];
            /// A module global that is unbound: the builtin of that name, else NameError.
            /// (module, name)
            tp_load_global_slow(Ptr, Ptr) -> Value [RAISES ALLOCS];
            /// NameError for `del` of an unbound global.
            tp_raise_name_error(Ptr) -> Void [RAISES ALLOCS COLD];
            /// UnboundLocalError for a local
            tp_raise_unbound_local(Ptr) -> Void [RAISES ALLOCS COLD];
            /// NameError for a free variable
            tp_raise_unbound_free(Ptr) -> Void [RAISES ALLOCS COLD];
            /// Class bodies: (namespace, name) -> UNBOUND if absent
            tp_load_name(Value, Ptr) -> Value [RAISES CALLS ALLOCS];
            tp_store_name(Value, Ptr, Value) -> Status [RAISES CALLS ALLOCS];
            tp_delete_name(Value, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// The dict that is `globals()` of a module.
            tp_globals(Ptr) -> Value [ALLOCS];
            /// Write barrier and store of a module global: (slot address, value).
            tp_store_global(Ptr, Value) -> Void [];
            // ---- modules ----
            /// Runs the module's body once; the module object.
            tp_import_module(Ptr) -> Value [RAISES CALLS ALLOCS];
            /// A native module by its name.
            tp_import_native(Ptr) -> Value [RAISES CALLS ALLOCS];
            /// A name that resolves to nothing: ModuleNotFoundError.
            tp_import_missing(Ptr) -> Value [RAISES ALLOCS COLD];
            /// (module object, name): the attribute, or a submodule, or ImportError.
            tp_import_from(Value, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// (module object, importing module): `from m import *`
            tp_import_star(Value, Ptr) -> Status [RAISES CALLS ALLOCS];
            // ---- exceptions ----
            /// `raise exc from cause`: cause UNBOUND if absent. Leaves the exception pending.
            tp_raise(Value, Value) -> Void [RAISES CALLS ALLOCS COLD];
            /// bare `raise`
            tp_reraise_current() -> Void [RAISES ALLOCS COLD];
            /// Puts back an exception taken by `tp_take_exception` (end of `finally`).
            tp_reraise(Value) -> Void [RAISES COLD];
            /// The same of an exception that left a generator inlined into its consumer: StopIteration becomes
            /// RuntimeError.
            tp_leave_inlined(Value) -> Void [RAISES ALLOCS COLD];
            /// Takes the pending exception.
            tp_take_exception() -> Value [];
            /// Makes the exception the one being handled; answers the one handled before.
            tp_enter_handler(Value) -> Value [];
            tp_leave_handler(Value) -> Void [];
            /// (exception, class or tuple of classes)
            tp_exception_matches(Value, Value) -> Status [RAISES CALLS ALLOCS];
            /// `except*`: (exception, type, out matched, out rest)
            tp_exception_split(Value, Value, Ptr) -> Status [RAISES CALLS ALLOCS];
            /// The end of `try`/`except*`: (original, list of the exceptions raised in the clauses and of
            /// the unhandled rest): what is to be raised, or NONE.
            tp_exception_join(Value, Value) -> Value [RAISES ALLOCS];
            /// The class AssertionError.
            tp_assertion_error() -> Value [];
            /// Adds a traceback entry for the site to the pending exception.
            tp_trace(Ptr) -> Void [COLD];
            /// Leaves RecursionError pending.
            tp_raise_recursion() -> Void [RAISES ALLOCS COLD];
            /// `assert` failed: message or UNBOUND.
            tp_raise_assertion(Value) -> Void [RAISES CALLS ALLOCS COLD];
            // ---- with ----
            /// (manager, out `__exit__` bound): looks up both, calls `__enter__`.
            tp_context_enter(Value, Ptr) -> Value [RAISES CALLS ALLOCS];
            /// (bound `__exit__`, exception or NONE): whether it was swallowed.
            tp_context_exit(Value, Value) -> Status [RAISES CALLS ALLOCS];
            // ---- match ----
            tp_match_is_sequence(Value) -> Bool [];
            tp_match_is_mapping(Value) -> Bool [];
            tp_len(Value) -> Value [RAISES CALLS ALLOCS];
            /// (mapping, keys tuple): a tuple of values, or NONE if a key is missing.
            tp_match_keys(Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// (mapping, keys tuple): a dict of the rest.
            tp_match_rest(Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// (subject, class, positional count, keyword names tuple): attributes, or NONE.
            tp_match_class(Value, Value, I64, Value) -> Value [RAISES CALLS ALLOCS];
            // ---- generators ----
            /// (code, resume function, frame size, function object or null): the generator.
            tp_make_generator(Ptr, Ptr, I64, Ptr) -> Value [ALLOCS];
            /// The return value of a generator that finishes: (generator, value).
            tp_generator_return(Ptr, Value) -> Void [];
            /// An exception leaves the generator.
            tp_generator_failed(Ptr) -> Void [ALLOCS];
            /// The next item of a generator that may run, have finished, or be suspended while it handles an exception.
            tp_generator_ask(Ptr) -> Value [CALLS ALLOCS];
            /// The typed form of a generator goes on as its continuation: (generator, resume function of that, number of
            /// the point, live values, their count).
            tp_generator_leave(Ptr, Ptr, I64, Ptr, I64) -> Void [ALLOCS];
            /// Frame store with barrier: (generator, index, value)
            tp_frame_store(Ptr, I64, Value) -> Void [];
            /// `yield from`: (generator, iterator, sent value) -> yielded value, or UNBOUND when the
            /// iterator finished, whose result `tp_yield_from_result` then gives.
            tp_yield_from_send(Ptr, Value, Value) -> Value [RAISES CALLS ALLOCS];
            /// The pending exception is thrown into the iterator; as above.
            tp_yield_from_throw(Value) -> Value [RAISES CALLS ALLOCS];
            tp_yield_from_result() -> Value [];
            /// The iterator of `yield from`.
            tp_yield_from_iter(Value) -> Value [RAISES CALLS ALLOCS];
            /// What follows is not about the generator made last: see `objects::held`.
            tp_forget_generator() -> Void [];
            /// The generator made last, if it is that, is held by one temporary only.
            tp_hold_generator(Value) -> Void [];
            /// The builtin iterator object is held by one temporary only.
            tp_hold_iterator(Value) -> Void [];
            /// That temporary goes.
            tp_drop_iterator(Value) -> Void [CALLS ALLOCS];
            /// Finalizers and callbacks of what has died, if that can be found out at little cost: (values of the
            /// variables of the frame, count, 1 if it is a module's).
            tp_finalize_dead(Ptr, I64, I64) -> Void [CALLS ALLOCS];
            // ---- locals() and friends: (tuple of names, values, count), unbound ones are left out ----
            tp_locals(Ptr, Ptr, I64) -> Value [ALLOCS];
        }
    };
}

macro_rules! compiler_side {
    ($($(#[$meta:meta])* $name:ident ( $($param:ident),* ) -> $result:ident [ $($effect:ident)* ];)*) => {
        /// A runtime function.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Rt { $($(#[$meta])* $name),* }

        /// Every row, indexed by [`Rt`].
        pub static ROWS: &[Row] = &[$(Row {
            symbol: stringify!($name),
            params: &[$(Kind::$param),*],
            result: Kind::$result,
            effects: Effects::NONE$(.with(Effects::$effect))*,
        }),*];
    };
}
runtime_rows!(compiler_side);

impl Rt {
    pub fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}
