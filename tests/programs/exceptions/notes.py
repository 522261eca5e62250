def f():
    e = ValueError("multi\nline")
    e.add_note("first note")
    e.add_note("second\nnote")
    raise e
try:
    f()
except ValueError as e:
    raise RuntimeError("outer") from e
