class Money:
    def __init__(self, amount, cur="USD"):
        self.amount, self.cur = amount, cur
    def __repr__(self): return f"Money({self.amount!r}, {self.cur!r})"
    def __str__(self): return f"{self.cur} {self.amount:,.2f}"
    def __format__(self, spec):
        if spec == "short": return f"{self.amount:.0f}{self.cur[0]}"
        return format(str(self), spec)
    def __add__(self, o):
        if not isinstance(o, Money): return NotImplemented
        return Money(self.amount + o.amount, self.cur)
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Money(self.amount * k, self.cur)
    __rmul__ = __mul__
    def __neg__(self): return Money(-self.amount, self.cur)
    def __eq__(self, o): return isinstance(o, Money) and (self.amount, self.cur) == (o.amount, o.cur)
    def __lt__(self, o): return self.amount < o.amount
    def __hash__(self): return hash((self.amount, self.cur))
    def __bool__(self): return self.amount != 0
    def __float__(self): return float(self.amount)
    def __int__(self): return int(self.amount)
m = Money(1234.5)
print(m, repr(m), f"{m}", f"{m:>20}|", f"{m:short}", m + m, sum([m, m * 2]), 3 * m, -m, m == Money(1234.5), sorted([m, Money(1)]), {m: 1}[Money(1234.5)], bool(Money(0)), float(m), int(m))
try:
    m + 5
except TypeError as e:
    print(e)
try:
    "x" + m
except TypeError as e:
    print(e)
for expr in (lambda: "5" + 5, lambda: 5 + "5", lambda: "a" * "b", lambda: [] + (), lambda: None + 1, lambda: "a" - "b", lambda: -"a", lambda: "a" < 1, lambda: 1 < "a", lambda: len(5), lambda: int("abc"), lambda: float("x.y"), lambda: "abc"[10], lambda: "abc".index("z"), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.5 // 0, lambda: 1.5 % 0, lambda: divmod(1, 0), lambda: 2 ** "a", lambda: "%d" % "x", lambda: "{}".format(), lambda: chr(-1), lambda: ord("ab"), lambda: round("a"), lambda: abs("x"), lambda: sum(["a"]), lambda: max(1, "a"), lambda: "a".foo, lambda: (5).foo, lambda: (5.5)(), lambda: int([]), lambda: "abc".split(""), lambda: ",".join([1]), lambda: 10 ** 400 * 1.0, lambda: float(10 ** 400), lambda: 1e308 * 10 / 0, lambda: [1, 2][1.5], lambda: range(1.5), lambda: "x" in 5, lambda: 5 in "x", lambda: bytes([256]), lambda: b"a" + "b", lambda: "a" + b"b", lambda: int("9" * 5000), lambda: str(10 ** 5000), lambda: 1 << -1, lambda: ~1.5, lambda: 1 & 2.0, lambda: hash([]), lambda: {[]: 1}, lambda: complex("1+"), lambda: int("1", 99), lambda: "abc".encode("ascii2"), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: "a".zfill("b"), lambda: "abc"["a"], lambda: format(5, "q"), lambda: format("s", "d"), lambda: f"{5.5:d}", lambda: "%s %s" % (1,), lambda: "%s" % (1, 2), lambda: "{0} {}".format(1, 2), lambda: "{x}".format(), lambda: "{".format(), lambda: pow(2, -1, 4), lambda: (-8) ** 0.5, lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: int(float("nan")), lambda: int(float("inf")), lambda: 10.0 ** 400, lambda: round(float("nan")), lambda: True + "a", lambda: str.upper(5), lambda: int.bit_length("a"), lambda: "abc".replace(1, 2), lambda: "abc".center("x"), lambda: "a,b".split(1), lambda: "x".join(5)):
    try:
        print(repr(expr()))
    except Exception as e:
        print(type(e).__name__, "-", e)
