from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b") as b:
    print(a, b)
try:
    with tag("err"):
        raise ValueError("inside")
except ValueError as e:
    print("caught", e)


@tag("deco")
def work(x):
    print("working", x)
    return x


print(work(5))
with suppress(KeyError, IndexError):
    [][1]
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("to buffer")
print(repr(buffer.getvalue()))
with ExitStack() as stack:
    names = [stack.enter_context(tag(n)) for n in "xyz"]
    stack.callback(print, "callback", sep="")
    print(names)


class Resource:
    def close(self):
        print("closed")


with closing(Resource()):
    print("using")
with nullcontext("n") as n:
    print(n)


@contextmanager
def swallow():
    try:
        yield
    except ZeroDivisionError as e:
        print("swallowed", e)


with swallow():
    1 / 0
print("end")
