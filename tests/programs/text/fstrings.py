# f-strings and format specs.
import_name = "world"
n, x, s = 42, 3.14159, "text"
print(f"hello {import_name}", f"{n}", f"{n!r:>6}", f"{x:.2f}", f"{s:^10}|", f"{s!r}", f"{n:05d}", f"{n:+}", f"{n: d}", f"{n:x}", f"{n:#b}", f"{n:e}", f"{n:%}", f"{x:10.3f}|", f"{x:<10.3f}|", f"{x:e}", f"{x:g}", f"{s:.2}", f"{s:*>8.3}", f"{{literal}}", f"{n=}", f"{x=:.1f}", f"{s = }", f"{n + 1 = }", f"{s!r:10}|")
w, p = 10, 3
print(f"{x:{w}.{p}f}|", f"{s:{'>'}{w}}|", f"{n:{'0'}{w}}", f"{x:.{p}}", f"{'nested ' + f'{n}'}", f"{n:,}", f"{1234567:,}", f"{1234567.891:,.1f}", f"{1e10:,}", f"{-1234567:,}", f"{1234:_}", f"{0xffff:_x}")
for v in (0, 1, -1, 255, 10**15, -10**15, 2**70):
    print(f"{v:d}|{v:8d}|{v:<8d}|{v:^8d}|{v:>8d}|{v:=8d}|{v:08d}|{v:+08d}|{v: 08d}|{v:x}|{v:#x}|{v:#o}|{v:#010b}|{v:,d}|{v:_d}|{v:012,d}|{v:n}|{v:.2f}|{v:.3e}|{v:g}|{v:%}")
for v in (0.0, -0.0, 1.5, -1.5, 123456.789, 1e-5, 1e16, 1e100, float("inf"), float("-inf"), float("nan"), 0.1, 99.995, 2.5, 3.5):
    print(f"{v}|{v:f}|{v:.0f}|{v:#.0f}|{v:.1f}|{v:10.2f}|{v:<10.2f}|{v:010.2f}|{v:+.2f}|{v: .2f}|{v:e}|{v:.0e}|{v:E}|{v:g}|{v:.3g}|{v:#g}|{v:G}|{v:.2%}|{v:,.2f}|{v:_.1f}|{v:z.0f}|{v:n}|{v:.5}|{v:12}|{v:012,.1f}|{v:=+12.1f}")
for v in ("", "a", "hello", "héllo", "🐍"):
    print(f"{v}|{v:5}|{v:<5}|{v:>5}|{v:^5}|{v:*^7}|{v:.2}|{v:5.1}|{v:s}|{v:é>6}|{v:05}")
print(f"{True}", f"{True:d}", f"{True:5}|", f"{None}", f"{None!s:>6}", f"{[1, 2]}", f"{(1,)}", f"{ {'a': 1} }", f"{1 if n else 2}", f"{(lambda q: q * 2)(4)}", f"{65:c}{0x1f40d:c}", f"{n!s:0>5}")
class P:
    def __format__(self, spec):
        return f"P[{spec}]"
print(f"{P()}", f"{P():abc}", f"{P():{w}}", format(P(), "z"), "{:q}".format(P()), f"{P()!r:.5}")
print(f"{x!r}" f"{n}" "tail", f"""{n}
multi {s}""", f"{'a' 'b'}", f"{n:{n}}", f"{'quote'!r}", rf"\d{n}", f"\x41\u00e9{n}\n", end="")
print(format(3.14159, ".2f"), format(5), format("x", ">3"), format(1e6, ","), format(255, "#x"), format(True), format(2, "08b"))
