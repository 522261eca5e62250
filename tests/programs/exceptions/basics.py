def t(f):
    try:
        r = f()
        print("ok", r)
    except BaseException as e:
        print(type(e).__name__, "|", e, "|", repr(e))

def r(e):
    raise e
t(lambda: r(ValueError))
t(lambda: r(ValueError()))
t(lambda: r(ValueError(1, 2)))
t(lambda: r(KeyError("a")))
t(lambda: r(KeyError("a", "b")))
t(lambda: r(5))
t(lambda: r(int))
t(lambda: r(StopIteration(3)))
t(lambda: r(SystemExit(3)))
t(lambda: r(OSError(2, "No such file", "foo.txt")))
t(lambda: r(OSError(13, "denied")))
t(lambda: r(OSError("just text")))
t(lambda: open("/nonexistent/file"))
t(lambda: r(ImportError("x", name="y")))
t(lambda: r(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")))
t(lambda: b"\xff".decode())
t(lambda: "\xe9".encode("ascii"))
t(lambda: undefined_name)
t(lambda: (1).foo)
t(lambda: None.foo)
none, five, text, one = None, 5, 'abc', [1]
t(lambda: none[0])
t(lambda: 1 + "a")
t(lambda: "a" + 1)
t(lambda: [] < 3)
t(lambda: len(5))
t(lambda: iter(5))
t(lambda: next(5))
t(lambda: five())
t(lambda: {[]: 1})
t(lambda: int("x"))
t(lambda: float("x"))
t(lambda: [1].index(5))
t(lambda: [].pop())
t(lambda: {}.popitem())
t(lambda: set().pop())
t(lambda: (1, 2)[5])
t(lambda: "abc"[10])
t(lambda: text["x"])
t(lambda: one["x"])
t(lambda: 1 / 0)
t(lambda: 1 // 0)
t(lambda: 1 % 0)
t(lambda: 1.0 / 0)
t(lambda: 2 ** -1)
t(lambda: 0 ** -1)
t(lambda: chr(-1))
t(lambda: ord("ab"))
t(lambda: isinstance(1, 5))
t(lambda: issubclass(1, int))
t(lambda: abs("x"))
t(lambda: -"x")
t(lambda: ~1.5)
t(lambda: sum(["a"]))
t(lambda: max([]))
t(lambda: range(1, 2, 0))
t(lambda: "%d" % "x")
t(lambda: "{}".format())
t(lambda: getattr(1, "zz"))
t(lambda: setattr(1, "zz", 2))
t(lambda: object().x)

def assertion():
    assert 1 == 2, "msg"
t(assertion)
def assertion2():
    assert False
t(assertion2)
def unbound():
    print(x)
    x = 1
t(unbound)
def unpack():
    a, b = [1, 2, 3]
t(unpack)
def unpack2():
    a, b, c = 1, 2
t(unpack2)
def unpack3():
    a, *b, c = [1]
t(unpack3)
def unpack4():
    a, b = 5
t(unpack4)

try:
    try:
        raise ValueError("a")
    finally:
        print("finally")
except ValueError as e:
    print("caught", e)
else:
    print("no")

def order():
    try:
        return "try"
    finally:
        print("in finally")
print(order())
def override():
    for i in range(3):
        try:
            raise ValueError
        except ValueError:
            continue
        finally:
            print("f", i)
    return "end"
print(override())

e = ValueError("x")
e.add_note("note 1")
print(e.__notes__)
try:
    raise e
except ValueError as e2:
    print(e2 is e, e2.__traceback__ is not None)
try:
    raise TypeError("t") from None
except TypeError as e:
    print(e.__cause__, e.__suppress_context__)
try:
    try:
        raise KeyError(1)
    except KeyError:
        raise IndexError(2)
except IndexError as e:
    print(repr(e.__context__), e.__cause__)
try:
    try:
        raise KeyError(1)
    except (IndexError, KeyError) as k:
        raise
except LookupError as e:
    print("reraised", repr(e))
class E1(Exception):
    def __str__(self): return "custom str"
class E2(E1, ValueError): pass
try: raise E2("q")
except ValueError as e: print(e, repr(e), E2.__mro__)
try:
    raise Exception("a", 1)
except Exception as e:
    print(e, e.args)
import sys
try:
    raise ValueError("info")
except ValueError:
    print(sys.exc_info()[0], sys.exc_info()[1])
print(sys.exc_info())
