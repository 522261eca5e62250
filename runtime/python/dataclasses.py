"""Data classes: methods made from a class's annotations.

No source is compiled at run time: each method is a closure over the list of fields. `__init__` binds its
arguments through `_parameters.Signature`, so a wrong call reads as that of a written method.
"""

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields",
    "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]

from _parameters import Signature


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_MAPPING_PROXY = type(type.__dict__)
_MEMBER_DESCRIPTOR = type(_FIELD_BASE.__dict__.get("__weakref__"))


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type):
            type_name = self.type.__name__
        else:
            type_name = repr(self.type)
        return f"dataclasses.InitVar[{type_name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = (
        "name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata",
        "kw_only", "_field_type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MAPPING_PROXY({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            "Field("
            f"name={self.name!r},"
            f"type={self.type!r},"
            f"default={self.default!r},"
            f"default_factory={self.default_factory!r},"
            f"init={self.init!r},"
            f"repr={self.repr!r},"
            f"hash={self.hash!r},"
            f"compare={self.compare!r},"
            f"metadata={self.metadata!r},"
            f"kw_only={self.kw_only!r},"
            f"_field_type={self._field_type}"
            ")"
        )

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)


class _DataclassParams:
    __slots__ = (
        "init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots",
        "weakref_slot",
    )

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        shown = ",".join([f"{name}={getattr(self, name)!r}" for name in self.__slots__])
        return f"_DataclassParams({shown})"


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
    metadata=None, kw_only=MISSING,
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
    match_args=True, kw_only=False, slots=False, weakref_slot=False,
):
    params = _DataclassParams(
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot
    )
    if cls is None:

        def wrap(cls):
            return _process_class(cls, params)

        return wrap
    return _process_class(cls, params)


def _annotation_head(text):
    """The last name of the dotted one that starts an annotation given as text: `typing.ClassVar[int]`."""
    i = 0
    while i < len(text) and text[i].isspace():
        i += 1
    start = i
    head = None
    while True:
        while i < len(text) and (text[i].isalnum() or text[i] == "_"):
            i += 1
        head = text[start:i]
        if i < len(text) and text[i] == ".":
            i += 1
            start = i
        else:
            return head


def _is_class_var(annotation):
    if isinstance(annotation, str):
        return _annotation_head(annotation) == "ClassVar"
    origin = getattr(annotation, "__origin__", annotation)
    return type(origin).__name__ == "_SpecialForm" and origin._name == "ClassVar"


def _is_init_var(annotation):
    if isinstance(annotation, str):
        return _annotation_head(annotation) == "InitVar"
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    if isinstance(annotation, str):
        return _annotation_head(annotation) == "KW_ONLY"
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, _MEMBER_DESCRIPTOR) and type(default).__name__ == "member_descriptor":
            # A slot of the class, not a default.
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_class_var(annotation):
        f._field_type = _FIELD_CLASSVAR
    elif _is_init_var(annotation):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory"
        )
    return f


