# The attribute is looked up before the arguments are evaluated.
class C:
    pass


def arg():
    print("evaluated")
    return 1


c = C()
try:
    c.missing(arg())
except AttributeError as e:
    print(e)
try:
    c.missing(1)
except AttributeError as e:
    print(e)
try:
    nothing.missing(arg())
except NameError as e:
    print(e)


def f():
    try:
        local.missing(arg())
    except UnboundLocalError as e:
        print(e)
    local = 1


f()
c.inst = lambda *a: a
print(c.inst(arg()))


class D:
    @staticmethod
    def s(*a):
        return a

    @classmethod
    def k(cls, *a):
        return cls.__name__, a

    @property
    def p(self):
        return lambda *a: ("p", a)

    class Inner:
        def __init__(self, v):
            self.v = v


d = D()
print(d.s(arg()), d.k(arg()), d.p(arg()), d.Inner(arg()).v)
print(D.s(arg()), D.k(arg()))
