def count(n):
    i = 0
    while i < n:
        got = yield i
        if got:
            print("got", got)
            i = got
        else:
            i += 1
    return "done"


g = count(10)
print(next(g), next(g), g.send(7), next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
try:
    next(g)
except StopIteration as e:
    print("stop again", e.value)


def delegating():
    result = yield from count(3)
    print("result", result)
    try:
        yield from [10, 20]
    except ValueError as e:
        print("caught", e)
        yield "after"
    yield from "ab"


print(list(delegating()))
g = delegating()
print([next(g) for _ in range(4)])
print(g.throw(ValueError("thrown")), list(g))


def inner():
    try:
        while True:
            try:
                x = yield "waiting"
                print("inner got", x)
            except KeyError as e:
                print("inner caught", repr(e))
    finally:
        print("inner closed")


def outer():
    try:
        yield from inner()
    finally:
        print("outer closed")


g = outer()
next(g)
g.send(1)
g.throw(KeyError("k"))
g.send(2)
g.close()
g.close()


def ignores_close():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores_close()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
g = count(3)
try:
    g.send(5)
except TypeError as e:
    print(e)


def recursive():
    yield next(me)


me = recursive()
try:
    next(me)
except ValueError as e:
    print(e)


def stops():
    yield 1
    raise StopIteration("inside")


g = stops()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print([v for v, _ in zip(fib(), range(10))])


def tree(t):
    if t:
        left, v, right = t
        yield from tree(left)
        yield v
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))
lam = lambda: (yield 5)
print(list(lam()))


def args(a, *b, c=3, **d):
    yield a
    yield b
    yield c
    yield d


print(list(args(1, 2, 3, c=4, e=5)))


def closure():
    n = 0

    def step():
        nonlocal n
        n += 1

    while n < 3:
        yield n
        step()


print(list(closure()))


class Iter:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("iter value")
        return self.n


def yf():
    r = yield from Iter()
    yield ("returned", r)


print(list(yf()))
print(count.__name__, type(count(1)).__name__, g.__name__)


def loops():
    for i in range(2):
        for j in range(2):
            if i == j:
                continue
            yield i, j
    else:
        yield "else"


print(list(loops()))


def never():
    return
    yield


print(list(never()))


def with_default(x=[]):
    x.append(1)
    yield len(x)


print(next(with_default()), next(with_default()))
print(sum(count(5)), max(count(4)), list(map(str, count(2))), sorted(count(3), reverse=True))
a, *b = count(4)
print(a, b)
