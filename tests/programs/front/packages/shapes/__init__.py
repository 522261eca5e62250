print("package", __name__, "runs")
from .flat import square as _square
from . import flat as _flat


def area(side):
    return _square(side) + (_flat.square(0))
