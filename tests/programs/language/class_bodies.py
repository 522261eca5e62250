class Base:
    def __init__(self, x):
        self.x = x

    def who(self):
        return "Base"

    @classmethod
    def make(cls, x):
        return cls(x)

    def __repr__(self):
        return f"{type(self).__name__}({self.x})"


class Derived(Base):
    count = 0

    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
        Derived.count += 1

    def who(self):
        return "Derived+" + super().who()

    @classmethod
    def make(cls, x):
        made = super().make
        return cls(x, x * 2)

    @staticmethod
    def helper():
        return __class__.__name__

    def in_closure(self):
        def inner():
            return super(Derived, self).who(), __class__

        return inner()

    def in_comprehension(self):
        return [super().who() for _ in range(1)] if False else [__class__.__name__ for _ in range(2)]

    def lam(self):
        return (lambda: __class__.__qualname__)()


d = Derived(1, 2)
print(d, d.who(), d.y, Derived.count, Derived.make(3), Derived.helper())
print(d.in_closure(), d.in_comprehension(), d.lam())


class A:
    def f(self):
        return ["A"]


class B(A):
    def f(self):
        return ["B"] + super().f()


class C(A):
    def f(self):
        return ["C"] + super().f()


class D(B, C):
    def f(self):
        return ["D"] + super().f()


print(D().f(), [k.__name__ for k in D.__mro__])


class Secret:
    __hidden = 1
    _Secret__direct = 2

    def __init__(self):
        self.__value = 5
        self.__dunder__ = 6

    def __method(self):
        return self.__value

    def call(self):
        return self.__method(), self.__hidden, Secret.__hidden

    def inner(self):
        class __Inner:
            __v = 3

            def get(self):
                return self.__v

        return __Inner().get(), __Inner.__name__

    def args(self, __p=7):
        return __p


s = Secret()
print(s.call(), sorted(vars(s)), s.inner(), s.args())
try:
    s.__value
except AttributeError as e:
    print(e)
print(s._Secret__value, s._Secret__direct)


class Body:
    print("body runs", __qualname__, __module__)
    if True:
        cond = "yes"
    else:
        other = "no"
    for i in range(3):
        loop = i
    try:
        1 / 0
    except ZeroDivisionError as e:
        err = str(e)
    del i
    a = b = 5
    a += 1

    def m(self):
        pass

    m2 = m
    lam = lambda self, v: v + 1


print(Body.cond, hasattr(Body, "other"), Body.loop, Body.err, hasattr(Body, "i"), hasattr(Body, "e"), Body.a, Body.b)
print(Body.m2.__name__, Body.m.__qualname__, Body().lam(1), Body.lam.__qualname__)


class Outer:
    class Inner:
        class Deep:
            pass

    x = Inner.Deep

    def m(self):
        class Local:
            def f(self):
                def g():
                    pass

                return g

        return Local


print(Outer.Inner.Deep.__qualname__, Outer.x.__name__, Outer().m().__qualname__, Outer().m()().f().__qualname__)


def decorate(tag):
    def apply(cls):
        cls.tag = tag
        return cls

    return apply


@decorate("outer")
@decorate("inner")
class Tagged:
    "The doc."


print(Tagged.tag, Tagged.__doc__, Tagged.__name__, Tagged.__module__)


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], kw)
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *a):
        print("call", cls.__name__, a)
        return super().__call__(*a)


class WithMeta(metaclass=Meta, option=1):
    def __init__(self, v):
        self.v = v


print(WithMeta(3).v)


class Sub:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subtag = tag


class S1(Sub, tag="t"):
    pass


class S2(S1):
    pass


print(S1.subtag, S2.subtag)
try:

    class Bad(5):
        pass

except TypeError as e:
    print(e)
try:

    class X(A, D):
        pass

except TypeError as e:
    print(str(e).split("\n")[0])


def f():
    super()


try:
    f()
except RuntimeError as e:
    print(e)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)


class Uses:
    field = Named()
