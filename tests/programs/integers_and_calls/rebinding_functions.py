# Names of functions that are rebound while callers use them.
def f(n):
    return n + 1


def caller(n):
    total = 0
    for i in range(n):
        total += f(i)
        if i == 2:
            swap()
    return total


def swap():
    global f

    def g(n):
        return n * 100

    f = g


print(caller(5))
print(f(3))


def early():
    return late(1)


try:
    early()
except NameError as e:
    print(e)


def late(x):
    return x + 1


print(early())
del late
try:
    early()
except NameError as e:
    print(e)
late = lambda x: "lambda"
print(early())


def recursive(n):
    return n if n < 1 else recursive(n - 1) + n


keep = recursive
print(keep(10))
recursive = len
try:
    keep(10)
except TypeError as e:
    print(e)
len = lambda x: "mine"
print(len([1]), abs(-3))
print = print
sum = 5
print(sum)
del sum
print(sum([1, 2]))


def shadows(range):
    return [i for i in range]


print(shadows("ab"))


def default(a=f):
    return a(1)


print(default())
f = abs
print(default(), f(-2))
