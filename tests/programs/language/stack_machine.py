"""A small language: tokenizer, parser with a class hierarchy, compiler and stack machine."""


class LangError(Exception):
    def __init__(self, message, line=None):
        super().__init__(message)
        self.line = line

    def __str__(self):
        base = super().__str__()
        return f"line {self.line}: {base}" if self.line is not None else base


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line

    def __repr__(self):
        return f"<{self.kind} {self.text!r}>"


KEYWORDS = {"let", "print", "while", "end", "if", "else", "func", "return"}


def tokenize(source):
    i, line = 0, 1
    while i < len(source):
        ch = source[i]
        if ch == "\n":
            line += 1
            i += 1
        elif ch.isspace():
            i += 1
        elif ch == "#":
            while i < len(source) and source[i] != "\n":
                i += 1
        elif ch.isdigit():
            start = i
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            yield Token("number", source[start:i], line)
        elif ch.isalpha() or ch == "_":
            start = i
            while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                i += 1
            word = source[start:i]
            yield Token("keyword" if word in KEYWORDS else "name", word, line)
        elif source[i : i + 2] in ("==", "!=", "<=", ">="):
            yield Token("op", source[i : i + 2], line)
            i += 2
        elif ch in "+-*/%()<>=,":
            yield Token("op", ch, line)
            i += 1
        else:
            raise LangError(f"unexpected {ch!r}", line)
    yield Token("eof", "", line)


class Node:
    def compile(self, out):
        raise NotImplementedError(type(self).__name__)


class Number(Node):
    def __init__(self, text):
        self.value = float(text) if "." in text else int(text)

    def compile(self, out):
        out.append(("push", self.value))


class Name(Node):
    def __init__(self, name):
        self.name = name

    def compile(self, out):
        out.append(("load", self.name))


class Binary(Node):
    names = {"+": "add", "-": "sub", "*": "mul", "/": "div", "%": "mod", "<": "lt", ">": "gt", "==": "eq", "!=": "ne",
             "<=": "le", ">=": "ge"}

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def compile(self, out):
        self.left.compile(out)
        self.right.compile(out)
        out.append((self.names[self.op], None))


class CallNode(Node):
    def __init__(self, name, args, line):
        self.name, self.args, self.line = name, args, line

    def compile(self, out):
        for arg in self.args:
            arg.compile(out)
        out.append(("call", (self.name, len(self.args), self.line)))


class Statement(Node):
    pass


class Let(Statement):
    def __init__(self, name, value):
        self.name, self.value = name, value

    def compile(self, out):
        self.value.compile(out)
        out.append(("store", self.name))


class Print(Statement):
    def __init__(self, values):
        self.values = values

    def compile(self, out):
        for value in self.values:
            value.compile(out)
        out.append(("print", len(self.values)))


class While(Statement):
    def __init__(self, test, body):
        self.test, self.body = test, body

    def compile(self, out):
        start = len(out)
        self.test.compile(out)
        hole = len(out)
        out.append(None)
        for stmt in self.body:
            stmt.compile(out)
        out.append(("jump", start))
        out[hole] = ("jump_if_not", len(out))


class If(Statement):
    def __init__(self, test, body, orelse):
        self.test, self.body, self.orelse = test, body, orelse

    def compile(self, out):
        self.test.compile(out)
        hole = len(out)
        out.append(None)
        for stmt in self.body:
            stmt.compile(out)
        second = len(out)
        out.append(None)
        out[hole] = ("jump_if_not", len(out))
        for stmt in self.orelse:
            stmt.compile(out)
        out[second] = ("jump", len(out))


class Return(Statement):
    def __init__(self, value):
        self.value = value

    def compile(self, out):
        self.value.compile(out)
        out.append(("return", None))


