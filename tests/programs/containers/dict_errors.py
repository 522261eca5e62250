# The text of every error that dicts raise.
def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def delete(d, k):
    del d[k]


attempt(lambda: {}["a"])
attempt(lambda: {}[(1, 2)])
attempt(lambda: {}[None])
attempt(lambda: {}[[]])
attempt(lambda: {[]: 1})
attempt(lambda: {(1, []): 1})
attempt(delete, {}, "a")
attempt(delete, {}, [])
attempt({}.pop)
attempt({}.pop, 1)
attempt({}.pop, [])
attempt({1: 1}.pop, [])
attempt({}.pop, 1, 2, 3)
attempt({}.popitem)
attempt({}.popitem, 1)
attempt({}.get)
attempt({}.get, [], 1)
attempt({}.get, 1, 2, 3)
attempt({}.setdefault)
attempt({}.setdefault, [], 1)
attempt(dict, 1)
attempt(dict, [1])
attempt(dict, [(1,)])
attempt(dict, ["abc"])
attempt(dict, [[1, 2], 5])
attempt(dict, 1, 2)
attempt(dict, [([], 1)])
attempt({}.update, 1)
attempt({}.update, 1, 2)
attempt({}.update, [(1, 2, 3)])
attempt(dict.fromkeys)
attempt(dict.fromkeys, 1)
attempt(dict.fromkeys, [[]])
attempt(lambda: {} | [])
attempt(lambda: [] | {})
attempt(lambda: {} + {})
attempt(lambda: {} < {})
attempt({}.keys, 1)
attempt({}.items, 1)
attempt({}.copy, 1)
attempt({}.clear, 1)
attempt(lambda: {}.has_key(1))
attempt(hash, {})
attempt(lambda: {**1})
attempt(lambda: {**[1]})
attempt(lambda: [] in {})


def ior():
    d = {}
    d |= 5


attempt(ior)


def set_attr():
    {}.x = 1


attempt(set_attr)
try:
    {"k": 1}["missing"]
except KeyError as e:
    print(repr(e), e.args, str(e))
