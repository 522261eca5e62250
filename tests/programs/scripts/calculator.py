"""A calculator language: tokenizer, recursive-descent parser, a class hierarchy of nodes, an interpreter
with closures, and a pretty printer."""
import math
import operator
import sys


class SourceError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position

    def show(self, text):
        return f"{text}\n{' ' * self.position}^ {self}"


class Token:
    __slots__ = ("kind", "text", "position")

    def __init__(self, kind, text, position):
        self.kind, self.text, self.position = kind, text, position

    def __repr__(self):
        return f"Token({self.kind}, {self.text!r}, {self.position})"


KEYWORDS = {"let", "fn", "if", "then", "else", "and", "or", "not", "in"}
SYMBOLS = sorted(["+", "-", "*", "/", "//", "%", "^", "(", ")", ",", "=", "==", "!=", "<", "<=", ">", ">=", "->", "[", "]", ";"], key=len, reverse=True)


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c == "#":
            break
        elif c.isdigit() or c == "." and text[i + 1 : i + 2].isdigit():
            start = i
            seen_dot = False
            while i < len(text) and (text[i].isdigit() or text[i] == "." and not seen_dot):
                seen_dot = seen_dot or text[i] == "."
                i += 1
            yield Token("number", text[start:i], start)
        elif c.isalpha() or c == "_":
            start = i
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            word = text[start:i]
            yield Token("keyword" if word in KEYWORDS else "name", word, start)
        else:
            for symbol in SYMBOLS:
                if text.startswith(symbol, i):
                    yield Token("symbol", symbol, i)
                    i += len(symbol)
                    break
            else:
                raise SourceError(f"unexpected character {c!r}", i)
    yield Token("end", "", len(text))


class Node:
    precedence = 100

    def evaluate(self, env):
        raise NotImplementedError(type(self).__name__)

    def children(self):
        return ()

    def depth(self):
        return 1 + max((c.depth() for c in self.children()), default=0)

    def walk(self):
        yield self
        for child in self.children():
            yield from child.walk()

    def wrap(self, child, strict=False):
        low = child.precedence < self.precedence or strict and child.precedence == self.precedence
        return f"({child})" if low else str(child)


class Number(Node):
    def __init__(self, value):
        self.value = value

    def evaluate(self, env):
        return self.value

    def __str__(self):
        return repr(self.value)


class Name(Node):
    def __init__(self, name, position):
        self.name, self.position = name, position

    def evaluate(self, env):
        while env is not None:
            names, env = env
            if self.name in names:
                return names[self.name]
        raise SourceError(f"unknown name {self.name}", self.position)

    def __str__(self):
        return self.name


class Binary(Node):
    table = {
        "or": (1, None), "and": (2, None),
        "==": (3, operator.eq), "!=": (3, operator.ne), "<": (3, operator.lt), "<=": (3, operator.le),
        ">": (3, operator.gt), ">=": (3, operator.ge),
        "+": (4, operator.add), "-": (4, operator.sub),
        "*": (5, operator.mul), "/": (5, operator.truediv), "//": (5, operator.floordiv), "%": (5, operator.mod),
        "^": (7, operator.pow),
    }

    def __init__(self, op, left, right, position):
        self.op, self.left, self.right, self.position = op, left, right, position
        self.precedence, self.function = self.table[op]

    def children(self):
        return self.left, self.right

    def evaluate(self, env):
        left = self.left.evaluate(env)
        if self.op == "and":
            return left and self.right.evaluate(env)
        if self.op == "or":
            return left or self.right.evaluate(env)
        try:
            return self.function(left, self.right.evaluate(env))
        except ZeroDivisionError as e:
            raise SourceError(str(e), self.position) from e

    def __str__(self):
        right_first = self.op == "^"
        return f"{self.wrap(self.left, right_first)} {self.op} {self.wrap(self.right, not right_first)}"


class Unary(Node):
    precedence = 6

    def __init__(self, op, operand):
        self.op, self.operand = op, operand

    def children(self):
        return (self.operand,)

    def evaluate(self, env):
        value = self.operand.evaluate(env)
        return not value if self.op == "not" else -value

    def __str__(self):
        return f"{self.op}{' ' if self.op == 'not' else ''}{self.wrap(self.operand)}"


class Call(Node):
    def __init__(self, function, arguments, position):
        self.function, self.arguments, self.position = function, arguments, position

    def children(self):
        return self.function, *self.arguments

    def evaluate(self, env):
        function = self.function.evaluate(env)
        if not callable(function):
            raise SourceError(f"{function!r} is not a function", self.position)
        try:
            return function(*[a.evaluate(env) for a in self.arguments])
        except (TypeError, ValueError) as e:
            raise SourceError(f"{type(e).__name__}: {e}", self.position) from None

    def __str__(self):
        return f"{self.wrap(self.function)}({', '.join(map(str, self.arguments))})"


class Lambda(Node):
    precedence = 0

    def __init__(self, params, body):
        self.params, self.body = params, body

    def children(self):
        return (self.body,)

    def evaluate(self, env):
        def closure(*args):
            if len(args) != len(self.params):
                raise TypeError(f"{len(self.params)} arguments expected, got {len(args)}")
            return self.body.evaluate((dict(zip(self.params, args)), env))

        return closure

    def __str__(self):
        return f"fn {' '.join(self.params)} -> {self.body}"


class If(Node):
    precedence = 0

    def __init__(self, *parts):
        self.parts = parts

    def children(self):
        return self.parts

    def evaluate(self, env):
        test, yes, no = self.parts
        return (yes if test.evaluate(env) else no).evaluate(env)

    def __str__(self):
        return "if {} then {} else {}".format(*self.parts)


