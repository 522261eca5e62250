import math
for f in (lambda: math.fmod(1, 0), lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 1/0, lambda: 1.5/0, lambda: 1j/0, lambda: 0.0 ** -1, lambda: 0 ** -1, lambda: divmod(1.0, 0), lambda: divmod(1, 0), lambda: 1 % 0, lambda: math.pow(0, -1), lambda: pow(0.0, -2), lambda: 0j ** -1):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def f(sep=1, flush=2): pass
for g in (lambda: f(sepp=2), lambda: f(flus=1), lambda: sorted([1], revers=1), lambda: int("1", bas=2), lambda: max([1], ky=1), lambda: open("x", mod="r"), lambda: "a".split(seq=1), lambda: sum([1], strt=1), lambda: zip(stric=True), lambda: "a".encode(encodin="x"), lambda: [1].sort(rev=1), lambda: round(1.5, ndigit=1), lambda: print(1, ende="")):
    try: g()
    except Exception as e: print(type(e).__name__, e)
