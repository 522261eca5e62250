import sys


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3), ackermann(1, 10))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


print(is_even(10), is_odd(7), is_even(301))


def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(hanoi(8, "a", "b", "c"))


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


def forever(n):
    return forever(n + 1) + 1


try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, e)


def forever_in_try(n):
    try:
        return forever_in_try(n + 1)
    finally:
        pass


try:
    forever_in_try(0)
except RecursionError as e:
    print(e)

sys.setrecursionlimit(20000)
print(depth(15000))


def count_down(n):
    if n > 0:
        yield n
        yield from count_down(n - 1)


print(sum(count_down(100)))


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def total(self):
        t = self.value
        if self.left:
            t += self.left.total()
        if self.right:
            t += self.right.total()
        return t


def build(d):
    if d == 0:
        return None
    return Node(d, build(d - 1), build(d - 1))


print(build(8).total())
compose = lambda f, n: (lambda x: x) if n == 0 else (lambda x: f(compose(f, n - 1)(x)))
print(compose(lambda x: x * 2, 10)(1))
