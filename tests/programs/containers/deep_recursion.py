# Nesting too deep for repr, == and < ends in RecursionError, and the program goes on.
a, b = [], []
for _ in range(100000):
    a = [a]
    b = [b]
for name, f in (("repr", lambda: repr(a)), ("eq", lambda: a == b), ("lt", lambda: a < b)):
    try:
        f()
        print(name, "no error")
    except RecursionError as e:
        print(name, "RecursionError")
d = e = 1
for _ in range(50000):
    d = {1: d}
    e = {1: e}
try:
    print(d == e)
except RecursionError:
    print("dict eq RecursionError")
try:
    str(d)
except RecursionError:
    print("dict repr RecursionError")
x = []
x.append(x)
y = []
y.append(y)
try:
    x == y
except RecursionError as err:
    print(type(err).__name__)
print(x == x, x in x, x.index(x))
print("still here", [1, [2]])
