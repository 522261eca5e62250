def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print("ok", r)
    except BaseException as e:
        print(type(e).__name__, "|", e)
t("a".join, [1]); t("a".join, 5); t("a".join); t("a".split, 1); t("a".split, ""); t("a".replace, "a"); t("a".replace, 1, 2); t("abc".index, "z"); t("a".find); t("a".center, "b"); t("a".center, 5, "xx"); t("a".encode, "foo"); t("é".encode, "ascii"); t("a".startswith, 1); t("a".count); t("a".zfill); t("a".format); t("{}".format); t("{a}".format); t("{0.x}".format, 1); t("{0[1]}".format, [1]); t("{".format); t("}".format); t("{!z}".format, 1); t("{:d}".format, "a"); t("{:.2f}".format, "a"); t("{0} {}".format, 1, 2)
t("%d".__mod__, "a"); t("%s %s".__mod__, (1,)); t("%s".__mod__, (1, 2)); t("%(a)s".__mod__, {}); t("%z".__mod__, 1); t("%".__mod__, 1); t("%c".__mod__, "ab"); t("a".__mod__, 1)
t("abc".__getitem__, 5); t("abc".__getitem__, "a"); t("a".ljust); t("a".translate, 5); t(str.maketrans, "ab", "c"); t("a".strip, 1); t("a".partition, ""); t("a".partition, 1); t("a".expandtabs, "a"); t("a".splitlines, 1, 2); t("a".upper, 1); t(str.upper); t(str.upper, 1); t("a".isdigit, 1); t("a".removeprefix, 1)
l = [1, 2, 3]
t(l.append); t(l.append, 1, 2); t(l.extend, 5); t(l.insert, 1); t(l.insert, "a", 1); t(l.pop, 10); t(l.pop, "a"); t([].pop); t(l.remove, 9); t(l.index, 9); t(l.index, 1, 5); t(l.sort, 1); t(l.sort, key=1); t([1, "a"].sort); t(l.count); t(l.reverse, 1); t(l.copy, 1); t(l.clear, 1); t(l.__getitem__, "a"); t(l.__getitem__, 10); t(l.__setitem__, 10, 1); t(l.__delitem__, 10); t(l.__add__, 5); t(l.__mul__, "a"); t(list.append); t(list.append, 1, 2); t(l.foo) if False else None
d = {"a": 1}
t(d.pop, "z"); t(d.pop); t({}.popitem); t(d.get); t(d.get, 1, 2, 3); t(d.update, 5); t(d.update, [1]); t(d.update, 1, 2); t(d.setdefault); t(d.fromkeys); t(dict.fromkeys, 5); t(d.keys, 1); t(d.__getitem__, "q"); t(d.__getitem__, []); t(d.__delitem__, "q"); t(d.copy, 1); t(d.items, 1)
s = {1}
t(s.add); t(s.add, []); t(s.remove, 9); t(s.discard, []); t(set().pop); t(s.union, 5); t(s.update, 5); t(s.__or__, [1]); t(s.intersection, 5); t(s.issubset, 5); t(frozenset([1]).__hash__) if False else 0
tt = (1, 2)
t(tt.index, 9); t(tt.count); t(tt.__getitem__, 5); t(tt.__getitem__, "a"); t(tt.__add__, [1])
t((5).to_bytes, 0); t((500).to_bytes, 1); t((-5).to_bytes, 1); t((5).bit_length, 1); t(int.from_bytes, "a"); t((5).__add__, "a"); t((1.5).as_integer_ratio); t(float("inf").as_integer_ratio); t(float("nan").as_integer_ratio); t((1.5).is_integer, 1); t(float.fromhex, "z"); t(b"a".join, ["b"]); t(b"a".decode, "ascii"); t(b"\xff".decode); t(b"\xff".decode, "ascii"); t(b"abc".index, b"z"); t(b"a".split, "a"); t(bytes.fromhex, "zz"); t(b"abc".__getitem__, 10); t(bytearray(b"a").append, 256); t(bytearray(b"a").append, "a"); t(range(5).index, 9); t(range(5).__getitem__, 9); t(slice(1, 2).indices); t(slice(1, 2).indices, -1)
import math
t(math.sqrt, -1); t(math.sqrt, "a"); t(math.log, 0); t(math.log, -1); t(math.factorial, -1); t(math.factorial, 1.5); t(math.gcd, 1.5); t(math.floor, "a"); t(math.ceil, float("inf")); t(math.floor, float("nan")); t(math.exp, 1000); t(math.pow, 0, -1); t(math.comb, 1); t(math.comb, -1, 2); t(math.isqrt, -1); t(math.acos, 2); t(math.hypot, "a"); t(math.prod, ["a"]); t(math.fmod, 1, 0); t(math.log, 2, 1)
t(2 .__pow__, -1); t(lambda: 0 ** -1); t(lambda: 0.0 ** -1); t(lambda: 1 // 0); t(lambda: 1 % 0); t(lambda: 1.0 // 0); t(lambda: 1.0 % 0); t(lambda: 1 / 0); t(lambda: 1.5 / 0); t(lambda: 1 << -1); t(lambda: 1 << 10**30); t(lambda: 2.0 ** 10000); t(lambda: 10 ** 400 * 1.0); t(lambda: int(float("nan"))); t(lambda: int(float("inf"))); t(lambda: 1j // 1); t(lambda: 1j % 1); t(lambda: 1j < 2j); t(lambda: 1j / 0); t(lambda: int(1j)); t(lambda: float(1j))
