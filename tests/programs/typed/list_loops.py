"""Loops over lists in typed code: positions instead of iterators, and every way out of that."""


def total(xs):
    t = 0
    for x in xs:
        t += x
    return t


def mean(xs):
    s = 0.0
    for x in xs:
        s += x
    return s / len(xs)


def grow(xs):
    n = 0
    for x in xs:
        n += x
        if len(xs) < 9:
            xs.append(n)
    return n, xs


def shrink(xs):
    seen = []
    for x in xs:
        seen.append(x)
        xs.remove(x)
    return seen, xs


def count(flags):
    n = 0
    for f in flags:
        if f:
            n += 1
    return n


def rebound(xs):
    out = []
    for x in xs:
        xs = [x]
        out.append(xs[0] + len(xs))
    return out


def nested(m):
    t = 0
    for row in m:
        for x in row:
            if x < 0:
                break
            t += x
        else:
            t += 1000
    return t


def drain(stack):
    n = 0
    while stack:
        n = n * 3 + stack.pop()
    return n


def drain_try(stack):
    n = 0
    try:
        while True:
            n += stack.pop()
    except IndexError as e:
        return n, str(e)


def squares(xs):
    return [x * x for x in xs]


def first_caught(xs):
    hits = 0
    for i in range(10):
        try:
            hits += xs[i]
            xs[i + 1] = i
        except IndexError as e:
            hits += 100
    return hits, xs


def in_try(xs):
    out = 0
    for x in xs:
        try:
            out += 100 // x
        except ZeroDivisionError:
            out -= 1
    return out


def doubles(xs):
    t = 0
    for i, x in enumerate(xs):
        for a, b in zip(xs, xs):
            t += a * b + i
    return t


def gen(xs):
    for x in xs:
        yield x + 1


def overflow(xs):
    t = 1
    seen = []
    for x in xs:
        t *= x
        seen.append(t)
    return seen


def texts(words):
    n = 0
    for w in words:
        n += len(w)
    return n


print(total([1, 2, 3]), total([]), total([2 ** 70, 1]), total([1, True, 2.5]), total([0.5, 1]), total((1, 2)), total(range(4)))
print(mean([1.0, 2.0, 4.5]), mean([1, 2]), mean([True, 0.5]))
print(grow([1, 2]), grow([]), shrink([1, 2, 3, 4, 5]))
print(count([True, False, True]), count([1, 0, "x", None, []]), count([]))
print(rebound([5, 6, 7]), nested([[1, 2], [3, -1, 9], [], [4]]), nested([[2 ** 63], [1.5]]))
print(drain([1, 2, 3]), drain([]), drain([2 ** 80, 1]), drain([0.5, 1.5]), drain_try([1, 2, 3]), drain_try([]))
print(squares([1, 2, 3]), squares([0.5]), squares([2 ** 40, 2 ** 33]), squares([]))
print(first_caught([1, 2, 3, 4]), first_caught([1.5, 2]), in_try([1, 2, 0, 5]), doubles([1, 2, 3]), doubles([0.5, 2]))
print(list(gen([1, 2, 3])), overflow([2 ** 31, 2 ** 31, 2 ** 31, 3]), texts(["ab", "", "cde"]))


def late(xs):
    # A float in a list of ints, met in the middle of the loop.
    out = []
    for x in xs:
        if x == 3:
            xs[xs.index(x) + 1] = 0.5
        out.append(x)
    return out, xs


print(late([1, 2, 3, 4, 5]))
print(late([1, 2, 3, True, 5]))


def missing(xs):
    for x in xs:
        print(x.bit_length(), end=" ")
    print()


missing([1, 2, 300])
try:
    missing([1, 2, "s"])
except AttributeError as e:
    print(e)


def not_list(xs):
    n = 0
    for x in xs:
        n += x
    return n


for v in ([1, 2], (3, 4), {5: 1}, {6}, iter([7, 8]), 9):
    try:
        print(not_list(v), end=" ")
    except TypeError as e:
        print(e)
matrix = [[i * j for j in range(4)] for i in range(4)]
print(sum(matrix[i][i] for i in range(4)), [sum(row) for row in matrix], matrix)
xs = [3, 1, 2]
for x in sorted(xs):
    xs.append(x)
print(xs, len(xs), bool(xs), not xs, bool([]), [] or "empty")
while xs and xs[-1] != 1:
    xs.pop()
print(xs)
try:
    [].pop()
except IndexError as e:
    print(e)


class Sub(list):
    def pop(self, *a):
        return "mine"

    def __iter__(self):
        return iter("sub")

    def __len__(self):
        return 77


def dynamic(v):
    return [x for x in v], len(v), v.pop(), bool(v)


print(dynamic([1, 2]), dynamic(Sub([1, 2])))


def index_error(xs, i):
    return xs[i]


for i in (0, -1, 2, -3):
    try:
        print(index_error([10, 20], i), end=" ")
    except IndexError as e:
        print(e, end=" ")
print()
print(index_error([1, 2, 3], 3))
