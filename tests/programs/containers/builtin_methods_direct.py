"""Methods of builtin containers that need no look-up: wrong receivers, wrong counts, and names that users have, too."""
import bisect
import heapq
from collections import deque


class Box:
    def __init__(self):
        self.log = []

    def get(self, *args):
        self.log.append(("get", args))
        return len(self.log)

    def pop(self, *args):
        return ("pop", args)

    def add(self, x):
        self.log.append(x)

    def popleft(self):
        return "box"


class Stack(list):
    def append(self, x):
        super().append((x, x))

    def pop(self, *args):
        return ("stack", super().pop(*args))


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def mixed(things):
    out = []
    for thing in things:
        out.append(attempt(lambda: thing.get(1, 2)))
        out.append(attempt(lambda: thing.pop()))
        out.append(attempt(lambda: thing.add(3)))
        out.append(attempt(lambda: thing.popleft()))
    return out


def change(d, k):
    d[k] = 5
    return k


def main():
    for line in mixed([Box(), {1: "one"}, {7}, deque([8]), [9], Stack([1]), 5, None]):
        print(line)
    d = {"a": 1}
    print(d.get("a"), d.get("b"), d.get("b", 3), d.pop("a"), d.pop("a", None), d.setdefault("q", []))
    print(d.get(change(d, "late"), 0), d.setdefault(change(d, "later"), 1))
    print(attempt(lambda: d.pop("zz")), attempt(lambda: d.get()), attempt(lambda: d.get([])))
    print(attempt(lambda: d.pop({})), attempt(lambda: {}.pop({})), attempt(lambda: d.setdefault()))
    s = {1, 2, 3}
    print(s.add(4), s.discard(9), s.remove(1), sorted(s))
    print(attempt(lambda: s.remove(1)), attempt(lambda: s.remove([])), attempt(lambda: s.add({})))
    q = deque([1, 2, 3], maxlen=3)
    q.append(4)
    q.appendleft(0)
    print(q, q.pop(), q.popleft(), q, attempt(lambda: deque().pop()), attempt(lambda: deque().popleft()))
    x = [3, 1]
    print(x.pop(), x.pop(), attempt(lambda: x.pop()), x.append(x), x[0] is x)
    for a, b in zip([1], [2]):
        x = (a, b) if a else None
    print(x)
    h = []
    for item in (5, 3, (1, 2), 4):
        print(attempt(heapq.heappush, h, item), attempt(lambda: heapq.heappush(h, item - 1)))
    print(h, attempt(lambda: heapq.heappop([])), attempt(lambda: heapq.heappop((1,))))
    print(attempt(lambda: heapq.heappush(5, 6)))
    words = ["b", "d", "f"]
    print(bisect.bisect(words, "d"), bisect.bisect_left(words, "d"), bisect.bisect_right((1, 2), 1.5))
    print(attempt(lambda: bisect.bisect(words, 1)), attempt(lambda: bisect.bisect_left(5, 1)))
    text, n = "surrogate \ud83d and 日本語", 4
    print(ascii(text[9:11]), ascii(text[-3:]), text[:n], ascii(text[n:]), text[n:2], ascii(text[-100:100]), text[:0] == "")
    items, five = [1, 2, 3, 4, 5], 5
    print(items[1:3], items[:-1], items[10:], items[None:2], items[::2], (1, 2, 3)[1:], b"bytes"[1:3])
    print(attempt(lambda: text["a":]), attempt(lambda: items[1:2:0]), attempt(lambda: five[1:2]))
    print(text[True:3], items[2**70 :], items[: 2**70], items[-(2**70) : 2], range(9)[2:5])


class Sliced:
    def __getitem__(self, key):
        return key


def slices(o, a, b):
    return o[a:b], o[a:], o[:b]


main()
print(slices(Sliced(), 1, 2), slices("hello", 1, 3), slices([1, 2, 3], 1, 2))
