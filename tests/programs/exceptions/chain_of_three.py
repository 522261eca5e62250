def deco(f):
    def wrapper(*args, **kwargs):
        try:
            return f(*args, **kwargs)
        finally:
            print("cleanup")
    return wrapper
@deco
def g(x):
    y = (x
         + 1
         + undefined_thing)
    return y
class C:
    attr = [i for i in range(3)]
    def __getitem__(self, k):
        return self.d[k]
    def __getattr__(self, n):
        raise AttributeError(f"no {n}")
def gen():
    yield 1
    yield C()["x"]
try:
    for v in gen(): print(v)
except AttributeError as e:
    try:
        g(1)
    except NameError as e2:
        raise RuntimeError("multi\nline") from e2
