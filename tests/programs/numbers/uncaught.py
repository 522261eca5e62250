# traceback of number errors
def f(x):
    return 10 // x
def g(s):
    return int(s) + f(0)
try:
    g("x")
except ValueError as e:
    print("caught", e)
try:
    g("5")
except ZeroDivisionError as e:
    print("caught", e, type(e).__mro__[1].__name__)
print(f"{'a':>3}" + "b" * 3)
x = "12a"
y = int(x)
