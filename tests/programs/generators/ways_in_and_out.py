"""Corners of generators: typed frames, leaving them, and every way in and out."""
import sys
import traceback


def places(e):
    return [(entry.name, entry.lineno, entry.line) for entry in traceback.extract_tb(e.__traceback__)]


def count(n, step):
    total = 0
    while True:
        got = yield n + total
        if got is not None:
            total += got
        n += step


g = count(1, 2)
print(next(g), next(g), g.send(10), next(g), next(g))


def growing(n):
    """An int in a slot of the frame outgrows 64 bits."""
    f = 1.5
    for i in range(5):
        yield n, f
        n = n * n * 3 + i
        f = f * 2


print(list(growing(12345)))
print(list(growing(2 ** 40)))
print(list(growing(-7.25)))


def mixed(x):
    a = x
    while True:
        yield a
        a = a + a


for start in (1, 1.5, "ab", [1], 2 ** 62):
    g = mixed(start)
    print([next(g) for _ in range(4)])


def guarded():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("caught", e)
        yield 3
        print(sys.exc_info()[1])
        yield 4
    finally:
        print("finally")
    return "done"


g = guarded()
print(next(g), g.throw(ValueError("x")), sys.exc_info()[1], next(g))
try:
    next(g)
except StopIteration as e:
    print("value", e.value)
g = guarded()
next(g)
g.close()
g.close()
print(list(g))


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def itself():
    try:
        next(me)
    except ValueError as e:
        print(e, me.gi_running)
    yield from me


me = itself()
try:
    print(next(me))
except ValueError as e:
    print("out:", e)
print(list(me))


def again():
    yield 1
    yield next(other)


other = again()
print(next(other))
try:
    next(other)
except ValueError as e:
    print(e)
print(next(other, "over"))


def stops():
    yield 1
    raise StopIteration("inner")


g = stops()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__cause__ is e.__context__)


def bad(n):
    for i in range(n, -3, -1):
        yield 12 // i


try:
    for x in bad(2):
        print(x)
except ZeroDivisionError as e:
    print(e, places(e))

try:
    it = bad(1)
    print(next(it), sum(it))
except ZeroDivisionError as e:
    print(e, list(it))


# Several at once, kept in a list and resumed in turn.
def walk(name, n):
    for i in range(n):
        yield f"{name}{i}"
    return n


def relay(name, n):
    got = yield from walk(name, n)
    yield f"{name}={got}"


gens = [relay(c, n) for c, n in (("a", 3), ("b", 1), ("c", 4))]
out = []
while gens:
    g = gens.pop(0)
    try:
        out.append(next(g))
        gens.append(g)
    except StopIteration:
        pass
print(" ".join(out))


def pairs(xs):
    before = None
    for i, x in enumerate(xs):
        if before is not None:
            yield i, before, x
        before = x


def windows(rows):
    for row in rows:
        for i, a, b in pairs(row):
            yield i * (a + b)


keep = [windows([[1, 2, 3], [2.5, 4.5], [10 ** 18, 9 * 10 ** 18, 7]]) for _ in range(3)]
print([list(g) for g in keep])


class Node:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right


def tree(lo, hi):
    if lo >= hi:
        return None
    mid = (lo + hi) // 2
    return Node(mid, tree(lo, mid), tree(mid + 1, hi))


t = tree(0, 50)
print(list(t), sum(t))
it = iter(t)
print(next(it), next(it), it.gi_running)


def echo():
    got = None
    while True:
        try:
            got = yield got
        except KeyError as e:
            got = ("key", e.args)


def outer():
    result = yield from echo()
    return result


g = outer()
print(next(g), g.send(5), g.throw(KeyError("k")), g.send("x"))
try:
    g.throw(IndexError("boom"))
except IndexError as e:
    print(e, places(e))


def deep(n):
    if n:
        yield n
        yield from deep(n - 1)


print(sum(deep(200)))
try:
    print(sum(deep(5000)))
except RecursionError as e:
    print("RecursionError", e)


def mutual(g):
    yield 0
    yield from g


a = mutual(iter([1, 2]))
print(list(a))
holder = []
b = mutual(holder)
holder.append(1)
print(list(b))


def words(text):
    word = ""
    for c in text:
        if c == " ":
            if word:
                yield word
            word = ""
        else:
            word += c
    if word:
        yield word


print(list(words("the quick  brown fox ")))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for i, f in enumerate(fib()):
    if f > 10 ** 30:
        print(i, f)
        break


def masks(x):
    while True:
        x = (x * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        yield x >> 33


m = masks(42)
print([next(m) for _ in range(5)])


def clos(k):
    def gen(xs):
        nonlocal k
        for x in xs:
            k += x
            yield k
    return gen


c = clos(5)
print(list(c([1, 2, 3])), list(c([1.5, 2 ** 63])))


def defaults(a, b=2, *rest, c=3, **more):
    yield a, b, rest, c, more


print(*defaults(1), *defaults(1, 5, 6, 7, c=8, d=9))
