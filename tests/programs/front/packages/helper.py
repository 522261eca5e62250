print("helper runs once as", __name__)
NAME = __name__
_hidden = 1


def twice(x):
    return 2 * x
