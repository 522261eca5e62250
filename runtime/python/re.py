"""Regular expressions: the interface over the runtime's matcher (`_sre`)."""

from _generated import dotted as _native
from _sre import (
    compile as _compile_pattern, findall as _findall, run as _run, run_all as _run_all, split as _split,
    substitute as _substitute,
)

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE",
    "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]

_Proxy = type(type.__dict__)

_NAMES = (
    (256, "ASCII"), (2, "IGNORECASE"), (4, "LOCALE"), (32, "UNICODE"), (8, "MULTILINE"), (16, "DOTALL"),
    (64, "VERBOSE"), (128, "DEBUG"),
)


class RegexFlag(int):
    """A set of flags."""

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join([name for bit, name in _NAMES if self & bit]) or "NOFLAG"

    def __repr__(self):
        shown = ["re." + name for bit, name in sorted(_NAMES) if int(self) & bit]
        return "|".join(shown) or "re.NOFLAG"

    __str__ = __repr__

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    __ror__ = __or__

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    __rand__ = __and__

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    def __invert__(self):
        return RegexFlag(~int(self) & 511)

    def __contains__(self, other):
        return int(self) & int(other) == int(other)


NOFLAG = RegexFlag(0)
A = ASCII = RegexFlag(256)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
U = UNICODE = RegexFlag(32)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
X = VERBOSE = RegexFlag(64)
DEBUG = RegexFlag(128)


class PatternError(Exception):
    """A text that is no regular expression."""

    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


