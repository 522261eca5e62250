"""Data in lines that fit a width."""

import re
from dataclasses import fields as _fields, is_dataclass as _is_dataclass
from io import StringIO

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(
        stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(
        indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._short(object, {}, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _AnyKey:
    """Orders what cannot be compared by the names of the types."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _pair_key(pair):
    return _AnyKey(pair[0]), _AnyKey(pair[1])


class PrettyPrinter:
    def __init__(
        self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False,
    ):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth, self._indent, self._width = depth, indent, width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object)
        print(text, file=self._stream)

    def pformat(self, object):
        stream = StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._short(object, context, level, maxlevels)

    # On one line

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        return text

    def _short(self, o, context, level, maxlevels=None):
        """repr, whether it can be read back, whether something holds itself"""
        kind = type(o)
        if kind is int and self._underscore_numbers:
            return f"{o:_d}", True, False
        method = kind.__repr__
        if kind in (str, bytes, bytearray, float, complex, bool, type(None), int):
            return repr(o), True, False
        is_dict = issubclass(kind, dict) and method is dict.__repr__
        is_list = issubclass(kind, list) and method is list.__repr__
        is_tuple = issubclass(kind, tuple) and method is tuple.__repr__
        if not (is_dict or is_list or is_tuple):
            text = repr(o)
            return text, bool(text) and not text.startswith("<"), False
        if is_dict:
            start, end = "{", "}"
        elif is_list:
            start, end = "[", "]"
        elif len(o) == 1:
            start, end = "(", ",)"
        else:
            start, end = "(", ")"
        if not o:
            return start + end, True, False
        key = id(o)
        if maxlevels and level >= maxlevels:
            return start[0] + "..." + end[-1], False, key in context
        if key in context:
            return _recursion(o), False, True
        context[key] = 1
        readable, recursive = True, False
        parts = []
        items = o
        if is_dict:
            items = sorted(o.items(), key=_pair_key) if self._sort_dicts else o.items()
        for item in items:
            texts = []
            for x in item if is_dict else (item,):
                text, r, c = self.format(x, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and r
                recursive = recursive or c
            parts.append(": ".join(texts))
        del context[key]
        return start + ", ".join(parts) + end, readable, recursive

    # On several

    def _format(self, o, stream, indent, allowance, context, level):
        key = id(o)
        if key in context:
            stream.write(_recursion(o))
            return
        text = self._repr(o, context, level)
        if len(text) > self._width - indent - allowance:
            write = self._writer(o)
            if write is not None:
                context[key] = 1
                write(o, stream, indent, allowance, context, level + 1)
                del context[key]
                return
            if (
                _is_dataclass(o)
                and not isinstance(o, type)
                and o.__dataclass_params__.repr
                and getattr(type(o).__repr__, "__code__", None) is not None
                and type(o).__repr__.__code__.co_filename == "<string>"
            ):
                context[key] = 1
                self._dataclass(o, stream, indent, allowance, context, level + 1)
                del context[key]
                return
        stream.write(text)

    def _writer(self, o):
        kind = type(o)
        method = kind.__repr__
        for builtin, write in (
            (dict, self._dict), (list, self._list), (tuple, self._tuple), (set, self._set), (frozenset, self._set),
            (str, self._str), (bytes, self._bytes), (bytearray, self._bytearray),
        ):
            if issubclass(kind, builtin) and method is builtin.__repr__:
                return write
        name = kind.__name__
        if kind.__module__ == "collections":
            if name == "OrderedDict":
                return self._ordered_dict
            if name == "defaultdict":
                return self._default_dict
            if name == "Counter":
                return self._counter
            if name == "deque":
                return self._deque
            if name in ("UserDict", "UserList", "UserString"):
                return self._user
        elif kind.__module__ == "types" and name in ("SimpleNamespace", "MappingProxyType"):
            return self._namespace if name == "SimpleNamespace" else self._proxy
        return None

    def _dict(self, o, stream, indent, allowance, context, level):
        stream.write("{")
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        if o:
            items = sorted(o.items(), key=_pair_key) if self._sort_dicts else o.items()
            self._pairs(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _pairs(self, items, stream, indent, allowance, context, level):
        indent += self._indent
        items = list(items)
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _list(self, o, stream, indent, allowance, context, level):
        stream.write("[")
        self._items(o, stream, indent, allowance + 1, context, level)
        stream.write("]")

    def _tuple(self, o, stream, indent, allowance, context, level):
        stream.write("(")
        end = ",)" if len(o) == 1 else ")"
        self._items(o, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _set(self, o, stream, indent, allowance, context, level):
        if not o:
            stream.write(repr(o))
            return
        kind = type(o)
        if kind is set:
            start, end = "{", "}"
        else:
            start, end = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        stream.write(start)
        self._items(sorted(o, key=_AnyKey), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _items(self, items, stream, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        between = ",\n" + " " * indent
        delimiter = ""
        room = width = self._width - indent + 1
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                w = len(text) + 2
                if room < w:
                    room = width
                    if delimiter:
                        delimiter = between
                if room >= w:
                    room -= w
                    stream.write(delimiter + text)
                    delimiter = ", "
                    continue
            stream.write(delimiter)
            delimiter = between
            self._format(item, stream, indent, allowance if last else 1, context, level)

    def _str(self, o, stream, indent, allowance, context, level):
        if not o:
            stream.write(repr(o))
            return
        chunks = []
        lines = o.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        most = full = self._width - indent
        text = ""
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
                continue
            parts = re.findall(r"\S*\s*", line)
            parts.pop()
            most_here = full
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    most_here -= allowance
                if len(repr(candidate)) > most_here:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            stream.write(text)
            return
        if level == 1:
            stream.write("(")
        stream.write(("\n" + " " * indent).join(chunks))
        if level == 1:
            stream.write(")")

    def _bytes(self, o, stream, indent, allowance, context, level):
        if len(o) <= 4:
            stream.write(repr(o))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            stream.write("(")
        delimiter = ""
        for text in _byte_chunks(o, self._width - indent, allowance):
            stream.write(delimiter + text)
            delimiter = delimiter or "\n" + " " * indent
        if parens:
            stream.write(")")

    def _bytearray(self, o, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._bytes(bytes(o), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _dataclass(self, o, stream, indent, allowance, context, level):
        name = type(o).__name__
        items = [(f.name, getattr(o, f.name)) for f in _fields(o) if f.repr]
        stream.write(name + "(")
        self._assignments(items, stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    def _namespace(self, o, stream, indent, allowance, context, level):
        name = "namespace" if type(o).__name__ == "SimpleNamespace" else type(o).__name__
        stream.write(name + "(")
        self._assignments(o.__dict__.items(), stream, indent + len(name) + 1, allowance, context, level)
        stream.write(")")

    def _assignments(self, items, stream, indent, allowance, context, level):
        items = list(items)
        for i, (name, value) in enumerate(items):
            last = i == len(items) - 1
            stream.write(name + "=")
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(name) + 1, allowance if last else 1, context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _proxy(self, o, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(o.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _user(self, o, stream, indent, allowance, context, level):
        self._format(o.data, stream, indent, allowance, context, level - 1)

    def _ordered_dict(self, o, stream, indent, allowance, context, level):
        if not o:
            stream.write(repr(o))
            return
        name = type(o).__name__
        stream.write(name + "(")
        self._list(list(o.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(")")

    def _default_dict(self, o, stream, indent, allowance, context, level):
        if not o:
            stream.write(repr(o))
            return
        name = type(o).__name__
        indent += len(name) + 1
        stream.write(f"{name}({self._repr(o.default_factory, context, level)},\n{' ' * indent}")
        self._dict(o, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, o, stream, indent, allowance, context, level):
        if not o:
            stream.write(repr(o))
            return
        name = type(o).__name__
        stream.write(name + "({")
        if self._indent > 1:
            stream.write((self._indent - 1) * " ")
        self._pairs(o.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write("})")

    def _deque(self, o, stream, indent, allowance, context, level):
        if not o:
            stream.write(repr(o))
            return
        name = type(o).__name__
        indent += len(name) + 1
        stream.write(name + "([")
        if o.maxlen is None:
            self._items(o, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._items(o, stream, indent, 2, context, level)
            stream.write(f"],\n{' ' * indent}maxlen={self._repr(o.maxlen, context, level)})")


def _recursion(o):
    return f"<Recursion on {type(o).__name__} with id={id(o)}>"


def _byte_chunks(o, width, allowance):
    current = b""
    last = len(o) // 4 * 4
    for i in range(0, len(o), 4):
        part = o[i : i + 4]
        candidate = current + part
        if i == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)
