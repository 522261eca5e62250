# Set methods and operators over every kind of operand.
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a == {3, 2, 1}, a != b, a < {1, 2, 3, 4}, a <= a, a > {1}, a >= {9})
print(a.union(), a.union([4], (5,), {6: 0}, "7"), a.intersection([1, 2], {2}), a.difference([1], [2]), a.intersection())
print(a.issubset(range(10)), a.issuperset([1]), a.issubset([1, 2]), a.issuperset("x"), a.isdisjoint([7]), a.isdisjoint(a))
print(set().isdisjoint(set()), set() <= a, a <= set(), set() == frozenset(), {1} == frozenset([1]), frozenset([1]) == {1})
s = {1}
s.add(2)
s.add(2)
s.update([3], [4, 5])
s.discard(99)
s.remove(1)
print(s, len(s), 3 in s, 1 in s, bool(s), bool(set()))
c = s.copy()
c.clear()
print(c, s)
s |= {9}
s &= {2, 9, 10}
s -= {2}
s ^= {9, 1}
print(s)
f = frozenset([1, 2])
print(f, f | {3}, {3} | f, type(f | {3}), type({3} | f), f & {1}, f - {1}, f ^ {1, 5}, f.copy() is f, frozenset(f) is f)
print(frozenset() is frozenset(), frozenset([]) == frozenset(), {f: 1}[frozenset([2, 1])], {f, frozenset([2, 1])})
g = f
g |= {7}
print(f, g, type(g))
print({frozenset([1])} , frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])})
t = {frozenset([1]), frozenset([2])}
t.discard({1})
t.remove({2})
print(t, set("a"), set(()), set({}), {*range(3), *[5]}, {x % 3 for x in range(10)})
print({1, 1.0, True}, {0, False, 0.0}, {"a", "a"}, len({1, "1", b"1", 1.5, None, ()}))
print(repr(set()), str({1}), repr(frozenset()), frozenset([1]), {(1, 2)}, {None}, {()})
print(max({3, 1}), sorted({"b", "a"}), sum({1, 2}), list(map(str, {1})), [*{7}], len({*()}))
x, = {5}
print(x, any({0}), all({1}), min({2, 1}, default=0), dict.fromkeys({1}), list(enumerate({4})))
print({1, 2} > {1}, {1, 2} < {1}, {1} < {2}, {2} > {1}, {1} <= {2})
it = iter([1, 2, 3, 4, 5])
print({1, 2}.intersection(it), list(it))
it = iter([1, 2, 3, 4])
print({1, 2}.isdisjoint(it), list(it))
nan = float("nan")
print(nan in {nan}, {nan} == {nan}, len({nan, nan}))
print({1: 2}.keys() == {1}, {1} == {1: 2}.keys(), {1} | {1: 2}.keys(), {1} & {1: 2}.keys())
