print("a starts")
from cycle import b

NAME = "a"


def result():
    return NAME + b.NAME
