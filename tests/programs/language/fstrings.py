name, n, pi = "World", 42, 3.14159
print(f"Hello {name}! {n} {pi:.2f} {n:05d} {name!r} {name!s:>10}|{name:<10}|{name:^11}|")
print(f"{n:x} {n:#b} {n:,} {1234567:,} {pi:e} {0.5:%} {n!r:>6}")
print(f"{{literal}} {{{n}}} {n=} {n = } {pi=:.1f} {name=!s}")
w, p = 10, 3
print(f"{pi:{w}.{p}f}|{name:{'>'}{w}}|")
print(f"{'nested ' + f'{n} {f"{pi:.1f}"}'}")
print(f"{[x for x in range(3)]} {({'a': 1})['a']} {(lambda x: x * 2)(4)}")
print(f"{n if n > 5 else 'small'} {n + 1} {n * 2 // 3}")
print(f'{"double"} {'single'} {"a" "b"}')
print("con" f"cat {n}" "ed" f"{pi:.0f}")
print(rf"\n{n}\d" f"\n{n}")
print(f"""multi
{n}
  {name}""")
print(f"")
print(f"{''}" + f"{None} {True} {[]} {b'x'}")
print(f"{name[0]}{name[-1]} {name.upper()} {len(name)}")


class F:
    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


v = F()
print(f"{v} {v:abc} {v!s} {v!r} {v!s:>5} {v:{n}}")
try:
    f"{n:zz}"
except ValueError as e:
    print(e)
try:
    f"{name:d}"
except ValueError as e:
    print(e)
try:
    f"{[]:5}"
except TypeError as e:
    print(e)
print(f"{n!a} {'é'!a} {'é'}")
x = 5
print(f"{x:>{x}}{x:<{x}}|", f"{x!r:^{x}}|")
print(f"{1:{'0'}>{4}}")
d = {"k": "v"}
print(f"{d['k']} {d}")
print(f"{(y := 7)} {y}")
print("{} {:>4} {0}".format(1, 2) if False else "{0} {1:>4} {0}".format(1, 2))
print("{a} {b!r} {c[0]} {d.real}".format(a=1, b="x", c=[9], d=5))
print("%s %r %5.2f %-5d| %05d %x %%" % ("s", "r", 1.5, 3, 42, 255))
