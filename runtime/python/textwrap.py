"""Wrapping and filling of text."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "


def _is_word_char(c):
    return c.isalnum() or c == "_"


def _is_letter(c):
    return _is_word_char(c) and not c.isdecimal()


class TextWrapper:
    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
        *, max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _WHITESPACE})
        return text

    def _split(self, text):
        """Words and the white space between them; words also end behind hyphens between letters and at dashes."""
        chunks = []
        at = 0
        n = len(text)
        while at < n:
            start = at
            blank = text[at] in _WHITESPACE
            while at < n and (text[at] in _WHITESPACE) == blank:
                at += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[start:at])
            else:
                self._split_word(text[start:at], chunks)
        return chunks

    def _split_word(self, word, chunks):
        start = 0
        at = 0
        n = len(word)
        while at < n:
            if word[at] != "-":
                at += 1
                continue
            end = at
            while end < n and word[end] == "-":
                end += 1
            count = end - at
            if count >= 2 and at > start and end < n and _is_word_char(word[end]) and (
                _is_word_char(word[at - 1]) or word[at - 1] in "!\"'&.,?"
            ):
                # An em-dash stands alone.
                chunks.append(word[start:at])
                chunks.append(word[at:end])
                start = end
            elif count >= 2 and at == start and end < n and _is_word_char(word[end]) and chunks and start > 0:
                chunks.append(word[at:end])
                start = end
            elif (
                count == 1
                and at - start >= 2
                and _is_letter(word[at - 1])
                and (_is_letter(word[at - 2]) or at - start >= 3 and word[at - 2] == "-" and _is_letter(word[at - 3]))
                and end + 1 < n
                and _is_letter(word[end])
                and (_is_letter(word[end + 1]) or word[end + 1] == "-" and end + 2 < n and _is_letter(word[end + 2]))
            ):
                chunks.append(word[start:end])
                start = end
            at = end
        if start < n:
            chunks.append(word[start:])

    def _fix_sentence_endings(self, chunks):
        i = 0
        while i < len(chunks) - 1:
            word = chunks[i]
            core = word[:-1] if word[-1:] in ("'", '"') else word
            ends = len(core) >= 2 and core[-1] in ".!?" and "a" <= core[-2] <= "z"
            if chunks[i + 1] == " " and ends:
                chunks[i + 1] = "  "
                i += 2
            else:
                i += 1

    def _handle_long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words and space > 0:
            end = space
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap_chunks(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks:
                size = len(chunks[-1])
                if length + size > width:
                    break
                line.append(chunks.pop())
                length += size
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            fits = (
                self.max_lines is None
                or len(lines) + 1 < self.max_lines
                or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                and length <= width
            )
            if fits:
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = text.split("\n")
    margin = None
    for i in range(len(lines)):
        line = lines[i]
        body = line.lstrip(" \t")
        if not body:
            lines[i] = ""
            continue
        if not line.strip(" \t\r\f\v"):
            continue
        indent = line[:len(line) - len(body)]
        if margin is None:
            margin = indent
        else:
            same = 0
            while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        n = len(margin)
        lines = [line[n:] if line.startswith(margin) else line for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    pieces = []
    for line in text.splitlines(True):
        if line.strip() if predicate is None else predicate(line):
            pieces.append(prefix)
        pieces.append(line)
    return "".join(pieces)
