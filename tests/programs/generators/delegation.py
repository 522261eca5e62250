"""`yield from` between generators: the innermost is resumed directly, and nothing can tell."""
import sys
import traceback


def places(e):
    return [(entry.name, entry.lineno) for entry in traceback.extract_tb(e.__traceback__)]


class Node:
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


def tree(lo, hi):
    if lo >= hi:
        return None
    mid = (lo + hi) // 2
    return Node(mid, tree(lo, mid), tree(mid + 1, hi))


t = tree(0, 200)
print(sum(t), list(t)[:5], max(t))
print([a * b for a, b in zip(t, t)][-3:])
a, b = iter(t), iter(t)
print([next(a) for _ in range(7)], [next(b) for _ in range(3)], next(a), next(b))
a.close()
print(list(a), next(b))


# What is returned goes to the one that delegates.
def leaf(n):
    for i in range(n):
        yield i
    return n * 10


def middle(n):
    x = yield from leaf(n)
    yield ("middle", x)
    y = yield from leaf(n - 1)
    return x + y


def top(n):
    z = yield from middle(n)
    yield ("top", z)
    return z


g = top(3)
out = []
while True:
    try:
        out.append(next(g))
    except StopIteration as e:
        print(out, e.value)
        break


# Errors pass all of them, with a place in each, and can be caught on the way.
def fails(n):
    yield n
    yield 1 // n
    yield "not here"


def between(n):
    yield "between"
    yield from fails(n)


def outside(n):
    yield "outside"
    yield from between(n)


g = outside(0)
try:
    for x in g:
        print(x)
except ZeroDivisionError as e:
    print(e, places(e))
print(list(g))


def catches(n):
    try:
        yield from between(n)
    except ZeroDivisionError as e:
        print("caught", places(e))
        yield sys.exc_info()[0].__name__
    print(sys.exc_info())
    yield from leaf(2)


def around(n):
    yield from catches(n)
    yield "end"


print(list(around(0)))


def with_finally(log):
    try:
        yield from between(5)
    finally:
        log.append("finally")


log = []
g = with_finally(log)
print(next(g), next(g), next(g), log)
g.close()
print(log)


# Sent and thrown values go all the way; the chain lives on.
def echo():
    got = "start"
    while got != "stop":
        got = yield ("echo", got)
    return "stopped"


def relay():
    r = yield from echo()
    yield ("relay", r)
    yield from leaf(2)


def far():
    yield from relay()
    return "far"


g = far()
print(next(g), next(g), g.send(1), next(g), next(g), g.send(2), g.send("stop"), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)

g = far()
next(g)
next(g)
try:
    g.throw(ValueError("thrown"))
except ValueError as e:
    print(e, [name for name, _ in places(e)])
print(next(g, "finished"))


def patient():
    while True:
        try:
            yield "patient"
        except KeyError as e:
            yield ("key", e.args[0])


def p1():
    yield from patient()


def p2():
    yield from p1()


g = p2()
print(next(g), next(g), g.throw(KeyError(7)), next(g), next(g))


# Those in the middle, seen from elsewhere.
def shared():
    for i in range(6):
        yield i


s = shared()


def user(name):
    yield name
    yield from s
    yield name.upper()


m = user("m")


def over():
    yield from m


o = over()
u = user("u")
print(next(o), next(u), next(o), next(u), next(m), next(o), next(s), next(u))
print(list(u), next(o), next(m, "m over"), next(o, "o over"))


def spy():
    yield "quiet"
    for g in (inner, chain_middle, chain_top):
        try:
            next(g)
        except ValueError as e:
            print(e, g.gi_running)
    yield "noisy"
    yield "bye"


def delegate(g):
    yield from g


inner = spy()
chain_middle = delegate(inner)
chain_top = delegate(chain_middle)
print(next(chain_top), inner.gi_running, chain_middle.gi_running)
print(next(chain_top), next(chain_middle), next(chain_top, "end"), next(chain_middle, "end"))


# Cut in the middle while the top remembers the end.
def stage(n):
    if n:
        try:
            yield n
            yield from stage(n - 1)
        except IndexError:
            yield ("cut", n)
    else:
        while True:
            yield "bottom"


g = stage(3)
print([next(g) for _ in range(5)], g.throw(IndexError()), next(g, "over"))


def plain_stage(n, held):
    yield n
    if n:
        inner = plain_stage(n - 1, held)
        held.append(inner)
        yield from inner
    yield -n


held = []
g = plain_stage(3, held)
print([next(g) for _ in range(5)])
held[1].close()
print(next(g), next(g), next(g, "over"))
held = []
g = plain_stage(3, held)
print([next(g) for _ in range(4)])
try:
    held[0].throw(LookupError("x"))
except LookupError as e:
    print("thrown", [name for name, _ in places(e)])
print(list(g))


# Depth counts as if each of them were resumed.
def deep(n):
    yield n
    if n:
        yield from deep(n - 1)


print(sum(deep(300)))
try:
    print(sum(deep(3000)))
except RecursionError as e:
    print("RecursionError:", e)
g = deep(3000)
n = 0
try:
    for _ in g:
        n += 1
except RecursionError:
    print(900 < n <= 1000)


def infinite(n):
    yield n
    yield from infinite(n * n + 1)


g = infinite(2)
print([next(g) for _ in range(9)])


def flatten(x):
    if isinstance(x, list):
        for y in x:
            yield from flatten(y)
    else:
        yield x


print(list(flatten([1, [2, [3, [4, "five"], []], 6.0], [[[[7]]]]])))


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(4, "a", "b", "c")))


def empty():
    return 5
    yield


def stops_inside():
    yield 1
    raise StopIteration(2)


def takes():
    x = yield from empty()
    yield x
    try:
        yield from stops_inside()
    except RuntimeError as e:
        yield repr(e)
    yield from (i * i for i in range(3))
    yield from range(2)
    yield from "ab"


print(list(delegate(takes())))
