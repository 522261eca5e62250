def squares(n, start):
    return [x * x for x in range(start, start + n)]


print(squares(4, 0))
print(squares(4, 3037000498))
print({x: x**3 for x in (2000000, 2097151, 2097152, 3000000)})
print(sorted({x << 61 for x in range(1, 6)}))
print([a * b for a in (1, 2**40) for b in (3, 2**30) if a * b > 5])
