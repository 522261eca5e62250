__all__ = ["public", "_also"]
public, _also, other = 1, 2, 3
