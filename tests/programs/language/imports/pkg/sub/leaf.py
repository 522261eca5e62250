print("leaf")
from .. import inner
from . import other
NAME = f"leaf{inner.value}{other.NAME}"
