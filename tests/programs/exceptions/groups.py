try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("nested", [KeyError("k"), ValueError(2)])])
except* ValueError as eg:
    print("V", repr(eg), eg.exceptions)
except* TypeError as eg:
    print("T", repr(eg))
except* KeyError as eg:
    print("K", repr(eg))
eg = ExceptionGroup("msg", [ValueError("a"), OSError("b")])
print(eg, repr(eg), eg.message, eg.exceptions)
print(eg.split(ValueError))
print(eg.subgroup(OSError))
print(eg.subgroup(lambda e: isinstance(e, ValueError)))
print(eg.derive([KeyError(1)]))
try:
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(repr(e))
        raise KeyError("new")
except KeyError as e:
    print("direct", repr(e))
except ExceptionGroup as e:
    print("grp", repr(e))
try:
    ExceptionGroup("x", [])
except ValueError as e: print(e)
try:
    ExceptionGroup("x", [1])
except ValueError as e: print(e)
def f():
    raise ValueError("deep")
try:
    f()
except ValueError as e:
    v = e
raise ExceptionGroup("final", [v, ExceptionGroup("inner", [TypeError("x"), KeyError("y")])])
