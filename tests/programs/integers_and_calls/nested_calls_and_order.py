log = []


def t(x):
    log.append(x)
    return x


def f(*a, **k):
    return a, k


print(f(t(1), t(2), x=t(3), *[t(4)], y=t(5), **{t("z"): t(6)}))
print(log)
log.clear()
t([1])[t(0)] = t(9)
print(log)
log.clear()
d = {}
d[t("k")], d[t("l")] = t(1), t(2)
print(log, d)
log.clear()
print(t(1) < t(2) < t(0) < t(5), log)
log.clear()
print(t(0) or t("") or t("x"), t(1) and t(0) and t(2), log)
log.clear()
print([t(i) for i in range(3)], {t(i): t(-i) for i in range(2)}, log)
log.clear()
x = [1, 2, 3]
i = 0
i, x[i] = 1, t(10)
print(i, x)
x[t(0)] += t(5)
print(x, log)
a = b = c = t([0])
a.append(1)
print(b, c is a)


def swap(a, b, c):
    a, b, c = c, a, b
    (a, *b), c = [a, b, c], (b, c)
    return a, b, c


print(swap(1, 2, 3))
print((lambda a, b=t("default"): (a, b))(t("arg")))
assert t(1), t("not evaluated")
try:
    assert t(0), t("message")
except AssertionError as e:
    print(e, log[-3:])
