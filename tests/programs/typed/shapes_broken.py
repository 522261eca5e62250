# Every way in which what a class looked like at its statement stops being true of an object, in code that was compiled
# for the usual case.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def total(self):
        return self.x + self.y

    def move(self, d):
        self.x += d
        self.y += d


def totals(points):
    result = 0
    for p in points:
        result += p.total() + p.x
    return result


print(totals([Point(1, 2), Point(3, 4)]))

# A field gets a second type, and a third.
p = Point(1, 2)
p.x = 1.5
print(totals([Point(1, 2), p]))
p.x = 2**70
print(totals([Point(1, 2), p]))

# A late attribute, also one that hides a method.
p = Point(5, 6)
p.label = "late"
print(totals([p]), p.label, vars(p))
p.total = lambda: 1000
print(totals([p, Point(1, 1)]), list(vars(p)))

# A deleted one.
p = Point(7, 8)
del p.y
try:
    print(totals([p]))
except AttributeError as e:
    print(e)
p.y = 9
print(totals([p]), p.__dict__)
del p.x
p.x = 10
print(p.__dict__, totals([p]))


# An unbound field that was never assigned.
class Half:
    def __init__(self, full):
        self.a = 1
        if full:
            self.b = 2
        self.c = 3

    def sum(self):
        return self.a + self.b + self.c


def sums(full):
    h = Half(full)
    return h.sum()


print(sums(True))
try:
    sums(False)
except AttributeError as e:
    print(e)
h = Half(False)
h.b = 5
print(h.sum(), h.__dict__)


# A property installed later, then taken away.
class Late:
    def __init__(self):
        self.value = 1
        self.other = 2


def values(n):
    objects = [Late() for _ in range(n)]
    before = sum(o.value for o in objects)
    seen = []
    for o in objects:
        seen.append(o.value)
        if len(seen) == 2:
            Late.value = property(lambda self: self.other * 100)
    after = 0
    for o in objects:
        after += o.value
    del Late.value
    for o in objects:
        after += o.value
    return before, seen, after


print(values(4))


# A data descriptor with a setter; `__setattr__` and `__getattribute__` added later.
class Watched:
    def __init__(self, n):
        self.n = n
        self.m = n


class Logged:
    def __get__(self, o, t):
        return "logged"

    def __set__(self, o, v):
        print("set", v)


def write(w, k):
    w.n = k
    w.m = k + 1
    return w.n, w.m


w = Watched(1)
print(write(w, 5))
Watched.n = Logged()
print(write(w, 6))
del Watched.n
print(write(w, 7))


def loud(self, name, value):
    print("setattr", name, value)
    object.__setattr__(self, name, value)


Watched.__setattr__ = loud
print(write(w, 8))
del Watched.__setattr__
print(write(w, 9))
Watched.__getattribute__ = lambda self, name: "always " + name
print(write(w, 10))
del Watched.__getattribute__
print(write(w, 11))
Watched.__getattr__ = lambda self, name: "missing " + name
print(write(w, 12), w.nothing)


# A method replaced later, on the class and on its base.
class Base:
    def __init__(self):
        self.k = 1

    def speak(self):
        return "base"


class Derived(Base):
    def __init__(self):
        self.before = 0
        super().__init__()
        self.j = 2

    def both(self):
        return self.speak() + " " + super().speak()


def speak(n):
    d = Derived()
    said = []
    for i in range(n):
        said.append(d.both())
        if i == 1:
            Base.speak = lambda self: "new base"
        if i == 2:
            Derived.speak = lambda self: "new derived"
    return said, d.__dict__


print(speak(5))


# `__init__` replaced, and made to fail.
class Made:
    def __init__(self, a):
        self.a = a


def make(n):
    return [Made(i).a for i in range(n)]


print(make(3))
Made.__init__ = lambda self, a: setattr(self, "a", -a)
print(make(3))


def failing(self, a):
    if a == 2:
        raise ValueError("two")
    self.a = a


Made.__init__ = failing
try:
    make(4)
except ValueError as e:
    print(type(e).__name__, e)


def returning(self, a):
    return a


Made.__init__ = returning
try:
    make(1)
except TypeError as e:
    print(e)


# `__new__` added later.
def new(cls, a):
    print("new", a)
    return object.__new__(cls)


Made.__init__ = failing
Made.__new__ = new
print(make(2))


# A name that some methods set first out of order.
class Order:
    def __init__(self, n):
        if n % 2:
            self.second = n
            self.first = n
        else:
            self.first = n
            self.second = n
        self.third = n

    def reset(self):
        del self.first
        self.first = 0


def orders(n):
    result = []
    for i in range(n):
        o = Order(i)
        if i == 2:
            o.reset()
        result.append(list(o.__dict__.items()))
    return result


print(orders(4))

# The class as a value, and an attribute of the class hidden by one of the instance.
class Default:
    size = 10

    def __init__(self, n):
        if n:
            self.size = n

    def get(self):
        return self.size


def sizes():
    return [Default(n).get() for n in range(3)], Default.size


print(sizes())
Default.size = 20
print(sizes())
