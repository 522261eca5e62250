# enumerate and zip over texts and bytes.
def number(s):
    out = []
    for i, c in enumerate(s):
        if c == "a" or c in "xyz":
            out.append(i)
        elif c.isdigit():
            out.append(int(c) * 100 + i)
        else:
            out.append(ord(c) + i)
    return out


def distance(a, b):
    d = 0
    for x, y in zip(a, b):
        if x != y:
            d += 1
        if x < y:
            d += 10
    return d


def mixed(s, b, xs):
    out = []
    for c, n, x in zip(s, b, xs):
        out.append((c, n, x))
    return out


def places(grid):
    found = []
    for y, row in enumerate(grid, 1):
        for x, c in enumerate(row):
            if c == "#":
                found.append((x, y))
    return found


def leaves(s):
    n = 1
    for i, c in enumerate(s):
        n *= ord(c) + i
    return n


def leaves_zip(a, b):
    n = 1
    for x, y in zip(a, b):
        n *= ord(x) * ord(y)
    return n


def bytes_sum(b):
    n = 1
    for i, x in enumerate(b):
        n = n * 7 + x * i
    return n


def last(s):
    i = -1
    c = "none"
    for i, c in enumerate(s):
        if c == "!":
            break
    return i, c


for s in ["", "a", "abc123xyz", "\xe9t\xe9\xff", "\u03b1a\u0661", "\U0001f600\ud800b", "x" * 300]:
    print(number(s)[:12], last(s + "!?")[0], ascii(last(s)))
    print(distance(s, "abd\xe9"), distance("abd\u03b1", s), distance(s, s))
print(mixed("ab\u03b1", b"\x00\xff ", [1, 2]), mixed("abcd", bytearray(b"xyz"), "uv"))
print(places(["..#", "#.#", "", "\u03b1#"]))
print(leaves("this leaves sooner or later"), leaves_zip("hello world and all", "other text that is here"))
print(bytes_sum(b"abc"), bytes_sum(b"a long text of bytes that leaves"), bytes_sum(bytearray(b"\x01\x02")))
print(list("a\xe9\u03b1\U0001f600"), tuple("ab"), sorted("hello"), sorted(set("hello")), max("hello"), "".join(reversed("abc")))
grown = ""
for i in range(400):
    grown += "abc"[i % 3]
print(sum(i for i, c in enumerate(grown) if c == "b"), sum(1 for x, y in zip(grown, grown[1:]) if x < y))
for a in range(0, 40):
    t = "x" * a
    if (t + "y" + t)[a] != "y" or len(t + t) != 2 * a or (t + "q").count("x") != a or "-".join([t, "z", t]) != t + "-z-" + t:
        print("wrong", a)
