# The overflow happens inside try, with and finally: handlers must still work afterwards.
class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None)
        return kind is ValueError


def work(n):
    x = 4611686018427387904
    log = []
    try:
        for i in range(n):
            x = x + x
            log.append(i)
            if i == 5:
                raise KeyError(x)
    except KeyError as e:
        log.append(e.args[0])
    finally:
        log.append("finally")
    with Manager("m"):
        y = x * x
        raise ValueError(y)
    return x, log


print(work(10))
print(work(3))
print(work(0))


def nested(n):
    total = 1
    try:
        try:
            while True:
                total = total * 3
                n -= 1
                if n == 0:
                    raise RuntimeError("done")
        finally:
            print("inner", total)
    except RuntimeError as e:
        print("outer", e, total + 1)
    return total


print(nested(5))
print(nested(50))
