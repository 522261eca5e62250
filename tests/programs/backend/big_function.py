# A function with many locals, calls and branches at once.
def big(a, b, c, d):
    v0 = a + b
    v1 = v0 * c
    v2 = v1 - d
    v3 = [v0, v1, v2]
    v4 = {"x": v0, "y": v1}
    v5 = (v2, v3, v4)
    v6 = len(v3) + len(v4) + len(v5)
    v7 = max(v0, v1, v2)
    v8 = min(v3)
    v9 = sorted(v3, reverse=True)
    va = str(v7) + repr(v8)
    vb = va.upper().lower().strip()
    vc = [x + v6 for x in v9 if x != v8]
    vd = {k: v for k, v in zip("abc", v9)}
    ve = sum(vc) if vc else 0
    vf = any(vc) and all(v9)
    if v0 > 10:
        vg = "big"
    elif v0 > 5:
        vg = "mid"
    elif v0 > 0:
        vg = "small"
    else:
        vg = "neg"
    vh = f"{vg}:{v0:>5}:{vb!r}:{ve}"
    while 0 < v0 < 100:
        v0 = v0 * 2 + 1
        if v0 % 7 == 0:
            break
    else:
        vh += "!"
    return v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, va, vb, vc, vd, ve, vf, vg, vh


for args in ((1, 2, 3, 4), (10, 20, 30, 40), (-5, 2, -3, 4), (2, 4, 6, 8)):
    print(big(*args))
