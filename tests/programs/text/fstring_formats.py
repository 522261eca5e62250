import math
name, w, p = "World", 10, 3
v = math.pi; n = 1234567; neg = -42; big = 10**30
print(f"{name}", f"{name!r}", f"{name!s:>10}", f"{name:*^15}", f"{name=}", f"{name = }", f"{name=!s}", f"{v=:.2f}", f"{v = :>10.3f}|")
print(f"{v:.{p}f}", f"{v:{w}.{p}f}|", f"{v:<{w}}|", f"{n:,}", f"{n:_}", f"{n:e}", f"{n:.3g}", f"{n:x} {n:X} {n:#x} {n:b} {n:#b} {n:o} {n:#o} {n:c}"[:40])
print(f"{neg:05d} {neg:+} {neg: } {42:+} {42: } {neg:=+8} {neg:<8}| {neg:^8}| {neg:>8}|")
print(f"{0.1+0.2} {0.1+0.2:.2} {1e10} {1e16} {1e-5} {123456789.123:,.2f} {1e100:.0f} {0.5:%} {0.256:.1%} {1/3:g} {1e20:g} {float('nan'):8} {float('inf'):+} {-0.0} {-0.0:.0f} {0.0:z}")
print(f"{big:,} {big:e} {True:d} {True} {True:>6} {None} {None!r:>6} {[1,2]!r:>10} {(1,)} {'a':5}| {'abc':.2} {'ab':^5.1}|")
print(f"{1+2j} {1+2j:.2f} {3j:>10} {(1+2j)*2}")
print(f"{{}} {{{name}}} {{{{}}}}", f'{"nested"}', f"{'a' if n > 5 else 'b'}", f"{[i*i for i in range(4)]}", f"{ {'a': 1}['a'] }", f"{(lambda x: x*2)(4)}")
print(f"{name:{'>'}{w}}", f"{'x':{'*'}^{w}}", f"{f'{f"{name}"}'}", f"{n!r:>{w}}", f"{n:>{w},}", rf"\d{n}\n", f"\t{n}\x41\N{BULLET}")
print(f"""multi
{name}
  {n
    + 1}""")
print(f"{n:,d} {n:09,d} {n:012_} {1234.5678:010.2f} {1234.5678:+,.1f} {0xff:08b} {255:#06x} {255:#X} {1:03} {1.0:05} {'a':>03}")
class F:
    def __format__(self, s): return f"<{s}>"
    def __repr__(self): return "F()"
    def __str__(self): return "fstr"
print(f"{F()} {F():abc} {F()!r} {F()!s} {F()!r:>5} {F()=} {F()=:x}")
x = 3
print(f"{x=} {x*2=} {x  =  } {x=:>5} {x=!r:>5} {x==3} {x!=3} {x>=3=}" )
print("%s %r %d %5d|%-5d|%05d %+d % d %x %X %#x %o %e %.3e %g %f %.1f %10.2f| %c %c %% %5s|%-5s|%.2s %*d %(a)s" % {"a": 1} if False else "skip")
print("%s %r %d %5d|%-5d|%05d %+d % d %x %X %#x %o %e %.3e %g %f %.1f %10.2f| %c %c %% %5s|%-5s|%.2s %*d" % ("s", "r", 3, 4, 5, 6, 7, 8, 255, 255, 255, 8, 12345.678, 12345.678, 1e-10, 2.5, 2.55, 3.14159, 65, "B", "ab", "cd", "efg", 6, 42))
print("{} {} {0}".format(1, 2) if False else "{0} {1} {0} {a} {b[0]} {b[k]} {c.real}".format(1, 2, a=3, b={0: "z", "k": "kk"}, c=5))
print("{:>{w}} {:{f}^{w}}".format("a", "b", w=5, f="-"), "{!r:>6}".format("a"), "{:,}".format(1e6), "{:s}".format("x"), "{:.3}".format("abcdef"))
print(format(3.14159, ".2f"), format(255, "b"), format("a", ">4"), format(12345, ","), format(-7, "08"), format(0.00001234), format(1e22), format(123456789012345678))
print(f"{3.0} {3.10} {1e3} {1.5e300*10} {2**0.5} {1/3} {100.0:.0f} {2.5:.0f} {3.5:.0f} {1e-7} {123456.789e3} {0.1:.20f} {1e15} {1e17} {5e-324} {1.7976931348623157e308}")
print(f"{'é':>4}|{'日本':^6}|{'a\tb'}|{'q"q'}|{'q\'q'!r}|{chr(0)!r}|{'\x7f\xa0\u200b'!r}|{'\U0001F600'!r}|{b'\x00\xffa\'"'!r}")
print(f'{x:{x}}', f"{x:0>{x}}", f"{'':>3}|", f"{x!s:{'0'}>{4}}", f"{3:=^{x*3}}", "a" f"{x}" "b" r"\n", f"{x:5}{x:<5}{x:^5}|")
print(f"{12345.6789:.3}", f"{12345.6789:.10}", f"{0.000012345:.3}", f"{1e5:.1}", f"{1:.1f}", f"{10:.3e}", f"{1234:g}", f"{1234567:g}", f"{1e5:n}", f"{7:n}", f"{5:%}")
