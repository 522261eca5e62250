class A: pass
a = A()
try:
    a.m(v)
except NameError as e:
    print(type(e).__name__, e)
def f():
    try:
        a.foo(v2)
        v2 = 1
    except (AttributeError, NameError) as e:
        print(type(e).__name__, e)
f()
def h():
    try:
        print([].x(q2))
        q2 = 1
    except (AttributeError, NameError) as e:
        print(type(e).__name__, e)
h()
def k():
    x.append(1)
    x = []
try: k()
except UnboundLocalError as e: print(e)
def m():
    if False: y = 1
    def inner(): return y
    return inner()
try: m()
except NameError as e: print(e)
def d():
    z = 1
    del z
    print(z)
try: d()
except UnboundLocalError as e: print(e)
try:
    a.nam = 1
    a.name
except AttributeError as e:
    print(e, e.name, e.obj is a)
