# Errors of starred arguments and displays name what they are about.
def f(*a, **k):
    return a, k


class K:
    def m(self, **k):
        return k


def attempt(g):
    try:
        print("ok", g())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: f(*[1], **{"a": 2}))
attempt(lambda: f(*"ab", *(1, 2), x=1, **{"y": 2}, **{}))
attempt(lambda: f(*1))
attempt(lambda: f(**1))
attempt(lambda: f(**{1: 2}))
attempt(lambda: f(**{"a": 1}, **{"a": 2}))
attempt(lambda: f(a=1, **{"a": 2}))
attempt(lambda: [*1])
attempt(lambda: (*None,))
attempt(lambda: {**1})
attempt(lambda: {*1})
attempt(lambda: print(*1))
attempt(lambda: K().m(**{"a": 1}, **{"a": 2}))
attempt(lambda: K().m(**[1]))
attempt(lambda: f(**{1: 2}, **{3: 4}))
attempt(lambda: f(**[("a", 1)]))


class Mapping:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k.upper()


attempt(lambda: f(**Mapping()))
attempt(lambda: {**Mapping(), "r": 1})
attempt(lambda: dict(Mapping()))
attempt(lambda: dict(Mapping(), p=0))
