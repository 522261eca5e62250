"""Lists of numbers keep bare payloads; every way out of that must look like an ordinary list."""
import copy


def fill(n):
    xs = [0] * n
    for i in range(n):
        xs[i] = i * i
    return xs


def turns_big(xs):
    # An int that outgrows 64 bits in a list of ints.
    for i in range(len(xs)):
        xs[i] = xs[i] * 4611686018427387904
    return xs


def append_all(xs, more):
    for x in more:
        xs.append(x)
    return xs


def total(xs):
    t = 0
    for i in range(len(xs)):
        t += xs[i]
    return t


def bools(n):
    flags = [True] * n
    flags[0] = flags[1] = False
    for i in range(2, n):
        if flags[i]:
            for j in range(i * i, n, i):
                flags[j] = False
    return flags


print(fill(6), turns_big(fill(5)))
print(total(fill(10)), total([0.5, 1.5]), total([True, False, True]))
print(bools(12), sum(bools(100)), bools(20).count(True), bools(9).index(True))

# True stays True beside ints, and 1 beside bools.
print([1, True], [True, 1], [0, False, 0.0], append_all([1, 2], [True, False]), append_all([True], [1, 0]))
xs = [1, 2, 3]
xs[1] = True
print(xs, xs[1] is True)
xs = [True, False]
xs[0] = 1
print(xs)
xs = [1, 2, 3]
xs[0] = 2.5
xs.append("x")
print(xs)
xs = [0.5, 1.5]
xs[0] = 7
print(xs, [type(x).__name__ for x in xs])
xs = [1, 2, 3]
xs.append(2 ** 70)
xs[0] = -2 ** 63
print(xs, sum(xs))
xs = [1.0]
xs.extend([1, 2])
print(xs)
xs = []
xs.extend(range(4))
xs.extend((7, 8))
xs.extend([1.5])
xs.extend({5: 1, "k": 2})
print(xs)
xs = []
xs += [1, 2]
xs += "ab"
print(xs)

# Empty again: what comes next decides anew.
xs = [1, 2]
xs.clear()
xs.append("s")
xs.append(1)
print(xs)
xs = [1, 2]
xs.pop()
xs.pop()
xs.append("s")
xs.append(1)
print(xs, xs.pop(), xs.pop(0), xs)

# The same list by two names, one in code that knows nothing.
xs = list(range(5))
ys = xs
holder = {"k": xs, 1: [xs]}
holder["k"].append("tail")
holder[1][0][0] = None
print(xs, ys is xs, ys == xs)

# Slices: read, assigned, deleted.
xs = list(range(10))
print(xs[2:5], xs[::-1], xs[::3], xs[-3:], xs[5:2], xs[8:100])
xs[2:4] = [20, 30, 40]
print(xs)
xs[0:2] = []
print(xs)
xs[1:1] = [0.5]
print(xs)
xs[::2] = [True] * len(xs[::2])
print(xs)
xs = list(range(10))
xs[::-2] = [-1] * 5
print(xs)
xs[3:3] = xs
print(xs)
del xs[1::3]
print(xs)
del xs[0], xs[-1], xs[2:4]
print(xs)
xs[:] = [1.5, 2.5]
print(xs)
flags = [True] * 10
flags[::3] = [False] * 4
print(flags, flags[2:5], flags + [True], flags * 2 == flags + flags)
try:
    flags[::3] = [False] * 3
except ValueError as e:
    print(e)

# Other methods.
xs = [5, 3, 9, 3]
xs.insert(1, 7)
xs.insert(-1, 8)
xs.insert(99, 1)
xs.insert(-99, 0)
print(xs, xs.index(3), xs.count(3), xs.count(3.0), 9 in xs, 9.0 in xs, True in xs, "9" in xs)
xs.remove(3)
xs.reverse()
print(xs, xs.copy(), xs[1], xs[-1], len(xs))
xs.insert(2, "mid")
print(xs)
xs = [1, 2] * 3
xs *= 2
print(xs, [1.5] * 2, [] * 3, [1] * 0, [0] * -1, [[0] * 2 for _ in range(2)])
xs *= 0
xs.append(None)
print(xs, [1] + [], [] + [1.5], [1] + [1.5], [True] + [1], [None] + [1])

