a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
*a, b = range(4)
print(a, b)
a, *b, c = [1, 2]
print(a, b, c)
first, (second, *third), *fourth = [1, [2, 3, 4], 5, 6]
print(first, second, third, fourth)
for i, (k, v) in enumerate({"x": 1, "y": 2}.items()):
    print(i, k, v)


def try_unpack(n, value):
    try:
        if n == 2:
            a, b = value
        elif n == 0:
            [] = value
        else:
            a, *b, c = value
        print("ok")
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


try_unpack(2, [1])
try_unpack(2, [1, 2, 3])
try_unpack(2, (1, 2, 3, 4))
try_unpack(2, {1: 1, 2: 2, 3: 3})
try_unpack(2, iter([1, 2, 3]))
try_unpack(2, 5)
try_unpack(2, "ab")
try_unpack(3, [1])
try_unpack(3, None)
try_unpack(0, [])
try_unpack(0, [1])


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


a, b, c = Seq()
print(a, b, c)
d = {}
d["x"], d["y"] = 1, 2
lst = [1, 2, 3]
lst[0], lst[2] = lst[2], lst[0]
print(d, lst)


class O:
    pass


o = O()
o.a, o.b = o, lst
print(o.a is o, o.b)
x = y = z = []
x.append(1)
print(z, x is y)
i = 0
arr = [5, 6, 7]
i, arr[i] = 1, 9
print(i, arr)


def swap3(a, b, c):
    a, b, c = c, a, b
    return a, b, c


print(swap3(1, 2, 3))
(lambda a, *b: print(a, b))(*[1, 2, 3])
print(*[1], *(2, 3), sep="-")
print({**{"a": 1, "b": 2}, "b": 3, **{"c": 4}})


def kw(**k):
    return sorted(k.items())


print(kw(**{"a": 1}, b=2, **{"c": 3}))
for bad in (lambda: kw(**{"a": 1}, a=2), lambda: kw(a=1, **{"a": 2}), lambda: kw(**{1: 2}), lambda: kw(**5),
            lambda: kw(*5), lambda: kw(1, *5), lambda: [*5], lambda: {**5}, lambda: {*5}):
    try:
        bad()
    except TypeError as e:
        print(e)
[a, [b, c]] = 1, (2, 3)
print(a, b, c)
(a,) = [5]
print(a)
for x, in [(1,), (2,)]:
    print(x)
