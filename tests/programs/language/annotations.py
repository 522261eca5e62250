from typing import Optional


def f(a: int, b: "str" = "x", *args: float, c: list[int] = None, **kw: dict) -> Optional[int]:
    local: int = 5
    unset: undefined_name
    return local


print(f(1), f.__annotations__["a"], f.__annotations__["b"], sorted(f.__annotations__))


class C:
    x: int
    y: str = "s"
    z: list = None

    def m(self) -> "C":
        return self


print(C.__annotations__, C.y, hasattr(C, "x"))
n: int = 3
m: float
print(n, __annotations__)
o = C()
o.attr: int = 5
print(o.attr)


def g():
    x: int
    try:
        x
    except UnboundLocalError as e:
        return str(e)


print(g())
(p): int = 7
print(p, "p" in __annotations__)


class Private:
    __v: int = 1


print(Private.__annotations__)
