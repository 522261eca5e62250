# __lt__ written in Python: only `<` is asked, in CPython's order; errors leave a permutation.
class Item:
    log = []

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.log.append((self.n, other.n))
        return self.n < other.n

    def __repr__(self):
        return f"I{self.n}"


for data in ([1, 2, 3], [3, 2, 1], [2, 2, 1, 3], [5, 1, 4, 2, 3], [3, 3, 3], [4, 3, 3, 2, 2, 1]):
    Item.log.clear()
    print(sorted(Item(n) for n in data), Item.log)
Item.log.clear()
items = [Item((n * 37) % 101) for n in range(100)]
items.sort()
print(len(Item.log), Item.log[:5], Item.log[-5:])
Item.log.clear()
items.sort(reverse=True)
print(len(Item.log), items[:4])
items = [Item(n) for n in list(range(50)) + list(range(25, 75)) + list(range(60, 0, -1))]
Item.log.clear()
items.sort()
print(len(Item.log), [i.n for i in items][:10])


class Bad:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 3:
            raise ValueError("three")
        return self.n < other.n


bad = [Bad(n) for n in (5, 4, 1, 3, 2)]
try:
    bad.sort()
except ValueError as e:
    print("error", e, sorted(b.n for b in bad), [b.n for b in bad])
try:
    [3, 1, 2].sort(key=lambda x: 1 // (x - 1))
except ZeroDivisionError as e:
    print(e)
xs = [3, 1, 2]


def spoil(x):
    xs.append(9)
    return x


try:
    xs.sort(key=spoil)
except ValueError as e:
    print(e, xs)


def peek(x):
    print("during", len(xs), xs)
    return x


xs.sort(key=peek)
print(xs)


class Truthy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return [1] if self.n < other.n else []


print([t.n for t in sorted([Truthy(3), Truthy(1), Truthy(2)])])


class OnlyGreater:
    def __init__(self, n):
        self.n = n

    def __gt__(self, other):
        return self.n > other.n


print([t.n for t in sorted([OnlyGreater(3), OnlyGreater(1), OnlyGreater(2)])])
try:
    sorted([object(), object()])
except TypeError as e:
    print(e)
