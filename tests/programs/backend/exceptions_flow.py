log = []


def risky(n):
    if n == 1:
        raise ValueError("one")
    if n == 2:
        return 1 // 0
    if n == 3:
        return [][5]
    if n == 4:
        return {}["k"]
    return n


def run(n):
    try:
        log.append(("try", n))
        r = risky(n)
    except ValueError as e:
        log.append(("value", str(e)))
        r = -1
    except (ZeroDivisionError, IndexError) as e:
        log.append((type(e).__name__, str(e)))
        r = -2
    else:
        log.append("else")
    finally:
        log.append("finally")
    return r


for n in range(6):
    try:
        print(n, run(n))
    except KeyError as e:
        print("outer", repr(e))
print(log)


def returns_in_finally():
    for i in range(3):
        try:
            if i == 1:
                return "try"
        finally:
            if i == 1:
                return "finally"
    return "end"


print(returns_in_finally())


def breaks():
    out = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(-i)
    return out


print(breaks())


def nested():
    try:
        try:
            raise KeyError("inner")
        except ValueError:
            print("no")
        finally:
            print("inner finally")
    except KeyError as e:
        print("caught", e)
        try:
            raise TypeError("from handler")
        except TypeError as t:
            print(t, type(t.__context__).__name__)
    try:
        try:
            1 / 0
        except ZeroDivisionError as z:
            raise RuntimeError("wrapped") from z
    except RuntimeError as r:
        print(r, repr(r.__cause__), r.__suppress_context__)


nested()
try:
    e = 5
    raise ValueError
except ValueError as e:
    pass
try:
    e
except NameError as n:
    print(n)


def reraise():
    try:
        raise OSError(2, "gone")
    except OSError:
        raise


try:
    reraise()
except OSError as o:
    print(o.errno, o.strerror, o)
try:
    raise
except RuntimeError as r:
    print(r)


class Custom(Exception):
    def __init__(self, code, *args):
        super().__init__(*args)
        self.code = code

    def __str__(self):
        return f"custom {self.code}"


try:
    raise Custom(7, "x", "y")
except Exception as c:
    print(c, c.args, c.code, repr(c))
try:
    assert 1 == 2, "math works"
except AssertionError as a:
    print("assert", a)
