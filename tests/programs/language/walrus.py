if (n := len([1, 2, 3])) > 2:
    print(n)
while (n := n - 1) > 0:
    print("n", n)


def f(x):
    return x, (y := x + 1), y


print(f(1))
x = 1
print(x, (x := 2), x)


def order():
    x = 1
    a = [x, (x := x + 1), x, (x := x * 10), x]
    return a, x


print(order())


def aug():
    x = 1
    x += (x := 5)
    return x


print(aug())


def call(x):
    return (lambda *a: a)(x, (x := 9), x)


print(call(0))
print([y := 1, y**2], y)
if any((bad := v) < 0 for v in [3, -1, 2]):
    print(bad)
print([(k, v) for k in range(3) if (v := k * 2) > 1], v)


def closure():
    if (c := 5):
        pass
    return lambda: c


print(closure()())
d = {}
d[(k := "key")] = 1
print(d)
s = "abc"
while s:
    s, last = s[:-1], s[-1]
    if (m := last) == "b":
        print("b found")


def compare():
    x = 1
    return x < (x := 3) < (x := 4), x


print(compare())


def binary():
    a = 2
    return a * (a := 3) + a


print(binary())


def sub():
    i = 0
    lst = [10, 20, 30]
    return lst[i], lst[(i := 1)], lst[i]


print(sub())


def attr():
    class O:
        v = 1

    class P:
        v = 2

    o = O
    return o.v + (o := P).v + o.v


print(attr())


def ifexp():
    return (a := 5) if (a := 0) else a


print(ifexp())
print(f"{(z := 3)}{z}")


def genexp():
    total = 0
    list((total := total + i) for i in range(4))
    return total


print(genexp())
