"""Enumerations.

Vocabulary: a *member* is an instance of the enumeration bound to a name of its body; an *alias* is a second name of
a member; the *data type* is the builtin that members also are (`int` of IntEnum); `_value2member_map_` finds members
by hashable values. A class body runs in an `EnumDict`, which tells members from methods as they are bound.
"""

import builtins

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto",
    "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
    "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]

_MAPPING_PROXY = type(type.__dict__)

# The base classes, as long as they do not exist yet.
Enum = Flag = ReprEnum = None
STRICT = CONFORM = EJECT = KEEP = None


class nonmember:
    """Protects a value in the class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of a value that would not become one, such as a function."""

    def __init__(self, value):
        self.value = value


class _NotGiven:
    def __repr__(self):
        return "<not given>"


_not_given = _NotGiven()


class _AutoNull:
    def __repr__(self):
        return "_auto_null"


_auto_null = _AutoNull()


class auto:
    """Stands for "the next value"."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class property(builtins.property):
    """A property of members that leaves the name free on the class: there it finds a member of that name."""

    member = None
    _attr_type = None
    _cls_type = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_descriptor(obj):
    kind = type(obj)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def _is_dunder(name):
    return (
        len(name) > 4
        and name[:2] == "__" and name[-2:] == "__"
        and name[2] != "_" and name[-3] != "_"
    )


def _is_sunder(name):
    return len(name) > 2 and name[0] == "_" and name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    pattern = f"_{cls_name}__"
    return (
        len(name) > len(pattern)
        and name.startswith(pattern)
        and name[len(pattern)] != "_"
        and (name[-1] != "_" or name[-2] != "_")
    )


def _is_internal_class(cls_name, obj):
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, "__qualname__", "")
    suffix = cls_name + "." + getattr(obj, "__name__", "")
    return qualname == suffix or qualname.endswith("." + suffix)


def _is_single_bit(value):
    return value != 0 and value & (value - 1) == 0


def _iter_bits_lsb(value):
    if isinstance(value, Enum):
        value = value.value
    if value < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def bin(value, max_bits=None):
    """Like builtins.bin, but with a sign digit: `0b0 101` is 5, `0b1 011` is -5."""
    ceiling = 2 ** value.bit_length()
    if value >= 0:
        s = builtins.bin(value + ceiling).replace("1", "0", 1)
    else:
        s = builtins.bin(~value ^ (ceiling - 1) + ceiling)
    sign = s[:3]
    digits = s[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f"{sign} {digits}"


class EnumDict(dict):
    """The namespace of an enumeration's body."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        # A dict for its order and quick look-up; the values mean nothing.
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in (
                "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
            ) and not key.startswith("_repr_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                if isinstance(value, str):
                    value = value.replace(",", " ").split()
                else:
                    value = list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value):
            pass
        elif _is_internal_class(self._cls_name, value):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._bind_auto(key, value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _bind_auto(self, key, value):
        """The value of a member in which every `auto()` has become a number."""
        is_single = isinstance(value, auto)
        if is_single:
            value = (value,)
        if not (isinstance(value, tuple) and any(isinstance(v, auto) for v in value)):
            self._last_values.append(value)
            return value
        values = []
        for v in value:
            if isinstance(v, auto):
                if v.value is _auto_null:
                    v.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                    self._auto_called = True
                v = v.value
                self._last_values.append(v)
            values.append(v)
        if is_single:
            return values[0]
        kind = type(value)
        try:
            return kind(values)
        except TypeError:
            return kind(*values)

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more_members):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        for base in bases:
            for ancestor in base.__mro__:
                if isinstance(ancestor, EnumType) and ancestor._member_names_:
                    raise TypeError(f"<enum {cls!r}> cannot extend {ancestor!r}")
        namespace = EnumDict(cls)
        data_type, first_enum = _find_mixins(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        ignore = classdict.setdefault("_ignore_", [])
        for key in [*ignore, "_ignore_"]:
            classdict.pop(key, None)
        member_names = list(classdict._member_names)
        if "mro" in member_names:
            raise ValueError("invalid enum member name(s) 'mro'")
        order = classdict.pop("_order_", None)
        namespace = dict(classdict.items())
        generate = namespace.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(generate)

        data_type, first_enum = _find_mixins(cls, bases)
        new_member, save_new, use_args = _find_new(namespace, data_type, first_enum)
        values = [(name, namespace.pop(name)) for name in member_names]
        namespace["_new_member_"] = new_member
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_unhashable_values_map_"] = {}
        namespace["_member_type_"] = data_type
        namespace["_value_repr_"] = _find_data_repr(bases)
        is_flag = cls == "Flag" if Flag is None else any(issubclass(base, Flag) for base in bases)
        if is_flag:
            namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
            namespace["_flag_mask_"] = 0
            namespace["_singles_mask_"] = 0
            namespace["_all_bits_"] = 0
            namespace["_inverted_"] = None
        enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)

        if ReprEnum is not None and ReprEnum in bases:
            if data_type is object:
                raise TypeError(
                    "ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)"
                )
            if "__format__" not in namespace:
                type.__setattr__(enum_class, "__format__", data_type.__format__)
                namespace["__format__"] = data_type.__format__
            if "__str__" not in namespace:
                method = data_type.__str__
                if method is object.__str__:
                    method = data_type.__repr__
                type.__setattr__(enum_class, "__str__", method)
                namespace["__str__"] = method
        if first_enum is not None and data_type is not object:
            # The methods of the enumeration go before those of the data type.
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if name not in namespace:
                    found = getattr(enum_class, name)
                    if found == getattr(data_type, name) or found == getattr(object, name):
                        type.__setattr__(enum_class, name, getattr(first_enum, name))
            if is_flag and Flag is not None:
                for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                    if name not in namespace:
                        type.__setattr__(enum_class, name, getattr(Flag, name))
        for name, value in values:
            _make_member(enum_class, name, value, is_flag)
        if Enum is not None:
            if save_new:
                type.__setattr__(enum_class, "__new_member__", new_member)
            type.__setattr__(enum_class, "__new__", Enum.__new__)
        if is_flag:
            in_order = [enum_class._member_map_[name]._value_ for name in enum_class._member_names_]
            if in_order != sorted(in_order):
                type.__setattr__(enum_class, "_iter_member_", enum_class._iter_member_by_def_)
        if order is not None:
            _check_order(enum_class, order)
        return enum_class

    def __bool__(cls):
        return True

    def __call__(
        cls, value, names=_not_given, *values, module=None, qualname=None, type=None, start=1, boundary=None
    ):
        if cls._member_map_:
            if names is not _not_given:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _not_given and type is None:
            raise TypeError(
                f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum"
            )
        return cls._create_(
            value, None if names is _not_given else names, module=module, qualname=qualname, type=type,
            start=start, boundary=boundary,
        )

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __dir__(cls):
        names = set(
            [
                "__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                "__module__", "__name__", "__qualname__",
            ]
            + cls._member_names_
        )
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        names.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @builtins.property
    def __members__(cls):
        return _MAPPING_PROXY(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f"<flag {cls.__name__!r}>"
        return f"<enum {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional API: `Enum('Color', 'RED GREEN')`."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = _find_mixins(class_name, bases)[1]
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            last_values = []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, last_values[:])
                last_values.append(value)
                pairs.append((name, value))
            names = pairs
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                namespace[item] = names[item]
            else:
                name, value = item
                namespace[name] = value
        # The caller's module cannot be looked up; the main one is nearly always right.
        namespace["__module__"] = "__main__" if module is None else module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _add_member_(cls, name, member):
        members = cls._member_map_
        if name in members:
            if members[name] is not member:
                raise NameError(f"{name!r} is already bound: {members[name]!r}")
            return
        _bind_member(cls, name, member)
        members[name] = member


