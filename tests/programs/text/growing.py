# Text that grows piece by piece, past collections, with older values kept.
from collections import namedtuple
P = namedtuple("P", "x y")
kept = []
s = ""
for i in range(300000):
    s += "xyz"[i % 3]
    if i % 60000 == 0:
        kept.append((i, s, P(i, s[-1])))
for i, t, p in kept:
    print(i, len(t), t[-3:], t == s[:i + 1], p.y, hash(t) == hash(s[:i + 1]))
u = s + "é"
v = s + "☃"
w = s + "b"
print(len(s), len(u), len(v), len(w), u[-2:], v[-2:], w[-2:], s[-1], u < v, w == s + "b", u == v)
d = {w: 1}
print(d[s + "b"], (s + "b") in d, w.count("x"), w.find("zb"), w[:5].upper(), len(w.encode()), len(v.split("y")))
line = ""
for word in ("the quick brown fox " * 2000).split():
    line = line + word + " "
print(len(line), line[-9:], line.count("fox"))
