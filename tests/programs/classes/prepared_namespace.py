# Names that `__prepare__` puts into the namespace are there for the class body.
class Tracing(dict):
    def __setitem__(self, name, value):
        if not name.startswith("__"):
            print("set", name)
        super().__setitem__(name, value)


class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        print("prepare", name, bases, kw)
        return Tracing(injected=10, **kw)

    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, dict(ns))

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)


class A(metaclass=Meta, option=5):
    x = injected + 1
    y = option

    def method(self):
        return self.injected


class B(A):
    z = injected * 2
    print(__qualname__, __module__)


print(A.x, A.y, A().method(), B.z, B.x)


def around():
    name = "enclosing"

    class C:
        before = name
        print(name)

        def method(self):
            return name

    class D:
        print(name if False else "unbound here is global")
        try:
            copy = other
        except NameError as e:
            print(e)
        other = 1

    return C().method(), C.before


print(around())


class L:
    locals()["dynamic"] = 3
    print(dynamic, sorted(k for k in vars() if k[0] != "_"))