def _process_class(cls, params):
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")

    fields = {}
    cls.__dataclass_params__ = params
    any_frozen_base = False
    all_frozen_bases = None
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, "__dataclass_fields__", None)
        if base_fields is not None:
            has_dataclass_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if all_frozen_bases is None:
                all_frozen_bases = True
            frozen_base = base.__dataclass_params__.frozen
            all_frozen_bases = all_frozen_bases and frozen_base
            any_frozen_base = any_frozen_base or frozen_base

    annotations = _own_annotations(cls)
    own_fields = []
    kw_only = params.kw_only
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = True
            kw_only = True
        else:
            own_fields.append(_get_field(cls, name, annotation, kw_only))

    for f in own_fields:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)

    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")

    if has_dataclass_bases:
        if any_frozen_base and not params.frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen_bases is False and params.frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")

    cls.__dataclass_fields__ = fields

    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (own_hash is MISSING or (own_hash is None and "__eq__" in cls.__dict__))

    real_fields = [f for f in fields.values() if f._field_type is _FIELD]
    init_fields = [f for f in fields.values() if f._field_type is not _FIELD_CLASSVAR]
    positional = [f for f in init_fields if f.init and not f.kw_only]
    keyword_only = [f for f in init_fields if f.init and f.kw_only]

    if params.init:
        _set_new_attribute(cls, _make_init(cls, params, init_fields, positional, keyword_only))
    _set_new_attribute(cls, _replace, "__replace__")
    if params.repr:
        _set_new_attribute(cls, _make_repr([f.name for f in real_fields if f.repr]))
    if params.eq:
        _set_new_attribute(cls, _make_eq([f.name for f in real_fields if f.compare]))
    if params.order:
        for method in _make_order([f.name for f in real_fields if f.compare]):
            if _set_new_attribute(cls, method):
                raise TypeError(
                    f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}. "
                    "Consider using functools.total_ordering"
                )
    if params.frozen:
        for method in _make_frozen(cls, frozenset(f.name for f in real_fields)):
            if _set_new_attribute(cls, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")

    hashed = [f.name for f in real_fields if (f.compare if f.hash is None else f.hash)]
    if params.unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _add_hash(cls, hashed)
    elif params.eq and not has_explicit_hash:
        if params.frozen:
            _add_hash(cls, hashed)
        else:
            cls.__hash__ = None

    if not getattr(cls, "__doc__"):
        cls.__doc__ = _signature_text(cls, positional, keyword_only)
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple(f.name for f in positional)
    if params.slots:
        cls = _with_slots(cls, params, [f.name for f in real_fields])
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods

        update_abstractmethods(cls)
    return cls


def _own_annotations(cls):
    annotations = cls.__dict__.get("__annotations__")
    if annotations is None:
        return {}
    return annotations


def _set_new_attribute(cls, function, name=None):
    """Give the class a method unless it wrote one; True says that it did."""
    if name is None:
        name = function.__name__
        function.__qualname__ = f"{cls.__qualname__}.{name}"
    if name in cls.__dict__:
        return True
    setattr(cls, name, function)
    return False


def _make_init(cls, params, fields, positional, keyword_only):
    seen_default = None
    for f in positional:
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            raise TypeError(
                f"non-default argument {f.name!r} follows default argument {seen_default.name!r}"
            )
    parameters = positional + keyword_only
    defaults = {}
    for f in parameters:
        if f.default is not MISSING:
            defaults[f.name] = f.default
        elif f.default_factory is not MISSING:
            defaults[f.name] = _HAS_DEFAULT_FACTORY
    signature = Signature(
        f"{cls.__qualname__}.__init__",
        tuple(f.name for f in positional),
        defaults,
        tuple(f.name for f in keyword_only),
    )
    n_positional = len(positional)
    names = tuple(f.name for f in parameters)
    assign = object.__setattr__ if params.frozen else setattr
    has_post_init = hasattr(cls, "__post_init__")
    is_plain = parameters == fields and all(
        f._field_type is _FIELD and f.default_factory is MISSING for f in fields
    )

    if is_plain and not keyword_only and not has_post_init:

        def __init__(self, /, *args, **kwargs):
            if kwargs or len(args) != n_positional:
                args = signature.bind(args, kwargs)
            for name, value in zip(names, args):
                assign(self, name, value)

    else:
        # One step for each field in its order: name, index of the bound value (-1: no parameter), factory,
        # default, and whether it is stored or only handed to __post_init__.
        steps = []
        for f in fields:
            is_stored = f._field_type is _FIELD
            if f.init:
                steps.append((f.name, names.index(f.name), f.default_factory, MISSING, is_stored))
            elif f.default_factory is not MISSING:
                steps.append((f.name, -1, f.default_factory, MISSING, is_stored))
            elif f.default is not MISSING and params.slots:
                steps.append((f.name, -1, MISSING, f.default, is_stored))
        for_post_init = [f.name for f in fields if f._field_type is _FIELD_INITVAR]

        def __init__(self, /, *args, **kwargs):
            values = signature.bind(args, kwargs)
            init_only = {}
            for name, index, factory, default, is_stored in steps:
                if index >= 0:
                    value = values[index]
                    if value is _HAS_DEFAULT_FACTORY:
                        value = factory()
                elif default is MISSING:
                    value = factory()
                else:
                    value = default
                if is_stored:
                    assign(self, name, value)
                else:
                    init_only[name] = value
            if has_post_init:
                self.__post_init__(*[init_only[name] for name in for_post_init])

    annotations = {f.name: f.type for f in parameters}
    annotations["return"] = None
    __init__.__annotations__ = annotations
    return __init__


def _make_repr(names):
    shown = set()

    def __repr__(self):
        key = id(self)
        if key in shown:
            return "..."
        shown.add(key)
        try:
            pieces = [f"{name}={getattr(self, name)!r}" for name in names]
            return f"{self.__class__.__qualname__}({', '.join(pieces)})"
        finally:
            shown.discard(key)

    return __repr__


def _make_eq(names):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is self.__class__:
            for name in names:
                answer = getattr(self, name) == getattr(other, name)
                if not answer:
                    return answer
            return answer if names else True
        return NotImplemented

    return __eq__


def _make_order(names):
    def values(obj):
        return tuple([getattr(obj, name) for name in names])

    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) < values(other)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return values(self) <= values(other)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return values(self) > values(other)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return values(self) >= values(other)
        return NotImplemented

    return __lt__, __le__, __gt__, __ge__


