class Problem(Exception):
    pass


def inner(values):
    return values["a"] / (values["b"] - 1)


def outer():
    try:
        return inner({"a": 1, "b": 1})
    except ZeroDivisionError as error:
        raise Problem(f"cannot divide {'é'!r}") from error


print("start", flush=True)
print(
    "sum:",
    outer() +
    1,
)
