def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            i = got
        else:
            i += 1
    return "done"


print(list(count(4)))
g = count(10)
print(next(g), g.send(7), next(g), next(g))
try:
    next(g)
except StopIteration as s:
    print("stop", s.value)
print(next(g, "default"))


def delegate():
    r = yield from count(2)
    print("result", r)
    yield from "ab"
    yield from [1, 2]


print(list(delegate()))


def cleanup():
    try:
        yield 1
        yield 2
    except ValueError as e:
        yield f"caught {e}"
    finally:
        print("cleanup")


g = cleanup()
print(next(g), g.throw(ValueError("v")))
print(list(g))
g = cleanup()
next(g)
g.close()
g.close()


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for _, v in zip(range(n), it):
        yield v


print(list(take(15, fib())))
print(sum(x for x in fib_list) if (fib_list := list(take(5, fib()))) else None)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))
squares = (x * x for x in range(10) if x % 2)
print(next(squares), list(squares))


def raises():
    yield 1
    raise KeyError("gen")


try:
    for v in raises():
        print(v)
except KeyError as e:
    print("key", e)


def locals_survive(a, *rest, k=3, **kw):
    total = a
    for r in rest:
        total += r
        yield total
    for name, value in kw.items():
        yield name, value + k


print(list(locals_survive(1, 2, 3, k=10, p=1, q=2)))


def early():
    return
    yield


print(list(early()))
