def f(n):
    return f(n + 1) + 1
try:
    f(0)
except RecursionError as e:
    print("RecursionError", e)
class A:
    def __repr__(self): return repr(self)
try: repr(A())
except RecursionError as e: print("rec", str(e)[:32])
l = []
l.append(l)
print(l)
d = {}
d['d'] = d
print(d)
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
import sys
sys.setrecursionlimit(20000)
print(deep(15000))
def g():
    g()
sys.setrecursionlimit(100)
g()
