name, width, value = "Ada", 12, 3.14159
d = {"key": "quoted", "n": 42}
print(f"{name}|{name!r}|{name!s:>10}|{name!a:<8}|")
print(f"{value:.2f}|{value:{width}.{2}f}|{value:>{width}}|{-value:+e}|{value!r:^{width}}|")
print(f"{d["key"]} {d['n']:05d} {f"{f"{d["n"]}"}"} {'a' "b"}")
print(f"{name=} {name = } {name=!s} {value=:.1f} {1 + 2 = }")
print(f"{{}} {{{name}}} {'{'} {"}"}")
print(f"{'\n'.join(['a', 'b'])}|{"\t"!r}|{chr(65)}")
print(f"""{
    name  # a comment, with } and "
    + "!"
} multi
line {value:
.1f}""" if False else f"""{
    name  # a comment, with } and "
    + "!"
}""")
print(f'{(lambda x: x * 2)(21)} {(y := 5)} {y:=+5} {1 if y else 2} {[i for i in range(3)]}')
print(f"{1!r:>5}{2:<5}{3:^5}|{10:#x}|{255:08b}|{1234567.891:,.2f}|{0.25:%}")
print(rf"\d{name}\n" rf'{"\\"}' f"\N{BULLET}\x41\u00e9" "plain {not a field}")
print("%s" f"{name}" "{}")
print(f"{name:{'>' if y else '<'}{width}}|", f"{'x':*^{width - 2}}|")
print(f"{(1, 2)}{[*range(2)]}{ {'a': 1}['a'] }{name!r}", f"{name[0]}{name[-1:]}", f"{d}")
print(f'''{"""triple"""} {'one'}''', f"{'''a'''}")


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return f"<{self.amount}:{spec}>"

    def __repr__(self):
        return "Money()"


print(f"{Money(3)} {Money(4):x{y}y} {Money(5)!r:>9} {Money(6)=} {Money(7)=:z}")
print(f"" == "", f"{''}" f"" == "", len(f"{name}{name}"))


def generator():
    got = f"{yield 1}-{yield 2}"
    print(got)


g = generator()
print(next(g), g.send("a"))
try:
    g.send("b")
except StopIteration:
    print("done")
print(f"{1, 2}", f"{*[1, 2],}", f"{name!r}" rf"\{name}")
print(f"{value:{width}}{value!s:{width}.{3}}")
