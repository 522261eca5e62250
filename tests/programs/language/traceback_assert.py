def check(values):
    assert len(values) > 2 and all(
        v > 0 for v in values
    ), f"bad {values}"


check([1, 2, 3])
check([1])
