class AppError(Exception):
    code = 1
    def __init__(self, msg, *, code=None):
        super().__init__(msg); self.msg = msg
        if code: self.code = code
    def __str__(self): return f"[{self.code}] {self.msg}"
class NetError(AppError): code = 2
def f(n):
    try:
        if n == 0: raise NetError("net", code=5)
        if n == 1: return "ret"
        if n == 2: raise KeyError("k")
        if n == 3: [][1]
        if n == 4: raise AppError
        print("body ok")
    except NetError as e:
        print("net", e, e.args, e.code)
        raise AppError("wrapped") from e
    except (KeyError, IndexError) as e:
        print(type(e).__name__, e)
        return "handled"
    else:
        print("else")
    finally:
        print("finally", n)
    return "end"
for i in range(6):
    try: print(f(i))
    except AppError as e: print("outer", repr(e), repr(e.__cause__))
    except TypeError as e: print("type", e)
def nested():
    try:
        try: 1/0
        except ZeroDivisionError as e: raise ValueError("inner") from None
    except ValueError as v:
        print(v.__cause__, repr(v.__context__), v.__suppress_context__)
        try: raise KeyError(1)
        except KeyError as k: print(repr(k.__context__))
nested()
def ret():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "x"
            print("i", i)
        finally:
            print("fin", i)
print(ret())
def override():
    try: return 1
    finally: return 2
print(override())
def swallow():
    while True:
        try: 1/0
        finally: break
    return "swallowed"
print(swallow())
try:
    try: raise ValueError("a")
    finally: print("cleanup")
except ValueError as e: err = e
print(err, err.__traceback__ is not None)
try: e
except NameError as ne: print(ne)
eg = ExceptionGroup("group", [ValueError(1), TypeError("t"), ExceptionGroup("sub", [KeyError("k"), ValueError(2)])])
try: raise eg
except* ValueError as g: print("VE", g, g.exceptions)
except* TypeError as g: print("TE", g.exceptions)
except* KeyError as g: print("KE", repr(g))
print(eg.subgroup(ValueError), eg.split(TypeError), eg.message, len(eg.exceptions), eg.derive([ValueError(9)]))
e = ValueError("noted"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__)
try: raise ValueError("a", "b", 3)
except ValueError as e: a, b, c = e.args; print(a, b, c, e)
class Ctx:
    def __init__(self, n, sup=False): self.n, self.sup = n, sup
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, t, v, tb): print("exit", self.n, t.__name__ if t else None, v, tb is not None); return self.sup
with Ctx("a") as a, Ctx("b", True) as b:
    raise ValueError("in with")
with (Ctx("p"), Ctx("q") as q,):
    print(q.n)
try:
    with Ctx("x"):
        with Ctx("y"): {}["z"]
except KeyError as e: print("out", e)
import contextlib
with contextlib.suppress(ZeroDivisionError): 1/0; print("no")
@contextlib.contextmanager
def tag(n):
    print(f"<{n}>")
    try: yield n.upper()
    except ValueError as e: print("tag caught", e)
    finally: print(f"</{n}>")
with tag("b") as t: print(t); raise ValueError("zz")
@tag("deco")
def decorated(): print("in deco")
decorated()
with contextlib.ExitStack() as st:
    for i in range(3): st.enter_context(tag(str(i)))
    st.callback(print, "cb", 1)
with contextlib.closing(type("Cl", (), {"close": lambda self: print("closed")})()) as c: pass
import io
with contextlib.redirect_stdout(io.StringIO()) as buf: print("hidden")
print(repr(buf.getvalue()))
with contextlib.nullcontext(5) as n: print(n)
try: raise
except RuntimeError as e: print(e)
try: assert 1 == 2, f"msg {1+1}"
except AssertionError as e: print(repr(e))
try: assert False
except AssertionError as e: print(repr(e), str(e) == "")
print(issubclass(ModuleNotFoundError, ImportError), ZeroDivisionError.__mro__, LookupError.__subclasses__()[:2])
def gen():
    try:
        while True:
            try: x = yield; print("got", x)
            except ValueError as e: print("gen caught", e); yield "recovered"
    finally: print("gen closed")
g = gen(); next(g); g.send(1); print(g.throw(ValueError("v"))); next(g); g.close()
try: next(g)
except StopIteration as e: print("SI", e.value)
def bad():
    yield 1
    raise StopIteration("x")
try: list(bad())
except RuntimeError as e: print(e, repr(e.__cause__))
raise AppError("final", code=9) from ValueError("cause")
