"""Recursion of every kind up to the limit, and what reads how deep it is on the way."""
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def ack(m, n):
    if m == 0:
        return n + 1
    return ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))


def down(n):
    return 0 if n == 0 else down(n - 1) + 1


def down_calling(n, f):
    if n == 0:
        return f()
    return down_calling(n - 1, f) + 1


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def endless(n):
    return endless(n + 1) + 1


def growing(n, x):
    return x if n == 0 else growing(n - 1, x * 3) + 1


def deepest(f):
    low, high = 1, 2000
    while low < high:
        middle = (low + high + 1) // 2
        try:
            f(middle)
            low = middle
        except RecursionError:
            high = middle - 1
    return low


def room():
    return deepest(down)


def caught(n):
    try:
        return endless(n)
    except RecursionError as error:
        return str(error)


def through_sort(n):
    if n == 0:
        return 0
    return sorted([n - 1], key=through_sort)[0]


class Tree:
    def __init__(self, depth):
        self.child = Tree(depth - 1) if depth else None

    def height(self):
        return 0 if self.child is None else self.child.height() + 1

    def __repr__(self):
        return f"T({self.child!r})"


def raises(n):
    if n == 0:
        raise ValueError("bottom")
    return raises(n - 1) + 1


def swallow(n):
    try:
        return raises(n)
    except ValueError as error:
        return room()


print(fib(20), ack(2, 9), down(500), is_even(301), growing(60, 1))
first = room()
print(first)
for n in 0, 1, 7, 100:
    print(first - down_calling(n, room) + n)
print(caught(0), room() == first)
print(swallow(5), swallow(50), room() == first)
print(through_sort(20), room() == first)
print(Tree(100).height(), len(repr(Tree(50))), room() == first)
print(deepest(is_even), deepest(lambda n: growing(n, 1)), deepest(lambda n: fib(1) + down(n)))
sys.setrecursionlimit(300)
print(room(), caught(5))
try:
    growing(400, 2)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(1000)
print(room() == first)
endless(0)
