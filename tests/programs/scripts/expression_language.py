from enum import Enum, auto, IntEnum, Flag
from collections import namedtuple
Token = namedtuple("Token", ["kind", "value", "pos"])
class T(Enum):
    NUM = auto(); ID = auto(); OP = auto(); LP = auto(); RP = auto(); EOF = auto()
    def __repr__(self): return f"T.{self.name}"
class ParseError(SyntaxError): pass
def lex(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1; continue
        st = i
        if c.isdigit() or c == ".":
            while i < len(s) and (s[i].isdigit() or s[i] == "."): i += 1
            yield Token(T.NUM, float(s[st:i]) if "." in s[st:i] else int(s[st:i]), st); continue
        if c.isalpha() or c == "_":
            while i < len(s) and (s[i].isalnum() or s[i] == "_"): i += 1
            yield Token(T.ID, s[st:i], st); continue
        if c in "+-*/^%=,": yield Token(T.OP, c, i)
        elif c == "(": yield Token(T.LP, c, i)
        elif c == ")": yield Token(T.RP, c, i)
        else: raise ParseError(f"bad char {c!r} at {i}")
        i += 1
    yield Token(T.EOF, None, i)
class Node:
    def __init_subclass__(cls): cls.__match_args__ = tuple(cls.__init__.__code__.co_varnames[1:cls.__init__.__code__.co_argcount])
class Num(Node):
    def __init__(self, v): self.v = v
class Var(Node):
    def __init__(self, name): self.name = name
class Bin(Node):
    def __init__(self, op, l, r): self.op, self.l, self.r = op, l, r
class Neg(Node):
    def __init__(self, e): self.e = e
class Call(Node):
    def __init__(self, f, args): self.f, self.args = f, args
class Assign(Node):
    def __init__(self, name, e): self.name, self.e = name, e
class Parser:
    PREC = {"+": (1, "L"), "-": (1, "L"), "*": (2, "L"), "/": (2, "L"), "%": (2, "L"), "^": (3, "R")}
    def __init__(self, s): self.toks = list(lex(s)); self.i = 0
    @property
    def cur(self): return self.toks[self.i]
    def adv(self): t = self.cur; self.i += 1; return t
    def expect(self, k):
        if self.cur.kind is not k: raise ParseError(f"expected {k!r}, got {self.cur}")
        return self.adv()
    def parse(self):
        if self.cur.kind is T.ID and self.toks[self.i + 1][:2] == (T.OP, "="):
            n = self.adv().value; self.adv(); return Assign(n, self.parse())
        e = self.expr(1); self.expect(T.EOF); return e
    def expr(self, mn):
        l = self.atom()
        while self.cur.kind is T.OP and self.cur.value in self.PREC and self.PREC[self.cur.value][0] >= mn:
            op = self.adv().value; p, a = self.PREC[op]
            l = Bin(op, l, self.expr(p + (a == "L")))
        return l
    def atom(self):
        t = self.adv()
        match t:
            case Token(T.NUM, v): return Num(v)
            case Token(T.ID, n):
                if self.cur.kind is T.LP:
                    self.adv(); args = []
                    if self.cur.kind is not T.RP:
                        args.append(self.expr(1))
                        while self.cur.value == ",": self.adv(); args.append(self.expr(1))
                    self.expect(T.RP); return Call(n, args)
                return Var(n)
            case Token(T.LP): e = self.expr(1); self.expect(T.RP); return e
            case Token(T.OP, "-"): return Neg(self.expr(3))
            case _: raise ParseError(f"unexpected {t}")
class Interp:
    def __init__(self): self.env = {"pi": 3.14159}; self.funcs = {"max": max, "sq": lambda x: x * x, "sum": lambda *a: sum(a)}
    def visit(self, n):
        m = getattr(self, "visit_" + type(n).__name__, None)
        if m is None: raise NotImplementedError(type(n))
        return m(n)
    def visit_Num(self, n): return n.v
    def visit_Var(self, n):
        try: return self.env[n.name]
        except KeyError: raise NameError(f"undefined: {n.name}") from None
    def visit_Neg(self, n): return -self.visit(n.e)
    def visit_Bin(self, n):
        import operator as o
        return {"+": o.add, "-": o.sub, "*": o.mul, "/": o.truediv, "%": o.mod, "^": o.pow}[n.op](self.visit(n.l), self.visit(n.r))
    def visit_Assign(self, n): self.env[n.name] = v = self.visit(n.e); return v
    def visit_Call(self, n): return self.funcs[n.f](*map(self.visit, n.args))
def show(n):
    match n:
        case Num(v): return str(v)
        case Var(x): return x
        case Neg(e): return f"(-{show(e)})"
        case Bin(op, l, r): return f"({show(l)} {op} {show(r)})"
        case Call(f, a): return f"{f}({', '.join(map(show, a))})"
        case Assign(x, e): return f"{x} = {show(e)}"
it = Interp()
for src in ["1 + 2 * 3", "2 ^ 3 ^ 2", "x = 5", "-x ^ 2", "(1 + 2) * -3", "max(1, sq(x), 3) % 7", "y", "1 / 0", "1 +", "a $ b", "sum()", "foo(1)", "1.5 * 2", "(1", "q = r = 3"]:
    try:
        ast = Parser(src).parse()
        print(f"{src:<22}{show(ast):<28}{it.visit(ast)}")
    except (ParseError, NameError, ArithmeticError, KeyError) as e:
        print(f"{src:<22}{type(e).__name__}: {e}")
class Perm(Flag): R = 4; W = 2; X = 1
class Pri(IntEnum): LOW = 1; HIGH = 10
print(Perm.R | Perm.W, Perm(7), Perm.R in Perm(5), ~Perm.R, Pri.HIGH > Pri.LOW, Pri.LOW + 1, sorted(Pri), Pri(10), repr(Pri.LOW), f"{Pri.LOW}", f"{T.NUM}", T["ID"], T(3), len(T), T.NUM in T, list(T)[-1], Perm.R & Perm.W, bool(Perm(0)), Perm(0), Perm.R.value, T.NUM.name)
try: T(99)
except ValueError as e: print(e)
try: T["ZZ"]
except KeyError as e: print(e)
try: T.NUM = 3
except AttributeError as e: print(e)
