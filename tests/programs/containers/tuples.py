# Tuples: construction, slices, methods, operators, errors.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


t = (1, 2, 3, 2)
print(t, (), (1,), 1, tuple("abc"), tuple([1, [2]]), tuple(x for x in range(3)), tuple({1: 2}))
print(t[0], t[-1], t[1:3], t[::-1], t[::2], t[5:], t[:], t[:] is t, tuple(t) is t)
print(t.count(2), t.index(2), t.index(2, 2), len(t), 3 in t, 9 in t, True in t)
print(t + (5,), t * 2, 0 * t, t * -1, () + t, t + () is t, t * 1 is t)
a, *b = t
print(a, b)
(c, (d, *e)), f = (1, (2, 3, 4)), 5
print(c, d, e, f)
print((1, 2) == (1, 2), (1, 2) is (1, 2) or True, (1, 2) < (1, 3), (1,) > ())
print(() is (), tuple() is ())
print({(1, 2): "x"}[(1, 2)], {(1, 2): "x"}.get((1, 3)), (1, 2) in {(1, 2)}, (1.0, 2) in {(1, 2)})
attempt(lambda: t[4])
attempt(lambda: t["a"])
attempt(lambda: t.index(9))
attempt(lambda: t + [1])
attempt(lambda: [1] + t)
attempt(lambda: t * 1.5)
attempt(lambda: t * t)
attempt(lambda: t < [1])
attempt(lambda: tuple(5))
attempt(lambda: tuple(1, 2))
attempt(lambda: tuple(a=1))
attempt(lambda: hash(([],)))
attempt(lambda: t.append)
attempt(lambda: t.count())


def assign():
    t[0] = 1


def delete():
    del t[0]


def inplace():
    s = (1, [2])
    try:
        s[1] += [3]
    finally:
        print(s)


attempt(assign)
attempt(delete)
attempt(inplace)
s = (1,)
r = s
s += (2,)
s *= 2
print(s, r)
nested = ((1, 2), (3, (4, 5)))
print(nested[1][1][0], [x for (x, _) in nested[:1]])
for i, (p, q) in enumerate([(1, 2), (3, 4)]):
    print(i, p, q, end="; ")
print()
