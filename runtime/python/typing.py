"""Support for type hints.

Annotations are never checked at run time, so this module only has to make objects that show, compare and
compose as the documented ones do. A *form* is something like `Optional` that is subscripted; an *alias* is the
result, such as `List[int]`, with `__origin__` and `__args__`.
"""

import abc
import collections
import collections.abc

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal",
    "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet",
    "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping",
    "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView",
    "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator",
    "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat",
    "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict", "DefaultDict",
    "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO",
    "Match", "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads",
    "dataclass_transform", "final", "get_args", "get_origin", "get_overloads", "get_protocol_members",
    "get_type_hints", "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check",
    "NoDefault", "NoReturn", "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs",
    "ReadOnly", "Required", "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias",
    "TypeGuard", "TypeIs", "TypeAliasType", "Unpack",
]

TYPE_CHECKING = False

_GENERIC_ALIAS_TYPE = type(list[int])
_UNION_TYPE = type(int | str)
_NONE_TYPE = type(None)


def _type_repr(obj):
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, tuple):
        return "[" + ", ".join([_type_repr(t) for t in obj]) + "]"
    if type(obj) is type(_type_repr):
        return obj.__name__
    return repr(obj)


def _type_convert(arg):
    if arg is None:
        return _NONE_TYPE
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _type_check(arg, msg):
    arg = _type_convert(arg)
    if isinstance(arg, _SpecialForm) and arg._name in ("ClassVar", "Final", "Generic", "Protocol"):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple or isinstance(arg, (int, float, list, dict, set)):
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _parameters_of(args):
    """The type variables in `args`, each once, in order."""
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            if arg not in found:
                found.append(arg)
        elif isinstance(arg, (list, tuple)):
            for parameter in _parameters_of(arg):
                if parameter not in found:
                    found.append(parameter)
        elif not isinstance(arg, type):
            for parameter in getattr(arg, "__parameters__", ()):
                if parameter not in found:
                    found.append(parameter)
    return tuple(found)


def _unique(items):
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    return found


