from ..flat import square
from .. import flat
from . import sphere


def volume(x):
    return square(x) * x + flat.square(0) + sphere.ZERO
