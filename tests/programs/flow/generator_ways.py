"""Generators that stop, go on, fail and are entered again, in every way of advancing them."""
import sys


def counter(log):
    try:
        n = 0
        while True:
            got = yield n
            if got is not None:
                log.append(("got", got))
                n = got
            n += 1
    except GeneratorExit:
        log.append("closed")
        raise
    except ValueError as error:
        log.append(str(error))
        yield "recovered"
    finally:
        log.append("finally")


def delegating(log):
    result = yield from inner(log)
    log.append(("result", result))
    try:
        yield from failing()
    except KeyError as error:
        log.append(repr(error))
    return "end"


def inner(log):
    received = yield 1
    log.append(("received", received))
    yield 2
    return "inner result"


def failing():
    yield "before"
    raise KeyError("inside")


def handling():
    for n in range(3):
        try:
            raise ValueError(n)
        except ValueError as error:
            yield error
            yield sys.exception() is error


def changed_between(limit):
    a, b, c = 0, 1, "kept"
    d = [c]
    while a < limit:
        yield a, b, c
        a += 1
        if a % 2:
            b = b * 3
            yield "odd", b
        try:
            yield d
            c = c + str(a)
            yield 10 // (a - 2)
        except ZeroDivisionError:
            d = d + [b]
            yield "zero", c, d


def reentrant():
    try:
        next(me)
    except ValueError as error:
        yield str(error)


def stops():
    yield 1
    raise StopIteration(5)


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def returns():
    yield 1
    return 7


log = []
g = counter(log)
print(next(g), g.send(10), next(g), next(g, "default"))
print(g.throw(ValueError("thrown")))
print(next(g, "exhausted"), next(g, "again"), log)
log.clear()
g = counter(log)
for n in g:
    if n == 3:
        break
print(next(g))
g.close()
print(log, list(g))
log.clear()
g = delegating(log)
print(next(g), g.send("hello"), next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value, log)
print([x if isinstance(x, bool) else repr(x) for x in handling()], sys.exception())
print(list(changed_between(4)))
me = reentrant()
print(next(me))
try:
    list(stops())
except RuntimeError as error:
    print(error, repr(error.__cause__))
print(list(tree(4)), sum(tree(8)))
r = returns()
print(next(r))
try:
    next(r)
except StopIteration as stop:
    print(stop.value)
try:
    next(r)
except StopIteration as stop:
    print(stop.value)
try:
    next(5)
except TypeError as error:
    print(error)
print(next(iter([]), None), next(iter("ab")), next(iter({1: 2})), next(iter((x for x in ())), 0))


def deep(n):
    yield n
    yield from deep(n + 1)


try:
    for x in deep(0):
        last = x
except RecursionError as error:
    print(error)


def fails():
    yield 1
    int("x")


def uses():
    yield from fails()


for value in uses():
    print(value)
