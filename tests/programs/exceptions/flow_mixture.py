def f(x):
    try:
        try:
            if x == 0: raise ValueError("v")
            if x == 1: raise TypeError("t")
            if x == 2: return "r"
        except ValueError:
            if x == 0: raise KeyError("k")
        else: print("else", x)
        finally: print("inner", x)
    except (KeyError, TypeError) as e:
        return f"{type(e).__name__} {e.__context__!r}"
    finally:
        print("outer", x)
    return "end"
for i in range(4): print(f(i))
def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("try", i)
        except Exception: pass
        else: print("else", i)
        finally: print("fin", i)
    else: print("no")
loop()
def g():
    try: yield 1; yield 2
    except GeneratorExit: print("ge"); raise
    except ValueError as e: yield f"caught {e}"
    finally: print("gfin")
x = g(); print(next(x)); print(x.throw(ValueError("hi"))); print(next(x, "done"))
def reraise():
    try: 1 / 0
    except ZeroDivisionError as e:
        e.args = ("changed",) + e.args; raise
try: reraise()
except ZeroDivisionError as e: print(e.args)
def chain():
    try: int("x")
    except ValueError as e: raise RuntimeError("rt") from e
try: chain()
except RuntimeError as e:
    while e: print(type(e).__name__, e); e = e.__cause__ or e.__context__
class E1(Exception):
    def __init__(self, a, b=2): self.a, self.b = a, b
class E2(E1):
    def __init__(self, *args, **kw): super().__init__(*args, **kw); Exception.__init__(self, "custom", self.a)
    def __reduce__(self): return (E2, (self.a,))
for e in (E1(1), E2(3, b=4)): print(repr(e), str(e), e.args, e.a, e.b)
try: raise E2(1)
except E1 as e: print("caught", type(e).__name__)
def deep(n):
    if n == 0: raise ValueError("deep")
    try: deep(n - 1)
    except ValueError as e: raise ValueError(f"level {n}") from e
try: deep(3)
except ValueError as e:
    n = 0
    while e: n += 1; e = e.__cause__
    print(n)
import sys
try: 1 / 0
except: print(sys.exc_info()[0], sys.exc_info()[1], sys.exception() is sys.exc_info()[1])
print(sys.exc_info())
try: raise OSError(13, "denied", "file.txt")
except PermissionError as e: print(repr(e), e, e.errno, e.filename)
try: raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")
except ValueError as e: print(e)
try: raise SystemExit(4)
except SystemExit as e: print(e.code)
try: raise StopIteration(5)
except StopIteration as e: print(e.value)
print(isinstance(KeyError(), LookupError), issubclass(OSError, Exception), IOError is OSError, EnvironmentError is OSError, ArithmeticError.__subclasses__(), Exception.__mro__, BaseException().args, ValueError(1) == ValueError(1))
try: raise Exception from None
except Exception as e: print(e.__suppress_context__, repr(e))
e = ValueError("x").with_traceback(None); print(e.__traceback__)
eg = ExceptionGroup("eg", [ValueError(1), ExceptionGroup("in", [TypeError(2), OSError(3)])])
try: raise eg
except* (TypeError, OSError) as g: print(g.exceptions[0].exceptions)
except* ValueError as g: print(repr(g))
try:
    try: raise ExceptionGroup("a", [ValueError(1), KeyError(2)])
    except* ValueError: raise TypeError("from handler")
except ExceptionGroup as g: print(repr(g), g.exceptions[0].__context__)
try:
    try: raise ValueError("naked")
    except* ValueError as g: print(repr(g)); raise
except ExceptionGroup as e: print("re", repr(e))
except ValueError as e: print("naked re", repr(e))
print(eg.subgroup(lambda e: isinstance(e, TypeError)), eg.split(OSError)[0].exceptions)
try: ExceptionGroup("x", [])
except ValueError as e: print(e)
try: ExceptionGroup("x", [1])
except ValueError as e: print(e)
try: ExceptionGroup("x", [KeyboardInterrupt()])
except TypeError as e: print(e)
print(repr(BaseExceptionGroup("x", [KeyboardInterrupt()])), type(BaseExceptionGroup("x", [ValueError()])).__name__)
def fin():
    try: raise ValueError("lost")
    finally: return "fin wins"
print(fin())
class Retry:
    def __init__(s, n): s.n = n
    def __call__(s, f):
        def w(*a):
            for i in range(s.n):
                try: return f(*a)
                except Exception as e: print("attempt", i + 1, e); last = e
            raise RuntimeError("gave up") from last
        return w
cnt = 0
@Retry(3)
def flaky(limit):
    global cnt; cnt += 1
    if cnt < limit: raise ConnectionError(f"fail {cnt}")
    return "ok"
print(flaky(2))
try: flaky(99)
except RuntimeError as e: print(e, repr(e.__cause__))
assert cnt > 0, "never"
raise eg
