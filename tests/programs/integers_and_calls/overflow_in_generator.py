def powers(base):
    x = 1
    while True:
        yield x
        x *= base


for i, p in enumerate(powers(1000)):
    if i > 10:
        break
    print(i, p)


def running(values):
    total = 0
    for v in values:
        total += v
        yield total


print(list(running([2**62] * 5)))
print(sum(running(range(100))))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fibonacci()
last = [next(f) for _ in range(120)][-1]
print(last)
