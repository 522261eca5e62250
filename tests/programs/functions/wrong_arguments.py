def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", r)
    except BaseException as e:
        print(type(e).__name__, "|", e)
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b=1, *, c, d=2): pass
def f4(a, /, b): pass
def f5(*a, k): pass
def f6(a, b, c, d): pass
class C:
    def m(self, x): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass
    def __init__(self, z=0): pass
t(f0, 1); t(f0, 1, 2); t(f0, x=1); t(f1); t(f1, 1, 2); t(f1, 1, a=1); t(f1, b=1); t(f2); t(f2, 1); t(f2, b=1); t(f2, 1, 2, 3)
t(f3); t(f3, 1); t(f3, 1, c=1, e=2); t(f3, 1, 2, 3); t(f3, 1, 2, 3, c=4); t(f4, a=1, b=2); t(f4, 1); t(f4); t(f5); t(f5, 1, 2); t(f6); t(f6, 1); t(f6, d=1)
t(f6, 1, 2, 3, 4, 5)
t(C().m); t(C().m, 1, 2); t(C.m); t(C.c); t(C.s); t(C, 1, 2); t(C, y=1); t(C.m, 1, 2, 3)
t(lambda: 1, 2)
t(lambda a, b: 1, 2)
t(len); t(len, 1, 2); t(len, 3); t(abs, "a"); t(abs); t(ord, "ab"); t(ord, 1); t(chr, -1); t(chr, "a"); t(chr, 1.5)
t(int, "12x"); t(int, "z", 36); t(int, "z", 2); t(int, 1, 2); t(int, None); t(int, []); t(int, "1", 99); t(int, "")
t(float, "abc"); t(float, None); t(float, []); t(float, "")
t(str, b"a", "ascii", "strict"); t(str, 1, "ascii")
t(list, 5); t(tuple, 5); t(set, 5); t(dict, 5); t(dict, [1]); t(dict, [(1, 2, 3)]); t(dict, ["ab", "cd"]); t(dict, [[[], 1]])
t(sum, ["a"]); t(sum, ["a"], ""); t(sum, 5); t(min); t(min, 5); t(min, []); t(max, [], default=3); t(max, 1, 2, default=3); t(min, 1, "a")
t(sorted, [1, "a"]); t(sorted, 5); t(sorted, [3, 1], reverse="x"); t(sorted, [1], lambda x: x); t(sorted)
t(range); t(range, 1.5); t(range, 1, 2, 0); t(range, "a"); t(range, 1, 2, 3, 4)
t(zip, 5); t(map); t(map, 5); t(filter, None); t(enumerate); t(enumerate, 5); t(reversed, 5); t(reversed, {1}); t(iter, 5); t(next, 5); t(next, []); t(next, iter([]))
t(isinstance, 1); t(isinstance, 1, 2); t(issubclass, 1, int); t(issubclass, int, 1); t(hash, []); t(hash, {}); t(hash, (1, [])); t(callable)
t(getattr, 1, "x"); t(getattr, 1, 2); t(setattr, 1, "x", 2); t(hasattr, 1, 2); t(delattr, 1, "x"); t(vars, 1); t(pow, 2, -1, 0); t(pow, 2, -1, 4); t(pow, 2.0, 1, 2); t(pow, "a", 2)
t(divmod, 1, 0); t(divmod, "a", 1); t(divmod, 1.0, 0); t(round, "a"); t(round, 1.5, "a"); t(round, 2.5); t(round, 2567, -2); t(bin, 1.5); t(hex, "a"); t(oct, None)
t(open, "/nonexistent/file"); t(input, 1, 2); t(print, 1, foo=2); t(print, 1, sep=3); t(type, 1, 2); t(type); t(object, 1); t(bytes, "a"); t(bytes, [256]); t(bytes, -1); t(bytearray, "a"); t(complex, "a"); t(complex, "1", 2); t(slice); t(format, 1, "q"); t(format, "a", "d"); t(id); t(any, 5); t(all, 5); t(repr); t(bool, 1, 2)
