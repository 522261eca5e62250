"""Warnings, printed to standard error."""

import sys

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings", "deprecated",
]

# Entries (action, message start, category); the first that fits decides.
filters = [
    ("default", "", DeprecationWarning),
    ("ignore", "", PendingDeprecationWarning),
    ("ignore", "", ImportWarning),
    ("ignore", "", ResourceWarning),
]
_shown = set()
_recorders = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    warn_explicit(message, category, sys.argv[0] if sys.argv else "", 1)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    action = "default"
    for candidate, start, wanted in filters:
        if issubclass(category, wanted) and text.startswith(start):
            action = candidate
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action in ("default", "once", "module"):
        key = (text, category)
        if key in _shown:
            return
        _shown.add(key)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno))
        return
    showwarning(message, category, filename, lineno)


def showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        file = sys.stderr
    file.write(formatwarning(message, category, filename, lineno, line))


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in ("error", "ignore", "always", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    _shown.clear()
    entry = (action, message, category)
    if append:
        filters.append(entry)
    else:
        filters.insert(0, entry)


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, "", lineno, append)


def resetwarnings():
    filters[:] = []
    _shown.clear()


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)

    def __enter__(self):
        self._filters = filters[:]
        _shown.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            log = []
            _recorders.append(log)
            return log
        return None

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        _shown.clear()
        if self._record:
            _recorders.pop()


class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message = self.message
        category = self.category
        if category is None or isinstance(arg, type):
            arg.__deprecated__ = message
            return arg
        from functools import wraps

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel=2)
            return arg(*args, **kwargs)

        wrapper.__deprecated__ = message
        return wrapper
