# What can never fit is MemoryError, not the end of the program.
big = 10**12


def attempt(name, f):
    try:
        f()
    except MemoryError:
        print(name, "MemoryError")
    except (OverflowError, ValueError) as e:
        print(name, type(e).__name__, e)
    else:
        print(name, "done")


attempt("list", lambda: [0] * big)
attempt("tuple", lambda: (1,) * big)
attempt("str", lambda: "x" * big)
attempt("bytes", lambda: b"x" * big)
attempt("bytearray", lambda: bytearray(big))
attempt("zeros", lambda: bytes(big))
attempt("range", lambda: list(range(big)))
attempt("ljust", lambda: "abc".ljust(big))
attempt("center", lambda: "abc".center(big))
attempt("zfill", lambda: "abc".zfill(big))
attempt("bytes.ljust", lambda: b"abc".ljust(big))
attempt("replace", lambda: ("a" * 10**5).replace("a", "b" * 10**7))
attempt("width", lambda: f"{5:{big}}")
attempt("to_bytes", lambda: (5).to_bytes(big, "big"))


def in_place():
    x = [0] * 10
    x *= big


attempt("in place", in_place)
print("still here")
