# Sizes that make every table grow several times.
n = 200000
xs = []
for i in range(n):
    xs.append(i ^ 0x5555)
print(len(xs), xs[12345], sum(xs))
d = {}
for i in range(n):
    d[i * 3] = i
print(len(d), d[3 * (n - 1)], 1 in d, sum(d))
for i in range(0, n, 2):
    del d[i * 3]
print(len(d), next(iter(d)), sum(d.values()))
s = set(xs)
print(len(s), 0x5555 in s, n * 10 in s)
s -= set(range(0, n, 3))
print(len(s), sum(s))
strs = {str(i): i for i in range(50000)}
print(len(strs), strs["49999"], "50000" in strs, sum(strs[str(i)] for i in range(0, 50000, 7)))
ts = {(i, str(i)): i for i in range(20000)}
print(ts[(777, "777")], (1, 1) in ts)
xs.sort()
print(xs[:5], xs == sorted(xs, reverse=True)[::-1])
xs.reverse()
del xs[1000:]
print(len(xs), xs[0], xs[-1])
while len(xs) > 10:
    xs.pop()
print(xs)
front = list(range(3000))
total = 0
while front:
    total += front.pop(0) * len(front)
print(total)
ys = []
for i in range(2000):
    ys.insert(0, i)
print(ys[:3], ys[-3:], len(ys))
nested = [[j for j in range(i % 50)] for i in range(5000)]
print(sum(map(len, nested)), sum(sum(x) for x in nested))
t = tuple(range(100000))
print(t[-1], len(t + t), sum(t[::1000]), hash(t))
fl = [i * 0.5 for i in range(100000)]
fl.sort(reverse=True)
print(fl[:3], sum(fl))
words = sorted(str(i * 7919 % 100003) for i in range(30000))
print(words[:4], words[-2:], words == sorted(words))
counts = {}
for w in words:
    counts[w[:2]] = counts.get(w[:2], 0) + 1
print(len(counts), sorted(counts.items())[:3])
m = {}
for i in range(1000):
    m.update({i: i, -i: i})
print(len(m), list(m)[:5])
u = frozenset(range(0, 10**6, 1000)) | frozenset(range(500))
print(len(u), sum(u), hash(u))
