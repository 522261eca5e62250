# Every operand says when it is evaluated.
def t(label, value=None):
    print(label, end=" ")
    return value


def line():
    print()


d = {}
t("obj", d)[t("key", "k")] = t("value", 1)
line()
a, b = t("first", 1), t("second", 2)
line()
d[t("k1", 1)], d[t("k2", 2)] = t("v1", 10), t("v2", 20)
line()
x = {t("ka", "a"): t("va", 1), t("kb", "b"): t("vb", 2)}
line()
print(t("l", 1) < t("m", 5) < t("r", 3) < t("never", 9))
print(t("l", 1) + t("m", 2) * t("r", 3) ** t("e", 2))


def f(*args, **kwargs):
    print("|", args, sorted(kwargs.items()))


f(t("p1", 1), *t("star", [2, 3]), t("p2", 4), k=t("kw", 5), **t("dstar", {"z": 6}))
f(t("p1", 1), k=t("kw", 5), *t("late star", [2]))


class C:
    def __init__(self):
        self.v = 0

    def method(self, *args):
        print("| method", args)
        return self


c = C()
t("recv", c).method(t("a1", 1)).method(t("a2", 2), t("a3", 3))
t("target", c).v += t("increment", 5)
print("|", c.v)
lst = [0, 0, 0]
t("list", lst)[t("index", 1)] += t("increment", 7)
print("|", lst)
i = 0
i, lst[i] = 2, "x"
print(i, lst)
i = lst[i] = 1
print(i, lst)
print(t("then", "T") if t("test", 0) else t("else", "E"))
print(t("and1", 1) and t("and2", 0) and t("and3", 3))
print(t("or1", 0) or t("or2", "") or t("or3", []))
print(not t("not", 0))
print([t("elt", y) for y in t("iter", [1, 2]) if t("if", y)])
print({t("k", y): t("v", y) for y in (1, 2)})
g = (t("genelt", y) for y in t("geniter", [1]))
print("| made")
print(list(g))


@t("deco1", lambda f: f)
@t("deco2", lambda f: f)
def deco(p=t("default", 1), *, q=t("kwdefault", 2)):
    return p, q


print("|", deco())


class K(t("base", object), **t("classkw", {})):
    t("body")


line()
s = "abcdefgh"
print(s[t("lo", 1):t("hi", 7):t("step", 2)])
del d[t("del1", 1)], d[t("del2", 2)]
print("|", d)
try:
    raise t("exc", ValueError("v")) from t("cause", KeyError("c"))
except ValueError as e:
    print("|", repr(e), repr(e.__cause__))
print(f"{t('f1', 1)} {t('f2', 2):{t('spec', '>5')}}")
assert t("assertion", True), t("no message")
line()
