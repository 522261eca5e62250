# Tracebacks as text, calls at exit.
import traceback, sys, atexit, io
@atexit.register
def bye(): print('bye')
atexit.register(print, 'args', 1, sep='-')
def never(): print('never')
atexit.register(never); atexit.unregister(never)
def f(n):
    if n == 0: return 1/0
    return f(n-1)
try: f(2)
except ZeroDivisionError as e:
    traceback.print_exc(); print(traceback.format_exc()); print(traceback.format_exception_only(e)); print(traceback.format_exception(e)); print(traceback.extract_tb(e.__traceback__)[-1].name, traceback.extract_tb(e.__traceback__)[0].lineno, traceback.extract_tb(e.__traceback__)[1].line)
    traceback.print_exc(file=sys.stdout)
    traceback.print_tb(e.__traceback__, file=sys.stdout); print(traceback.format_tb(e.__traceback__)); print(traceback.format_exc(limit=1)); print(traceback.format_tb(e.__traceback__, -1))
def g():
    try: f(0)
    except ZeroDivisionError as e: raise ValueError('wrapped') from e
try: g()
except ValueError as e:
    for l in traceback.format_exception(type(e), e, e.__traceback__): print(repr(l))
    traceback.print_exception(e, chain=False)
    b = io.StringIO(); traceback.print_exc(file=b); print(len(b.getvalue().splitlines()))
def h():
    try: g()
    except ValueError: {}['k']
try: h()
except KeyError as e: print(''.join(traceback.TracebackException.from_exception(e).format())); e.add_note('n1'); print(traceback.format_exception_only(e)); traceback.print_exception(type(e), e, e.__traceback__, file=sys.stdout)
try: int('x')
except Exception: et, ev, tb = sys.exc_info(); print(et, ev, tb.tb_lineno); traceback.print_exception(et, ev, tb, file=sys.stdout)
def r(n): return r(n+1)
try: r(0)
except RecursionError as e: print(len(traceback.format_exception(e)), traceback.format_exc()[-200:])
print(traceback.format_exc())
