for q in ("ab", b"ab", bytearray(b"ab"), [1, 2], (1, 2), "a", [1], "", []):
    for n in (2**62, 2**63 - 1, 2**61, -2**62, 2**64):
        try:
            print(len(q * n))
        except (MemoryError, OverflowError) as e:
            print(type(q).__name__, n, type(e).__name__, e)
        try:
            w = q
            w *= n
            print(len(w))
        except (MemoryError, OverflowError) as e:
            print(type(q).__name__, n, type(e).__name__, e)