# Sorting.
xs = [5, -3, 9, 2 ** 62, -2 ** 63, 0]
xs.sort()
print(xs)
xs.sort(reverse=True)
print(xs)
xs.append(2 ** 64)
xs.sort()
print(xs)
xs = [0.0, -0.0, 1.5, -1.5, 0.0, -0.0]
xs.sort()
print(xs)
xs.sort(reverse=True)
print(xs)
xs = [3, 1, 2, 10]
xs.sort(key=lambda x: -x)
print(xs, sorted(xs, key=str), sorted([True, False, True]), sorted([2.5, 1.0], reverse=True))
xs.append(4)
print(xs)


def bad(x):
    if x == 2:
        raise KeyError(x)
    return x


try:
    xs.sort(key=bad)
except KeyError as e:
    print("KeyError", e, xs)


def growing(x):
    xs.append(x)
    return x


xs = [3, 1, 2]
try:
    xs.sort(key=growing)
except ValueError as e:
    print(e, xs)
nan = float("nan")
xs = [2.0, nan, 1.0]
xs.sort()
print(len(xs), nan in xs, xs.count(nan) <= 1)

# Changed while it is read.
xs = [1, 2, 3]
for x in xs:
    if len(xs) < 8:
        xs.append(x * 10)
print(xs)
xs = [1, 2, 3, 4]
for x in xs:
    if x == 2:
        xs[2] = "other"
    print(x, end=" ")
print()
for x in xs:
    xs.remove(x)
print(xs)
xs = [1, 2]
it = iter(xs)
print(list(it))
xs.append(3)
print(list(it), next(it, "end"))
it = iter(xs)
next(it)
xs.append("late")
print(list(it), list(reversed(xs)))

# Copies, other types.
deep = [[1, 2], [0.5], [True], [], [None, 1]]
other = copy.deepcopy(deep)
other[0][0] = "changed"
other[1].append(1)
shallow = copy.copy(deep[0])
shallow.append(3)
print(deep, other, shallow, tuple([1, 2]), set([1, 1, 2]), dict([[1, 2], [3, 4]]))
print(*[1, 2], *[0.5], max([1, 5, 2]), min([0.5, -1.5]), sum([0.1] * 10), sum([True] * 3), list(zip([1, 2], [0.5, 1.5])))
a, b = [1, 2]
c, *d = [1.5, 2.5, 3.5]
print(a, b, c, d, list(enumerate([7, 8], 1)), list(map(str, [1, 2])), ",".join(map(str, [True, False])))
print([1, 2] == [1.0, 2.0], [1, 2] < [1, 3], [True] == [1], [] == [], [1] < [], [0.5, nan] == [0.5, nan])


class Stack(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.name = "stack"

    def peek(self):
        return self[-1]


s = Stack([1, 2, 3])
s.append(4)
print(s, s.peek(), s.pop(), s.name, s[1:], s + [9], len(s))
s.append("x")
s[0] = None
print(s, s == [None, 2, 3, "x"])


def default(x, seen=[]):
    seen.append(x)
    return seen


print(default(1), default(2), default("three"), default(4.0))


def safe(xs, i):
    try:
        return xs[i]
    except IndexError as e:
        return str(e)


print([safe([1, 2, 3], i) for i in range(-5, 5)])


def store(xs, i, x):
    try:
        xs[i] = x
    except IndexError as e:
        return str(e)
    return xs


print([store([1, 2], i, 5) for i in range(-4, 4)])
m = [[0] * 3 for _ in range(3)]
for i in range(3):
    for j in range(3):
        m[i][j] = i * j
m[1][1] = "x"
m[2] = [0.5] * 3
m[2][-1] += 1
print(m, m[-1][-1], [row[0] for row in m], list(zip(*m)))
xs = [1, 2, 3]
try:
    print(xs[3])
except IndexError as e:
    print(e)
try:
    xs[-4] = 1
except IndexError as e:
    print(e)
print(repr(xs), str([0.1, 1e100, float("inf"), -0.0]), f"{xs}", hash(tuple(xs)) == hash((1, 2, 3)))
