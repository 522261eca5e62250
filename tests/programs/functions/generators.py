def g(n):
    for i in range(n):
        x = yield i
        if x: print("got", x)
    return "done"
it = g(3)
print(next(it), it.send("a"), it.send(None))
try: next(it)
except StopIteration as e: print(e.value, e.args)
try: next(it)
except StopIteration as e: print(e.value)
it = g(2)
try: it.send(5)
except TypeError as e: print(e)
def handler():
    while True:
        try:
            yield 1
        except ValueError as e:
            print("caught", e)
            yield "handled"
        finally:
            print("cleanup")
h = handler()
next(h)
print(h.throw(ValueError("v")))
h.close()
try: next(h)
except StopIteration: print("closed")
def deleg():
    r = yield from g(2)
    print("result", r)
    yield from [10, 20]
    yield from "ab"
print(list(deleg()))
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); next(b)
try: b.close()
except RuntimeError as e: print(e)
def raises():
    yield 1
    raise StopIteration("x")
try: list(raises())
except RuntimeError as e: print(e, repr(e.__cause__))
def rec():
    yield next(me)
me = rec()
try: next(me)
except ValueError as e: print(e)
print(sum(x * x for x in range(5)), max((x for x in [3, 1, 2]), default=0))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
def tryfin():
    try:
        yield 1
        yield 2
    finally:
        print("finally ran")
tf = tryfin()
for x in tf:
    print(x)
    break
tf.close()
gen = (i for i in range(3))
print(type(gen).__name__, 2 in gen, list(gen))
def echo():
    v = None
    while True:
        v = yield v
e = echo(); next(e)
print(e.send(1), e.send("x"))
e.close()
def thrower():
    try: yield
    except KeyError: yield "ke"
def outer2(): yield from thrower()
o = outer2(); next(o)
print(o.throw(KeyError))
try: o.throw(IndexError("boom"))
except IndexError as e: print("boom", e)
class It:
    def __iter__(self): return iter([1, 2])
def y2(): yield from It()
print(list(y2()))
print(next(iter([]), "dflt"))
w = (lambda: (yield 5))()
print(next(w))
def locals_in_gen():
    for i in range(2):
        try:
            yield i
        except ValueError:
            print("ve")
            raise
z = locals_in_gen(); next(z)
try: z.throw(ValueError("q"))
except ValueError as e: print(repr(e))
