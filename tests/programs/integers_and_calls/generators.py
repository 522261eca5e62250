def echo():
    received = []
    while True:
        try:
            x = yield len(received)
            received.append(x)
        except ValueError as e:
            received.append(str(e))
        except GeneratorExit:
            print("closing", received)
            raise


g = echo()
print(next(g), g.send(1), g.send("a"), g.throw(ValueError("v")), next(g))
g.close()
try:
    next(g)
except StopIteration as e:
    print("stopped", e.value)


def returns():
    yield 1
    return "result"


def delegate():
    r = yield from returns()
    print("got", r)
    r = yield from [10, 20]
    print("got", r)
    return r


print(list(delegate()))


def inner():
    try:
        while True:
            x = yield
            print("inner", x)
    except KeyError as e:
        print("caught", e)
        return 42


def outer():
    r = yield from inner()
    yield r


o = outer()
next(o)
o.send(1)
o.send(2)
print(o.throw(KeyError("k")))
try:
    next(o)
except StopIteration:
    print("end")
g = returns()
try:
    g.send(5)
except TypeError as e:
    print(e)
try:
    g.throw(RuntimeError("early"))
except RuntimeError as e:
    print(e)
print(list(g))


def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


for v in cleanup():
    print(v)
g = cleanup()
next(g)
g.close()
g.close()
g = cleanup()
g.close()


def bad_close():
    try:
        yield
    except GeneratorExit:
        yield "no"


g = bad_close()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def stop_inside():
    yield 1
    raise StopIteration


try:
    list(stop_inside())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def running():
    yield next(me)


me = running()
try:
    next(me)
except ValueError as e:
    print(e)


def loop_state(n):
    total = 0
    name = "t"
    for i in range(n):
        for j in (1, 2):
            total += i * j
            got = yield total, name
            if got:
                name = got
    return total


g = loop_state(3)
print(next(g), g.send("u"), next(g), list(g))


def handled():
    try:
        raise ValueError("first")
    except ValueError:
        yield 1
        try:
            raise
        except ValueError as e:
            yield str(e)


print(list(handled()))
try:
    raise KeyError("outer")
except KeyError:
    h = handled()
    print(next(h))
    try:
        raise
    except KeyError as e:
        print("still", e)
    print(next(h))
print(sum(x * x for x in range(10) if x % 2), max((len(w), w) for w in ["aa", "b"]))
first, *rest = (c for c in "abc")
print(first, rest)


def with_kwargs(a, *args, b=2, **kw):
    yield a
    yield args
    yield b
    yield kw


print(list(with_kwargs(1, 2, 3, b=4, c=5)), list(with_kwargs(0)))


class Tree:
    def __init__(self, *kids):
        self.kids = kids

    def __iter__(self):
        for k in self.kids:
            if isinstance(k, Tree):
                yield from k
            else:
                yield k


print(list(Tree(1, Tree(2, Tree(3)), 4)))
