class A: pass
def f(): pass
for o in (A(), 'a', (1,), b'a', range(3), {1}, frozenset(), 5, None, f, 2.5, {}.keys(), A, int, len, iter([]), True, 1j):
    for k in (0, 'a', slice(1)):
        try: del o[k]
        except TypeError as e: print(type(o).__name__, e)
        try: o[k] = 1
        except TypeError as e: print(type(o).__name__, e)
class A:
    def __setitem__(s, k, v): pass
class B:
    def __delitem__(s, k): pass
class L(list):
    pass
try: del A()[0]
except Exception as e: print(type(e).__name__, e)
try: B()[0] = 1
except Exception as e: print(type(e).__name__, e)
try: B()[0]
except Exception as e: print(type(e).__name__, e)
