# Bodies that come in the place of their calls have their entries in tracebacks.
import sys
class A:
    def __init__(self, x):
        self.x = x
    def half(self):
        return self.x / 2
    def bad(self):
        return undefined_name + self.x
    def inv(self):
        return 1 // self.x
    def get(self, items):
        return items[self.x]
class B(A):
    def __init__(self, x, y):
        super().__init__(x)
        self.y = y
    def total(self):
        return self.x + self.y
def f(n):
    s = 0
    for i in range(n):
        b = B(i, i * 2)
        s += b.total()
    return s
def g(n):
    a = A(0)
    try:
        return a.inv()
    except ZeroDivisionError as e:
        tb = e.__traceback__
        names = []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        return names
def h(n):
    a = A(n)
    return a.get([1, 2, 3])
def k():
    return A(1).bad()
print(f(1000), g(1), h(1))
try:
    h(7)
except IndexError as e:
    print(e, e.__traceback__.tb_next.tb_next.tb_lineno)
try:
    k()
except NameError as e:
    print(e)
print(A(3).half())
k()
