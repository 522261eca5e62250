def g(n):
    if n:
        k = 1
    return [sum(k for _ in range(3))]
g(0)
