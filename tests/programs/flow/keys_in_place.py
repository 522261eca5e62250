# Key functions that stand in the call of `sorted`, `min` or `max`.
import sys
import traceback


class Place:
    def __init__(self, x, name):
        self.x = x
        self.name = name

    def __repr__(self):
        return f"{self.name}{self.x}"

    def __lt__(self, other):
        return self.name < other.name


def places(n):
    return [Place(i * 7 % 5, "abc"[i % 3]) for i in range(n)]


def main(k):
    ps = places(12)
    print(sorted(ps, key=lambda p: p.x), sorted(ps, key=lambda p: p.x, reverse=True))
    print(sorted(ps, key=lambda p: (p.n if k < 0 else p.name, -p.x), reverse=True))
    print(sorted(ps, key=lambda p: (p.x, p))[:6], sorted(ps, key=lambda p: p)[:6])
    print(min(ps, key=lambda p: p.x * k), max(ps, key=lambda p: (p.x, p.name)), min(ps, key=lambda p: p))
    print(sorted(["aaa", "b", "cc"], key=len), max(["aaa", "b"], key=len), min([-3, 2], key=abs), sorted("bAc", key=ord))
    print(min([], key=lambda q: q, default="none"), max([1, 2], key=lambda q: -q, default=None))
    print(max((x for x in range(5)), key=lambda q: -q), min({3: 1, 2: 5}, key=lambda key: -key))
    print(sorted(range(10), key=lambda v: (v % 3 == 0 and 1) or v))
    print(sorted({3: "a", 1: "b"}.items(), key=lambda kv: kv[1], reverse=False))
    print(sorted([[i, -i] for i in range(4)], key=lambda r: [r[1], r[0]]))
    print(sorted(ps, key=lambda p: sum(1 for c in ps if c.x < p.x)))
    print(sorted(range(6), key=lambda v: 2**70 - v), sorted(range(4), key=lambda v: -v if v % 2 else v / 2))
    print(sorted([1.5, float("nan"), 0.5], key=lambda v: v), sorted([(1, None), (0, None)], key=lambda v: (v[0], v[1])))
    print(max(range(3), key=lambda v: 2**62 * v), min([2, 1, 3], key=lambda v: (lambda w: -w)(v)))
    print(sorted([3, 1, 2], key=lambda v: (v := -v)), max([1, 3, 2], key=lambda v: (v := -v)), sorted([2, 1], key=lambda *v: v))
    print(sorted([2, 1], key=lambda v, w=5: v * w), sorted([2, 1], key=None), min([2, 1], key=None))
    backward = ps[:2] or True
    print(sorted([1, 3, 2], key=lambda v: v, reverse=backward), sorted([], key=lambda v: v), sorted([1], key=lambda v: print("asked", v)))
    order = []
    print(sorted([3, 1], key=lambda v: order.append(v) or v), order)
    fs = [lambda v, i=i: sorted(v, key=lambda w: w * (-1) ** i) for i in range(2)]
    print([f([2, 3, 1]) for f in fs])


main(3)
print(sorted([3, 1, 2], key=lambda v: (1, v, "x", v)))


def while_sorted():
    data = [3, 1, 2]
    print(sorted(data, key=lambda v: data.clear() or v), data)
    grown = [1, 2]
    print(max(grown, key=lambda v: (len(grown) < 5 and grown.append(v + 1)) or v), grown)


while_sorted()


def failing(what):
    try:
        match what:
            case 0:
                sorted([1, 0], key=lambda v: 1 / v)
            case 1:
                min([], key=lambda v: v)
            case 2:
                sorted(3, key=lambda v: v)
            case 3:
                max(None, key=lambda v: v)
            case 4:
                sorted([1, "a", 2], key=lambda v: v)
            case 5:
                min([1, "a"], key=lambda v: v)
            case 6:
                sorted([1, 2, 2], key=lambda v: (1, None, v))
            case 7:
                sorted([1], key=lambda: 1)
            case 8:
                sorted([1], key=lambda v, w: 1)
            case 9:
                sorted([1, "a"], key=len)
            case 10:
                sorted([Place(1, "x")], key=lambda p: p.missing)
    except Exception:
        return traceback.format_exc().replace(__file__, "FILE")


for what in range(11):
    print(failing(what))


def nested(rows):
    return [min(row, key=lambda c: (c - 5) ** 2) for row in sorted(rows, key=lambda r: max(r, key=lambda c: -c))]


print(nested([[9, 4], [1, 7], [3, 3]]))


def deep(n):
    return n if n == 0 else max([n], key=lambda v: deep(v - 1))


print(deep(50))


def many():
    total = 0
    for k in range(30):
        best = min(range(50), key=lambda v: (v * k + 7) % 51)
        last = sorted(range(50), key=lambda v: (v * k + 7) % 51)[-1]
        total += best * 3 + last
    return total


print(many())
sys.stdout.flush()
