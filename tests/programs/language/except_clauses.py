import sys


class Base(Exception):
    pass


class Derived(Base):
    def __init__(self, *args, code=0):
        super().__init__(*args)
        self.code = code


def classify(exc):
    try:
        raise exc
    except Derived as e:
        return "Derived", e.code, e.args
    except (ValueError, KeyError) as e:
        return "pair", type(e).__name__, e.args
    except Base:
        return "Base"
    except Exception as e:
        return "other", repr(e)
    except:
        return "bare"


for exc in [Derived(1, code=7), ValueError("v"), KeyError("k"), Base(), OSError(2, "no"), KeyboardInterrupt(), Base]:
    print(classify(exc))
try:
    raise ValueError("x")
except ValueError as e:
    kept = e
try:
    e
except NameError as err:
    print(err)
print(kept, kept.__context__, kept.__traceback__ is not None)


def f():
    try:
        raise KeyError(1)
    except KeyError as e:
        try:
            raise ValueError(2)
        except ValueError as e2:
            print(repr(e2.__context__), e2.__context__ is e)
        print(repr(e))
    try:
        return e
    except UnboundLocalError as e:
        return str(e)


print(f())


def reraise():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            raise
    except ValueError as e:
        return e.args, e.__context__, e.__cause__


print(reraise())
try:
    raise
except RuntimeError as e:
    print(e)


def cause():
    try:
        try:
            {}["a"]
        except KeyError as k:
            raise ValueError("bad") from k
    except ValueError as v:
        print(repr(v.__cause__), v.__suppress_context__)
    try:
        try:
            {}["a"]
        except KeyError:
            raise ValueError("bad") from None
    except ValueError as v:
        print(v.__cause__, repr(v.__context__), v.__suppress_context__)


cause()
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)


def helper():
    raise


try:
    try:
        raise KeyError("outer")
    except KeyError:
        helper()
except KeyError as e:
    print("through helper", e)
print(sys.exc_info())
try:
    raise IndexError("i")
except LookupError:
    print(sys.exc_info()[0].__name__, sys.exception())
print(sys.exception())


def dynamic(*classes):
    try:
        raise ValueError(1)
    except classes:
        return "caught"


print(dynamic(KeyError, ValueError))
try:
    dynamic()
except ValueError:
    print("not caught inside")
try:
    raise Base("note")
except Base as e:
    e.add_note("extra")
    print(e.__notes__)


def delete_name():
    try:
        raise ValueError("z")
    except ValueError as e:
        del e
    return "fine"


print(delete_name())


def finally_sees():
    try:
        raise ValueError("q")
    except ValueError:
        pass
    finally:
        return sys.exception()


print(finally_sees())


def generator():
    try:
        yield sys.exception()
    except ValueError:
        yield repr(sys.exception())
    yield sys.exception()


try:
    raise KeyError("around")
except KeyError:
    g = generator()
    print(repr(next(g)))
    print(g.throw(ValueError("in")))
    print(repr(next(g)))
