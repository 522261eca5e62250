lst = list(range(10))
del lst[0]
del lst[-1], lst[0]
print(lst)
del lst[1:3]
print(lst)
del lst[::2]
print(lst)
d = {"a": 1, "b": 2}
del d["a"]
print(d)


class C:
    def __init__(self):
        self.x = 1

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)

    def __delitem__(self, key):
        print("delitem", key)


c = C()
del c.x
del c["k"], c[1:2]
try:
    del c.x
except AttributeError as e:
    print(e)
try:
    del d["zz"]
except KeyError as e:
    print(repr(e))
try:
    del lst[100]
except IndexError as e:
    print(e)
x = 1
del x
try:
    x
except NameError as e:
    print(e)
try:
    del x
except NameError as e:
    print(e)
a, b, (e, f) = 1, 2, (3, 4)
del a, (b, [e]), f
print([n for n in ("a", "b", "e", "f") if n in globals()])


def local():
    x = 1
    del x
    try:
        del x
    except UnboundLocalError as e:
        print(e)
    for x in range(2):
        pass
    return x


print(local())


def loop():
    for i in range(3):
        v = i
        if i == 1:
            del v
            continue
        print(v)
    try:
        return v
    finally:
        pass


print(loop())


class B:
    y = 1
    del y
    try:
        y
    except NameError as e:
        print(e)


print(hasattr(B, "y"))
B.z = 5
del B.z
print(hasattr(B, "z"))
try:
    del B.z
except AttributeError as e:
    print(e)
try:
    del (5).real
except AttributeError as e:
    print(e)
try:
    del "abc"[0]
except TypeError as e:
    print(e)
try:
    del (1, 2)[0]
except TypeError as e:
    print(e)
print(int if False else "", end="")


def glob():
    global made
    made = 1
    del made


glob()
try:
    made
except NameError as e:
    print(e)
