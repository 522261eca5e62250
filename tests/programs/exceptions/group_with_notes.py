def a(n):
    if n: return b(n - 1)
    raise ExceptionGroup("many", [ValueError("one"), TypeError("two")])
def b(n):
    try: return a(n)
    except ExceptionGroup as e:
        e.add_note("a note\nsecond line")
        raise
a(3)
