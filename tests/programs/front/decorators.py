log = []
registry = {"d": [None, lambda tag: lambda f: log.append((tag, f.__name__)) or f]}


@registry["d"][1]("outer")
@(lambda f: registry["d"][1]("inner")(f))
def work(x):
    return x + 1


@lambda c: (log.append(c.__name__), c)[1]
class Thing:
    @staticmethod
    @registry["d"][1]("method")
    def make():
        return Thing()


print(work(1), log, type(Thing.make()).__name__)
print(work.__name__, work.__qualname__, Thing.make.__qualname__)
