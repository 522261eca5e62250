# slice objects.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, None), slice(None))
print(s.indices(5), s.indices(100), slice(None, None, -1).indices(5), slice(-3, None).indices(5), slice(10, -10, -3).indices(4))
print(slice(10**30).indices(5), slice(-10**30, 10**30, 10**25).indices(10**30), slice(3).indices(10**30))
print(slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), slice(1, 2) < slice(1, 3), slice(1) == 1)
print({slice(1, 2): "x"}[slice(1, 2, None)], slice("a", "b"), slice([], {}))
print("hello"[slice(1, 3)], [1, 2, 3][slice(None, None, -1)], (1, 2, 3)[slice(-2, None)], b"abc"[slice(2)])
attempt(lambda: slice())
attempt(lambda: slice(1, 2, 3, 4))
attempt(lambda: slice(1).indices("a"))
attempt(lambda: slice(1).indices(-1))
attempt(lambda: slice("a").indices(5))
attempt(lambda: slice(1, 2, 0).indices(5))
attempt(lambda: slice(1) < 1)
attempt(lambda: hash(slice([], 1)))


class Show:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


x = Show()
print(x[1], x[1:2], x[::], x[1:2, 3], x[...], x[()], x[1:2:3, ::-1], x[:, 0], x["a":"b"], x[-1])
x[1:2] = 5
x[::2, 1] = 6
del x[3:]
x[5] = x[0]
