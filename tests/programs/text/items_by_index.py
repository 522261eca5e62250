# Items of str, bytes and bytearray by index: in and out of bounds, from the end, wide characters, changed while used.
def letters(s):
    out = []
    for i in range(-len(s), len(s)):
        out.append(s[i])
    return out


def total(b):
    t = 0
    for i in range(-len(b), len(b)):
        t += b[i]
    return t


def count(s, wanted):
    n = 0
    for i in range(len(s)):
        if s[i] == wanted:
            n += 1
    return n


for s in ("", "a", "hello", "h\xe9llo", "\u0394x\u0394", "a\U0001f600b", "\ud800z"):
    print(ascii(letters(s)), count(s, "l"), count(s, "\u0394"), count(s, "\U0001f600"))
print(letters("abc")[0] is letters("abc")[0] or letters("abc")[0] == "a")
print(total(b""), total(b"\x00\xff\x80"), total(bytearray(b"abc")))


def fill(n):
    ba = bytearray(n)
    for i in range(n):
        ba[i] = i * 7 & 255
        ba[-1 - i] ^= 1
    ba.append(9)
    ba += b"xy"
    ba.extend([1, 2])
    return ba, sum(ba), ba[-1], ba[0]


print(fill(9))


def shrinks(ba):
    seen = []
    i = 0
    while i < 10:
        try:
            seen.append(ba[i])
        except IndexError as e:
            seen.append(str(e))
            break
        ba.pop()
        i += 1
    return seen


print(shrinks(bytearray(b"abcdef")))
for bad in (
    lambda: "abc"[3],
    lambda: "abc"[-4],
    lambda: b"abc"[3],
    lambda: bytearray(b"abc")[-4],
    lambda: "abc"["a"],
    lambda: b"abc"[1.0],
    lambda: b"abc"[2**70],
    lambda: bytearray(3).__setitem__(0, 256),
    lambda: bytearray(3).__setitem__(3, 1),
    lambda: bytearray(3).__setitem__(0, "a"),
    lambda: bytearray(3).__setitem__(0, -1),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


def store(ba, i, x):
    ba[i] = x
    return ba


print(store(bytearray(2), True, True), store(bytearray(2), -2, 255), store(bytearray(2), 0, 0))
for i, x in ((2, 1), (0, 256), (0, None), (0, 2**70)):
    try:
        store(bytearray(2), i, x)
    except Exception as e:
        print(type(e).__name__, e)


class Text(str):
    def __getitem__(self, i):
        return "?"


print(letters(Text("ab")))
text = "grows"
for piece in ("a", "\xe9", "\u0394"):
    other = text
    text += piece
    print(text[len(text) - 1], other[len(other) - 1], letters(text)[-1])
