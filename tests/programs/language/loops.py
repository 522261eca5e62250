for i in range(5):
    if i == 3:
        break
else:
    print("not printed")
print(i)
for i in range(3):
    pass
else:
    print("else", i)
for i in []:
    pass
else:
    print("empty else", i)
while i:
    i -= 1
    if i == 1:
        continue
    print("while", i)
else:
    print("while else")
n = 0
while True:
    n += 1
    if n > 5:
        break
print(n)
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
    else:
        print("never")
for x in "abc":
    x = x.upper()
    print(x, end="")
print()
lst = [1, 2, 3]
for v in lst:
    if v < 3 and len(lst) < 6:
        lst.append(v + 10)
print(lst)
d = {"a": 1}
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as e:
    print(e)
for i in range(10, 0, -3):
    print(i, end=" ")
print()
for i in range(2):
    i = 100
    print(i)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print([v for v in Countdown(3)])
for holder in [[0]]:
    for holder[0] in range(4):
        pass
print(holder)


class Attr:
    pass


a = Attr()
for a.x in "xyz":
    pass
print(a.x)
try:
    for x in 5:
        pass
except TypeError as e:
    print(e)


class BadIter:
    def __iter__(self):
        return 5


try:
    for x in BadIter():
        pass
except TypeError as e:
    print(e)


class OldStyle:
    def __getitem__(self, i):
        if i < 3:
            return i * i
        raise IndexError


print(list(OldStyle()), 4 in OldStyle(), 5 in OldStyle())


def find(m, t):
    for i, row in enumerate(m):
        for j, v in enumerate(row):
            if v == t:
                return i, j
    return None


print(find([[1, 2], [3, 4]], 4), find([[1]], 2))
total = 0
for i in range(1, 101):
    if i % 15 == 0:
        total += 15
    elif i % 5 == 0:
        total += 5
    elif i % 3 == 0:
        total += 3
    else:
        total -= 1
print(total)
it = iter([1, 2, 3, 4])
for a in it:
    for b in it:
        print(a, b)
        break
i = 10
while i > 0:
    i //= 2
    if i == 2:
        continue
    elif i == 1:
        break
else:
    print("no")
print(i)
for _ in range(2):
    try:
        continue
    finally:
        print("f")
for x in iter(lambda: next(it, "end"), "end"):
    print(x)
for i, (a, b), *c in [(1, (2, 3), 4, 5)]:
    print(i, a, b, c)
