__all__ = ["sphere", "cube"]
print("package", __name__)
