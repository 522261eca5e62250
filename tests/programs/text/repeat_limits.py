def f1(p0, p1):
    p1 &= (5e-324 / p1)
    return p1
for a in (1, 0, 0.0, -0.0, 2.0, True, False):
    try: print(f1(1, a))
    except Exception as e: print(type(e).__name__, e)
def g(s, n):
    return s * n
for n in (3, 2**62, 2**63, 2**40):
    try: print(g("ab", n))
    except Exception as e: print(type(e).__name__, e)
def h(s): return s * 9223372036854775807
for s in ("abc", "", "x"):
    try: print(h(s))
    except Exception as e: print(type(e).__name__, e)