@_native
class Match:
    """What a pattern found."""

    __module__ = "re"
    __slots__ = ("re", "string", "pos", "endpos", "_spans")

    def __init__(self, pattern, string, pos, endpos, spans):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._spans = spans

    def _number(self, group):
        if isinstance(group, str):
            number = self.re.groupindex.get(group)
            if number is None:
                raise IndexError("no such group")
            return number
        if isinstance(group, int):
            number = group
        else:
            try:
                number = group.__index__()
            except AttributeError:
                raise IndexError("no such group") from None
        if not 0 <= number <= self.re.groups:
            raise IndexError("no such group")
        return number

    def _text(self, number, default=None):
        start = self._spans[number * 2]
        if start < 0:
            return default
        return self.string[start:self._spans[number * 2 + 1]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(self._number(groups[0]))
        return tuple([self._text(self._number(group)) for group in groups])

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[self._number(group) * 2]

    def end(self, group=0, /):
        return self._spans[self._number(group) * 2 + 1]

    def span(self, group=0, /):
        number = self._number(group)
        return self._spans[number * 2], self._spans[number * 2 + 1]

    def expand(self, template):
        return _expanded(_parsed_template(self.re, template), self)

    @property
    def lastindex(self):
        return self._spans[-1] or None

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self._spans[-1]:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self._text(0)!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


@_native
class Pattern:
    """A compiled regular expression."""

    __module__ = "re"
    __slots__ = ("pattern", "flags", "groups", "groupindex", "_number")

    def __init__(self, pattern, made):
        self.pattern = pattern
        self._number, self.flags, self.groups, names = made
        self.groupindex = _Proxy(dict(names))

    def _once(self, string, pos, endpos, mode):
        spans = _run(self._number, string, pos, endpos, mode)
        if spans is None:
            return None
        length = len(string)
        return Match(self, string, max(0, min(pos, length)), max(0, min(endpos, length)), spans)

    def search(self, string, pos=0, endpos=9223372036854775807):
        return self._once(string, pos, endpos, 0)

    def match(self, string, pos=0, endpos=9223372036854775807):
        return self._once(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=9223372036854775807):
        return self._once(string, pos, endpos, 2)

    def finditer(self, string, pos=0, endpos=9223372036854775807):
        found = _run_all(self._number, string, pos, endpos, 0)
        length = len(string)
        pos, endpos = max(0, min(pos, length)), max(0, min(endpos, length))
        return iter([Match(self, string, pos, endpos, spans) for spans in found])

    def findall(self, string, pos=0, endpos=9223372036854775807):
        return _findall(self._number, string, pos, endpos)

    def split(self, string, maxsplit=0):
        if maxsplit < 0:
            _run_all(self._number, string, 0, 0, 1)
            return [string]
        return _split(self._number, string, 0, len(string), maxsplit)

    def subn(self, repl, string, count=0):
        length = len(string)
        template = None
        if not callable(repl):
            template = _parsed_template(self, repl)
            if count >= 0 and isinstance(repl, str) == isinstance(string, str):
                return _substitute(self._number, string, 0, length, count, template)
        pieces = []
        at = 0
        found = _run_all(self._number, string, 0, length, count) if count >= 0 else []
        for spans in found:
            pieces.append(string[at:spans[0]])
            if template is None:
                new = repl(Match(self, string, 0, length, spans))
                if new is not None:
                    pieces.append(new)
            else:
                pieces.append(_expanded(template, Match(self, string, 0, length, spans)))
            at = spans[1]
        if not found:
            return string, 0
        pieces.append(string[at:])
        return string[:0].join(pieces), len(found)

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def scanner(self, string, pos=0, endpos=9223372036854775807):
        return _Scanner(self.finditer(string, pos, endpos))

    def __repr__(self):
        flags = self.flags & ~32 if isinstance(self.pattern, str) else self.flags
        shown = f"{self.pattern!r:.200}"
        return f"re.compile({shown}, {RegexFlag(flags)!r})" if flags else f"re.compile({shown})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.flags == other.flags and self.pattern == other.pattern

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Scanner:
    def __init__(self, matches):
        self._matches = matches

    def search(self):
        return next(self._matches, None)

    match = search


_TEMPLATES = {}
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def _parsed_template(pattern, template):
    """A replacement text as a list of texts and numbers of groups."""
    key = pattern, template
    parsed = _TEMPLATES.get(key)
    if parsed is None:
        is_bytes = isinstance(template, (bytes, bytearray))
        text = template.decode("latin-1") if is_bytes else template
        parsed = _parse_template(pattern, text)
        if is_bytes:
            parsed = [piece if isinstance(piece, int) else piece.encode("latin-1") for piece in parsed]
        if len(_TEMPLATES) >= 512:
            _TEMPLATES.clear()
        _TEMPLATES[key] = parsed
    return parsed


def _parse_template(pattern, text):
    pieces = []
    plain = ""
    i = 0
    n = len(text)
    while i < n:
        start = i
        c = text[i]
        i += 1
        if c != "\\":
            plain += c
            continue
        if i == n:
            raise error("bad escape (end of pattern)", text, start)
        c = text[i]
        i += 1
        if c == "g":
            if i == n or text[i] != "<":
                raise error("missing <", text, i)
            end = text.find(">", i)
            name = text[i + 1:end] if end >= 0 else text[i + 1:]
            if end < 0:
                raise error("missing >, unterminated name" if name else "missing group name", text, i + 1)
            if not name:
                raise error("missing group name", text, i + 1)
            if name.isdecimal() and name.isascii():
                group = int(name)
                if group > pattern.groups:
                    raise error(f"invalid group reference {group}", text, i + 1)
            elif not name.isidentifier():
                raise error(f"bad character in group name {name!r}", text, i + 1)
            else:
                group = pattern.groupindex.get(name)
                if group is None:
                    raise IndexError(f"unknown group name {name!r}")
            i = end + 1
        elif c == "0":
            digits = c
            while i < n and len(digits) < 3 and text[i] in "01234567":
                digits += text[i]
                i += 1
            plain += chr(int(digits, 8) & 255)
            continue
        elif c.isdecimal() and c.isascii():
            digits = c
            if i < n and text[i] in "0123456789":
                digits += text[i]
                i += 1
                if i < n and all(d in "01234567" for d in digits + text[i]):
                    digits += text[i]
                    i += 1
                    code = int(digits, 8)
                    if code > 255:
                        raise error(f"octal escape value \\{digits} outside of range 0-0o377", text, start)
                    plain += chr(code)
                    continue
            group = int(digits)
            if group > pattern.groups:
                raise error(f"invalid group reference {group}", text, start + 1)
        elif c in _ESCAPES:
            plain += _ESCAPES[c]
            continue
        elif c.isascii() and c.isalpha():
            raise error(f"bad escape \\{c}", text, start)
        else:
            plain += "\\" + c
            continue
        if plain:
            pieces.append(plain)
            plain = ""
        pieces.append(group)
    if plain:
        pieces.append(plain)
    return pieces


def _expanded(template, match):
    empty = match.string[:0]
    return empty.join([
        (match._text(piece, empty) if isinstance(piece, int) else piece) for piece in template
    ])


_CACHE = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = type(pattern), pattern, int(flags)
    try:
        return _CACHE[key]
    except KeyError:
        pass
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    made = _compile_pattern(pattern, int(flags))
    if len(made) == 2:
        raise error(made[0], pattern, made[1] if made[1] >= 0 else None)
    compiled = Pattern(pattern, made)
    _CACHE[key] = compiled
    return compiled


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def purge():
    _CACHE.clear()
    _TEMPLATES.clear()


_SPECIAL = {chr(i): "\\" + chr(i) for i in b"()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return "".join([_SPECIAL.get(c, c) for c in pattern])
    text = str(pattern, "latin-1")
    return "".join([_SPECIAL.get(c, c) for c in text]).encode("latin-1")
