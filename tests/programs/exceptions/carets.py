def f(a, b):
    return (a +
            b + 1)

class T:
    def __init__(self):
        self.attr = None

def g(t):
    x = t.attr.foo.bar
    return x

def rec(n):
    if n == 0:
        raise ValueError("bottom")
    rec(n - 1)

for case in [lambda: f(1, "x"), lambda: g(T()), lambda: [1, 2][5], lambda: {}["k"], lambda: int("zz")]:
    try:
        case()
    except Exception as e:
        print(type(e).__name__, e)
rec(10)
