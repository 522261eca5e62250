"""Lists in globals that a loop reads or stores."""

xs = [i * 3 % 17 for i in range(50)]
ys = [0] * 50
total = 0
for i in range(50):
    total += xs[i]
    ys[i] = total
print(total, ys[:5], ys[-1])
grid = [[i * j for j in range(8)] for i in range(8)]


def col(k):
    t = 0
    for i in range(8):
        t += grid[i][k]
    return t


def row(k):
    t = 0
    for i in range(8):
        t += grid[k][i]
        grid[k][i] = t % 5
    return t


def rebind():
    global xs
    t = 0
    for i in range(20):
        t += xs[i]
        if i == 3:
            xs = [100] * 20
    return t


print(col(3), row(3), row(3), col(3), rebind())
i = 0
while i < len(ys):
    ys[i] -= 1
    i += 1
print(sum(ys))
xs = (1, 2, 3)
n = 0
for i in range(3):
    n += xs[i]
print(n)
del xs
try:
    rebind()
except NameError as e:
    print(e)
