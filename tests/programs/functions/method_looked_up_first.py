class X:
    def __getattr__(self, n): print("getattr", n); return lambda *a: a
def f(v): print("arg", v); return v
x = X()
print(x.foo(f(1)), x.bar(f(2), k) if 0 else 0)
try: (None).missing(f(3))
except AttributeError as e: print(e)
class Y:
    def m(self, a): return ("old", a)
def g():
    Y.m = lambda self, a: ("new", a)
    return 5
y = Y()
print(y.m(g()), y.m(1))
def h():
    y.m = lambda a: "inst"
    return 6
print(y.m(h()), y.m(1))
l = [1]
try: l.nope(f(4))
except AttributeError as e: print(e)
try: l.append(f(5), f(6))
except TypeError as e: print(e)
def loc():
    y = Y()
    try: y.zip(f(7))
    except AttributeError as e: print(e)
    try: y.m(undefined_thing)
    except NameError as e: print(e)
    try: y.qq(undefined_thing)
    except (NameError, AttributeError) as e: print(e)
loc()
def loc2(flag):
    if flag: v = 1
    y = Y()
    try: y.qq(v)
    except (NameError, AttributeError) as e: print(type(e), e)
    try: y.qq(1, [v])
    except (NameError, AttributeError) as e: print(type(e), e)
loc2(0)
