from contextlib import contextmanager


@contextmanager
def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("shut", name)


def lines(name):
    with resource(name) as r:
        for i in range(5):
            yield f"{r}{i}"


for line in lines("a"):
    print(line)
    break
for line in lines("b"):
    with resource("inner"):
        if line == "b1":
            break


def outer():
    for line in lines("c"):
        yield line


for line in outer():
    break


def leaves():
    try:
        yield 1
    except GeneratorExit:
        print("exit")
        raise
    yield 2


for x in leaves():
    break


def nested(n):
    if n:
        yield n
        try:
            yield from nested(n - 1)
        finally:
            print("leave", n)


for x in nested(3):
    if x == 2:
        break
print("end")
