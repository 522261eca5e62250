print("b starts")
import cycle.a as a

try:
    a.NAME
except AttributeError as e:
    print("not yet:", str(e).split(" from ")[0])
NAME = "b"


def result():
    return a.NAME + NAME
