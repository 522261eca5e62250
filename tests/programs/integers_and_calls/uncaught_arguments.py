def f(a, b):
    return a + b


def g():
    return f(1,
             2,
             3)


print(f(1, 2))
g()
