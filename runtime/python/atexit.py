"""Functions to be called when the program ends, the last one registered first."""

from _at_exit import register as _register

__all__ = ["register", "unregister"]

_calls = []


class _Call:
    def __init__(self, func, args, kwargs):
        self.func, self.args, self.kwargs = func, args, kwargs

    def __call__(self):
        if self in _calls:
            _calls.remove(self)
            self.func(*self.args, **self.kwargs)


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    call = _Call(func, args, kwargs)
    _calls.append(call)
    _register(call)
    return func


def unregister(func):
    _calls[:] = [c for c in _calls if c.func != func]


def _clear():
    _calls.clear()


def _run_exitfuncs():
    while _calls:
        _calls[-1]()


def _ncallbacks():
    return len(_calls)
