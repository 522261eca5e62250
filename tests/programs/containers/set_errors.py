# The text of every error that sets raise.
def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(set, 1)
attempt(set, 1, 2)
attempt(set, a=1)
attempt(frozenset, 1)
attempt(frozenset, 1, 2)
attempt(frozenset, a=1)
attempt({1}.remove, 2)
attempt({1}.remove, (1, 2))
attempt({1}.remove, [])
attempt({1}.remove, {1})
attempt({1}.remove)
attempt(set().pop)
attempt({1}.pop, 1)
attempt({1}.add)
attempt({1}.add, [])
attempt({1}.add, {1})
attempt({1}.discard, [])
attempt({1}.update, 1)
attempt({1}.update, [[]])
attempt({1}.union, 1)
attempt({1}.intersection, 1)
attempt({1}.intersection, [[]])
attempt({1}.difference, [[]])
attempt({1}.symmetric_difference, [[]])
attempt({1}.symmetric_difference)
attempt({1}.isdisjoint, [[]])
attempt({1}.issubset, 1)
attempt({1}.issuperset, 1)
attempt({1}.issuperset, [[]])
attempt({1}.copy, 1)
attempt({1}.clear, 1)
attempt(lambda: [] in {1})
attempt(lambda: {} in {1})
attempt(lambda: {1} | [1])
attempt(lambda: [1] | {1})
attempt(lambda: {1} + {2})
attempt(lambda: {1} < [1])
attempt(lambda: {1}[0])
attempt(lambda: {[]})
attempt(lambda: {1, {2}})
attempt(hash, {1})
attempt(lambda: {*1})
attempt(lambda: frozenset().add)
attempt(lambda: frozenset([1]).pop)


def isub():
    s = {1}
    s -= [1]


def iand():
    f = frozenset()
    f &= [1]


attempt(isub)
attempt(iand)
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 100)
except RuntimeError as e:
    print(e)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as e:
    print(e)
it = iter(s)
print(it.__length_hint__())
for x in it:
    s.remove(x)
    s.add(x)
print(s)
