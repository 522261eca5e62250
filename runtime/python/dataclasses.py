"""Data classes: methods made from a class's annotations.

No source is compiled at run time: the runtime makes each method from the list of fields (`_generated`).
"""

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields",
    "asdict", "astuple", "make_dataclass", "replace", "is_dataclass",
]

from _generated import method as _method, replaced as _replaced


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
    cls.__module__
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

    names = [f.name for f in real_fields]
    compared = tuple(f.name for f in real_fields if f.compare)
    made = _Methods(cls)
    if params.init:
        _add_init(made, cls, params, init_fields, positional, keyword_only)
    if "__replace__" not in cls.__dict__:
        cls.__replace__ = _replace
    if params.repr:
        made.line += 1  # for a decorator in CPython's text
        made.add("__repr__", ("self",), tuple(f.name for f in real_fields if f.repr), 2)
    if params.eq:
        made.add("__eq__", ("self", "other"), compared, 6)
    if params.order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            if made.add(name, ("self", "other"), compared, 4):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__} "
                    "Consider using functools.total_ordering"
                )
    if params.frozen:
        data = (cls, frozenset(names), FrozenInstanceError)
        for name, parameters in (("__setattr__", ("self", "name", "value")), ("__delattr__", ("self", "name"))):
            if made.add(name, parameters, data, 4):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")

    hashed = tuple(f.name for f in real_fields if (f.compare if f.hash is None else f.hash))
    if params.unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        made.add("__hash__", ("self",), hashed, 2, overwrite=True)
    elif params.eq and not has_explicit_hash:
        if params.frozen:
            made.add("__hash__", ("self",), hashed, 2, overwrite=True)
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


class _Methods:
    """Makes the methods of one class. CPython compiles them from one text, whose lines tracebacks show."""

    def __init__(self, cls):
        self.cls = cls
        self.line = 2

    def add(self, name, parameters, data, lines, keyword_only=0, defaults=None, kwdefaults=None, overwrite=False):
        """Give the class a method unless it wrote one; True says that it did."""
        cls = self.cls
        line = self.line
        self.line += lines
        if name in cls.__dict__ and not overwrite:
            return True
        made = _method(name, cls, parameters, keyword_only, defaults, kwdefaults, data, line, lines)
        made.__module__ = cls.__module__
        setattr(cls, name, made)
        return False


def _add_init(made, cls, params, fields, positional, keyword_only):
    seen_default = None
    defaults = []
    for f in positional:
        if f.default is not MISSING:
            defaults.append(f.default)
        elif f.default_factory is not MISSING:
            defaults.append(_HAS_DEFAULT_FACTORY)
        elif seen_default:
            raise TypeError(
                f"non-default argument {f.name!r} follows default argument {seen_default.name!r}"
            )
        else:
            continue
        seen_default = f
    kwdefaults = {}
    for f in keyword_only:
        if f.default is not MISSING:
            kwdefaults[f.name] = f.default
        elif f.default_factory is not MISSING:
            kwdefaults[f.name] = _HAS_DEFAULT_FACTORY
    parameters = positional + keyword_only
    names = [f.name for f in parameters]
    # One step for each field in its order; see `init` in the runtime.
    steps = []
    lines = 1
    for f in fields:
        is_stored = f._field_type is _FIELD
        factory = None if f.default_factory is MISSING else f.default_factory
        if f.init:
            steps.append((f.name, names.index(f.name), factory, None, is_stored))
        elif factory is not None or f.default is not MISSING and params.slots:
            steps.append((f.name, -1, factory, f.default, is_stored))
        else:
            continue
        lines += is_stored
    for_post_init = None
    if hasattr(cls, "__post_init__"):
        for_post_init = tuple(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        lines += 1
    self_name = "__dataclass_self__" if "self" in names else "self"
    written = made.add(
        "__init__", (self_name, *names), (tuple(steps), for_post_init, params.frozen, _HAS_DEFAULT_FACTORY),
        max(lines, 2), len(keyword_only), tuple(defaults) or None, kwdefaults or None,
    )
    if not written:
        annotations = {f.name: f.type for f in parameters}
        annotations["return"] = None
        cls.__init__.__annotations__ = annotations


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
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    _replaced(cls, new)
    if qualname is not None:
        new.__qualname__ = qualname
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
