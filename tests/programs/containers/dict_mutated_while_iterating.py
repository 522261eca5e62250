# Iteration notices a change of size, and of keys.
def run(label, f):
    try:
        f()
        print(label, "no error")
    except RuntimeError as e:
        print(label, e)


def grow():
    d = {1: 1, 2: 2}
    for k in d:
        d[k + 10] = 1


def shrink():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]


def swap():
    d = {1: 1, 2: 2, 3: 3}
    for k in d:
        print("key", k)
        del d[k]
        d[k + 10] = 1


def values():
    d = {1: 1}
    for v in d.values():
        d[2] = 2


def items():
    d = {1: 1}
    for k, v in d.items():
        d.clear()


def replace_value():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = k * 100
    print(d)


def last():
    d = {1: 1}
    for k in d:
        d[2] = 2
        break
    print(d)


def backwards():
    d = {1: 1, 2: 2}
    for k in reversed(d):
        d[k + 10] = 1


for f in (grow, shrink, swap, values, items, replace_value, last, backwards):
    run(f.__name__, f)
d = {1: 1, 2: 2}
it = iter(d)
print(next(it))
d[3] = 3
for _ in range(2):
    try:
        next(it)
    except RuntimeError as e:
        print(e)
it = iter({1: 1})
print(it.__length_hint__(), next(it), next(it, "end"), next(it, "end"), it.__length_hint__())
d = {i: i for i in range(5)}
it = iter(d)
next(it)
d.pop(0)
d[9] = 9
print(list(it))
d = dict.fromkeys(range(20))
for k in list(d):
    if k % 3:
        del d[k]
print(d)
