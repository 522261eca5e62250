"""References that do not keep their object alive."""

from _weakref import ReferenceType, ref

__all__ = ["ref", "ReferenceType", "proxy", "WeakKeyDictionary", "WeakValueDictionary", "WeakSet", "finalize", "WeakMethod"]


class WeakMethod:
    """A weak reference to a bound method's object."""

    def __init__(self, meth, callback=None):
        self._object = ref(meth.__self__, callback)
        self._function = meth.__func__

    def __call__(self):
        obj = self._object()
        if obj is None:
            return None
        return self._function.__get__(obj, type(obj))

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return self._object() is other._object() and self._function is other._function

    def __hash__(self):
        return hash(self._function)


class _Proxy:
    __slots__ = ("_ref",)

    def __init__(self, obj, callback=None):
        object.__setattr__(self, "_ref", ref(obj, callback))

    def _get(self):
        obj = object.__getattribute__(self, "_ref")()
        if obj is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return obj

    def __getattr__(self, name):
        return getattr(_Proxy._get(self), name)

    def __setattr__(self, name, value):
        setattr(_Proxy._get(self), name, value)

    def __delattr__(self, name):
        delattr(_Proxy._get(self), name)

    def __call__(self, *args, **kwargs):
        return _Proxy._get(self)(*args, **kwargs)

    def __len__(self):
        return len(_Proxy._get(self))

    def __getitem__(self, key):
        return _Proxy._get(self)[key]

    def __setitem__(self, key, value):
        _Proxy._get(self)[key] = value

    def __iter__(self):
        return iter(_Proxy._get(self))

    def __contains__(self, item):
        return item in _Proxy._get(self)

    def __bool__(self):
        return bool(_Proxy._get(self))

    def __str__(self):
        return str(_Proxy._get(self))

    def __eq__(self, other):
        return _Proxy._get(self) == other

    __hash__ = None


def proxy(obj, callback=None):
    return _Proxy(obj, callback)


class WeakValueDictionary:
    """A mapping whose entries vanish with their values."""

    def __init__(self, other=(), /, **kw):
        self._data = {}
        self.update(other, **kw)

    def _live(self):
        items = []
        for key, reference in list(self._data.items()):
            value = reference()
            if value is None:
                del self._data[key]
            else:
                items.append((key, value))
        return items

    def __getitem__(self, key):
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._data[key] = ref(value)

    def __delitem__(self, key):
        del self._data[key]

    def __len__(self):
        return len(self._live())

    def __contains__(self, key):
        return key in self._data and self._data[key]() is not None

    def __iter__(self):
        return iter([key for key, value in self._live()])

    def get(self, key, default=None):
        reference = self._data.get(key)
        value = None if reference is None else reference()
        return default if value is None else value

    def keys(self):
        return iter(self)

    def values(self):
        return iter([value for key, value in self._live()])

    def items(self):
        return iter(self._live())

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self._data[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = default
            return default
        return value

    def update(self, other=(), /, **kw):
        for key, value in dict(other, **kw).items():
            self[key] = value

    def clear(self):
        self._data.clear()

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakKeyDictionary:
    """A mapping whose entries vanish with their keys."""

    def __init__(self, dict=None):
        self._data = {}
        if dict is not None:
            self.update(dict)

    def _live(self):
        items = []
        for reference, value in list(self._data.items()):
            key = reference()
            if key is None:
                del self._data[reference]
            else:
                items.append((key, value))
        return items

    def __getitem__(self, key):
        return self._data[ref(key)]

    def __setitem__(self, key, value):
        self._data[ref(key)] = value

    def __delitem__(self, key):
        del self._data[ref(key)]

    def __len__(self):
        return len(self._live())

    def __contains__(self, key):
        try:
            return ref(key) in self._data
        except TypeError:
            return False

    def __iter__(self):
        return iter([key for key, value in self._live()])

    def get(self, key, default=None):
        return self._data.get(ref(key), default)

    def keys(self):
        return iter(self)

    def values(self):
        return iter([value for key, value in self._live()])

    def items(self):
        return iter(self._live())

    def pop(self, key, *args):
        return self._data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self._data.setdefault(ref(key), default)

    def update(self, other=(), /):
        for key, value in other.items():
            self[key] = value

    def clear(self):
        self._data.clear()

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakSet:
    """A set whose elements vanish when nothing else needs them."""

    def __init__(self, data=None):
        self._data = set()
        if data is not None:
            self.update(data)

    def _live(self):
        found = []
        for reference in list(self._data):
            item = reference()
            if item is None:
                self._data.discard(reference)
            else:
                found.append(item)
        return found

    def __iter__(self):
        return iter(self._live())

    def __len__(self):
        return len(self._live())

    def __contains__(self, item):
        try:
            return ref(item) in self._data
        except TypeError:
            return False

    def add(self, item):
        self._data.add(ref(item))

    def discard(self, item):
        self._data.discard(ref(item))

    def remove(self, item):
        self._data.remove(ref(item))

    def clear(self):
        self._data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def __repr__(self):
        return repr(set(self._live()))


class finalize:
    """Calls a function when an object dies, or at exit."""

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = (func, args, kwargs)
        self._ref = ref(obj, self._run)

    def _run(self, reference):
        self()

    def __call__(self):
        call = self._call
        if call is None:
            return None
        self._call = None
        func, args, kwargs = call
        return func(*args, **kwargs)

    @property
    def alive(self):
        return self._call is not None

    def detach(self):
        call = self._call
        self._call = None
        obj = self._ref()
        if call is None or obj is None:
            return None
        return (obj, *call)
