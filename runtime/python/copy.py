"""Shallow and deep copies."""

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error


def _is_atomic(cls):
    return cls in (
        type(None), int, float, bool, complex, bytes, str, type, range, property, type(...),
        type(NotImplemented), type(_is_atomic), type(len),
    )


def copy(x):
    cls = type(x)
    if _is_atomic(cls) or cls is tuple or cls is frozenset or cls is slice:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if issubclass(cls, type) or cls is _METHOD:
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _reconstruct(x, None, _reduced(x, cls))


def deepcopy(x, memo=None):
    cls = type(x)
    if _is_atomic(cls):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    if cls is list:
        y = []
        memo[key] = y
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = {}
        memo[key] = y
        for k, v in x.items():
            y[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        y = _deepcopy_tuple(x, memo)
    elif issubclass(cls, type):
        y = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        elif cls is _METHOD:
            y = cls(x.__func__, deepcopy(x.__self__, memo))
        elif cls is set or cls is frozenset:
            y = cls([deepcopy(item, memo) for item in x])
            memo[key] = y
        elif cls is bytearray:
            y = x.copy()
            memo[key] = y
        else:
            reduced = _reduced(x, cls)
            y = x if isinstance(reduced, str) else _reconstruct(x, memo, reduced)
    if y is not x:
        memo[key] = y
        # The copied objects must live as long as the memo, or their ids could be given again.
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return y


class _WithMethod:
    def method(self):
        pass


_METHOD = type(_WithMethod().method)


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # A tuple inside itself, through a list, was copied on the way.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _reduced(x, cls):
    """What the object says about how to make it again, or what is right for its builtin part."""
    for base in cls.__mro__:
        if base.__module__ == "builtins":
            continue
        namespace = base.__dict__
        if "__reduce_ex__" in namespace:
            return x.__reduce_ex__(4)
        if "__reduce__" in namespace:
            return x.__reduce__()
    if cls.__module__ == "builtins" and not isinstance(x, BaseException) and cls is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    listiter = dictiter = None
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        return lambda *args: cls.__new__(cls, *args, **kwargs), args, _state(x, cls)
    if isinstance(x, BaseException):
        return cls, x.args, _state(x, cls)
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), _state(x, cls)
    if isinstance(x, bytearray):
        return cls, (bytes(x),), _state(x, cls)
    new_args = getattr(x, "__getnewargs__", None)
    if new_args is not None:
        args = new_args()
    else:
        args = ()
        for kind in (int, str, tuple, float, bytes, complex):
            if isinstance(x, kind):
                args = (kind(x),)
                break
    if isinstance(x, list):
        listiter = iter(x)
    elif isinstance(x, dict):
        dictiter = iter(x.items())
    return lambda *args: cls.__new__(cls, *args), args, _state(x, cls), listiter, dictiter


def _state(x, cls):
    for base in cls.__mro__:
        if base.__module__ != "builtins" and "__getstate__" in base.__dict__:
            return x.__getstate__()
    state = getattr(x, "__dict__", None)
    if state is not None:
        state = dict(state) if state else None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        if isinstance(names, str):
            names = (names,)
        for name in names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = "_" + base.__name__.lstrip("_") + name
            if hasattr(x, name):
                slots[name] = getattr(x, name)
    return (state, slots) if slots else state


def _reconstruct(x, memo, reduced):
    """Make the copy that `__reduce_ex__` describes: (callable, args, state, list items, dict items)."""
    if isinstance(reduced, str):
        return x
    func, args, *rest = reduced
    state = rest[0] if len(rest) > 0 else None
    listiter = rest[1] if len(rest) > 1 else None
    dictiter = rest[2] if len(rest) > 2 else None
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            if isinstance(state, tuple) and len(state) == 2:
                state, slotstate = state
            else:
                slotstate = None
            if state is not None:
                y.__dict__.update(state)
            if slotstate is not None:
                for key, value in slotstate.items():
                    setattr(y, key, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
