# Characters of texts of every width, as codes and as strings.
def kinds(s):
    out = []
    for c in s:
        if c == "a":
            out.append("A")
        elif c != "b" and "0" <= c <= "9":
            out.append("digit" + c)
        elif c in "+-*/":
            out.append("op")
        elif c in ("(", ")"):
            out.append("paren")
        elif c.isspace():
            out.append("space")
        elif c.isalpha():
            out.append("alpha " + c.upper() + c.lower())
        else:
            out.append(repr(c) + str(ord(c)))
    return out


def by_index(s):
    n = 0
    i = 0
    last = ""
    while i < len(s):
        c = s[i]
        if c == last:
            n += 1
        if s[i] >= s[-1]:
            n += 10
        if c > "m":
            n += 100
        if "m" <= c:
            n += 1000
        n += ord(c) % 7
        last = c
        i += 1
    return n, last


def compare(a, b):
    return [a == b, a != b, a < b, a <= b, a > b, a >= b, a in b, b in a]


def shift(s, k):
    r = ""
    for c in s:
        r += chr(ord(c) + k)
    return r


TEXTS = ["", "a", "ab 12+(x)\t", "caf\xe9 \xff\xdf\xb2", "\u03b1\u03b2\u0661 \u2003", "\U0001f600a\U00010000\ud800 z", "x" * 200]
for t in TEXTS:
    print(ascii(kinds(t)))
    print(by_index(t)[0], ascii(by_index(t)[1]))
    print(ascii(shift(t, 3)), ascii(shift(t, 200)[:5]))
for a in TEXTS[:-1]:
    for b in TEXTS[:-1]:
        print("".join("01"[x] for x in compare(a, b)), end=" ")
    print()
for i in range(-7, 7):
    try:
        print(ascii("ab\xe9\u03b1\U0001f600"[i]), end=" ")
    except IndexError as e:
        print(e, end=" ")
print()
for code in (-1, 0, 65, 127, 128, 255, 256, 0xD800, 0x10FFFF, 0x110000):
    try:
        c = chr(code)
        print(ascii(c), ord(c), c == "A", c in "ABC", c.isdigit(), c.isalpha(), c.islower(), c.isspace(), c.isidentifier(), c.isprintable(), c.isascii(), c.istitle(), c.isnumeric(), c.isdecimal(), c.isupper(), c.isalnum())
    except ValueError as e:
        print(e)
grown = ""
for i in range(300):
    grown += "abc\xe9"[i % 4]
print(sum(1 for c in grown if c == "b"), sum(1 for i in range(len(grown)) if grown[i] == "\xe9"), grown[-1] == "\xe9", grown[297])
grown2 = ""
for i in range(300):
    grown2 += "ab\u03b1"[i % 3]
print(sum(1 for c in grown2 if c == "b"), sum(1 for i in range(len(grown2)) if grown2[i] == "\u03b1"), ascii(grown2[-1]))


class S(str):
    def __eq__(self, other):
        return "eq"

    __hash__ = str.__hash__

    def __contains__(self, x):
        return True

    def __getitem__(self, i):
        return "item"

    def __iter__(self):
        return iter(["one", "two"])

    def __len__(self):
        return 77

    def isdigit(self):
        return "own"

    def __lt__(self, other):
        return True


def probe(s):
    r = []
    r.append(s == "a")
    r.append(s[0])
    r.append("q" in s)
    r.append(s < "a")
    r.append(s.isdigit())
    r.append(len(s))
    r.append(s in "abc")
    for c in s:
        r.append(c)
    return r


values = ["a", "bc", S("a")]
for v in values:
    print(probe(v))


def take(c):
    return c == "x", c in "xyz", c.isalpha()


for v in ["x", "y", "", "xy", S("x")]:
    print(take(v))
try:
    take(3)
except TypeError as e:
    print(e)
try:
    take(None)
except TypeError as e:
    print(e)


def choose(s, i):
    c = s[i] if i < len(s) else ""
    if c == "":
        return "end"
    if c == "q" or c in "uv":
        return "q"
    return c


print([choose("aquv\u03b1", i) for i in range(6)])


def generator(s):
    for c in s:
        if c != " ":
            yield c


print(list(generator("a b \xe9 \u03b1")))


def early(s):
    for c in s:
        if c == "x":
            break
        last = c
    else:
        return "none"
    return last


print(early("abxd"), early("abc"))


def overflow(s):
    n = 1
    for c in s:
        n = n * 1000003 + ord(c)
    return n


print(overflow("hello world this leaves"))


def sum_bytes(b):
    n = 1
    for x in b:
        n = n * 131 + x
    return n


print(sum_bytes(b"abc"), sum_bytes(b"a long text of bytes \xff\x00"), sum_bytes(bytearray(b"abc" * 9)))


def shrink(b):
    seen = []
    for x in b:
        seen.append(x)
        if len(b) > 3:
            b.pop()
    return seen


print(shrink(bytearray(b"0123456789")))
