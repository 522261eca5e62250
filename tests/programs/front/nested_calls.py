def show(*args, **kwargs):
    print(args, sorted(kwargs.items()))


show(1, *[2, 3], 4, *(5,), x=1, **{"y": 2}, z=3, **{})
show(*"ab", *[], **dict(k=1))
show((x for x in [1]).__next__(), sum(x * x for x in range(4)), sum((x for x in range(3)), 10))
show(a := 3, (b := 4), c=(d := 5))
print(a, b, d)
try:
    show(1, x=1, **{"x": 2})
except TypeError as error:
    print(error)
try:
    show(**{1: 2})
except TypeError as error:
    print(error)
try:
    show(*3)
except TypeError as error:
    print(error)
try:
    show(**3)
except TypeError as error:
    print(error)
