def nested(n):
    count = 0
    for i in range(n):
        for j in range(i, n):
            if j % 3 == 0:
                continue
            if i * j > 50:
                break
            count += i * j
        else:
            count += 1000
    else:
        count += 5
    return count


print(nested(12))


def whiles(n):
    out = []
    while True:
        n -= 1
        if n < 0:
            break
        if n % 2:
            continue
        out.append(n)
    else:
        out.append("never")
    while n < 3:
        n += 1
    else:
        out.append("done")
    return out


print(whiles(9))
for i in range(10, 0, -3):
    print(i, end=" ")
print(i)
for i in range(0):
    pass
print(i)
for a, (b, *c) in [(1, (2, 3, 4)), (5, (6,))]:
    print(a, b, c)
for ch in "h\u00e9llo":
    print(ord(ch), end=",")
print()
for k in {"a": 1, "b": 2}:
    print(k)
total = 0
for i in range(5):
    i *= 10
    total += i
print(total, i)
matrix = [[i * j for j in range(4)] for i in range(4)]
print(matrix)
print([x for row in matrix for x in row if x % 2])
print(sum(x * x for x in range(100)))