class _SpecialForm:
    __slots__ = ("_name", "_getitem", "__doc__")

    def __init__(self, name, getitem=None):
        self._name = name
        self._getitem = getitem

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, parameters):
        if self._getitem is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._getitem(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __hash__(self):
        return hash(self._name)

    def __eq__(self, other):
        return self is other


class _Alias:
    """`Origin[args]`. `_name` is how typing calls it, None for a user's generic class."""

    def __init__(self, origin, args, name=None, parameters=None):
        if not isinstance(args, tuple):
            args = (args,)
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters_of(args) if parameters is None else parameters
        self._name = name
        if name is None:
            self.__module__ = origin.__module__

    def __repr__(self):
        name = self._name
        if name == "Union":
            args = self.__args__
            if len(args) == 2:
                if args[0] is _NONE_TYPE:
                    return f"typing.Optional[{_type_repr(args[1])}]"
                if args[1] is _NONE_TYPE:
                    return f"typing.Optional[{_type_repr(args[0])}]"
        if name == "Callable":
            args = self.__args__
            if not (len(args) == 2 and (args[0] is ... or isinstance(args[0], (ParamSpec, _Alias)))):
                shown = ", ".join([_type_repr(a) for a in args[:-1]])
                return f"typing.Callable[[{shown}], {_type_repr(args[-1])}]"
        if name == "Literal":
            return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"
        if name == "Unpack":
            return "*" + repr(self.__args__[0])
        shown = ", ".join([_type_repr(a) for a in self.__args__]) if self.__args__ else "()"
        if name:
            return f"typing.{name}[{shown}]"
        return f"{_type_repr(self.__origin__)}[{shown}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            if self.__origin__ is Union and isinstance(other, _UNION_TYPE):
                return set(self.__args__) == set(other.__args__)
            return NotImplemented
        if self.__origin__ is not other.__origin__:
            return False
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        if self.__origin__ is Literal:
            return set(_typed(self.__args__)) == set(_typed(other.__args__))
        return self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash(frozenset(self.__args__))
        if self.__origin__ is Literal:
            return hash(frozenset(_typed(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __call__(self, *args, **kwargs):
        origin = self.__origin__
        if self._name is not None and origin.__module__ in ("builtins", "collections", "collections.abc"):
            if self._name not in ("DefaultDict", "OrderedDict", "Counter", "ChainMap", "Deque"):
                raise TypeError(
                    f"Type {self._name} cannot be instantiated; use {origin.__name__}() instead"
                )
        result = origin(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name is not None:
            result = []
            if origin not in bases:
                result.append(origin)
            position = bases.index(self)
            for later in bases[position + 1:]:
                if isinstance(later, _Alias) or (isinstance(later, type) and issubclass(later, Generic)):
                    break
            else:
                result.append(Generic)
            return tuple(result)
        if origin is Generic:
            if Protocol in bases:
                return ()
            position = bases.index(self)
            for later in bases[position + 1:]:
                if isinstance(later, _Alias) and later is not self:
                    return ()
        return (origin,)

    def __getattr__(self, attr):
        if attr in ("__origin__", "__args__"):
            raise AttributeError(attr)
        if "__origin__" in self.__dict__ and not (attr.startswith("__") and attr.endswith("__")):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, tuple(self.__args__))
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __getitem__(self, args):
        """Substitute the type variables: `Dict[str, T][int]` is `Dict[str, int]`."""
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        if len(parameters) == 1 and isinstance(parameters[0], ParamSpec):
            args = (args,) if args and not isinstance(args[0], (list, tuple)) else args
        args = tuple([_type_convert(arg) for arg in args])
        if len(args) != len(parameters) and not any(isinstance(p, TypeVarTuple) for p in parameters):
            many = "many" if len(args) > len(parameters) else "few"
            raise TypeError(
                f"Too {many} arguments for {self}; actual {len(args)}, expected {len(parameters)}"
            )
        mapping = dict(zip(parameters, args))
        return self._with_args(_substitute(self.__args__, mapping))

    def _with_args(self, args):
        if self.__origin__ is Union:
            return Union[args]
        return _Alias(self.__origin__, args, self._name)

    def __iter__(self):
        yield Unpack[self]

    def __dir__(self):
        return list(set(dir(self.__origin__)))


def _typed(args):
    return [(arg, type(arg)) for arg in args]


def _substitute(args, mapping):
    result = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            new = mapping.get(arg, arg)
            if isinstance(arg, ParamSpec) and isinstance(new, (list, tuple)):
                result.extend(new)
                continue
            result.append(new)
        elif not isinstance(arg, type) and getattr(arg, "__parameters__", ()):
            result.append(arg[tuple([mapping.get(p, p) for p in arg.__parameters__])])
        else:
            result.append(arg)
    return tuple(result)


# isinstance(alias, _GenericAlias) is what some programs ask.
_GenericAlias = _Alias


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def __repr__(self):
        shown = ", ".join(map(repr, self.__metadata__))
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {shown}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def _with_args(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)


class _BuiltinForm:
    """`List`, `Dict`, `Mapping`: a class under its name in typing, to be subscripted or used bare."""

    def __init__(self, origin, count, name=None):
        self.__origin__ = origin
        self._count = count
        self._name = origin.__name__ if name is None else name

    def __repr__(self):
        return "typing." + self._name

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name == "Tuple":
            if args == ((),):
                args = ()
            args = tuple([a if a is ... else _type_check(a, "Tuple[t0, t1, ...]: each t must be a type.") for a in args])
        elif self._name == "Callable":
            return _callable_alias(args)
        else:
            args = tuple([_type_check(a, "Parameters to generic types must be types.") for a in args])
            if len(args) != self._count and not (self._count == 3 and 0 < len(args) < 3):
                many = "many" if len(args) > self._count else "few"
                raise TypeError(f"Too {many} arguments for {self}; actual {len(args)}, expected {self._count}")
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **kwargs):
        if self._name in ("DefaultDict", "OrderedDict", "Counter", "ChainMap", "Deque"):
            return self.__origin__(*args, **kwargs)
        raise TypeError(
            f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead"
        )

    def __mro_entries__(self, bases):
        if self.__origin__ in bases:
            return ()
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _BuiltinForm):
            cls = cls.__origin__
        return issubclass(cls, self.__origin__)

    def __getattr__(self, attr):
        if attr.startswith("__") and attr.endswith("__"):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _callable_alias(args):
    if len(args) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    parameters, result = args
    result = _type_check(result, "Callable[args, result]: result must be a type.")
    if isinstance(parameters, (list, tuple)):
        parameters = [_type_check(p, "Callable[[arg, ...], result]: each arg must be a type.") for p in parameters]
        return _Alias(collections.abc.Callable, (*parameters, result), "Callable")
    return _Alias(collections.abc.Callable, (parameters, result), "Callable")


class _Variable:
    """What type variables of the three kinds have in common."""

    def __init__(self, name):
        self.__name__ = name
        self.__module__ = "__main__"

    def __repr__(self):
        return "~" + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class _NoDefaultType:
    __slots__ = ()

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


class TypeVar(_Variable):
    def __init__(
        self, name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
        infer_variance=False,
    ):
        super().__init__(name)
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = tuple([_type_check(t, "TypeVar(name, constraint, ...): constraints must be types.") for t in constraints])
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        self.__default__ = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        prefix = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return prefix + self.__name__

    def has_default(self):
        return self.__default__ is not NoDefault


class ParamSpec(_Variable):
    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False):
        super().__init__(name)
        self.__bound__ = bound
        self.__default__ = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def has_default(self):
        return self.__default__ is not NoDefault


class ParamSpecArgs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class TypeVarTuple(_Variable):
    def __init__(self, name, *, default=NoDefault):
        super().__init__(name)
        self.__default__ = default

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]

    def has_default(self):
        return self.__default__ is not NoDefault


