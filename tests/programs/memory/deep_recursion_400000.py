# CPython goes this deep when the limit is raised; collections run at the bottom.
import sys

sys.setrecursionlimit(10**6)


def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)


def with_garbage(n, keep):
    item = [n, keep]
    if n == 0:
        total = 0
        for i in range(20000):
            total += len([i, i])
        return total
    return with_garbage(n - 1, item) + item[0] - n


print(depth(400_000))
print(with_garbage(20_000, None))
