print("sub init")
from ..inner import value as up
from .leaf import NAME
