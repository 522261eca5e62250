"""Abstract base classes.

Vocabulary: an *abstract* method carries `__isabstractmethod__ = True`; a class whose set
`__abstractmethods__` is not empty cannot be instantiated (`object.__new__` checks that set).
A *virtual* subclass was made known by `register` or is recognised by `__subclasshook__`.

A class body may list virtual subclasses as `_abc_registered_ = (list, tuple)`: this says the same as
calls of `register` after the class, but a program that never mentions the class does not pay for it.
"""


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


class _AbcData:
    """What the metaclass remembers about one abstract class."""

    __slots__ = ("registry", "accepted", "rejected", "rejected_at")

    def __init__(self, registry):
        self.registry = registry
        self.accepted = set()
        # `rejected` holds only while no class was registered anywhere since: a registration
        # may turn a "no" into a "yes" but never the other way round.
        self.rejected = set()
        self.rejected_at = 0


# The number of registrations so far, over all abstract classes.
_registrations = 0


def get_cache_token():
    return _registrations


def _abstract_names(cls, bases, namespace):
    names = set()
    for name, value in namespace.items():
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    for base in bases:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        registered = namespace.pop("_abc_registered_", ())
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, bases, namespace)
        cls._abc_impl = _AbcData(list(registered))
        return cls

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.append(subclass)
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in cls._abc_impl.accepted:
            return True
        subtype = type(instance)
        if subtype is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        data = cls._abc_impl
        if subclass in data.accepted:
            return True
        if data.rejected_at != _registrations:
            data.rejected = set()
            data.rejected_at = _registrations
        elif subclass in data.rejected:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = _is_subclass(cls, data, subclass)
        if answer:
            data.accepted.add(subclass)
            return True
        data.rejected.add(subclass)
        return False

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.accepted.clear()
        cls._abc_impl.rejected.clear()


def _is_subclass(cls, data, subclass):
    if cls in subclass.__mro__:
        return True
    for registered in data.registry:
        if issubclass(subclass, registered):
            return True
    for child in type.__subclasses__(cls):
        if issubclass(subclass, child):
            return True
    return False


def update_abstractmethods(cls):
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, cls.__bases__, dict(cls.__dict__))
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()
