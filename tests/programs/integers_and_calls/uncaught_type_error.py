def add(a, b):
    return a + b


def total(values):
    t = 0
    for v in values:
        t = add(t, v)
    return t


print(total([1, 2, 3]))
print(total([1, 2, "3"]))
