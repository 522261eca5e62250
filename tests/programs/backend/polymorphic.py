# One function, many types: the dynamic paths.
def add(a, b):
    return a + b


print(add(1, 2), add(1.5, 2), add("a", "b"), add([1], [2]), add((1,), (2,)), add(True, 1), add(2**63, 1))


def double_all(items):
    out = []
    for item in items:
        out.append(item * 2)
    return out


print(double_all([1, 2.5, "ab", [1], (2,), 2**63, True]))


def truth(x):
    if x:
        return "yes"
    return "no"


for v in (0, 1, -1, 0.0, 0.1, "", "a", [], [0], {}, {1: 2}, None, True, False, (), (0,), set(), 0j, 2**70, range(0)):
    print(repr(v), truth(v), not v)


class P:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        return f"P{self.v}+{other}"

    def __radd__(self, other):
        return f"{other}+P{self.v}"

    def __bool__(self):
        return self.v > 0

    def __lt__(self, other):
        return self.v < other.v


print(add(P(1), 2), add(2, P(1)), truth(P(1)), truth(P(0)), P(1) < P(2), P(1) > P(2))
x = 1
for nxt in (2.5, "s", None, [1]):
    print(type(x).__name__, x)
    x = nxt
for bad in (lambda: add(1, "a"), lambda: add("a", 1), lambda: add(None, 1), lambda: -"a", lambda: P(1) < 3, lambda: [] < 3):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 3 > 2 >= 2 != 1)
print(1 and 0 or "x", None or [], [] and 1, not not 3)
