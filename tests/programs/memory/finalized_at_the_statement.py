import weakref
class R:
    def __init__(self, n): self.n = n; print("make", n)
    def __del__(self): print("del", self.n)
def f():
    r = R("local")
    print("in f")
f()
a = R("a")
b = a
del a
print("still")
b = None
print("gone")
lst = [R(i) for i in range(3)]
lst.pop()
print("popped")
del lst[0]
print("deleted")
lst.clear()
print("cleared")
class Holder:
    def __init__(self): self.r = R("held")
h = Holder()
del h
print("holder")
R("temp")
print("temp gone")
x = R("x1")
x = R("x2")
print("rebound")
r = weakref.ref(x)
print(r() is x)
del x
print(r())
d = weakref.WeakValueDictionary()
class Obj: pass
o = Obj()
d["k"] = o
print(len(d), "k" in d)
del o
print(len(d), "k" in d)
for i in range(3):
    t = R(f"t{i}")
print("loop done")
try:
    z = R("z")
    raise ValueError
except ValueError:
    print("caught")
keep = R("kept")
print("end")
