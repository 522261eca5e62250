# range: exact for integers of any size.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[2], r.start, r.stop, r.step)
print(r[1:4], r[::-1], r[::2], r[5:1:-1], r[100:], list(r[::-2]), r[:0])
print(5 in r, 6 in r, 5.0 in r, "a" in r, True in range(2), -1 in range(0), r.index(8), r.count(8), r.count(9), r.index(8.0))
print(list(range(0)), list(range(5, 0)), list(range(5, 0, -2)), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2))
print(list(reversed(r)), list(reversed(range(0))), list(reversed(range(5, 0, -1))), bool(range(0)), bool(range(1)))
print({range(3): "x"}[range(0, 3)], range(3) != range(4), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3, 1)))
big = range(10**20, 10**20 + 50, 10)
print(big, list(big), len(big), big[2], big[-1], big[1:3], 10**20 + 10 in big, big.index(10**20 + 20), list(reversed(big)))
huge = range(0, 10**30, 3)
print(huge, huge[10**28], huge[-1], 10**29 in huge, huge[5:10**29:10**27], bool(huge))
edge = range(2**63 - 3, 2**63 + 2)
print(list(edge), list(range(-2**63 + 1, -2**63 - 2, -1)), list(range(2**63 - 1, 2**63, 5)))
print(list(range(2**62, 2**63 + 2**62, 2**61)), len(range(-2**63, 2**63 - 1)) if False else "")
for i in range(3):
    for j in range(i):
        print(i, j, end=" ")
print()
it = iter(range(4))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), list(it))
n = 0
for i in range(10, 0, -3):
    n += i
    i = 100
print(n, i)
print(sum(range(101)), max(range(5)), min(range(3, 9)), sorted(range(3, 0, -1)), list(zip(range(2), range(5, 7))))
print(range(True), range(False, True), list(range(True, 4, True)))


class I:
    def __index__(self):
        return 3


print(range(I()), range(5)[I()], list(range(0, 10, I())))
attempt(lambda: range())
attempt(lambda: range("a"))
attempt(lambda: range(1.0))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(a=1))
attempt(lambda: range(5)[7])
attempt(lambda: range(5)[-6])
attempt(lambda: range(5)["a"])
attempt(lambda: range(5).index(7))
attempt(lambda: range(5).index("a"))
attempt(lambda: len(range(10**30)))
attempt(lambda: range(3) < range(4))
attempt(lambda: range(3) + range(4))
attempt(lambda: range(5)[::0])
a, *b = range(4)
print(a, b, *range(3), [*range(2)], tuple(range(3)), set(range(3)), dict.fromkeys(range(2)))
