class R:
    def __init__(self, n): self.n = n; print("make", n)
    def __del__(self): print("del", self.n)
def f():
    r = R("local")
    print("in f")
f()
a = R("a")
a = None
print("after a")
b = R("b")
del b
print("after b")
c = R("c1")
c = R("c2")
print("end")
