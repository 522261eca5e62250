def f(a, b=1, *args, c, **kw):
    total = a
    for i in args:
        total += i
    return [x for x in kw]


print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_nlocals)
print((lambda x, y=2: x).__code__.co_varnames)
names = f.__code__.co_varnames[: f.__code__.co_argcount]
print(names)


def typo():
    counter = 1
    return conter


try:
    typo()
except NameError as e:
    print(e)
typo()
