from __future__ import annotations
from typing import Optional, Generic, TypeVar, Iterator, Callable, Any, Protocol, NamedTuple, ClassVar, Union
T = TypeVar("T")
class Node(Generic[T]):
    __slots__ = "value", "next"
    def __init__(self, value: T, next: Optional[Node[T]] = None) -> None:
        self.value = value; self.next = next
class LinkedList(Generic[T]):
    def __init__(self, items=()):
        self.head: Optional[Node[T]] = None; self._n = 0
        for i in items: self.append(i)
    def append(self, v: T) -> None:
        self._n += 1
        if not self.head: self.head = Node(v); return
        n = self.head
        while n.next: n = n.next
        n.next = Node(v)
    def __iter__(self) -> Iterator[T]:
        n = self.head
        while n is not None: yield n.value; n = n.next
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self
    def __len__(self): return self._n
    def __repr__(self): return f"{type(self).__name__}({' -> '.join(map(repr, self))})"
    def __getitem__(self, i):
        if i < 0: i += len(self)
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(f"index {i} out of range")
    def __eq__(self, o): return list(self) == list(o)
l = LinkedList[int]([1, 2, 3]); print(l, l.reverse(), len(l), l[0], l[-1], 2 in l, list(l), sum(l), l == LinkedList([3, 2, 1]))
try: l[7]
except IndexError as e: print(e)
class BST:
    class _Node:
        def __init__(self, k): self.k, self.l, self.r = k, None, None
    def __init__(self): self.root = None
    def insert(self, k):
        def rec(n):
            if n is None: return BST._Node(k)
            if k < n.k: n.l = rec(n.l)
            elif k > n.k: n.r = rec(n.r)
            return n
        self.root = rec(self.root); return self
    def height(self, n="root"):
        if n == "root": n = self.root
        return 0 if n is None else 1 + max(self.height(n.l), self.height(n.r))
    def inorder(self):
        st, n = [], self.root
        while st or n:
            while n: st.append(n); n = n.l
            n = st.pop(); yield n.k; n = n.r
    def delete(self, k):
        def rec(n, k):
            if not n: return None
            if k < n.k: n.l = rec(n.l, k)
            elif k > n.k: n.r = rec(n.r, k)
            elif not n.l: return n.r
            elif not n.r: return n.l
            else:
                m = n.r
                while m.l: m = m.l
                n.k = m.k; n.r = rec(n.r, m.k)
            return n
        self.root = rec(self.root, k)
t = BST()
for x in [50, 30, 70, 20, 40, 60, 80]: t.insert(x)
print(*t.inorder(), t.height()); t.delete(50); t.delete(20); print(list(t.inorder()), t.root.k)
class Stack(list):
    push = list.append
    peek = property(lambda s: s[-1])
s = Stack(); s.push(1); s.push(2); print(s, s.peek, s.pop(), len(s))
class Queue:
    def __init__(self): self._in, self._out = [], []
    def enqueue(self, x): self._in.append(x)
    def dequeue(self):
        if not self._out:
            while self._in: self._out.append(self._in.pop())
        if not self._out: raise IndexError("dequeue from empty queue")
        return self._out.pop()
q = Queue(); [q.enqueue(i) for i in range(3)]; print(q.dequeue(), q.dequeue(), q.dequeue())
try: q.dequeue()
except IndexError as e: print("Error:", e)
class Trie:
    def __init__(self): self.c, self.end = {}, False
    def add(self, w):
        n = self
        for ch in w: n = n.c.setdefault(ch, Trie())
        n.end = True
    def words(self, p=""):
        if self.end: yield p
        for ch, n in sorted(self.c.items()): yield from n.words(p + ch)
    def find(self, p):
        n = self
        for ch in p:
            if (n := n.c.get(ch)) is None: return []
        return list(n.words(p))
t = Trie()
for w in "car cart care dog do".split(): t.add(w)
print(t.find("car"), t.find("d"), t.find("x"))
class LRU:
    def __init__(self, cap): from collections import OrderedDict; self.d, self.cap = OrderedDict(), cap
    def get(self, k):
        if k not in self.d: return -1
        self.d.move_to_end(k); return self.d[k]
    def put(self, k, v):
        self.d[k] = v; self.d.move_to_end(k)
        if len(self.d) > self.cap: print("evict", self.d.popitem(last=False))
c = LRU(2); c.put(1, 1); c.put(2, 2); c.get(1); c.put(3, 3); print(c.d, c.get(2))
class MinHeap:
    def __init__(self): self.h = []
    def push(self, x):
        self.h.append(x); i = len(self.h) - 1
        while i and self.h[(i - 1) // 2] > self.h[i]: self.h[i], self.h[(i-1)//2] = self.h[(i-1)//2], self.h[i]; i = (i - 1) // 2
    def pop(self):
        self.h[0], self.h[-1] = self.h[-1], self.h[0]; v = self.h.pop(); i = 0
        while True:
            k = min((j for j in (i, 2*i+1, 2*i+2) if j < len(self.h)), key=lambda j: self.h[j], default=i)
            if k == i: return v
            self.h[i], self.h[k] = self.h[k], self.h[i]; i = k
h = MinHeap()
for x in [5, 2, 8, 1]: h.push(x)
print([h.pop() for _ in range(4)])
class Employee(NamedTuple):
    name: str
    id: int = 3
    tags: tuple = ()
    def greet(self): return f"I am {self.name}"
e = Employee("Al"); print(e, e.greet(), e._asdict(), e._replace(id=9), Employee._fields, Employee._field_defaults, e[0], *e)
class Shape(Protocol):
    def area(self) -> float: ...
class Sq:
    n: ClassVar[int] = 0
    def area(self) -> float: return 4.0
def show(s: Shape) -> str: return f"{s.area():.1f}"
print(show(Sq()), Node.__init__.__annotations__, LinkedList.append.__annotations__, Sq.__annotations__)
class Observer:
    def __init__(self): self._subs: dict[str, list[Callable[..., Any]]] = {}
    def on(self, ev):
        def deco(f): self._subs.setdefault(ev, []).append(f); return f
        return deco
    def emit(self, ev, *a, **k): return [f(*a, **k) for f in self._subs.get(ev, [])]
bus = Observer()
@bus.on("x")
def hx(a, b=1): return a + b
@bus.on("x")
def hy(a, **kw): return kw
print(bus.emit("x", 1, b=5), bus.emit("none"))
class State:
    def __init__(self): self.state = "idle"
    T = {("idle", "start"): "running", ("running", "pause"): "paused", ("paused", "start"): "running", ("running", "stop"): "idle"}
    def fire(self, ev):
        try: self.state = self.T[self.state, ev]
        except KeyError: raise RuntimeError(f"cannot {ev} from {self.state}") from None
        return self.state
m = State(); print([m.fire(e) for e in ("start", "pause", "start", "stop")])
m.fire("pause")
