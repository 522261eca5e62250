"""Numbers in globals: loops at the level of the module, and what changes a global behind its back."""

total = 0
for i in range(10):
    total += i * i
print(total, i)

weights = [0.5, 1.5, 2.5]
acc = 0.0
for k in range(len(weights)):
    acc += weights[k] * k
print(acc, k)

# The same name for other things.
x = 1
for x in range(3):
    pass
print(x)
x = 2.5
x = x * 2
print(x)
x = "s"
print(x)
x = 2**62
for turn in range(3):
    x += x
print(x, turn)
x = 5
while x > 0:
    x -= 2
    if x == 1:
        x = 0.5
print(x)

count = 0


def bump(by):
    global count
    count += by
    return count


for n in range(5):
    count += 1
    bump(n)
    count += 1
print(count, n)


class Adder:
    def __add__(self, other):
        global count
        count = "changed"
        return self


count = 1
a = Adder()
a = a + 1
print(count)

flag = True
steps = 0
while flag:
    steps += 1
    flag = steps < 4
print(steps, flag)

size = 3
table = [[r * size + c for c in range(size)] for r in range(size)]
s = 0
for r in range(size):
    for c in range(size):
        s += table[r][c] * table[c][r]
print(s, r, c)
for r in range(1, size):
    for c in range(1, size):
        table[r][c] = min(table[r - 1][c], table[r][c - 1]) + 1
print(table)

try:
    for e in range(5):
        s = e
        1 // (2 - e)
        s = e * 10
except ZeroDivisionError:
    print("caught", e, s)

del s
try:
    print(s)
except NameError as error:
    print(error)
try:
    for late in range(0):
        pass
    print(late)
except NameError as error:
    print(error)

sum = 0
for i in range(4):
    sum += i
print(sum)
del sum
print(sum([1, 2]))
