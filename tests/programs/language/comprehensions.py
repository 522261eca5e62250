x = "kept"
print([x for x in range(3)], x)
print({x: x * x for x in range(3)}, x)
print(sorted({x % 2 for x in range(5)}), x)
print([(a, b) for a in range(3) for b in range(a)])
print([a for a in range(20) if a % 2 if a % 3])
print([[j for j in range(i)] for i in range(4)])
print([y for x in [[1, 2], [3]] for y in x])
print([i for i, (a, *b) in enumerate([(1, 2), (3,)])])
print(list(a + b for a in "xy" for b in "12"))


def f():
    n = 10
    return [n + i for i in range(3)], list(n - i for i in range(2))


print(f())
if any((hit := v) > 3 for v in [1, 5, 9]):
    print(hit)


def walrus():
    total = 0
    parts = [total := total + v for v in range(5)]
    return parts, total


print(walrus())
print([last := i for i in range(3)], last)


class A:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    n = 2
    gen = list(i for i in items)


print(A.doubled, A.gen)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)])
print({k: [v for v in vs if v] for k, vs in {"a": [0, 1], "b": [2]}.items()})


def gen():
    yield from (i * i for i in range(3))


print(list(gen()))
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    i
except NameError as e:
    print(e)
try:
    (v for v in 5)
except TypeError as e:
    print(e)


def leak():
    [q for q in range(3)]
    try:
        return q
    except NameError as e:
        return str(e)


print(leak())
g = (print("run") or v for v in [1])
print("before")
next(g)
print([*range(3), *"ab"], (*[1], 2), {**{"a": 1}, "b": 2}, sorted({*[1, 2], 3}))
print([lam() for lam in [lambda: v for v in range(2)]])
print(dict((k, v) for k, v in zip("ab", [1, 2])))
print(sum(i for i in range(10) if i & 1), max((len(w), w) for w in ["a", "bcd", "ef"]))
