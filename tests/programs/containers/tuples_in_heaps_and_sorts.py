# Tuples compare item by item in heapq, bisect and sort, with whatever they hold.
import bisect
import heapq

h = []
for i in range(200):
    heapq.heappush(h, ((i * 7919) % 101, str(i % 13), -i))
print([heapq.heappop(h) for _ in range(12)])
heapq.heapify(h)
print(heapq.nsmallest(3, h), heapq.nlargest(2, h))
try:
    heapq.heappush([(1, "a")], (1, 2))
except TypeError as e:
    print(e)
items = sorted((x % 10, chr(97 + x % 7)) for x in range(0, 300, 7))
print(bisect.bisect_left(items, (5, "c")), bisect.bisect_right(items, (5, "c")), bisect.bisect(items, (5,)))
words = ["b" * (i % 11) + "a" * (i % 3) + "\0" * (i % 2) for i in range(40)] + ["bbbbbbbbz", "bbbbbbbba", "é", "日"]
print(sorted(words) == sorted(words, key=lambda w: [ord(c) for c in w]), sorted(words)[-4:])
print(sorted([(2, nan := float("nan")), (1, nan), (1, 0.0)])[0][0])
