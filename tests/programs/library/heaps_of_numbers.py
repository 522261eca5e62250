# Heaps and bisection of ints, floats, tuples and objects, with what compares slowly or raises among them.
import bisect
import heapq
from bisect import bisect_left, bisect_right, insort, insort_left
from heapq import heapify, heappop, heappush, heappushpop, heapreplace


def numbers(n, seed):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed >> 8


class Job:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Job.compared += 1
        return self.n < other.n

    def __repr__(self):
        return f"J{self.n}"


SHAPES = {
    "ints": lambda n: n % 1000,
    "floats": lambda n: n % 1000 / 8,
    "bools": lambda n: n % 2 == 0,
    "texts": lambda n: f"t{n % 100}",
    "pairs": lambda n: (n % 10, n % 1000),
    "floats and texts": lambda n: (n % 8 / 4, f"x{n % 50}"),
    "nested": lambda n: (n % 3, (n % 5, n % 1000)),
    "jobs": lambda n: Job(n % 100),
    "pairs of jobs": lambda n: (n % 3, Job(n % 100)),
    "many sorts": lambda n: (n % 50, n % 50 + 0.5, n % 2 == 0, 2**70 + n)[n >> 3 & 3],
}
for name, shape in SHAPES.items():
    items = [shape(n) for n in numbers(60, 3)]
    heap = []
    for i, item in enumerate(items[:40]):
        heappush(heap, item)
        if i % 4 == 3:
            heappop(heap)
    print(name, heap)
    out = [heapreplace(heap, item) for item in items[40:50]] + [heappushpop(heap, item) for item in items[50:]]
    print(out, heap[:3])
    while heap:
        out.append(heappop(heap))
    print(out[20:])
    again = items[:]
    heapify(again)
    print(again, Job.compared)
    if "jobs" not in name:
        print(heapq.nsmallest(3, items), heapq.nlargest(3, items))

nan = float("nan")
heap = []
for x in (3.0, nan, 1.0, 2.0, nan, 0.5):
    heappush(heap, x)
print(heap, [heappop(heap) for _ in range(3)])
heap = [3, 2, 1]
heapify(heap)
heappush(heap, 0.5)
heappush(heap, 2**80)
print(heap, heappop(heap), heapreplace(heap, 1.5), heap)
for bad in (lambda: heappop([]), lambda: heapreplace([], 1), lambda: heappush((), 1), lambda: heappop(3), lambda: heappushpop(None, 1)):
    try:
        bad()
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)
heap = [(1, "a"), (2, "b")]
try:
    heappush(heap, (1, None))
except TypeError as e:
    print(e, heap)


class Heap(list):
    pass


heap = Heap([5, 1, 4])
heapify(heap)
heappush(heap, 0)
print(heap, heappop(heap), type(heap).__name__)

sorted_ints = sorted(n % 50 for n in numbers(40, 9))
sorted_floats = [x / 2 for x in sorted_ints]
for wanted in (-1, 0, 7, 25, 25.5, 49, 100, True, 2**70, 7.0, nan):
    print(
        [bisect_left(sorted_ints, wanted), bisect_right(sorted_ints, wanted), bisect.bisect(sorted_floats, wanted)],
        [bisect_left(sorted_floats, wanted, 5, 20), bisect_left(sorted_ints, wanted, 30), bisect_right(sorted_ints, wanted, 0, 3)],
        end=" ",
    )
print()
for lo, hi in ((50, None), (3, 2), (0, 0), (0, None)):
    print(bisect_left([1, 2, 3], 2, lo, hi), end=" ")
try:
    bisect_left([1, 2], 1, 0, 5)
    print(bisect_right([1, 2], 5, 0, 5))
except IndexError as e:
    print(e)
try:
    bisect_left([1], 1, -1)
except ValueError as e:
    print(e)
kept, pairs, words = [], [], []
for n in numbers(30, 8):
    insort(kept, n % 40)
    insort_left(pairs, (n % 5, n % 40))
    insort(words, f"w{n % 40}")
print(kept, pairs, words)
insort(kept, 7.5)
insort(kept, True)
print(kept)
insort(pairs, (2, 99), key=lambda p: p[0])
print(pairs.index((2, 99)), bisect_left(pairs, 3, key=lambda p: p[0]))
try:
    insort(kept, "x")
except TypeError as e:
    print(e)


class Sorted(list):
    def insert(self, at, item):
        print("insert", at, item)
        super().insert(at, item)


own = Sorted([1, 3])
insort(own, 2)
print(own)
