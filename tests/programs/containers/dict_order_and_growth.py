# Insertion order through growth, deletion, reinsertion, popitem.
d = {}
for i in range(2000):
    d[i * 7919 % 2003] = i
print(len(d), list(d)[:5], list(d)[-5:], sum(d.values()))
for i in range(0, 2003, 2):
    d.pop(i, None)
print(len(d), list(d)[:5], all(k % 2 for k in d))
for i in range(10):
    d[i] = -i
print(list(d)[-10:], d[4], d[1])
while len(d) > 3:
    d.popitem()
print(d)
for i in range(100):
    d[f"key{i}"] = i
    if i >= 5:
        del d[f"key{i - 5}"]
print(d)
e = {}
for i in range(1000):
    e[i] = i
    if i % 2:
        e.popitem()
print(len(e), list(e.items())[-1])
words = "the quick brown fox jumps over the lazy dog the fox".split()
count = {}
for w in words:
    count[w] = count.get(w, 0) + 1
print(count, sorted(count.items(), key=lambda p: (-p[1], p[0])))
groups = {}
for w in words:
    groups.setdefault(len(w), []).append(w)
print(groups)
neg = {-i: i for i in range(50)}
print(list(neg)[:3], neg[-49], -50 in neg, neg[0])
mixed = {}
for x in [1, "1", 1.5, (1,), None, True, 2**70, "é", b"1", 1.0, -1, -2, "1"]:
    mixed[x] = mixed.get(x, 0) + 1
print(mixed)
big = {2**i: i for i in range(0, 200, 10)}
print(big[2**100], big.get(2**101), len(big), list(big.values()))
fl = {i / 4: i for i in range(-20, 20)}
print(fl[1.0], fl[1], fl[-2.25], len(fl))
copy = d.copy()
copy["new"] = 1
d.update(copy)
print(list(d), d == copy)
