print("pkg init")
from .inner import value
from . import inner as hidden_inner


def helper():
    return f"helper {hidden_inner.value}"
