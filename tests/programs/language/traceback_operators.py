def area(shape):
    return shape["w"] * shape["h"] + (shape["w"]
                                      - None)


shapes = [{"w": 1, "h": 2}]
print([area(s) for s in shapes])
