# A generator that only the loop knows is closed where the loop is left.
def numbers(n, name):
    try:
        yield from range(n)
    finally:
        print("close", name)


for x in numbers(5, "plain"):
    if x == 2:
        break
print("after plain")
for i, x in enumerate(numbers(5, "enumerated")):
    if i == 1:
        break
print("after enumerate")
for a, b in zip(numbers(3, "left"), numbers(5, "right")):
    pass
print("after zip")
for x in (y * y for y in numbers(9, "in an expression")):
    if x > 5:
        break
print("after expression")


def find(wanted):
    for x in numbers(9, "searched"):
        if x == wanted:
            return x


print(find(3))
try:
    for x in numbers(3, "failed"):
        raise KeyError(x)
except KeyError as e:
    print("caught", e)
print(next(numbers(3, "next")), any(x > 1 for x in numbers(5, "any")))
for i in numbers(2, "outer"):
    for j in numbers(3, "inner"):
        if j == 1:
            break
    else:
        print("not here")
print("end")
