# What iteration sees when the list changes.
xs = [1, 2, 3]
for x in xs:
    if len(xs) < 8:
        xs.append(x * 10)
print(xs)
xs = [1, 2, 3, 4, 5, 6]
for x in xs:
    if x % 2 == 0:
        xs.remove(x)
print(xs)
xs = [1, 2, 2, 3]
for x in xs:
    xs.remove(x)
print(xs)
xs = [1, 2, 3]
it = iter(xs)
print(next(it), next(it), next(it), next(it, "end"))
xs.append(4)
print(next(it, "still the end"), list(it))
it = iter(xs)
next(it)
xs.clear()
print(list(it), it.__length_hint__())
xs = [1, 2, 3, 4]
it = reversed(xs)
print(next(it))
del xs[1:]
print(list(it))
xs = [1, 2, 3]
for i, x in enumerate(xs):
    xs[i] = x * 2
    if i == 0:
        xs.insert(0, 99)
    if len(xs) > 6:
        break
print(xs)


class Shrink:
    def __init__(self, xs):
        self.xs = xs

    def __eq__(self, other):
        self.xs.clear()
        return False


ys = []
ys.extend([Shrink(ys), 1, 2, 3])
print(5 in ys, ys)
ys.extend([1, Shrink(ys), 3])
print(ys.count(9), ys)
ys.extend([0, Shrink(ys), 3])
try:
    print(ys.index(7))
except ValueError as e:
    print(e)
zs = []
zs.extend([Shrink(zs), 1])
print(zs == [1, 1], zs)
