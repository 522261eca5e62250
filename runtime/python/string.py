"""String constants, templates and the formatter class."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
    "printable", "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


def _identifier_end(text, start, extra=""):
    """Where the ASCII identifier that begins at `start` ends; `start` if there is none."""
    i = start
    while i < len(text):
        c = text[i]
        if not (c in ascii_letters or c == "_" or c in extra or (i > start and c in digits)):
            break
        i += 1
    return i


class Template:
    """Text with `$name` and `${name}` to be substituted."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Pairs (kind, text, position): plain text, "$", a name, or an invalid delimiter."""
        text = self.template
        delimiter = self.delimiter
        width = len(delimiter)
        done = 0
        while True:
            at = text.find(delimiter, done)
            if at < 0:
                yield "text", text[done:], done
                return
            yield "text", text[done:at], done
            after = at + width
            if text.startswith(delimiter, after):
                yield "escaped", delimiter, at
                done = after + width
                continue
            end = _identifier_end(text, after)
            if end > after:
                yield "named", text[after:end], at
                done = end
                continue
            if after < len(text) and text[after] == "{":
                end = _identifier_end(text, after + 1)
                if end > after + 1 and end < len(text) and text[end] == "}":
                    yield "braced", text[after + 1:end], at
                    done = end + 1
                    continue
            yield "invalid", delimiter, after
            done = after

    def _invalid(self, position):
        lines = self.template[:position].splitlines(keepends=True)
        if not lines:
            column = 1
            line = 1
        else:
            column = position - len("".join(lines[:-1]))
            line = len(lines)
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        result = []
        for kind, text, position in self._pieces():
            if kind == "named" or kind == "braced":
                text = str(kws[text] if text in kws else mapping[text])
            elif kind == "invalid":
                self._invalid(position)
            result.append(text)
        return "".join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        result = []
        for kind, text, position in self._pieces():
            if kind == "named" or kind == "braced":
                original = self.delimiter + (text if kind == "named" else "{" + text + "}")
                if text in kws:
                    text = str(kws[text])
                else:
                    try:
                        text = str(mapping[text])
                    except KeyError:
                        text = original
            result.append(text)
        return "".join(result)

    def is_valid(self):
        for kind, text, position in self._pieces():
            if kind == "invalid":
                return False
        return True

    def get_identifiers(self):
        names = []
        for kind, text, position in self._pieces():
            if (kind == "named" or kind == "braced") and text not in names:
                names.append(text)
        return names


class Formatter:
    """The engine of `str.format`, open to subclasses."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            first, rest = _split_field_name(field_name)
            if first == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index) + field_name
                auto_arg_index += 1
            elif isinstance(first, int):
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(
                format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index
            )
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """Tuples (literal text, field name, format spec, conversion)."""
        text = format_string
        i = 0
        literal = []
        while i < len(text):
            c = text[i]
            i += 1
            if c == "{" or c == "}":
                if i < len(text) and text[i] == c:
                    literal.append(c)
                    i += 1
                    yield "".join(literal), None, None, None
                    literal = []
                    continue
                if c == "}":
                    raise ValueError("Single '}' encountered in format string")
                if i >= len(text):
                    raise ValueError("Single '{' encountered in format string")
                field, i = _field_end(text, i)
                yield ("".join(literal), *_split_field(field))
                literal = []
            else:
                literal.append(c)
        if literal:
            yield "".join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, name in rest:
            obj = getattr(obj, name) if is_attr else obj[name]
        return obj, first


def _field_end(text, start):
    depth = 1
    i = start
    while i < len(text):
        c = text[i]
        if c == "[":
            # Braces inside an index are not nested fields.
            close = text.find("]", i)
            if close >= 0:
                i = close
        elif c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                return text[start:i], i + 1
        i += 1
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    """`name!r:spec` into name, spec and conversion."""
    i = 0
    while i < len(field) and field[i] not in "!:":
        if field[i] == "[":
            close = field.find("]", i)
            if close >= 0:
                i = close
        i += 1
    name = field[:i]
    if i >= len(field):
        return name, "", None
    if field[i] == ":":
        return name, field[i + 1:], None
    if i + 1 >= len(field):
        raise ValueError("end of string while looking for conversion specifier")
    conversion = field[i + 1]
    rest = field[i + 2:]
    if rest and rest[0] != ":":
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion


def _split_field_name(name):
    """`a.b[0]` into "a" and [(True, "b"), (False, 0)]."""
    i = 0
    while i < len(name) and name[i] not in ".[":
        i += 1
    first = _number_or_text(name[:i])
    rest = []
    while i < len(name):
        if name[i] == ".":
            end = i + 1
            while end < len(name) and name[end] not in ".[":
                end += 1
            if end == i + 1:
                raise ValueError("Empty attribute in format string")
            rest.append((True, name[i + 1:end]))
            i = end
        elif name[i] == "[":
            end = name.find("]", i)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            if end == i + 1:
                raise ValueError("Empty attribute in format string")
            rest.append((False, _number_or_text(name[i + 1:end])))
            i = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return first, rest


def _number_or_text(text):
    return int(text) if text.isdecimal() and text.isascii() else text
