# Texts put together from values of known types: f-strings, str.format and % with literal templates.
def parts(n, x, s):
    return [
        f"{n}{x}{s}",
        f"{n!r}|{x!s}|{s!s}|{s!r}",
        f"{n:5}|{n:<5}|{n:^5}|{n:05}|{n:+d}|{n: d}|{n:x}|{n:#X}|{n:o}|{n:#b}|{n:,}|{n:_}|{n:_x}|{n:*^9}|{n:=+8d}",
        f"{n:.2f}|{n:e}|{n:g}|{n:.1%}|{n:10.3f}|{n:,.1f}",
        f"{x:.2f}|{x:8.3f}|{x:<9.1f}|{x:+.0f}|{x:e}|{x:.3E}|{x:g}|{x:.3g}|{x:%}|{x:.1%}|{x:,.2f}|{x:010.2f}|{x:12}|{x:^12}|{x:.4}|{x:F}",
        f"{s:8}|{s:>8}|{s:^8}|{s:*<8}|{s:.1}|{s:5.1}|{s:05}|{s:s}",
        f"{{{n}}} {s + s} {n * 2} {x / 3:.3f} {'lit'} {n if n > 0 else s}",
        "{} {} {}".format(n, x, s),
        "{2}{1}{0}{2}".format(n, x, s),
        "{:>6}|{:<8.2f}|{:^7}|{{}}".format(n, x, s),
        "{0:x}{0:b}{1:.1f}".format(n, x),
        "%d %s %s" % (n, x, s),
        "%5d|%-5d|%05d|%+d|% d|%x|%X|%o|%i|%u|%-05d" % (n, n, n, n, n, n, n, n, n, n, n),
        "%.2f|%8.3f|%-9.1f|%e|%g|%010.2f|%+.1f|% .0f|%s|%12s|%f|%F" % (x, x, x, x, x, x, x, x, x, x, n, x),
        "%s|%8s|%-8s|%.1s|%5.1s|%05s|100%%" % (s, s, s, s, s, s),
        "n=%d" % n,
        "x=%.3f!" % x,
        "s=%s" % s,
        "%s%s" % (n, s),
    ]


for n, x, s in [
    (0, 0.0, ""),
    (7, 1.5, "ab"),
    (-255, -2.675, "caf\xe9"),
    (123456789, 1e16, "\u03b1\u03b2"),
    (-(2**63), 1e-7, "\U0001f600!"),
    (2**63 - 1, 123456.789, "a\x00b"),
    (10**6, float("inf"), "\ud800"),
    (-1, float("nan"), "end"),
    (12, -0.0, "x" * 30),
    (99, 5e-324, "%s{}"),
    (5, 0.5, "tail"),
    (3, 1.7976931348623157e308, "z"),
]:
    for line in parts(n, x, s):
        print(ascii(line))


def leaves(n, s):
    # The middle outgrows 64 bits between the parts.
    return f"{n:04d}-{n * n * n * n:d}-{s:>4}"


print(leaves(3, "q"), leaves(10**6, "q"))


def walrus(n):
    return f"{n}{(n := n + 1)}{n}"


print(walrus(1))


def wrong(v):
    return f"{v:5d}"


print(wrong(3))
for v in [True, 10**30]:
    print(wrong(v))
for v in ["s", 1.5, None]:
    try:
        wrong(v)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Text(str):
    def __format__(self, spec):
        return "formatted " + spec

    def __str__(self):
        return "as text"


def show(s):
    return [f"{s}", f"{s:>3}", f"<{s!s}>", "%s" % s, "{}".format(s), "<%5s>" % (s,)]


for s in ["p", Text("q"), "r"]:
    print(show(s))


def errors():
    out = []
    for f in (
        lambda: "%d" % "x",
        lambda: "%d %d" % (1,),
        lambda: "%d" % (1, 2),
        lambda: "{} {}".format(1),
        lambda: "{0} {}".format(1, 2),
        lambda: "{:d}".format("x"),
        lambda: "{:.2d}".format(3),
        lambda: "{".format(3),
        lambda: "}".format(3),
        lambda: "%q" % 3,
        lambda: "%" % 3,
        lambda: f"{'x':+}",
        lambda: f"{3:,x}",
        lambda: f"{3.0:d}",
        lambda: f"{'s':=5}",
    ):
        try:
            out.append(f())
        except (ValueError, TypeError, IndexError) as e:
            out.append(f"{type(e).__name__}: {e}")
    return out


for line in errors():
    print(line)
total = 0
for i in range(300):
    total += len(f"{i:>{i % 9}}|{i:03d}|{i / 7:.{i % 5}f}|{i}")
print(total)
print("%s and %s" % ("a", 2), "%(k)s" % {"k": 1}, "%c" % 65, "%5c|" % "y", "%r" % "q", "%*d" % (5, 3))
long = "x" * 5000
print(len(f"{long}{1}{long}\xe9"), len(f"{long}\U0001f600{2.5}"), len("%s%s" % (long, long)))