class TypeAliasType:
    """What a `type Name = ...` statement makes."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value = value
        self.__type_params__ = tuple(type_params)
        self.__parameters__ = tuple(type_params)
        self.__module__ = "__main__"

    @property
    def __value__(self):
        return self.__value

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        return _Alias(self, args if isinstance(args, tuple) else (args,))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef:
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return "typing.Any"
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _union(form, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        parameter = _type_check(parameter, "Union[arg, ...]: each arg must be a type.")
        if (isinstance(parameter, _Alias) and parameter.__origin__ is Union) or isinstance(parameter, _UNION_TYPE):
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    flat = _unique(flat)
    if len(flat) == 1:
        return flat[0]
    return _Alias(Union, tuple(flat), "Union")


def _optional(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError(f"{form} requires a single type. Got {parameter!r:.100}.")
    return Union[_type_check(parameter, f"{form} requires a single type."), None]


def _literal(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for parameter in parameters:
        if isinstance(parameter, _Alias) and parameter.__origin__ is Literal:
            flat.extend(parameter.__args__)
        else:
            flat.append(parameter)
    seen = []
    kept = []
    for value in flat:
        key = (value, type(value))
        if key not in seen:
            seen.append(key)
            kept.append(value)
    return _Alias(Literal, tuple(kept), "Literal")


def _single(form, parameter):
    if isinstance(parameter, tuple):
        raise TypeError(f"{form} accepts only single type. Got {parameter!r:.100}.")
    return _Alias(form, (_type_check(parameter, f"{form} accepts only single type."),), form._name)


def _concatenate(form, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _Alias(form, tuple([_type_convert(p) for p in parameters]), "Concatenate")


def _annotated(form, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError(
            "Annotated[...] should be used with at least two arguments (a type and an annotation)."
        )
    origin = _type_convert(parameters[0])
    metadata = parameters[1:]
    if isinstance(origin, _AnnotatedAlias):
        metadata = origin.__metadata__ + metadata
        origin = origin.__origin__
    return _AnnotatedAlias(origin, metadata)


Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
ClassVar = _SpecialForm("ClassVar", _single)
Final = _SpecialForm("Final", _single)
Annotated = _SpecialForm("Annotated", _annotated)
Concatenate = _SpecialForm("Concatenate", _concatenate)
TypeGuard = _SpecialForm("TypeGuard", _single)
TypeIs = _SpecialForm("TypeIs", _single)
Required = _SpecialForm("Required", _single)
NotRequired = _SpecialForm("NotRequired", _single)
ReadOnly = _SpecialForm("ReadOnly", _single)
Unpack = _SpecialForm("Unpack", _single)
NoReturn = _SpecialForm("NoReturn")
Never = _SpecialForm("Never")
Self = _SpecialForm("Self")
LiteralString = _SpecialForm("LiteralString")
TypeAlias = _SpecialForm("TypeAlias")


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if cls is Generic or cls is Protocol:
            if not parameters:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for parameter in parameters:
                if not isinstance(parameter, _Variable) and not (
                    isinstance(parameter, _Alias) and parameter._name == "Unpack"
                ):
                    raise TypeError(
                        f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                        "specification variables."
                    )
            if len(set(parameters)) != len(parameters):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            parameters = tuple([
                p if isinstance(p, list) else _type_check(p, "Parameters to generic types must be types.")
                for p in parameters
            ])
            expected = cls.__dict__.get("__parameters__", getattr(cls, "__parameters__", ()))
            if not expected:
                raise TypeError(f"{cls} is not a generic class")
            is_variadic = any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in expected)
            if len(parameters) != len(expected) and not is_variadic:
                defaults = [p for p in expected if p.has_default()]
                if len(parameters) > len(expected) or len(parameters) < len(expected) - len(defaults):
                    many = "many" if len(parameters) > len(expected) else "few"
                    raise TypeError(
                        f"Too {many} arguments for {cls}; actual {len(parameters)}, "
                        f"expected {'' if len(parameters) > len(expected) else 'at least '}{len(expected)}"
                    )
        return _Alias(cls, parameters)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        declared = None
        for base in bases:
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol) and base.__args__:
                if base.__origin__ is Generic and declared is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                declared = base.__parameters__
        if not bases and "__type_params__" in cls.__dict__:
            declared = cls.__type_params__
        cls.__parameters__ = _parameters_of(bases) if declared is None else declared


class _ProtocolMeta(abc.ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return abc.ABCMeta.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols"
            )
        if cls in type(instance).__mro__:
            return True
        for name in get_protocol_members(cls):
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False):
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            if not getattr(cls, "_is_runtime_protocol", False):
                if cls in other.__mro__:
                    return True
                raise TypeError(
                    "Instance and class checks can only be used with @runtime_checkable protocols"
                )
            members = get_protocol_members(cls)
            data = sorted([name for name in members if not callable(getattr(cls, name, None))])
            if data:
                raise TypeError(
                    "Protocols with non-method members don't support issubclass(). Non-method members: "
                    + str(data)[1:-1] + "."
                )
            if all(_has_member(other, name) for name in members):
                return True
        return abc.ABCMeta.__subclasscheck__(cls, other)


def _has_member(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        if name in base.__dict__.get("__annotations__", ()):
            return True
    return False


def _no_init_or_replace_init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    # An explicit subclass of a protocol has the `__init__` that stands after the protocols.
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol:
            for base in cls.__bases__:
                if not (
                    base in (object, Generic)
                    or base.__module__ in ("collections.abc", "typing", "contextlib", "abc")
                    or getattr(base, "_is_protocol", False)
                ):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
            if cls.__init__ is Protocol.__init__ or "__init__" not in cls.__dict__:
                cls.__init__ = _no_init_or_replace_init


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


_NOT_MEMBERS = frozenset([
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__",
    "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__",
    "__static_attributes__", "__firstlineno__", "__orig_bases__", "__parameters__", "__type_params__",
    "__qualname__", "__annotate__", "__init_subclass__", "_is_protocol", "_is_runtime_protocol", "_abc_impl",
    "__protocol_attrs__", "__non_callable_proto_members__",
])


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    names = set()
    for base in tp.__mro__[:-1]:
        if base in (Protocol, Generic):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]:
            if name not in _NOT_MEMBERS and not name.startswith("_abc_"):
                names.add(name)
    return frozenset(names)


def runtime_checkable(cls):
    if not (isinstance(cls, type) and getattr(cls, "_is_protocol", False)):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __index__(self):
        pass


T_co = TypeVar("T_co", covariant=True)


@runtime_checkable
class SupportsAbs(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __abs__(self):
        pass

    __class_getitem__ = classmethod(_Alias)


@runtime_checkable
class SupportsRound(Protocol):
    __slots__ = ()

    @abc.abstractmethod
    def __round__(self, ndigits=0):
        pass

    __class_getitem__ = classmethod(_Alias)


AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
Text = str

List = _BuiltinForm(list, 1, "List")
Dict = _BuiltinForm(dict, 2, "Dict")
Set = _BuiltinForm(set, 1, "Set")
FrozenSet = _BuiltinForm(frozenset, 1, "FrozenSet")
Tuple = _BuiltinForm(tuple, -1, "Tuple")
Type = _BuiltinForm(type, 1, "Type")
Deque = _BuiltinForm(collections.deque, 1, "Deque")
DefaultDict = _BuiltinForm(collections.defaultdict, 2, "DefaultDict")
OrderedDict = _BuiltinForm(collections.OrderedDict, 2)
Counter = _BuiltinForm(collections.Counter, 1)
ChainMap = _BuiltinForm(collections.ChainMap, 2)
Callable = _BuiltinForm(collections.abc.Callable, 2)
Hashable = _BuiltinForm(collections.abc.Hashable, 0)
Sized = _BuiltinForm(collections.abc.Sized, 0)
Awaitable = _BuiltinForm(collections.abc.Awaitable, 1)
Coroutine = _BuiltinForm(collections.abc.Coroutine, 3)
AsyncIterable = _BuiltinForm(collections.abc.AsyncIterable, 1)
AsyncIterator = _BuiltinForm(collections.abc.AsyncIterator, 1)
AsyncGenerator = _BuiltinForm(collections.abc.AsyncGenerator, 2)
Iterable = _BuiltinForm(collections.abc.Iterable, 1)
Iterator = _BuiltinForm(collections.abc.Iterator, 1)
Reversible = _BuiltinForm(collections.abc.Reversible, 1)
Container = _BuiltinForm(collections.abc.Container, 1)
Collection = _BuiltinForm(collections.abc.Collection, 1)
AbstractSet = _BuiltinForm(collections.abc.Set, 1, "AbstractSet")
MutableSet = _BuiltinForm(collections.abc.MutableSet, 1)
Mapping = _BuiltinForm(collections.abc.Mapping, 2)
MutableMapping = _BuiltinForm(collections.abc.MutableMapping, 2)
Sequence = _BuiltinForm(collections.abc.Sequence, 1)
MutableSequence = _BuiltinForm(collections.abc.MutableSequence, 1)
MappingView = _BuiltinForm(collections.abc.MappingView, 1)
KeysView = _BuiltinForm(collections.abc.KeysView, 1)
ItemsView = _BuiltinForm(collections.abc.ItemsView, 2)
ValuesView = _BuiltinForm(collections.abc.ValuesView, 1)
Generator = _BuiltinForm(collections.abc.Generator, 3)


class _ContextManager(abc.ABC):
    __name__ = "AbstractContextManager"

    @classmethod
    def __subclasshook__(cls, C):
        return hasattr(C, "__enter__") and hasattr(C, "__exit__") or NotImplemented


ContextManager = _BuiltinForm(_ContextManager, 1, "ContextManager")
AsyncContextManager = _BuiltinForm(_ContextManager, 1, "AsyncContextManager")


class _NamedTupleForm:
    """`NamedTuple`: a base class in a class statement, a function in a call."""

    __name__ = "NamedTuple"
    __qualname__ = "NamedTuple"

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        pairs = [(name, _type_convert(annotation)) for name, annotation in fields]
        made = collections.namedtuple(typename, [name for name, _ in pairs])
        made.__annotations__ = dict(pairs)
        made.__orig_bases__ = (NamedTuple,)
        return made

    def __mro_entries__(self, bases):
        return (_NamedTuple,)

    def __repr__(self):
        return "<function NamedTuple>"


_NOT_OVERWRITTEN = frozenset([
    "__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
    "_make", "_replace", "_asdict", "_source",
])


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        if _NamedTuple is None:
            return super().__new__(cls, typename, bases, namespace)
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        annotations = _namespace_annotations(namespace)
        defaults = []
        for name in annotations:
            if name in namespace:
                defaults.append(namespace[name])
            elif defaults:
                given = [n for n in annotations if n in namespace]
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field"
                    f"{'s' if len(given) > 1 else ''} {', '.join(given)}"
                )
        made = collections.namedtuple(
            typename, list(annotations), defaults=defaults, module=namespace["__module__"]
        )
        made.__annotations__ = annotations
        made.__qualname__ = namespace.get("__qualname__", typename)
        if Generic in bases:
            made.__class_getitem__ = classmethod(_Alias)
        for key, value in namespace.items():
            if key in _NOT_OVERWRITTEN:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key in ("__prepare__", "__module__", "__annotations__", "__annotate__", "__qualname__"):
                continue
            if key not in made._fields:
                setattr(made, key, value)
                hook = getattr(type(value), "__set_name__", None)
                if hook is not None:
                    hook(value, made, key)
        return made


def _namespace_annotations(namespace):
    annotations = namespace.get("__annotations__")
    if annotations is None:
        annotate = namespace.get("__annotate__")
        annotations = {} if annotate is None else annotate()
    return {name: _type_convert(annotation) for name, annotation in annotations.items()}


_NamedTuple = None
_NamedTuple = NamedTupleMeta("NamedTuple", (), {})
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        """A plain dict subclass that remembers its annotations; instances are dicts."""
        made = type.__new__(_TypedDictMeta, name, (dict,), namespace)
        annotations = {}
        required = set()
        optional = set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, annotation in _namespace_annotations(namespace).items():
            annotations[key] = annotation
            form = getattr(annotation, "__origin__", None)
            is_required = True if form is Required else False if form is NotRequired else total
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset()
        made.__mutable_keys__ = frozenset(annotations)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


class _TypedDictForm:
    __name__ = "TypedDict"
    __qualname__ = "TypedDict"

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if fields is None:
            fields = kwargs
        namespace = {"__annotations__": dict(fields), "__module__": "__main__"}
        made = _TypedDictMeta(typename, (), namespace, total=total)
        made.__orig_bases__ = (TypedDict,)
        return made

    def __mro_entries__(self, bases):
        return (_TypedDict,)

    def __repr__(self):
        return "<function TypedDict>"


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict = _TypedDictForm()


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not _TypedDict


class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        superclass = self.__name__
        raise TypeError(
            "Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`Sub = NewType('Sub', {superclass})`"
        )

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


class Pattern(Generic[AnyStr]):
    __slots__ = ()


class Match(Generic[AnyStr]):
    __slots__ = ()


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    import sys

    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def dataclass_transform(
    *, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
    field_specifiers=(), **kwargs,
):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default,
            "order_default": order_default,
            "kw_only_default": kw_only_default,
            "frozen_default": frozen_default,
            "field_specifiers": field_specifiers,
            "kwargs": kwargs,
        }
        return cls_or_fn

    return decorator


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub "
        "module should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    inner = getattr(func, "__func__", func)
    try:
        _overloads.setdefault((inner.__module__, inner.__qualname__), []).append(func)
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    inner = getattr(func, "__func__", func)
    return list(_overloads.get((inner.__module__, inner.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, _BuiltinForm, _GENERIC_ALIAS_TYPE, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UNION_TYPE):
        return _UNION_TYPE
    return None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Alias, _GENERIC_ALIAS_TYPE)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
            len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec))
        ):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, _UNION_TYPE):
        return tp.__args__
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class (with those of its bases), function or module.

    A string stays a ForwardRef unless it is the name of a builtin or of something in `globalns` or `localns`.
    """
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            for name, value in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolve(value, globalns, localns, base)
    else:
        hints = {}
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        for name, value in annotations.items():
            hints[name] = _resolve(value, globalns, localns, obj)
    if include_extras:
        return hints
    return {name: _strip_annotations(hint) for name, hint in hints.items()}


def _resolve(value, globalns, localns, owner):
    value = _NONE_TYPE if value is None else value
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if not isinstance(value, str):
        return value
    import builtins
    import sys

    for namespace in (localns, globalns):
        if namespace is not None and value in namespace:
            return namespace[value]
    module = sys.modules.get(getattr(owner, "__module__", None))
    if module is not None and hasattr(module, value):
        return getattr(module, value)
    if hasattr(builtins, value):
        return getattr(builtins, value)
    if value == "None":
        return _NONE_TYPE
    raise NameError(f"name {value!r} is not defined")


def _strip_annotations(hint):
    if isinstance(hint, _AnnotatedAlias):
        return _strip_annotations(hint.__origin__)
    if isinstance(hint, _Alias) and hint._name in ("Required", "NotRequired", "ReadOnly"):
        return _strip_annotations(hint.__args__[0])
    return hint