def _make_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _add_hash(cls, names):
    def __hash__(self):
        return hash(tuple([getattr(self, name) for name in names]))

    __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
    cls.__hash__ = __hash__


def _signature_text(cls, positional, keyword_only):
    pieces = []
    for f in positional + keyword_only:
        if f.kw_only and "*" not in pieces:
            pieces.append("*")
        annotation = f.type
        if isinstance(annotation, type):
            text = annotation.__qualname__
            if annotation.__module__ != "builtins":
                text = f"{annotation.__module__}.{text}"
        else:
            text = repr(annotation)
            if text.startswith("typing."):
                text = text[7:]
        piece = f"{f.name}: {text}"
        if f.default is not MISSING:
            piece += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            piece += " = <factory>"
        pieces.append(piece)
    return f"{cls.__name__}({', '.join(pieces)})"


def _with_slots(cls, params, names):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__")
        if slots is None:
            continue
        if isinstance(slots, str):
            inherited.add(slots)
        else:
            inherited.update(slots)
    namespace = dict(cls.__dict__)
    slots = [name for name in names if name not in inherited]
    if params.weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in names:
        # What stands there is the default of the field, which the slot would clash with.
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    if params.frozen:
        if "__getstate__" not in namespace:
            namespace["__getstate__"] = _get_state
        if "__setstate__" not in namespace:
            namespace["__setstate__"] = _set_state
        # These two close over the class they were made for: they are made again for the new one.
        del namespace["__setattr__"]
        del namespace["__delattr__"]
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        new.__qualname__ = qualname
    if params.frozen:
        for method in _make_frozen(new, frozenset(names)):
            _set_new_attribute(new, method)
    return new


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def fields(class_or_instance):
    try:
        known = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in known.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_atomic(kind):
    return kind in (
        int, str, float, bool, type(None), complex, bytes, type(...), type(NotImplemented), type(_is_atomic),
        type(len), type, range, property,
    )


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _asdict_inner(obj, dict_factory):
    kind = type(obj)
    if _is_atomic(kind):
        return obj
    if hasattr(kind, "__dataclass_fields__"):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if kind is list:
        return [_asdict_inner(v, dict_factory) for v in obj]
    if kind is dict:
        return {_asdict_inner(k, dict_factory): _asdict_inner(v, dict_factory) for k, v in obj.items()}
    if issubclass(kind, tuple):
        if hasattr(obj, "_fields"):
            return kind(*[_asdict_inner(v, dict_factory) for v in obj])
        return kind(_asdict_inner(v, dict_factory) for v in obj)
    if issubclass(kind, dict):
        if hasattr(kind, "default_factory"):
            result = kind(obj.default_factory)
            for k, v in obj.items():
                result[_asdict_inner(k, dict_factory)] = _asdict_inner(v, dict_factory)
            return result
        return kind((_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items())
    if issubclass(kind, list):
        return kind(_asdict_inner(v, dict_factory) for v in obj)
    from copy import deepcopy

    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def _astuple_inner(obj, tuple_factory):
    kind = type(obj)
    if _is_atomic(kind):
        return obj
    if _is_dataclass_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_astuple_inner(v, tuple_factory) for v in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_astuple_inner(v, tuple_factory) for v in obj)
    if isinstance(obj, dict):
        if hasattr(kind, "default_factory"):
            result = kind(obj.default_factory)
            for k, v in obj.items():
                result[_astuple_inner(k, tuple_factory)] = _astuple_inner(v, tuple_factory)
            return result
        return kind((_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items())
    from copy import deepcopy

    return deepcopy(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
    unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
    module=None,
):
    from keyword import iskeyword

    namespace = {} if namespace is None else dict(namespace)
    seen = set()
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            annotation = "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, namespace_value = item
            namespace[name] = namespace_value
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation
    namespace["__annotations__"] = annotations
    metaclass = type(bases[0]) if bases else type
    cls = metaclass(cls_name, tuple(bases), namespace)
    cls.__module__ = "__main__" if module is None else module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
