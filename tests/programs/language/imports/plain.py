"""A plain module."""
print("plain runs", __name__)
counter = 1
_private = 2


def bump():
    global counter
    counter += 1


def read():
    return counter


class Shape:
    def __init__(self, kind):
        self.kind = kind

    def __repr__(self):
        return f"{type(self).__module__}.{type(self).__name__}({self.kind})"
