class V:
    def __init__(self, x, y):
        self.x = x; self.y = y
    def __add__(self, o):
        if not isinstance(o, V): return NotImplemented
        return V(self.x + o.x, self.y + o.y)
    def __radd__(self, o):
        return V(self.x + o, self.y + o)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    def __eq__(self, o):
        if not isinstance(o, V): return NotImplemented
        return self.x == o.x and self.y == o.y
    def __lt__(self, o): return (self.x, self.y) < (o.x, o.y)
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __setitem__(self, i, v):
        if i == 0: self.x = v
        else: self.y = v
    def __len__(self): return 2
    def __hash__(self): return hash((self.x, self.y))
class W(V):
    def __radd__(self, o): return "W.radd"
    def __gt__(self, o): return "W.gt"
def run():
    a = V(1, 2); b = V(3.5, 4)
    for i in range(3):
        a = a + b
        a += b
        a[0] = a[1] + i
        if a == b: print("eq")
        if a < b: print("lt")
        if a != b: print("ne")
    print(a, a[0], len(a), a == 3, a * 2)
    try: a + 3
    except TypeError as e: print(e)
    try: a += "x"
    except TypeError as e: print(e)
    print(3 + a)
    try: a - b
    except TypeError as e: print(e)
    try: a * b
    except TypeError as e: print(e)
    try: a < 5
    except AttributeError as e: print(e)
    try: a > 5
    except TypeError as e: print(e)
    try: a >= b
    except TypeError as e: print(e)
    return a
run()
def mixed(a, b): return a + b
print(mixed(V(1, 1), V(2, 2)))
print(mixed(V(1, 1), W(2, 2)))
print(V(0, 0) < W(1, 1))
V.__iadd__ = lambda self, o: "iadd"
def r2():
    a = V(1, 2)
    a += V(1, 1)
    return a
print(r2())
del V.__iadd__
print(r2())
V.__add__ = lambda self, o: "new add"
print(mixed(V(1, 1), V(2, 2)), r2())
print(sorted([V(3, 1), V(1, 2), V(1, 1)]), {V(1, 2), V(1, 2)})
class Node:
    def __init__(self, v, n=None): self.v = v; self.next = n
def total(n):
    t = 0
    while n is not None:
        t += n.v
        n = n.next
    return t
print(total(Node(1, Node(2, Node(3)))))
class Base:
    def __init__(self, name):
        self.name = name
    def hello(self): return "base " + self.name
class Mid(Base):
    def __init__(self, name, k=1):
        super().__init__(name + "!")
        self.k = k
    def hello(self): return "mid " + super().hello()
class Other(Base):
    def hello(self): return "other " + super().hello()
class Both(Mid, Other):
    def hello(self): return "both " + super().hello()
for c in (Base, Mid, Other, Both): print(c("n").hello())
def bigs():
    v = V(2**62, 1)
    t = 0
    for i in range(5):
        v = v * 3
        t += v.x
    return t, v
print(bigs())
Base.hello = lambda self: "patched"
print(Both("z").hello())
class Cnt:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0]); return True
    def __contains__(self, x): return x == 7
    def __call__(self, a, b=2): return a + b
    def __bool__(self): return False
c = Cnt()
print(list(c), 7 in c, c(5), bool(c))
with c: raise ValueError
def last():
    a = V(1, 2)
    return a.zap + a
last()
