x = "global"


def reads():
    return x


def writes():
    x = "local"
    return x, reads()


def declares():
    global x, y
    x = "changed"
    y = "new"


print(reads(), writes())
declares()
print(x, y)


def unbound():
    if False:
        z = 1
    return z


try:
    unbound()
except UnboundLocalError as e:
    print(e)
try:
    nowhere
except NameError as e:
    print(e)


def free():
    def inner():
        return later

    try:
        inner()
    except NameError as e:
        print(e)
    later = 5
    return inner()


print(free())


def deleted():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as e:
        return str(e)


print(deleted())
len_ = len
len = lambda s: "shadowed"
print(len([1]))
del len
print(len([1]), len_([1, 2]))


class Body:
    a = 1
    b = a + 1
    c = [a for _ in range(2)] if False else [b]

    def m(self):
        return self.a, x


print(Body.b, Body.c, Body().m())


def shadow(print):
    return print


print(shadow(3))


def outer():
    n = 0

    def mid():
        nonlocal n
        n += 1

        def low():
            nonlocal n
            n += 10
            return n

        return low

    return mid()(), n


print(outer())
