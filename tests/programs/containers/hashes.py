# Hashes of numbers and of what is made of them are CPython's.
print(hash(()), hash((1,)), hash((1, 2, 3)), hash((1, (2, 3))), hash((1.5, 2)), hash((0, -1, -2)))
print(hash((True, False)), hash((None,)) == hash((None,)), hash((2**61 - 1, 2**64, -(2**100))))
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))))
print(hash(frozenset([frozenset([1]), frozenset([2])])), hash(frozenset([(1, 2), (3, 4)])))
print(hash(range(0)), hash(range(5)), hash(range(0, 10, 3)), hash(range(10**30)))
print(hash(slice(1, 2, 3)), hash(range(1, 1)) == hash(range(0)), hash(range(0, 3, 2)) == hash(range(0, 4, 2)))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(0.5), hash(-1), hash(-1.0), hash(float("inf")))
print(hash("a") == hash("a"), hash(("a", 1)) == hash(("a", 1)), hash("") == hash(b"") == 0)
print(hash(tuple(range(1000))), hash((-1,)), hash((-2,)), hash((1e300, -0.0, 0)))
for bad in ([], {}, set(), bytearray(), ([],), (1, {}), slice([], 1)):
    try:
        hash(bad)
    except TypeError as e:
        print(e)


class H:
    def __hash__(self):
        return 10**30


class M:
    def __hash__(self):
        return -1


class T(tuple):
    def __hash__(self):
        return 5


class Wrong:
    def __hash__(self):
        return "x"


print(hash(H()), hash(M()), hash(T((1,))), hash((M(), H())))
try:
    hash(Wrong())
except TypeError as e:
    print(e)


class E:
    def __eq__(self, o):
        return True


try:
    hash(E())
except TypeError as e:
    print(e)
try:
    {E(): 1}
except TypeError as e:
    print(e)
