class CM:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__)


def f():
    with CM() as c:
        for i in range(3):
            if i == 2:
                raise ValueError("in the loop", i)


try:
    f()
finally:
    print("finally")
