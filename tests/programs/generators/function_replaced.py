def numbers(n):
    for i in range(n):
        yield i


def total(n):
    t = 0
    for x in numbers(n):
        t += x
    return t


print(total(5))
saved = numbers


def other(n):
    yield from ("a", "b")


def strings(n):
    s = ""
    for x in numbers(n):
        s = s + str(x)
    return s


print(strings(3))
globals()["numbers"] = lambda n: iter(range(n, n + 2))
print(total(5), strings(3))
globals()["numbers"] = lambda n: [0.5, 2**70]
print(total(5), strings(3))
globals()["numbers"] = other
print(strings(3))
try:
    total(3)
except TypeError as e:
    print(e)
globals()["numbers"] = saved
print(total(4), strings(4))
