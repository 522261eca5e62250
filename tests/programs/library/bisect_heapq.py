

from bisect import *
from heapq import *


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 3, 3, 5, 7]
print(bisect_left(a, 3), bisect_right(a, 3), bisect_right(a, 4), bisect_left(a, 0), bisect_right(a, 9), bisect_left(a, 3, 2), bisect_left(a, 5, 0, 2))
insort(a, 4)
insort_left(a, 3)
print(a, bisect_left(["apple", "fig", "pear"], "fig"), bisect_left([5, 3, 1], -3, key=lambda x: -x))
words = ["a", "bbb", "ccccc"]
insort(words, "dd", key=len)
print(words)
attempt(lambda: bisect_left(a, "x"))
attempt(lambda: bisect_left(a, 1, -1))
h = [5, 7, 9, 1, 3]
heapify(h)
print(h)
heappush(h, 4)
print(h, heappop(h), h, heapreplace(h, 10), heappushpop(h, 0), heappushpop(h, 99), h)
print([heappop(h) for _ in range(len(h))])
attempt(lambda: heappop([]))
attempt(lambda: heapreplace([], 1))
attempt(lambda: heappush((), 1))
attempt(lambda: heapify([1, "a"]))
print(nlargest(2, [3, 1, 4, 1, 5]), nsmallest(3, [3, 1, 4, 1, 5]), nlargest(2, ["aa", "b", "ccc"], key=len), nsmallest(0, [1]), nlargest(5, [1, 2]))
print(list(merge([1, 4, 7], [2, 5], [0, 9])), list(merge(["b", "dd"], ["a", "ccc"], key=len)), list(merge([9, 3], [8, 1], reverse=True)))
tasks = []
for item in [(2, "code"), (1, "plan"), (3, "test"), (1, "ask")]:
    heappush(tasks, item)
while tasks:
    print(heappop(tasks), end=" ")
print()


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n


q = []
for n in (3, 1, 2):
    heappush(q, Item(n))
print([heappop(q).n for _ in range(3)])
