def f(x):
    if x == 2: raise StopIteration(5)
    return x
try:
    1/0
except ZeroDivisionError:
    print(max(f(x) for x in range(4)))
