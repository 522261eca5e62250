def add(a, b, /, c=0, *, d=0): return a + b + c + d
try: add(1)
except TypeError as e: print(e)
class Config(dict):
    def __missing__(self, k): return f"missing {k}"
print(Config(a=1)["a"], Config()["z"], Config().get("z"))
def total(*nums, scale=1, **opts): return sum(nums) * scale, opts
print(total(1, 2, 3, scale=2, x=1), total(*[1, 2], **{"scale": 3}), total())
def mutable(a, L=None):
    if L is None: L = []
    L.append(a); return L
print(mutable(1), mutable(2), mutable(3, [0]))
args = (1, 2); kw = {"c": 3}
print(add(*args, **kw), add(*args, d=5, **kw), [*args, *kw], {**kw, "z": 1}, (*args, 3), {*args})
print((lambda *, k: k)(k=1), (lambda a, /: a)(2), (lambda *a: a)(), (lambda **k: k)(x=1))
def f(x): x = x + [1]; return x
def g(x): x += [1]; return x
l = [0]; f(l); print(l); g(l); print(l)
def outer(a):
    def inner(b=a): return b
    a = 99
    return inner()
print(outer(1))
def ret_multi(): return 1, "two", [3]
x, y, z = ret_multi(); print(x, y, z, ret_multi())
def no_return(): pass
print(no_return())
def early(n):
    if n < 0: return "neg"
    for i in range(n):
        if i == 3: return "three"
    return "done"
print(early(-1), early(2), early(9))
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
print(fact(25))
ops = {"+": lambda a, b: a + b, "max": max}
print({k: f(3, 4) for k, f in ops.items()}, [f(2) for f in [abs, str, lambda v: v ** 2]])
def apply(f, *a, **k): return f(*a, **k)
print(apply(print, 1, 2, sep="-"), apply(sorted, [3, 1], reverse=True), apply(int, "ff", base=16), apply(dict, a=1), apply("{}-{x}".format, 1, x=2))
print(list(map(lambda p: p[0] * p[1], zip([1, 2], [3, 4]))), sorted("bca", key=lambda c: -ord(c)), max([1, -5], key=abs), list(filter(str.isalpha, "a1b")), sum(map(len, ["a", "bb"])), list(map(pow, [2, 3], [3, 2])))
import functools
print(functools.reduce(lambda a, b: a + b, "abc"), (lambda n: (lambda f: f(f, n))(lambda s, k: 1 if k == 0 else k * s(s, k - 1)))(5))
def gen_fn(n):
    for i in range(n): yield (i, yield_val := i * 2)
print(list(gen_fn(3)))
def nested(n):
    def a(k): return b(k - 1) if k else "a"
    def b(k): return a(k - 1) if k else "b"
    return a(n)
print(nested(4), nested(5))
print(add.__defaults__, add.__kwdefaults__, total.__code__.co_varnames)
add.__defaults__ = (10,); print(add(1, 1))
def attr(): attr.count += 1; return attr.count
attr.count = 0; attr(); attr(); print(attr.count)
try: add(1, 2, 3, 4)
except TypeError as e: print(e)
try: add(a=1, b=2)
except TypeError as e: print(e)
try: add(1, 2, c=1, **{"c": 2})
except TypeError as e: print(e)
try: add(1, 2, **{"e": 2})
except TypeError as e: print(e)
try: total(**{1: 2})
except TypeError as e: print(e)
try: print(1, sepp="")
except TypeError as e: print(e)
try: (lambda: 0)(1)
except TypeError as e: print(e)
try: class_ = type("X", (), {})(1)
except TypeError as e: print(e)
try: object().__init__(1)
except TypeError as e: print(e)
try: int(x="1")
except TypeError as e: print(e)
try: len(obj=[1])
except TypeError as e: print(e)
try: "a".split(foo=1)
except TypeError as e: print(e)
try: [].sort(key=None, foo=1)
except TypeError as e: print(e)
try: sorted([1], None)
except TypeError as e: print(e)
try: enumerate()
except TypeError as e: print(e)
try: zip(1)
except TypeError as e: print(e)
try: dict(1, 2)
except TypeError as e: print(e)
try: max()
except TypeError as e: print(e)
try: round("x")
except TypeError as e: print(e)
try: isinstance([], "list")
except TypeError as e: print(e)
try: range()
except TypeError as e: print(e)
try: "x".join()
except TypeError as e: print(e)
try: {}.update(1, 2)
except TypeError as e: print(e)
try: set().add()
except TypeError as e: print(e)
try: Exception(x=1)
except TypeError as e: print(e)
