def f(a, b):
    return [
        a /
        b
    ]
class C:
    def meth(self, x):
        return (self
                .other(x)
                .third)
    def other(self, x):
        raise ValueError(
            "multi "
            "line"
        )
try:
    f(1, 0)
except ZeroDivisionError:
    C().meth(
        3
    )
