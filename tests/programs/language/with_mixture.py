from contextlib import *
import sys
class CM:
    def __init__(s, n, sup=False, fail=None): s.n, s.sup, s.fail = n, sup, fail
    def __enter__(s):
        print("enter", s.n)
        if s.fail == "enter": raise RuntimeError("enter " + s.n)
        return s.n
    def __exit__(s, et, ev, tb):
        print("exit", s.n, et and et.__name__, ev)
        if s.fail == "exit": raise RuntimeError("exit " + s.n)
        return s.sup
for args in [("a",), ("b", True), ("c", False, "enter"), ("d", False, "exit")]:
    try:
        with CM(*args) as v:
            print("body", v)
            raise KeyError(v)
        print("suppressed")
    except Exception as e: print("caught", repr(e), "ctx", repr(e.__context__))
def f():
    with CM("ret"): return "value"
print(f())
for i in range(3):
    with CM(i):
        if i == 0: continue
        if i == 1: break
with CM("x") as a, CM("y") as b, CM("z", True) as c:
    print(a, b, c); raise ValueError
with CM("t") as (p): print(p)
class T:
    def __enter__(s): return 1, [2, 3]
    def __exit__(s, *a): pass
with T() as (x, [y, z]): print(x, y, z)
d = {}
with CM("sub") as d["k"]: print(d)
@contextmanager
def gen(n, swallow=False):
    print("gen enter", n)
    try: yield n * 2
    except ValueError as e:
        print("gen caught", e)
        if not swallow: raise
    finally: print("gen exit", n)
with gen("q") as g: print(g)
try:
    with gen("r"): raise ValueError("boom")
except ValueError as e: print("outer", e)
with gen("s", True): raise ValueError("swallowed")
@contextmanager
def bad(): yield 1; yield 2
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def none():
    if False: yield
try:
    with none(): pass
except RuntimeError as e: print(e)
with suppress(KeyError, IndexError): {}["a"]
print("after suppress")
with ExitStack() as st:
    vals = [st.enter_context(CM(f"st{i}")) for i in range(2)]
    st.callback(lambda: print("callback")); st.push(lambda *a: print("push", a[0])); print(vals)
class Timer(ContextDecorator):
    def __enter__(s): print("start"); return s
    def __exit__(s, *a): print("stop"); return False
@Timer()
def work(x): print("working", x); return x
print(work(3))
@gen("deco")
def w2(): print("in w2")
w2(); w2()
try:
    with 5: pass
except TypeError as e: print(e)
try:
    with closing(5): pass
except AttributeError as e: print(e)
with redirect_stdout(sys.stderr): print("to stderr")
def nested():
    try:
        with CM("n1"):
            try:
                with CM("n2"): 1 / 0
            finally: print("inner finally")
    except ZeroDivisionError as e: print("zde", e); return 1
    else: return 2
    finally: print("outer finally")
print(nested())
with nullcontext(), nullcontext(4) as n: print(n)
class DB:
    def __init__(s): s.log = []
    @contextmanager
    def transaction(s):
        s.log.append("begin")
        try: yield s; s.log.append("commit")
        except Exception: s.log.append("rollback"); raise
db = DB()
with db.transaction() as t: t.log.append("op")
try:
    with db.transaction(): raise OSError
except OSError: pass
print(db.log)
with CM("uncaught"):
    raise LookupError("final")
