"""enumerate and zip over lists and texts: their lengths change, items of other types come, one ends first."""


def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1):
            cost = prev[j - 1] if ca == cb else 1 + min(prev[j - 1], prev[j], cur[j - 1])
            cur.append(cost)
        prev = cur
    return prev[-1]


def hamming(a, b):
    n = 0
    for x, y in zip(a, b):
        if x != y:
            n += 1
    return n


def dot3(a, b, c):
    t = 0.0
    for x, y, z in zip(a, b, c):
        t += x * y - z
    return t


def shift(xs):
    out = [0] * (len(xs) + 1)
    for i, x in enumerate(xs):
        out[i + 1] = out[i] + x
    return out


def growing(xs):
    n = 0
    for i, x in enumerate(xs):
        if x < 5 and len(xs) < 30:
            xs.append(x + 1)
        n += i
    return n, xs


def shrinking(xs):
    seen = []
    for i, x in enumerate(xs, 10):
        seen.append((i, x))
        xs.pop()
    return seen


def turning(xs):
    t = 0
    for i, x in enumerate(xs):
        t += x
        if i == 2:
            xs[4] = "boom"
        if i == 3:
            xs[4] = 2 ** 70
    return t


def chars(s):
    out = []
    for i, c in enumerate(s):
        if c == "b":
            out.append(i)
        elif c in "xyz":
            out.append(-i)
        elif c > "m":
            out.append(c)
    return out


def byt(b, c):
    t = 0
    for i, x in enumerate(b):
        t += i * x
    for x, y in zip(b, c):
        t += x ^ y
    return t


def mixed(xs, s):
    out = []
    for x, c in zip(xs, s):
        out.append(c * x)
    for a, b in zip(xs, iter(s)):
        out.append((a, b))
    for a, b in zip(range(3), xs):
        out.append(a * b)
    return out


def objs(rows, names):
    t = 0
    for row, name in zip(rows, names):
        for v in row:
            t += v * len(name)
    return t


def brk(xs, ys):
    for i, (x, y) in enumerate(zip(xs, ys)):
        if x > y:
            return i
    for x, y in zip(xs, ys):
        if x == y:
            break
    else:
        return "none"
    return x


def boom(xs):
    for i, x in enumerate(xs):
        print(i, 10 // x)
print(edit("kitten", "sitting"), edit("", "abc"), edit("naïve", "naive"), edit("日本語", "日木語"), edit("abc" * 20, "acb" * 20))
print(hamming("abcdé", "abxdê"), hamming("日本", "日木"), hamming([1, 2, 3], [1, 5]), hamming(["a", "b"], "ab"), hamming([1, 2.5], (1, 2)))
print(dot3([1.0, 2.0], [3.0, 4.0, 5.0], [0.5, 0.25]), dot3([1, 2], [3, 4], [5, 6]), dot3([], [1.0], [2.0]))
print(shift([1, 2, 3]), shift([]), shift([True, False]), shift([1.5, 2]))
print(growing([1, 2, 3]), shrinking([1, 2, 3, 4, 5]))
try:
    print(turning([1, 2, 3, 4, 5, 6]))
except TypeError as e:
    print(e)
print(chars("abcxyzmnopß日"), byt(b"hello", bytearray(b"world")))
print(mixed([1, 2, 3], "abcd"), objs([[1, 2], [3]], ["x", "yy"]), objs([(1, 2), [3]], ["x", "yy"]))
print(brk([1, 2, 3], [1, 1, 3]), brk([1, 2], [3, 4]), brk([1, 3], [3, 3]))
boom([5, 3, 0])