class Parser:
    levels = [("==", "!=", "<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%")]

    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.at = 0
        self.functions = {}

    @property
    def token(self):
        return self.tokens[self.at]

    def advance(self):
        token = self.token
        self.at += 1
        return token

    def accept(self, *texts):
        if self.token.text in texts and self.token.kind != "eof":
            return self.advance()
        return None

    def expect(self, text=None, kind=None):
        token = self.advance()
        if (text and token.text != text) or (kind and token.kind != kind):
            raise LangError(f"expected {text or kind}, got {token.text!r}", token.line)
        return token

    def block(self, *ends):
        body = []
        while self.token.text not in ends:
            if self.token.kind == "eof":
                raise LangError("unexpected end", self.token.line)
            body.append(self.statement())
        return body

    def program(self):
        body = []
        while self.token.kind != "eof":
            body.append(self.statement())
        return [s for s in body if s is not None]

    def statement(self):
        token = self.advance()
        match token.text:
            case "let":
                name = self.expect(kind="name").text
                self.expect("=")
                return Let(name, self.expression())
            case "print":
                values = [self.expression()]
                while self.accept(","):
                    values.append(self.expression())
                return Print(values)
            case "while":
                test = self.expression()
                body = self.block("end")
                self.expect("end")
                return While(test, body)
            case "if":
                test = self.expression()
                body = self.block("end", "else")
                orelse = self.block("end") if self.accept("else") else []
                self.expect("end")
                return If(test, body, orelse)
            case "func":
                name = self.expect(kind="name").text
                self.expect("(")
                params = []
                while not self.accept(")"):
                    params.append(self.expect(kind="name").text)
                    self.accept(",")
                body = self.block("end")
                self.expect("end")
                code = []
                for stmt in body:
                    stmt.compile(code)
                code += [("push", 0), ("return", None)]
                self.functions[name] = (params, code)
                return None
            case "return":
                return Return(self.expression())
            case other:
                raise LangError(f"unknown statement {other!r}", token.line)

    def expression(self, level=0):
        if level == len(self.levels):
            return self.atom()
        left = self.expression(level + 1)
        while op := self.accept(*self.levels[level]):
            left = Binary(op.text, left, self.expression(level + 1))
        return left

    def atom(self):
        token = self.advance()
        if token.kind == "number":
            return Number(token.text)
        if token.kind == "name":
            if self.accept("("):
                args = []
                while not self.accept(")"):
                    args.append(self.expression())
                    self.accept(",")
                return CallNode(token.text, args, token.line)
            return Name(token.text)
        if token.text == "(":
            value = self.expression()
            self.expect(")")
            return value
        if token.text == "-":
            return Binary("-", Number("0"), self.atom())
        raise LangError(f"unexpected {token.text!r}", token.line)


class Machine:
    binary = {
        "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "div": lambda a, b: a / b,
        "mod": lambda a, b: a % b, "lt": lambda a, b: int(a < b), "gt": lambda a, b: int(a > b),
        "eq": lambda a, b: int(a == b), "ne": lambda a, b: int(a != b), "le": lambda a, b: int(a <= b),
        "ge": lambda a, b: int(a >= b),
    }

    def __init__(self, functions):
        self.functions = functions
        self.steps = 0

    def run(self, code, env, depth=0):
        stack, pc = [], 0
        while pc < len(code):
            op, arg = code[pc]
            pc += 1
            self.steps += 1
            if op in self.binary:
                b, a = stack.pop(), stack.pop()
                stack.append(self.binary[op](a, b))
            elif op == "push":
                stack.append(arg)
            elif op == "load":
                try:
                    stack.append(env[arg])
                except KeyError:
                    raise LangError(f"undefined {arg}") from None
            elif op == "store":
                env[arg] = stack.pop()
            elif op == "jump":
                pc = arg
            elif op == "jump_if_not":
                if not stack.pop():
                    pc = arg
            elif op == "print":
                values = stack[-arg:]
                del stack[-arg:]
                print(*values)
            elif op == "call":
                name, count, line = arg
                if name not in self.functions:
                    raise LangError(f"no function {name}", line)
                params, body = self.functions[name]
                if len(params) != count:
                    raise LangError(f"{name} takes {len(params)}, got {count}", line)
                args = stack[len(stack) - count :]
                del stack[len(stack) - count :]
                stack.append(self.run(body, dict(zip(params, args)), depth + 1))
            elif op == "return":
                return stack.pop()
        return None


def execute(source):
    try:
        parser = Parser(source)
        code = []
        for stmt in parser.program():
            stmt.compile(code)
        machine = Machine(parser.functions)
        machine.run(code, {})
        print("steps", machine.steps)
    except LangError as e:
        print("error:", e)
    except ZeroDivisionError as e:
        print("arithmetic:", e)


execute("""
let x = 10
let total = 0
while x > 0
  if x % 2 == 0
    let total = total + x
  else
    let total = total - 1
  end
  let x = x - 1
end
print total, x, 1.5 * 2
""")
execute("""
func fact(n)
  if n <= 1
    return 1
  end
  return n * fact(n - 1)
end
func fib(n)
  if n < 2
    return n
  end
  return fib(n - 1) + fib(n - 2)
end
print fact(20), fact(25)
print fib(15)
""")
for bad in ["let = 5", "print y", "print 1 / 0", "foo 1", "print f(1)", "let x = $", "while 1", "func g(a)\nend\nprint g()",
            "print (1", "print -3 + 2 * (4 - 1) % 5"]:
    execute(bad)
