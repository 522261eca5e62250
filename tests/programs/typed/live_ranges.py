def f(s):
    x = s
    x = int(x)
    t = 0
    for i in range(x): t += i
    for i in "abc": t += ord(i)
    for i in [1.5, 2.5]: t += i
    return t, i, x
print(f("10"))
def g(a):
    try:
        a = int(a)
        a = 10 // a
        a = str(a)
    except ZeroDivisionError:
        a = ("zero", a)
    except ValueError as e:
        a = [a, str(e)]
    return a
print(g("5"), g("0"), g("x"))
def h(n):
    r = 1
    while n > 0:
        r = r * n
        if r > 100:
            r = float(r)
        n -= 1
    n = "done"
    return n, r
print(h(3), h(10))
def m(p):
    match p:
        case [x, y]: z = x
        case {"k": x}: z = x
        case x: z = x
    x = 5
    return z, x
print(m([1, 2]), m({"k": "v"}), m(9))
def w(a):
    a = a + 1
    f = lambda: a
    a = a * 2
    return f()
print(w(3))
def gen(n):
    x = yield n
    x = x * 2
    y = yield x
    x = str(y)
    yield x
c = gen(1); print(next(c), c.send(5), c.send(7))
def loop(k):
    x = None
    for i in range(k):
        if x is not None:
            x = x + i
        else:
            x = i
    y = x
    x = "s" + str(x)
    return x, y
print(loop(0), loop(5))
def d(q):
    a, b = q
    a, b = b, a
    a = str(a)
    return a + str(b)
print(d((1, 2)))
def fin(n):
    v = 1
    try:
        v = n / 0
    finally:
        print(v)
        v = "x"
    return v
try: fin(2)
except ZeroDivisionError: print("z")
def withs():
    import io
    s = io.StringIO("1 2\n3 4\n")
    t = 0
    for line in s:
        line = line.split()
        line = [int(x) for x in line]
        t += sum(line)
    return t, line
print(withs())
def u(k):
    if k: x = 1
    print(x)
u(1)
try: u(0)
except UnboundLocalError as e: print(e)
def walrus(d):
    while (n := len(d)) > 2:
        d = d[1:]
    n = str(n)
    return n, d
print(walrus([1, 2, 3, 4]))
