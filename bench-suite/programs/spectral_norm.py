"""The spectral norm of an infinite matrix by the power method: nested loops over floats in lists."""
import math


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    n = len(v)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(i, j) * v[j]
        result.append(total)
    return result


def times_transposed(v):
    n = len(v)
    result = []
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(j, i) * v[j]
        result.append(total)
    return result


def norm(n):
    u = [1.0] * n
    v = u
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = vv = 0.0
    for a, b in zip(u, v):
        uv += a * b
        vv += b * b
    return math.sqrt(uv / vv)


def main():
    result = norm(320)
    print(f"{result:.9f}")
    assert 1.2742 < result < 1.2743


main()
