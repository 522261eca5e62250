def make_adders():
    return [lambda x, n=n: x + n for n in range(3)], [lambda x: x + n for n in range(3)]


a, b = make_adders()
print([f(10) for f in a], [f(10) for f in b])


def accumulator(total=0):
    def add(x):
        nonlocal total
        total += x
        return total

    return add


acc = accumulator(10)
print(acc(1), acc(2.5), acc(-3))


def deep():
    x = 1

    def one():
        def two():
            nonlocal x
            x += 1
            return x

        return two

    return one()() + x


print(deep())


def unbound():
    def inner():
        return later

    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = 5
    print(inner())
    del later
    try:
        inner()
    except NameError as e:
        print(e)


unbound()


def local_unbound(flag):
    if flag:
        x = 1
    try:
        return x
    except UnboundLocalError as e:
        return str(e)


print(local_unbound(True), local_unbound(False))


def deleted():
    x = 1
    del x
    try:
        print(x)
    except UnboundLocalError as e:
        print(e)
    try:
        del x
    except UnboundLocalError as e:
        print(e)


deleted()


def class_in_function(n):
    class C:
        value = n

        def get(self):
            return n, self.value

    return C


print(class_in_function(3)().get(), class_in_function("x")().get())


def decorator(prefix):
    def wrap(f):
        def inner(*args, **kwargs):
            print(prefix, f.__name__, args, kwargs)
            return f(*args, **kwargs)

        return inner

    return wrap


@decorator("call")
@decorator("second")
def plus(a, b=1):
    return a + b


print(plus(1), plus(1, b=5))
x = "global"


def shadow():
    x = "outer"

    def use():
        global x
        x = x + "!"
        return x

    return use(), x


print(shadow(), x)


def counter():
    count = 0
    while count < 3:
        yield lambda: count
        count += 1


print([f() for f in counter()], [f() for f in list(counter())])
