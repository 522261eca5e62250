def f(*excs):
    try:
        raise ExceptionGroup("group", list(excs))
    except* ValueError as e:
        print("values", [str(x) for x in e.exceptions])
    except* (KeyError, TypeError) as e:
        print("pair", len(e.exceptions))
    else:
        print("else")
    finally:
        print("finally")


f(ValueError(1), KeyError(2), ValueError(3))
try:
    f(OSError("left"), ValueError("v"))
except ExceptionGroup as g:
    print(g, [repr(e) for e in g.exceptions])
try:
    raise ValueError("naked")
except* ValueError as e:
    print(type(e).__name__, e.exceptions)
try:
    pass
except* ValueError:
    print("no")
else:
    print("nothing raised")
