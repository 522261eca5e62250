# Captured variables that outgrow 64 bits.
def counter(start):
    n = start

    def step(by):
        nonlocal n
        n += by
        return n

    def peek():
        return n

    return step, peek


step, peek = counter(9223372036854775800)
for _ in range(12):
    print(step(1), peek())


def outer(a, b):
    c = a * b

    def inner(d):
        return a * d + c

    e = c * c
    return inner(e), inner(1), e


print(outer(3, 4))
print(outer(3037000500, 3037000501))
