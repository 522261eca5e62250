__all__ = ["public", "exported"]
public = "public"
not_exported = "not exported"
_hidden = 1


def _make():
    return "made"


exported = _make()