class Let(Node):
    precedence = -1

    def __init__(self, name, value, body):
        self.name, self.value, self.body = name, value, body

    def children(self):
        return (self.value, self.body) if self.body else (self.value,)

    def evaluate(self, env):
        scope = {}
        scope[self.name] = self.value.evaluate((scope, env))
        if self.body is None:
            env[0].update(scope)
            return scope[self.name]
        return self.body.evaluate((scope, env))

    def __str__(self):
        tail = f" in {self.body}" if self.body else ""
        return f"let {self.name} = {self.value}{tail}"


class Items(Node):
    def __init__(self, items):
        self.items = items

    def children(self):
        return self.items

    def evaluate(self, env):
        return [i.evaluate(env) for i in self.items]

    def __str__(self):
        return "[" + ", ".join(map(str, self.items)) + "]"


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0

    @property
    def token(self):
        return self.tokens[self.at]

    def accept(self, *texts):
        if self.token.text in texts and self.token.kind in ("symbol", "keyword"):
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def expect(self, text):
        token = self.accept(text)
        if not token:
            found = self.token.text or "end of line"
            raise SourceError(f"expected {text!r}, found {found!r}", self.token.position)
        return token

    def name(self):
        token = self.token
        if token.kind != "name":
            raise SourceError("expected a name", token.position)
        self.at += 1
        return token.text

    def program(self):
        node = self.expression()
        if self.token.kind != "end":
            raise SourceError(f"unexpected {self.token.text!r}", self.token.position)
        return node

    def expression(self):
        if self.accept("let"):
            name = self.name()
            self.expect("=")
            value = self.expression()
            return Let(name, value, self.expression() if self.accept("in") else None)
        if self.accept("fn"):
            params = []
            while not self.accept("->"):
                params.append(self.name())
            return Lambda(params, self.expression())
        if self.accept("if"):
            test = self.expression()
            self.expect("then")
            yes = self.expression()
            self.expect("else")
            return If(test, yes, self.expression())
        return self.binary(1)

    def binary(self, level):
        left = self.unary()
        while (op := self.token.text) in Binary.table and self.token.kind != "name":
            precedence = Binary.table[op][0]
            if precedence < level:
                break
            position = self.token.position
            self.at += 1
            right = self.binary(precedence if op == "^" else precedence + 1)
            left = Binary(op, left, right, position)
        return left

    def unary(self):
        if op := self.accept("-", "not"):
            return Unary(op.text, self.binary(6))
        node = self.atom()
        while token := self.accept("("):
            arguments = []
            if not self.accept(")"):
                arguments.append(self.expression())
                while self.accept(","):
                    arguments.append(self.expression())
                self.expect(")")
            node = Call(node, arguments, token.position)
        return node

    def atom(self):
        token = self.token
        self.at += 1
        if token.kind == "number":
            return Number(float(token.text) if "." in token.text else int(token.text))
        if token.kind == "name":
            return Name(token.text, token.position)
        if token.text == "(":
            node = self.expression()
            self.expect(")")
            return node
        if token.text == "[":
            items = []
            while not self.accept("]"):
                items.append(self.expression())
                if not self.accept(","):
                    self.expect("]")
                    break
            return Items(items)
        self.at -= 1
        raise SourceError(f"unexpected {token.text or 'end of line'!r}", token.position)


def environment():
    names = {"pi": math.pi, "sqrt": math.sqrt, "map": lambda f, xs: [f(x) for x in xs], "range": lambda *a: list(range(*a))}
    names.update({f.__name__: f for f in (len, sum, max, min, abs)})
    names["fold"] = lambda f, start, xs: start if not xs else names["fold"](f, f(start, xs[0]), xs[1:])
    return (names, None)


PROGRAM = """
1 + 2 * 3 ^ 2 ^ 0.5
(1 + 2) * -3 - -4
2 ^ 100 // 7 % 1000
let fact = fn n -> if n <= 1 then 1 else n * fact(n - 1)
fact(25)
map(fn x -> x ^ 2, range(5))
fold(fn a b -> a * 10 + b, 0, [1, 2, 3])
let compose = fn f g -> fn x -> f(g(x))
compose(sqrt, fn x -> x * 4)(9)
let twice = fn f -> compose(f, f) in twice(twice(fn x -> x * 3))(1)
not 1 == 2 and 3 < 4 or undefined
1 / (2 - 2)
fact(
[1, 2, 3
3 $ 4
5(1)
sqrt(-1)
fact(1, 2)
x + 1
let y = 2 in let z = y * y in z - y  # a comment
if 1 > 2 then 10 else if 2 > 1 then 20 else 30
"""


def main():
    env = environment()
    kinds = {}
    for line in PROGRAM.strip().splitlines():
        try:
            tree = Parser(line).program()
            value = tree.evaluate(env)
        except SourceError as e:
            print(e.show(line))
            continue
        again = Parser(str(tree)).program()
        assert str(again) == str(tree), (str(again), str(tree))
        for node in tree.walk():
            kinds[type(node).__name__] = kinds.get(type(node).__name__, 0) + 1
        shown = "<function>" if callable(value) else value
        print(f"{str(tree)} => {shown}  [depth {tree.depth()}]")
    print(sorted(kinds.items(), key=lambda item: (-item[1], item[0])))
    print(list(tokenize("a->b"))[:2], file=sys.stdout)


if __name__ == "__main__":
    main()
