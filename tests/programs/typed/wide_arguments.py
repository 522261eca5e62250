def f1(p0, p1, p2):
    v2 = p0
    p1 &= (5e-324 / p1)
    v3 = True
    return p1
def f4(p0, p1, p2):
    p1 = (round(3.0, 1) % 18446744073709551616)
    p0 = p2
    return f1((p0,), p1, 123456.789)
def show(label, f, *args):
    try:
        print(label, repr(f(*args)))
    except Exception as e:
        print(label, type(e).__name__, e)
show('f1', f1, (lambda: ())(), (lambda: (2.5 // 4611686018427387904))(), (lambda: (1e22 - 10))())
show('f1', f1, (lambda: (1e10,))(), (lambda: 5e-324)(), (lambda: round(1.0, 3))())
show('f4', f4, 1, 2, 3)
