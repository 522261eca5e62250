print("module", __name__, "of", __package__)


def square(x):
    return x * x
