def attempt(f):
    try:
        print(f())
    except ZeroDivisionError as e:
        print(type(e).__name__, e)


for a, b in ((1, 0), (1.0, 0), (1, 0.0), (1.5, 0.0), (10**30, 0), (True, False), (0, 0)):
    attempt(lambda: a / b)
    attempt(lambda: a // b)
    attempt(lambda: a % b)
    attempt(lambda: divmod(a, b))
attempt(lambda: 0**-1)
attempt(lambda: 0.0**-1)


def typed(a, b):
    try:
        return a // b
    except ZeroDivisionError as e:
        return str(e)


def typed_mod(a, b):
    try:
        return a % b
    except ZeroDivisionError as e:
        return str(e)


def typed_float(a, b):
    try:
        return a / b
    except ZeroDivisionError as e:
        return str(e)


print(typed(7, 2), typed(7, 0), typed_mod(7, -2), typed_mod(7, 0))
print(typed_float(7.0, 2.0), typed_float(7.0, 0.0), typed_float(7, 2), typed_float(7, 0))
