class X:
    y = {"a": 1}
    z = y["b"]
