"""A calculator: tokenizer, recursive-descent parser, a class hierarchy for the syntax tree, derivatives."""

import math
import operator
import sys


class Node:
    precedence = 9

    def __add__(self, other):
        return Binary("+", self, other).simplified()

    def __mul__(self, other):
        return Binary("*", self, other).simplified()

    def simplified(self):
        return self

    def wrap(self, outer):
        return f"({self})" if self.precedence < outer else str(self)


class Number(Node):
    def __init__(self, value):
        self.value = value

    def evaluate(self, names):
        return self.value

    def derivative(self, name):
        return Number(0)

    def __str__(self):
        return str(self.value)


class Name(Node):
    def __init__(self, name):
        self.name = name

    def evaluate(self, names):
        try:
            return names[self.name]
        except KeyError:
            raise NameError(f"{self.name} has no value") from None

    def derivative(self, name):
        return Number(int(name == self.name))

    def __str__(self):
        return self.name


class Binary(Node):
    table = {
        "+": (1, operator.add),
        "-": (1, operator.sub),
        "*": (2, operator.mul),
        "/": (2, operator.truediv),
        "^": (3, operator.pow),
    }

    def __init__(self, sign, left, right):
        self.sign, self.left, self.right = sign, left, right
        self.precedence, self.function = self.table[sign]

    def evaluate(self, names):
        return self.function(self.left.evaluate(names), self.right.evaluate(names))

    def derivative(self, name):
        left, right = self.left, self.right
        dl, dr = left.derivative(name), right.derivative(name)
        match self.sign:
            case "+" | "-":
                return Binary(self.sign, dl, dr).simplified()
            case "*":
                return dl * right + left * dr
            case "^" if isinstance(right, Number):
                return right * Binary("^", left, Number(right.value - 1)).simplified() * dl
        raise NotImplementedError(f"derivative of {self}")

    def simplified(self):
        match self.sign, self.left, self.right:
            case sign, Number(), Number():
                return Number(self.function(self.left.value, self.right.value))
            case ("+", Number(value=0), other) | ("+" | "-", other, Number(value=0)):
                return other
            case "*", (Number(value=0) as zero), _:
                return zero
            case "*", _, (Number(value=0) as zero):
                return zero
            case ("*", Number(value=1), other) | ("*" | "^", other, Number(value=1)):
                return other
        return self

    def __str__(self):
        return f"{self.left.wrap(self.precedence)} {self.sign} {self.right.wrap(self.precedence + 1)}"


class Call(Node):
    def __init__(self, function, argument):
        self.function, self.argument = function, argument

    def evaluate(self, names):
        return getattr(math, self.function)(self.argument.evaluate(names))

    def __str__(self):
        return f"{self.function}({self.argument})"


def tokens(text):
    position = 0
    while position < len(text):
        start = position
        if text[position].isspace():
            position += 1
        elif text[position].isdigit():
            while position < len(text) and (text[position].isdigit() or text[position] == "."):
                position += 1
            word = text[start:position]
            yield float(word) if "." in word else int(word)
        elif text[position].isalpha():
            while position < len(text) and text[position].isalnum():
                position += 1
            yield text[start:position]
        else:
            position += 1
            yield text[start]


class Parser:
    def __init__(self, text):
        self.rest = [*tokens(text), None]

    def take(self, *wanted):
        if self.rest[0] is not None and self.rest[0] in wanted:
            return self.rest.pop(0)
        return None

    def expression(self, level=1):
        if level == 4:
            return self.atom()
        signs = [sign for sign, (precedence, _) in Binary.table.items() if precedence == level]
        left = self.expression(level + 1)
        while sign := self.take(*signs):
            right = self.expression(level if sign == "^" else level + 1)
            left = Binary(sign, left, right)
        return left

    def atom(self):
        match self.rest.pop(0):
            case int() | float() as value:
                return Number(value)
            case "-":
                return Binary("-", Number(0), self.expression(2))
            case "(":
                inner = self.expression()
                if not self.take(")"):
                    raise SyntaxError("a bracket is missing")
                return inner
            case str() as word if word.isalpha():
                if self.take("("):
                    argument = self.expression()
                    self.take(")")
                    return Call(word, argument)
                return Name(word)
            case other:
                raise SyntaxError(f"unexpected {other!r}")


def main(lines):
    names = {"pi": math.pi}
    for line in lines:
        try:
            target, _, text = line.rpartition("=")
            tree = Parser(text).expression()
            if target:
                names[target.strip()] = tree.evaluate(names)
            print(f"{line:<28} {tree.evaluate(names)!r}")
            if "x" in text:
                print(f"{'  d/dx':<28} {tree.derivative('x')}")
        except (SyntaxError, NameError, ZeroDivisionError, NotImplementedError) as error:
            print(f"{line:<28} {type(error).__name__}: {error}")


main(sys.argv[1:] or ["2 ^ 3 ^ 2", "x = 6 * (3 + 4) / 4", "3 * x ^ 2 + x - 7", "sqrt(2) * sin(pi / 4)",
                      "2 ^ 200", "1 / (x - 10.5)", "(1 + 2", "y + 1", "-x * 2"])
