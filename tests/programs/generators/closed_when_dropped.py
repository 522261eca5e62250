# At the top level a generator is closed when its last name goes.
def numbers(name):
    try:
        while True:
            yield name
    finally:
        print("close", name)


g = numbers("deleted")
next(g)
del g
print("after del")
g = numbers("replaced")
next(g)
g = None
print("after None")


def use():
    local = numbers("local")
    return next(local)


value = use()
print(value)
print("after use")


def by_name():
    g = numbers("by name")
    return g


for x in by_name():
    break
print("after loop")
kept = [numbers("in a list")]
next(kept[0])
kept.clear()
print("end")
