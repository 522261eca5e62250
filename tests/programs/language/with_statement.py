class CM:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise OSError("enter failed")
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        if self.fail == "exit":
            raise OSError("exit failed")
        return self.swallow


with CM("a") as a:
    print(a)
with CM("a") as a, CM("b") as b:
    print(a, b)
with (CM("c") as c, CM("d")):
    print(c)
with CM("s", swallow=True):
    raise ValueError("gone")
print("after")
try:
    with CM("o"), CM("i"):
        raise ValueError("kept")
except ValueError as e:
    print(repr(e))
try:
    with CM("o"), CM("i", fail="enter"):
        print("never")
except OSError as e:
    print(e)
try:
    with CM("x", fail="exit"):
        raise KeyError("first")
except OSError as e:
    print(e, repr(e.__context__))


def f():
    with CM("ret"):
        return "value"


print(f())
for i in range(3):
    with CM(f"loop{i}"):
        if i == 0:
            continue
        break
with CM("tuple") as (p, *q):
    print(p, q)


class Holder:
    pass


h = Holder()
with CM("attr") as h.x:
    print(h.x)
try:
    with 5:
        pass
except TypeError as e:
    print(e)


class OnlyEnter:
    def __enter__(self):
        print("should not run")


try:
    with OnlyEnter():
        pass
except TypeError as e:
    print(e)


class Instance:
    pass


obj = Instance()
obj.__enter__ = lambda: 1
obj.__exit__ = lambda *a: 1
try:
    with obj:
        pass
except TypeError as e:
    print(e)


def gen():
    with CM("gen"):
        yield 1
        yield 2


g = gen()
print(next(g))
g.close()
print(list(gen()))


def nested():
    with CM("outer", swallow=True):
        with CM("inner"):
            try:
                1 / 0
            finally:
                print("finally")
    return "done"


print(nested())
