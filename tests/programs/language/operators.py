zero = 0
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0 != 5, (3 > 2) is True)
print(1 == 1.0 == True, zero is not None, None is None, [] == [] is not None)
print(1 in [1, 2], 3 not in (1, 2), "a" in "cat", "x" not in {"x": 1}, 2 in {1, 2}, 1 in range(5))
print(not 0, not "", not [0], not None)
print(0 or "a", 1 and "b", "" or 0 or None, 1 and 2 and 3, 0 and 1 / 0, 1 or 1 / 0)
print((1, 2) < (1, 3), [1] < [1, 0], "a" < "b", {1} < {1, 2}, (1, "a") == (1, "a"))
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, 2**10, 2**-1, 7 / 2, divmod(-7, 2))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, (1 << 70) >> 68, -5 >> 1)
print(-2**2, (-2)**2, 2**3**2, not 1 == 2, -3 .__abs__(), +True, -True)
print("ab" * 3, [1] * 2 + [2], (1,) + (2,), 3 * "x", "%s-%d" % ("a", 5))
x = 5
x += 1
x -= 2
x *= 3
x /= 4
x //= 1
x **= 3
x %= 10
print(x)
y = 6
y &= 3
y |= 8
y ^= 1
y <<= 2
y >>= 1
print(y)
lst = [1]
alias = lst
lst += [2]
print(alias, lst is alias)
lst = lst + [3]
print(alias, lst)
t = (1,)
t += (2,)
print(t)
s = "a"
s *= 3
print(s)


class V:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return f"add {self.v} {o}"

    def __radd__(self, o):
        return f"radd {self.v} {o}"

    def __iadd__(self, o):
        self.v += o
        return self

    def __mul__(self, o):
        return NotImplemented

    def __matmul__(self, o):
        return "matmul"

    def __neg__(self):
        return "neg"

    def __invert__(self):
        return "inv"

    def __pow__(self, o, mod=None):
        return f"pow {o} {mod}"

    def __bool__(self):
        return self.v > 0

    def __contains__(self, x):
        return x == self.v

    def __eq__(self, o):
        return "eq?"

    def __lt__(self, o):
        return ["lt"]

    def __getitem__(self, k):
        return k


v = V(1)
print(v + 2, 2 + v, v @ 1, -v, ~v, v**2, pow(v, 2, 5), not v, 1 in v, 2 not in v)
print(v == 1, v != 1, v < 1, v > V(2), bool(v < 3 < 4))
v += 5
print(v.v, v[1:2], v[1, 2], v[::3], v[...], v[1:2, 3])
try:
    v * 2
except TypeError as e:
    print(e)
try:
    2 * v
except TypeError as e:
    print(e)
for bad in [lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: {} < {}, lambda: 1 < "a", lambda: -"a",
            lambda: ~1.5, lambda: 1 @ 2, lambda: "a" in 5, lambda: 5 in 5, lambda: 5 % "a", lambda: 1 << -1,
            lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 0**-1, lambda: 1.0 / 0, lambda: [] * "a",
            lambda: None + 1, lambda: "x" * 2.0]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
a = [1, 2, 3]
b = a
print(a is b, a is not [1, 2, 3], a == [1, 2, 3])
print(1 if a else 2, (lambda: 3)() if not a else 4)
big = 2**63 - 1
big += 1
print(big, -big - 1, big * big, big // 3, big % 7, -big // 10)
print(0x_ff, 0b1010, 0o17, 1_000_000, 1e3, 1.5e-3, 3j * 3j, 0.1 + 0.2)
