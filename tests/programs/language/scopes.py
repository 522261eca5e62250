x = "global"


def outer():
    x = "outer"

    def reader():
        return x

    def writer():
        nonlocal x
        x = "written"

    def shadow():
        x = "shadow"
        return x

    def globally():
        global x
        x = "global again"
        return x

    print(reader(), shadow(), reader())
    writer()
    print(reader(), x)
    print(globally(), reader())


outer()
print(x)


class A:
    x = "class"
    y = x
    z = [x for _ in range(2)]
    w = [q for q in x]

    def m(self):
        return x

    def n(self):
        return self.x


print(A.y, A.z, A.w, A().m(), A().n())


def class_in_function():
    v = 1

    class B:
        v = v + 1 if False else 5
        u = v

        def get(self):
            return v

    return B.v, B.u, B().get()


try:
    print(class_in_function())
except NameError as e:
    print("NameError", e)


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


c1, c2 = counter(), counter()
print(c1(), c1(5), c2(), c1())


def fresh():
    global made_here
    made_here = 3


fresh()
print(made_here)


def unbound(flag):
    if flag:
        value = 1
    return value


print(unbound(True))
try:
    unbound(False)
except UnboundLocalError as e:
    print(e)


def deleted():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as e:
        print(e)
    v = 2
    return v


print(deleted())


def free_unbound():
    def inner():
        return later

    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = 5
    return inner()


print(free_unbound())


def cell_deleted():
    v = 1

    def inner():
        return v

    del v
    try:
        inner()
    except NameError as e:
        print(e)
    try:
        v
    except UnboundLocalError as e:
        print(e)


cell_deleted()


def shadow_builtin():
    len = lambda v: "my len"
    return len([1])


print(shadow_builtin(), len([1]))
max = 3
print(max)
del max
print(max(1, 2))


def params(a, b=lambda: a_global):
    def inner():
        return a

    a += 1
    return inner(), b()


a_global = "late"
print(params(1))
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
fs = [lambda: j for j in range(3)]
print([f() for f in fs])
fs = [lambda j=j: j for j in range(3)]
print([f() for f in fs])


def many():
    return [[lambda: (i, j) for j in range(2)] for i in range(2)]


print([[f() for f in row] for row in many()])
