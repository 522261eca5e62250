class Stack:
    def __init__(self):
        self._items = []
    def push(self, x): self._items.append(x)
    def pop(self):
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()
def risky(s):
    try:
        return s.pop()
    except IndexError:
        raise RuntimeError("bad stack")
s = Stack(); s.push(1)
print(risky(s))
class Temp:
    def __enter__(self): return self
    def __exit__(self, *a): raise ValueError("in exit")
def w():
    with Temp():
        raise KeyError("body")
try: w()
except ValueError as e: print(repr(e), repr(e.__context__))
x = [risky(s) for _ in range(1)]
