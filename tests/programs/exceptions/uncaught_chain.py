class MyError(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code

def inner(x):
    return 10 / x

def middle(x):
    try:
        return inner(x)
    except ZeroDivisionError as e:
        raise MyError(5, "wrapped") from e

def outer():
    try:
        middle(0)
    except MyError as e:
        print(e.code, e, repr(e), e.__cause__, e.__context__)
        d = {}
        d["missing"]

try:
    outer()
except KeyError as e:
    print(repr(e), str(e), e.args)
    print(type(e.__context__).__name__)
outer()
