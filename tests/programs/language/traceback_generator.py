def numbers():
    yield 1
    yield int("two")


def total():
    return sum(n * 2 for n in numbers())


value = total()