EnumMeta = EnumType


def _find_mixins(class_name, bases):
    """The data type of members, and the enumeration that is inherited from."""
    if not bases:
        return object, Enum
    first_enum = bases[-1]
    if not isinstance(first_enum, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
    found = []
    for base in bases:
        candidate = None
        for ancestor in base.__mro__:
            if ancestor is object:
                continue
            if isinstance(ancestor, EnumType):
                if ancestor._member_type_ is not object:
                    if ancestor._member_type_ not in found:
                        found.append(ancestor._member_type_)
                    break
            elif "__new__" in ancestor.__dict__ or "__dataclass_fields__" in ancestor.__dict__:
                data_type = candidate or ancestor
                if data_type not in found:
                    found.append(data_type)
                break
            else:
                candidate = candidate or ancestor
    if len(found) > 1:
        raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
    return (found[0] if found else object), first_enum


def _find_data_repr(bases):
    for base in bases:
        for ancestor in base.__mro__:
            if ancestor is object:
                continue
            if isinstance(ancestor, EnumType):
                return ancestor._value_repr_
            namespace = ancestor.__dict__
            if "__repr__" in namespace:
                if "__dataclass_fields__" in namespace and namespace["__dataclass_params__"].repr:
                    return _dataclass_repr
                return namespace["__repr__"]
    return None


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join([f"{k}={getattr(self, k)!r}" for k in fields if fields[k].repr])


def _find_new(namespace, data_type, first_enum):
    """What makes a member, whether the body wrote it, and whether it takes the member's value."""
    new = namespace.get("__new__")
    save_new = first_enum is not None and new is not None
    if new is None:
        new = object.__new__
        for possible in (data_type, first_enum):
            target = getattr(possible, "__new_member__", None)
            if target is not None and target != object.__new__ and target != Enum.__new__:
                new = target
                break
        else:
            if data_type is not object and first_enum is not None:
                target = data_type.__new__
                if target != object.__new__ and target != Enum.__new__:
                    new = target
    if isinstance(new, staticmethod):
        new = new.__func__
    if first_enum is None or new == object.__new__ or new == Enum.__new__:
        return new, save_new, False
    return new, save_new, True


def _make_member(enum_class, name, value, is_flag):
    data_type = enum_class._member_type_
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        # The tuple is the value, not the arguments.
        args = (args,)
    if enum_class._use_args_:
        new = enum_class._new_member_(enum_class, *args)
    else:
        new = enum_class._new_member_(enum_class)
    if not hasattr(new, "_value_"):
        if data_type is object:
            new._value_ = value
        else:
            try:
                new._value_ = data_type(*args)
            except Exception as error:
                raise TypeError("_value_ not set in __new__, unable to create it") from error
    value = new._value_
    new._name_ = name
    new.__objclass__ = enum_class
    new.__init__(*args)
    new._sort_order_ = len(enum_class._member_names_)

    if is_flag and isinstance(value, int):
        flag_mask = enum_class._flag_mask_ | value
        type.__setattr__(enum_class, "_flag_mask_", flag_mask)
        if _is_single_bit(value):
            type.__setattr__(enum_class, "_singles_mask_", enum_class._singles_mask_ | value)
        type.__setattr__(enum_class, "_all_bits_", 2 ** flag_mask.bit_length() - 1)

    known = None
    try:
        known = enum_class._value2member_map_.get(value)
    except TypeError:
        for candidate in enum_class._member_map_.values():
            if candidate._value_ == value:
                known = candidate
                break
    if known is not None:
        new = known
    elif not is_flag or (isinstance(value, int) and _is_single_bit(value)):
        enum_class._member_names_.append(name)
    enum_class._add_member_(name, new)
    try:
        enum_class._value2member_map_.setdefault(value, new)
    except TypeError:
        enum_class._unhashable_values_.append(value)
        enum_class._unhashable_values_map_.setdefault(name, []).append(value)


def _bind_member(cls, name, member):
    """Bind the member in its class, beside a property or method of the same name in a base class."""
    found = None
    kind = None
    owner = None
    for base in cls.__mro__[1:]:
        attr = base.__dict__.get(name)
        if attr is None:
            continue
        if isinstance(attr, property) or (base is Enum and isinstance(attr, builtins.property)):
            found = attr
            owner = base
            kind = "enum"
            break
        if _is_descriptor(attr):
            found = attr
            kind = kind or "desc"
            owner = owner or base
        else:
            kind = "attr"
            owner = base
    if found is None:
        type.__setattr__(cls, name, member)
        return
    if kind == "attr":
        redirect = property()
    else:
        redirect = property(
            getattr(found, "fget", None), getattr(found, "fset", None), getattr(found, "fdel", None)
        )
    redirect.member = member
    redirect.__set_name__(cls, name)
    redirect._attr_type = kind
    redirect._cls_type = owner
    type.__setattr__(cls, name, redirect)


def _check_order(enum_class, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    members = enum_class._member_map_
    names = enum_class._member_names_
    order = [name for name in order if name not in members or name in names]
    if order != names:
        raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")


class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for name, values in cls._unhashable_values_map_.items():
                if value in values:
                    return cls[name]
        return _find_missing(cls, value)

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            cls._unhashable_values_.append(value)
            cls._unhashable_values_map_.setdefault(self.name, []).append(value)
            return
        if known is None:
            cls._value2member_map_[value] = self
        elif known is not self:
            raise ValueError(f"{value!r} is already bound: {known!r}")

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError(f"unable to increment {last_value!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        return f"<{cls.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.mro():
            for name, obj in cls.__dict__.items():
                if name[0] != "_" and name not in self._member_map_:
                    names.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    # Plain properties, because they are read all the time; a member with one of these names gets
    # a redirecting one in its class.
    @builtins.property
    def name(self):
        return self._name_

    @name.setter
    def name(self, name):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'name'")

    @builtins.property
    def value(self):
        return self._value_

    @value.setter
    def value(self, value):
        raise AttributeError("<enum 'Enum'> cannot set attribute 'value'")


def _find_missing(cls, value):
    if not cls._member_map_:
        raise TypeError(f"{cls!r} has no members defined")
    try:
        result = cls._missing_(value)
        error = None
    except Exception as caught:
        error = caught
        result = None
    if isinstance(result, cls):
        return result
    if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
        return result
    invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if error is None:
        if result is None:
            raise invalid
        error = TypeError(
            f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
        )
    if not isinstance(error, ValueError):
        error.__context__ = invalid
    raise error


class ReprEnum(Enum):
    """Leaves str() and format() to the data type and changes only repr()."""


class IntEnum(int, ReprEnum):
    """Members are ints."""


class StrEnum(str, ReprEnum):
    """Members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        member = str.__new__(cls, value)
        member._value_ = value
        return member

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member names."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The member that combines the named bits of `value`, made and remembered."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        flag_mask = cls._flag_mask_
        all_bits = cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                max_bits = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {bin(value, max_bits)}"
                    f"\n  allowed {bin(flag_mask, max_bits)}"
                )
            if boundary is CONFORM:
                value = value & flag_mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")
        if value < 0:
            negative = value
            value = all_bits + 1 + value
        unknown = value & ~flag_mask
        aliases = value & ~cls._singles_mask_
        member_value = value & cls._singles_mask_
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f"{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]")
        if cls._member_type_ is object:
            pseudo = object.__new__(cls)
        else:
            pseudo = cls._member_type_.__new__(cls, value)
        if not hasattr(pseudo, "_value_"):
            pseudo._value_ = value
        if member_value or aliases:
            members = []
            combined = 0
            for m in cls._iter_member_(member_value):
                members.append(m)
                combined |= m._value_
            if aliases:
                value = member_value | aliases
                for candidate in cls._member_map_.values():
                    bits = candidate._value_
                    if candidate not in members and bits and bits & value == bits:
                        members.append(candidate)
                        combined |= bits
            unknown = value ^ combined
            pseudo._name_ = "|".join([m._name_ for m in members])
            if not combined:
                pseudo._name_ = None
            elif unknown and cls._boundary_ is STRICT:
                raise ValueError(f"{cls!r}: no members with value {unknown!r}")
            elif unknown:
                pseudo._name_ += f"|{cls._numeric_repr_(unknown)}"
        else:
            pseudo._name_ = None
        pseudo = cls._value2member_map_.setdefault(value, pseudo)
        if negative is not None:
            cls._value2member_map_[negative] = pseudo
        return pseudo

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                f"{self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        if self._name_ is None:
            return f"<{cls.__name__}: {show(self._value_)}>"
        return f"<{cls.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        bits = self._get_value(other)
        if bits is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._get_value(other)
        if bits is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._get_value(other)
        if bits is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints; bits without a name are kept."""


def unique(enumeration):
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


class verify:
    """A decorator that checks an enumeration: `@verify(UNIQUE, CONTINUOUS)`."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(alias, m.name) for alias, m in enumeration.__members__.items() if alias != m.name]
                if duplicates:
                    details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
                    raise ValueError(f"aliases found in {enumeration!r}: {details}")
            elif check is CONTINUOUS:
                values = {m.value for m in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    missing = [
                        2 ** i
                        for i in range(low.bit_length(), high.bit_length() - 1)
                        if 2 ** i not in values
                    ]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    kind = "flag" if is_flag else "enum"
                    raise ValueError(
                        f"invalid {kind} {name!r}: missing values {', '.join([str(m) for m in missing])}"
                    )
            elif check is NAMED_FLAGS:
                _verify_named(enumeration)
        return enumeration


def _verify_named(enumeration):
    names = enumeration._member_names_
    values = [m.value for m in enumeration]
    missing_names = []
    missing_value = 0
    for name, alias in enumeration._member_map_.items():
        if name in names or alias.value < 0:
            continue
        missed = [v for v in _iter_bits_lsb(alias.value) if v not in values]
        if missed:
            missing_names.append(name)
            for bit in missed:
                missing_value |= bit
    if missing_names:
        if len(missing_names) == 1:
            alias = f"alias {missing_names[0]} is missing"
        else:
            alias = f"aliases {', '.join(missing_names[:-1])} and {missing_names[-1]} are missing"
        if _is_single_bit(missing_value):
            value = f"value 0x{missing_value:x}"
        else:
            value = f"combined values of 0x{missing_value:x}"
        raise ValueError(
            f"invalid Flag {enumeration.__name__!r}: {alias} {value} "
            "[use enum.show_flag_values(value) for details]"
        )


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


def global_enum_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    return f"{module}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{self.__class__.__name__}({self._value_!r})"
    return "|".join([name if name[0].isdigit() else f"{module}.{name}" for name in self._name_.split("|")])


def global_str(self):
    if self._name_ is None:
        return f"{self.__class__.__name__}({self._value_!r})"
    return self._name_


def global_enum(cls, update_str=False):
    """Show the members as names of their module. (They are not bound there: modules have fixed names here.)"""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    return cls
