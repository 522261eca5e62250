# A generator that somebody else knows stays open after the loop.
def numbers(n, name):
    try:
        for i in range(n):
            yield i
    finally:
        print("close", name)


saved = []


def register(g):
    saved.append(g)
    return g


def stored():
    return register(numbers(4, "stored"))


class Self:
    def __iter__(self):
        self.g = numbers(4, "self")
        return self.g


named = numbers(4, "named")
for x in named:
    break
print(next(named))
for x in stored():
    break
print(next(saved[0]))
s = Self()
for x in s:
    break
print(next(s.g))
d = {}
for x in d.setdefault("k", numbers(4, "in a dict")):
    break
print(next(d["k"]))
e = enumerate(numbers(4, "enumerated"))
for x in e:
    break
print(next(e))
it = iter(numbers(4, "iter"))
for x in it:
    break
print(next(it))


def producer():
    for i in range(2):
        g = numbers(3, f"produced {i}")
        saved.append(g)
        yield g


for x in next(producer()):
    break
print(next(saved[-1]))
for g in (named, saved[0], s.g, d["k"], it, saved[-1]):
    g.close()
for x in e:
    pass
print("end")
