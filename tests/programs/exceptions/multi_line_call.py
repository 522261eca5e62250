def walk(d, *keys):
    for k in keys:
        d = d[k]
    return d
def multi():
    return walk(
        {"a": 1},
        "b",
    )
multi()
