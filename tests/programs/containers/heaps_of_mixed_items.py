"""Heaps whose items are compared by the machine and by Python code in turn: the same comparisons in the same order."""
import heapq
from bisect import bisect, bisect_left

log = []


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        m = other.n if isinstance(other, Item) else other
        log.append((self.n, m))
        return self.n < m

    def __gt__(self, other):
        m = other.n if isinstance(other, Item) else other
        log.append((self.n, ">", m))
        return self.n > m

    def __repr__(self):
        return f"I{self.n}"


def numbers(count, seed):
    out = []
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(seed >> 16)
    return out


def run(items):
    log.clear()
    h = []
    for x in items:
        heapq.heappush(h, x)
    out = []
    while len(h) > len(items) // 2:
        out.append(heapq.heappop(h))
    heapq.heapify(h)
    for x in items[:5]:
        out.append(heapq.heappushpop(h, x))
        out.append(heapq.heapreplace(h, x))
    while h:
        out.append(heapq.heappop(h))
    print(out[:8], out[-8:], len(log), log[:4], log[-4:])


class Shrinks:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.pop()
        return True

    __gt__ = __lt__


def main():
    ns = numbers(60, 7)
    run(ns)
    run([n / 3 for n in ns])
    run([str(n) for n in ns])
    run([(n % 7, n) for n in ns])
    run([(n % 5, n % 3 / 2, str(n)) for n in ns])
    run([n if n % 2 else n / 2 for n in ns])
    run([n if n % 5 else Item(n) for n in ns])
    run([(n % 4, Item(n)) for n in ns])
    run([Item(n) for n in ns])
    run([2**70 + n if n % 3 else n for n in ns])
    nan = float("nan")
    run([nan if n % 4 == 0 else n / 7 for n in ns])
    run([(nan, n) if n % 4 == 0 else (n / 7, n) for n in ns])
    run([(0.0, n) if n % 2 else (-0.0, n) for n in ns])
    run([(True, n) if n % 2 else (1, n) for n in ns])
    run([() if n % 9 == 0 else (n,) if n % 2 else (n, n) for n in ns])
    h = list(range(20))
    h[11] = Shrinks(h)
    try:
        while h:
            heapq.heappop(h)
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
    mixed = [1, 2, 3, "x", 5, 6, 7]
    for _ in range(3):
        try:
            print(heapq.heappop(mixed), mixed)
        except TypeError as error:
            print(error, mixed)
    xs = sorted(ns)
    print([bisect(xs, n) for n in ns[:9]], [bisect_left(xs, n + 0.5) for n in ns[:9]])
    print(bisect(xs, Item(16000)), log[-3:], bisect_left(xs, Item(16000)), log[-3:])
    print(heapq.nlargest(3, ns), heapq.nsmallest(3, ns), list(heapq.merge([1, 4], [2, 3], reverse=False)))
    pairs = [(n % 3, "abcdefgh"[: n % 9], n) for n in ns]
    print(sorted(pairs)[:3], sorted(pairs, reverse=True)[:3])
    texts = ["", "\0", "a", "a\0", "abcdefg", "abcdefgh", "abcdefg\0", "b"] * 2
    print(sorted(texts), sorted(texts, reverse=True))
    print(sorted(t for t in texts if len(t) < 7), sorted([(t, i) for i, t in enumerate(texts) if len(t) < 8], reverse=True))
    keyed = [(len(t), t) for t in texts + ["é", "日本"]]
    print(sorted(keyed, key=lambda kv: (kv[0], kv[1])), sorted(texts, key=lambda t: (t[:2], -len(t))))
    ints = [3, -1, True, 0, -(2**63), 2**63 - 1, False]
    print(sorted(ints), sorted(ints, reverse=True), sorted((i, i) for i in ints))


main()
