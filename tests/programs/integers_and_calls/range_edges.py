BIG = 9223372036854775807


def walk(a, b, s):
    out = []
    for i in range(a, b, s):
        out.append(i)
        if len(out) > 5:
            break
    return out


print(walk(0, 10, 3), walk(10, 0, -3), walk(0, 0, 1), walk(5, 1, 1), walk(1, 5, -1))
print(walk(BIG - 3, BIG, 2), walk(BIG - 3, BIG, 1), walk(-BIG, -BIG - 1, -1), walk(-BIG - 1, BIG, BIG))
print(walk(BIG, -BIG - 1, -BIG), walk(BIG - 1, BIG + 5, 3), walk(BIG + 1, BIG + 3, 1))
print(walk(-BIG - 3, -BIG, 1))
try:
    walk(0, 5, 0)
except ValueError as e:
    print(e)
try:
    for i in range(1.5):
        print(i)
except TypeError as e:
    print(e)
for i in range(3):
    i += 10
    print(i)
print(i)
for i in range(0):
    pass
print(i)
for i in range(True, 4):
    print(i, end=" ")
print()
n = 3
for i in range(n):
    n = 100
    print(i, n)
for j in range(2, -3, -2):
    print(j)
else:
    print("else", j)
for x in range(3):
    for y in range(x):
        if y == 1:
            continue
        print(x, y)
