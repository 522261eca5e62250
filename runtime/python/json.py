"""JSON: texts from values and back."""

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
_UNESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_INFINITY = float("inf")


class JSONDecodeError(ValueError):
    """A text that is not JSON, and where it stops being it."""

    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


def _quoted(text, ascii_only):
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return '"' + text + '"'
    pieces = ['"']
    for c in text:
        if c in _ESCAPES:
            pieces.append(_ESCAPES[c])
        elif " " <= c <= "~" or not ascii_only and c >= " ":
            pieces.append(c)
        else:
            n = ord(c)
            if n > 0xFFFF:
                n -= 0x10000
                pieces.append(f"\\u{0xD800 | n >> 10:04x}\\u{0xDC00 | n & 0x3FF:04x}")
            else:
                pieces.append(f"\\u{n:04x}")
    pieces.append('"')
    return "".join(pieces)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
        indent=None, separators=None, default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        out = []
        self._write(o, out, "\n", set() if self.check_circular else None)
        return "".join(out)

    def iterencode(self, o, _one_shot=False):
        out = []
        self._write(o, out, "\n", set() if self.check_circular else None)
        return iter(out)

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == _INFINITY:
            text = "Infinity"
        elif o == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _write(self, o, out, line, seen):
        """Appends the text of `o`; `line` is a line end with the indentation here."""
        if isinstance(o, str):
            out.append(_quoted(o, self.ensure_ascii))
        elif o is None:
            out.append("null")
        elif o is True:
            out.append("true")
        elif o is False:
            out.append("false")
        elif isinstance(o, int):
            out.append(int.__repr__(o))
        elif isinstance(o, float):
            out.append(self._float(o))
        else:
            self._write_inside(o, out, line, seen)

    def _write_inside(self, o, out, line, seen):
        if seen is not None:
            if id(o) in seen:
                raise ValueError("Circular reference detected")
            seen.add(id(o))
        if isinstance(o, (list, tuple)):
            self._write_list(o, out, line, seen)
        elif isinstance(o, dict):
            self._write_dict(o, out, line, seen)
        else:
            try:
                made = self.default(o)
            except Exception as e:
                e.add_note(f"when serializing {type(o).__name__} object")
                raise
            self._write(made, out, line, seen)
        if seen is not None:
            seen.discard(id(o))

    def _deeper(self, line):
        indent = self.indent
        return line + (indent if isinstance(indent, str) else " " * indent)

    def _write_list(self, o, out, line, seen):
        if not o:
            out.append("[]")
            return
        inner = None if self.indent is None else self._deeper(line)
        separator = self.item_separator if inner is None else self.item_separator + inner
        out.append("[" if inner is None else "[" + inner)
        first = True
        index = 0
        for item in o:
            if first:
                first = False
            else:
                out.append(separator)
            try:
                self._write(item, out, inner, seen)
            except Exception as e:
                e.add_note(f"when serializing {type(o).__name__} item {index}")
                raise
            index += 1
        if inner is not None:
            out.append(line)
        out.append("]")

    def _write_dict(self, o, out, line, seen):
        if not o:
            out.append("{}")
            return
        inner = None if self.indent is None else self._deeper(line)
        separator = self.item_separator if inner is None else self.item_separator + inner
        out.append("{" if inner is None else "{" + inner)
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            name = self._key(key)
            if name is None:
                continue
            if first:
                first = False
            else:
                out.append(separator)
            out.append(_quoted(name, self.ensure_ascii))
            out.append(self.key_separator)
            try:
                self._write(value, out, inner, seen)
            except Exception as e:
                e.add_note(f"when serializing {type(o).__name__} item {key!r}")
                raise
        if inner is not None:
            out.append(line)
        out.append("}")


def dumps(
    obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
    separators=None, default=None, sort_keys=False, **kw,
):
    if cls is None:
        cls = JSONEncoder
    return cls(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw,
    ).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


class JSONDecoder:
    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return _string(s, at + 1, self.strict)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        if c == "-" or "0" <= c <= "9":
            end = _number_end(s, at)
            if end:
                text = s[at:end]
                if "." in text or "e" in text or "E" in text:
                    return self.parse_float(text), end
                return self.parse_int(text), end
        if c == "n" and s.startswith("null", at):
            return None, at + 4
        if c == "t" and s.startswith("true", at):
            return True, at + 4
        if c == "f" and s.startswith("false", at):
            return False, at + 5
        for name in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(name, at):
                if self.parse_constant is not None:
                    return self.parse_constant(name), at + len(name)
                return float(name), at + len(name)
        raise JSONDecodeError("Expecting value", s, at)

    def _array(self, s, at):
        values = []
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        c = s[at:at + 1]
        if c == "}":
            return self._made(pairs), at + 1
        if c != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        while True:
            key, at = _string(s, at + 1, self.strict)
            at = _skip(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == "}":
                return self._made(pairs), at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            c = s[at:at + 1]
            if c != '"':
                if c == "}":
                    raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        if self.object_hook is not None:
            return self.object_hook(made)
        return made


def _skip(s, at):
    n = len(s)
    while at < n and s[at] in " \t\n\r":
        at += 1
    return at


def _digits(s, at):
    n = len(s)
    while at < n and "0" <= s[at] <= "9":
        at += 1
    return at


def _number_end(s, at):
    """Where the number that starts here ends; 0 if there is none."""
    if s[at] == "-":
        at += 1
    if s[at:at + 1] == "0":
        end = at + 1
    else:
        end = _digits(s, at)
        if end == at:
            return 0
    if s[end:end + 1] == ".":
        fraction = _digits(s, end + 1)
        if fraction > end + 1:
            end = fraction
    if s[end:end + 1] in ("e", "E"):
        sign = end + 1
        if s[sign:sign + 1] in ("+", "-"):
            sign += 1
        exponent = _digits(s, sign)
        if exponent > sign:
            end = exponent
    return end


def _string(s, at, strict):
    """The string whose text starts here, behind its quote, and where it ends."""
    begin = at - 1
    quote = s.find('"', at)
    if quote >= 0:
        text = s[at:quote]
        if "\\" not in text and (text.isprintable() or not strict):
            return text, quote + 1
    pieces = []
    n = len(s)
    while True:
        start = at
        while at < n and s[at] != '"' and s[at] != "\\" and s[at] >= " ":
            at += 1
        if at > start:
            pieces.append(s[start:at])
        if at >= n:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        c = s[at]
        at += 1
        if c == '"':
            return "".join(pieces), at
        if c != "\\":
            if strict:
                raise JSONDecodeError("Invalid control character at", s, at - 1)
            pieces.append(c)
            continue
        if at >= n:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        c = s[at]
        at += 1
        if c != "u":
            if c not in _UNESCAPES:
                raise JSONDecodeError("Invalid \\escape", s, at - 2)
            pieces.append(_UNESCAPES[c])
            continue
        code = _four(s, at)
        at += 4
        if 0xD800 <= code <= 0xDBFF and s[at:at + 2] == "\\u":
            low = _four(s, at + 2)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                at += 6
        pieces.append(chr(code))


def _four(s, at):
    text = s[at:at + 4]
    if len(text) == 4 and all(c in "0123456789abcdefABCDEF" for c in text):
        return int(text, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1)


def loads(
    s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
    object_pairs_hook=None, **kw,
):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8-sig")
    else:
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    if cls is None:
        cls = JSONDecoder
    return cls(
        object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook, **kw,
    ).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
