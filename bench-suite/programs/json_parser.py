"""A JSON tokenizer, parser and writer over a string, character by character."""


class JSONError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


class Parser:
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}

    def __init__(self, text):
        self.text = text
        self.position = 0

    def skip_space(self):
        text, position = self.text, self.position
        while position < len(text) and text[position] in " \t\r\n":
            position += 1
        self.position = position

    def peek(self):
        self.skip_space()
        if self.position == len(self.text):
            raise JSONError("unexpected end", self.position)
        return self.text[self.position]

    def expect(self, character):
        if self.peek() != character:
            raise JSONError(f"expected {character!r}", self.position)
        self.position += 1

    def parse(self):
        value = self.value()
        self.skip_space()
        if self.position != len(self.text):
            raise JSONError("more than one value", self.position)
        return value

    def value(self):
        character = self.peek()
        if character == "{":
            return self.object()
        if character == "[":
            return self.array()
        if character == '"':
            return self.string()
        if character == "-" or character.isdigit():
            return self.number()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        raise JSONError(f"unexpected {character!r}", self.position)

    def object(self):
        result = {}
        self.expect("{")
        if self.peek() == "}":
            self.position += 1
            return result
        while True:
            if self.peek() != '"':
                raise JSONError("a key must be a string", self.position)
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            if self.peek() == "}":
                self.position += 1
                return result
            self.expect(",")

    def array(self):
        result = []
        self.expect("[")
        if self.peek() == "]":
            self.position += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == "]":
                self.position += 1
                return result
            self.expect(",")

    def string(self):
        text = self.text
        position = self.position + 1
        pieces = []
        while True:
            start = position
            while position < len(text) and text[position] != '"' and text[position] != "\\":
                position += 1
            if position == len(text):
                raise JSONError("a string does not end", self.position)
            pieces.append(text[start:position])
            if text[position] == '"':
                self.position = position + 1
                return "".join(pieces)
            escape = text[position + 1]
            if escape == "u":
                pieces.append(chr(int(text[position + 2 : position + 6], 16)))
                position += 6
            elif escape in self.ESCAPES:
                pieces.append(self.ESCAPES[escape])
                position += 2
            else:
                raise JSONError("no such escape", position)

    def number(self):
        text, start = self.text, self.position
        position = start + 1 if text[start] == "-" else start
        is_float = False
        while position < len(text):
            character = text[position]
            if character in ".eE":
                is_float = True
            elif not (character.isdigit() or character in "+-"):
                break
            position += 1
        self.position = position
        return float(text[start:position]) if is_float else int(text[start:position])


def write(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        out = ['"']
        for character in value:
            if character == '"' or character == "\\":
                out.append("\\" + character)
            elif character == "\n":
                out.append("\\n")
            elif ord(character) < 32 or ord(character) > 126:
                out.append(f"\\u{ord(character):04x}")
            else:
                out.append(character)
        out.append('"')
        return "".join(out)
    if isinstance(value, list):
        return "[" + ", ".join(write(item) for item in value) + "]"
    return "{" + ", ".join(f"{write(key)}: {write(item)}" for key, item in value.items()) + "}"


def document(count):
    people = []
    for i in range(count):
        people.append(
            {
                "id": i,
                "name": f"Person \"{i}\"\n",
                "scores": [i * 0.5, -i, i * 1e10, i % 7],
                "address": {"street": f"Stra\u00dfe {i % 50}", "zip": str(10000 + i), "geo": [i / 3, -i / 7]},
                "active": i % 3 == 0,
                "manager": None if i % 5 else {"id": i // 5},
            }
        )
    return {"people": people, "count": count, "empty": [[], {}]}


def main():
    original = document(4_000)
    text = write(original)
    print(len(text))
    for _ in range(3):
        parsed = Parser(text).parse()
        assert parsed == original
    assert write(parsed) == text
    for wrong in ('{"a": }', "[1, 2", '{"a" 1}', "[1] 2", '"abc', "nil", '"\\x"'):
        try:
            Parser(wrong).parse()
        except JSONError as error:
            print(error)
    print(sum(person["scores"][0] for person in parsed["people"]))


main()
