import functools


def logged(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return wrapper


@logged
def div(a, b):
    return a / b


print(div(4, 2))
print(div(b=0, a=1))
