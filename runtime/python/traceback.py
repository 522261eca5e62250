"""Tracebacks as text. There are no frame objects: what asks for the current stack is not here."""

import sys
from _traceback import final_lines as _final_lines, rendered as _rendered, stack as _stack

__all__ = [
    "extract_tb", "format_exception", "format_exception_only", "format_list", "format_tb", "format_exc", "print_exc",
    "print_exception", "print_last", "print_list", "print_tb", "FrameSummary", "StackSummary", "TracebackException",
    "walk_tb",
]

_ARGUMENT = object()


class FrameSummary:
    __slots__ = ("filename", "lineno", "name", "_line", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, _text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self._text = _text

    @property
    def line(self):
        if self._line is None and self._text is not None:
            lines = self._text.split("\n")
            return lines[1].strip() if len(lines) > 1 else ""
        return self._line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, i):
        return (self.filename, self.lineno, self.name, self.line)[i]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __len__(self):
        return 4


class StackSummary(list):
    @classmethod
    def from_list(cls, entries):
        result = cls()
        for e in entries:
            result.append(e if isinstance(e, FrameSummary) else FrameSummary(e[0], e[1], e[2], line=e[3]))
        return result

    def format(self):
        result = []
        for e in self:
            if e._text is not None:
                result.append(e._text)
                continue
            text = f'  File "{e.filename}", line {e.lineno}, in {e.name}\n'
            result.append(text + f"    {e.line.strip()}\n" if e.line else text)
        return result


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _alone(tb):
    """The text of the first entry."""
    following = tb.tb_next
    tb.tb_next = None
    try:
        return _stack(tb)
    finally:
        tb.tb_next = following


def extract_tb(tb, limit=None):
    result = StackSummary()
    while tb is not None:
        code = tb.tb_frame.f_code
        result.append(FrameSummary(code.co_filename, tb.tb_lineno, code.co_name, _text=_alone(tb)))
        tb = tb.tb_next
    if limit is not None:
        result[:] = result[:limit] if limit >= 0 else result[limit:]
    return result


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def _entries(text):
    """Cut where an entry begins, and where what stands between chained exceptions does."""
    result = []
    for line in text.splitlines(True):
        last = result[-1] if result else ""
        between = last == "\n" or (line == "\n" and last.startswith("\n") and last.count("\n") == 2)
        if between or (last and line.startswith("    ")):
            result[-1] += line
        else:
            result.append(line)
    return result


def format_tb(tb, limit=None):
    if limit is None:
        return _entries(_stack(tb)) if tb is not None else []
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def _exception(exc, value):
    if value is _ARGUMENT:
        if exc is not None and not isinstance(exc, BaseException):
            raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
        return exc
    return value


def format_exception(exc, /, value=_ARGUMENT, tb=_ARGUMENT, limit=None, chain=True, **kwargs):
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    shown = e.__traceback__ if tb is _ARGUMENT else tb
    if limit is None and chain and shown is e.__traceback__:
        return _entries(_rendered(e))
    result = []
    if chain:
        if e.__cause__ is not None:
            result += format_exception(e.__cause__, limit=limit)
            result.append("\nThe above exception was the direct cause of the following exception:\n\n")
        elif e.__context__ is not None and not e.__suppress_context__:
            result += format_exception(e.__context__, limit=limit)
            result.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    if shown is not None:
        result.append("Traceback (most recent call last):\n")
        result += format_tb(shown, limit)
    return result + format_exception_only(e)


def format_exception_only(exc, /, value=_ARGUMENT, *, show_group=False, **kwargs):
    e = _exception(exc, value)
    if e is None:
        return ["NoneType: None\n"]
    return _final_lines(e).splitlines(True)


def print_exception(exc, /, value=_ARGUMENT, tb=_ARGUMENT, limit=None, file=None, chain=True, **kwargs):
    _write(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def _write(lines, file):
    print("".join(lines), file=sys.stderr if file is None else file, end="")


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **kwargs):
        self._value = exc_value
        self._limit = limit
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback, limit)
        self.__suppress_context__ = exc_value.__suppress_context__

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, **kwargs):
        yield from format_exception(self._value, limit=self._limit, chain=chain)

    def format_exception_only(self, **kwargs):
        yield from format_exception_only(self._value)

    def print(self, *, file=None, chain=True, **kwargs):
        _write(self.format(chain=chain), file)

    def __str__(self):
        return str(self._value)
