# generators that only a loop knows
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1

def evens(n):
    for i in range(n):
        if i % 2 == 0:
            yield i

def several(xs):
    yield "start"
    for i, x in enumerate(xs):
        if x == 0:
            yield "zero", i
            continue
        if x < 0:
            return
        yield x
        yield -x
    yield "end"

def fib(limit):
    a, b = 0, 1
    while a < limit:
        yield a
        a, b = b, a + b

def pairs(xs, ys):
    for x in xs:
        for y in ys:
            yield x, y

def nested(n):
    for i in count(n):
        for j in evens(i):
            yield i * 10 + j

def rec(n):
    if n > 0:
        yield n
        for x in rec(n - 1):
            yield x

def sums(n):
    t = 0
    for x in count(n):
        t += x
    for x in evens(n):
        if x == 4:
            continue
        if x > 8:
            break
        t += x * 100
    else:
        t += 1000000
    return t

def show(n):
    out = []
    for item in several([1, 0, 2, n, 3]):
        out.append(item)
    for x in count(3):
        for y in count(x):
            out.append((x, y))
    for a, b in pairs("ab", range(2)):
        out.append(a * b + a)
    for z in nested(4):
        out.append(z)
    for r in rec(4):
        out.append(r)
    for q in (k * k for k in range(n) if k != 1):
        out.append(q)
    for w in (u + v for u in "ab" for v in "cd"):
        out.append(w)
    return out

print(sums(3), sums(20))
print(show(5))
print(show(-1))
for x in fib(10**20):
    last = x
print(last)
def typed(n):
    total = 0.5
    for x in count(n):
        total += x
    for x in count(2.5):
        total += x
    return total
print(typed(4))
def early(n):
    for x in count(n):
        if x == 3:
            return x
    return -1
print(early(2), early(9))
def unused(n):
    x = "before"
    for x in count(n):
        pass
    return x
print(unused(0), unused(3))
def unbound(n):
    for v in count(n):
        pass
    return v
try:
    print(unbound(2), unbound(0))
except UnboundLocalError as e:
    print(e)
def boom(n):
    for i in range(n):
        yield 10 // (2 - i)
def catches():
    got = []
    for attempt in range(2):
        try:
            for x in boom(4):
                got.append(x)
        except ZeroDivisionError as e:
            t = e.__traceback__
            while t:
                got.append((t.tb_lineno, t.tb_frame.f_code.co_name))
                t = t.tb_next
    return got
print(catches())
def body_raises():
    try:
        for x in count(5):
            if x == 2:
                raise KeyError(x)
    except KeyError as e:
        return repr(e), e.__context__
print(body_raises())
def handled():
    try:
        raise ValueError("v")
    except ValueError:
        for x in boom(3):
            pass
try:
    handled()
except ZeroDivisionError as e:
    print(repr(e.__context__))
def stops(n):
    yield 1
    if n:
        raise StopIteration
def use_stops(n):
    for x in stops(n):
        print(x)
use_stops(0)
try:
    use_stops(1)
except RuntimeError as e:
    print(e, repr(e.__cause__))
def wrong():
    for x in count():
        pass
def wrong2():
    for x in count(1, 2):
        pass
for f in (wrong, wrong2):
    try:
        f()
    except TypeError as e:
        print(e)
def bad_arg():
    for x in count("a"):
        pass
try:
    bad_arg()
except TypeError as e:
    print(e)
def late(n):
    fs = []
    for x in count(n):
        fs.append(lambda: x)
    return [f() for f in fs]
print(late(3))
def lazy():
    print("made")
    yield 1
    print("again")
    yield 2
    print("done")
def order():
    for x in lazy():
        print("body", x)
order()
def big(n):
    for x in count(n):
        y = x * 2**62
        if x > 2:
            return y
print(big(5))
def overflow():
    t = 1
    out = 0
    for x in count(70):
        t *= 2
        out += t
    return out
print(overflow())
def mutate(xs):
    for x in xs:
        yield x
def grow():
    xs = [1]
    for x in mutate(xs):
        if x < 5:
            xs.append(x + 1)
    return xs
print(grow())
