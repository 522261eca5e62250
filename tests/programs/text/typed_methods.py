# Methods and operators of texts with known types, on texts of every width.
def all_of(s, t):
    r = []
    r.append(s + t)
    r.append(s * 3)
    r.append(2 * t)
    r.append(s.upper())
    r.append(s.lower())
    r.append(s.title())
    r.append(s.capitalize())
    r.append(s.swapcase())
    r.append(s.casefold())
    r.append(s.strip())
    r.append(s.lstrip())
    r.append(s.rstrip())
    r.append(s.strip(t))
    r.append(s.lstrip("ab"))
    r.append(s.rstrip(t))
    r.append(s.replace(t, "-"))
    r.append(s.replace("a", t))
    r.append(s.split())
    r.append(s.splitlines())
    r.append(s.startswith(t))
    r.append(s.endswith(t))
    r.append(s.find(t))
    r.append(s.find(t, 2))
    r.append(s.find(t, -2))
    r.append(s.rfind(t))
    r.append(s.count(t))
    r.append(s.center(9))
    r.append(s.center(8, "*"))
    r.append(s.ljust(9) + "|")
    r.append(s.rjust(9, "\xe9"))
    r.append(s.zfill(6))
    r.append(t.join([s, s, t]))
    r.append(t.join(c for c in s))
    r.append(t in s)
    r.append(s not in t)
    r.append(s < t)
    r.append(s >= t)
    r.append(s == t)
    r.append(s[1:3])
    r.append(s[:2])
    r.append(s[-2:])
    r.append(s[3:1])
    r.append(s[:])
    r.append(s[::-1])
    r.append(s[-100:100])
    r.append(bool(s))
    r.append(not t)
    r.append(len(s))
    r.append([s.isalnum(), s.isalpha(), s.isascii(), s.isdecimal(), s.isdigit(), s.isidentifier(), s.islower(), s.isnumeric(), s.isprintable(), s.isspace(), s.istitle(), s.isupper()])
    for f in (0, 1):
        try:
            r.append(s.index(t) if f else s.rindex(t))
        except ValueError as e:
            r.append(str(e))
    try:
        r.append(s.split(t))
    except ValueError as e:
        r.append(str(e))
    return r


TEXTS = ["", "a", "abab", " a b\tab\n", "-12", "\xe9t\xe9 ", "\u03a3a\u03b1\u03a3 b", "\U0001f600 ab", "\ud800", "Title Case", "ABC", "12"]
h = 0
for s in TEXTS:
    for t in ["", "a", "ab", " ", "\xe9", "\u03b1", "\U0001f600"]:
        line = ascii(all_of(s, t))
        for c in line:
            h = (h * 33 + ord(c)) % 1000000007
        if t in ("a", "\u03b1"):
            print(line)
print(h)


def numbers(s):
    r = []
    try:
        r.append(int(s))
    except ValueError as e:
        r.append(str(e))
    try:
        r.append(float(s))
    except ValueError as e:
        r.append(str(e))
    return r


for s in ["12", " -7 ", "", "x", "1_000", "99999999999999999999", "1e5", "nan", "\u0661\u0662", "0x1f", "1.5", "-0.0", "\xe9"]:
    print(ascii(numbers(s)))


def texts(i, x):
    return str(i) + "," + str(x) + "," + repr(i) + "," + repr(x)


for i, x in [(0, 0.0), (7, 1.5), (-3, -0.0), (10**18, 1e100), (123456, float("inf")), (9, 1e16), (-9, 1e-5)]:
    print(texts(i, x))


def order(words):
    out = []
    for w in words:
        at = 0
        while at < len(out) and out[at] < w:
            at += 1
        out.insert(at, w)
    return out


print(order(["pear", "apple", "fig", "", "app", "\u03b1", "\xe9", "zz", "\U0001f600", "\ud7ff", "\uffff"]).__len__())
print(ascii(order(["pear", "apple", "fig", "", "app", "\u03b1", "\xe9", "zz", "\U0001f600", "\ud7ff", "\uffff"])))


class Loud(str):
    def __add__(self, other):
        return "added"

    def strip(self, *a):
        return "stripped"

    def __len__(self):
        return 0


def mixed(s):
    return s + "x", s.strip(), s.find("b"), s[1:], bool(s), s.join(["1", "2"]), str(s)


for s in ["ab ", Loud("ab "), "ab "]:
    print(mixed(s))


def effects(log):
    def say(x):
        log.append(x)
        return x

    s = "a-b-c"
    r = s.replace(say("-"), say("+")), s.find(say("c"), say(2)), s.split(say("-"))
    return r


log = []
print(effects(log), log)


def leaving(s, n):
    # The argument outgrows 64 bits between the look-up of the method and its call.
    return s.find("b", n * n - n * n + 1), s.ljust(n * n // n + 1, ".")[:4]


print(leaving("abb", 3))
try:
    print(leaving("abb", 10**12))
except MemoryError:
    print("memory")
except OverflowError:
    print("overflow")
try:
    "abc".index("q")
except ValueError as e:
    print(e)
try:
    ("x" * 3).split("")
except ValueError as e:
    print(e)
try:
    "a".join(["b", 3])
except TypeError as e:
    print(e)


def bad(x):
    return x.strip()


print(bad(" t "))
try:
    bad(3)
except AttributeError as e:
    print(e)
print(bad(b" t "))
