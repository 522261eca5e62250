def a():
    raise ValueError("one")


def b():
    try:
        a()
    except ValueError as e:
        e.add_note("seen in b")
        raise


def c():
    try:
        b()
    finally:
        print("cleanup")


c()
