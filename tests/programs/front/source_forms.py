#!/usr/bin/env python3
x = 1; y = 2; print(x, y)
total = 1 + \
    2 + \
    3
print(total)
if x: print("one line"); print("two")
else: print("never")
def f(a,
      b=2,  # comment
      *c,
      d,
      **e,
      ): return (a, b, c, d, e)
print(f(1, d=4, z=5))
class Empty: pass
print([1,
  2,

    # a comment in brackets
  3][
  0])
if x:
	print("tab")
	if y:
	    print("tab and spaces")

print("form feed before")
print(0xFF, 0o17, 0b101, 1_000_000, 1e3, 1.5e-3, .5, 5., 1j, 2.5J, 0xdead_beef, 0_0, 00)
print(123456789012345678901234567890, -0x8000_0000_0000_0000, 9223372036854775808)
print('a' "b" '''c''' """d""", r'\n', b'\x00\xff\n', rb'\d', u'u', 'tab\there', '\101\x41\u0041\U00000041\N{LATIN SMALL LETTER A}')
print('line \
continued', "it's", 'say "hi"', "\"", '\'', "\\", '\a\b\f\v\0'.encode())
print(ascii("é\u20ac\U0001f600"), len("\U0001f600"), "\ud800" == chr(0xD800), ascii("\udfff\U0010ffff"))
été = "Unicode name"; 变量 = 2; _x1 = 3
print(été, 变量, _x1)
print(1 if x else 2, [0x1 for x in range(2)])
print(not x, not not x, - - 1, ~-1, 2 ** -1, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2)
print(1 < 2 < 3, 1 < 3 > 2, 1 == 1.0 != 2, 3 in [1, 2, 3] in [[1, 2, 3]])
a = b = [1]
a += [2]; print(b, a is b)
a, *b = 1, 2, 3; print(a, b)
*a, b = "xyz"; print(a, b)
(a, [b, *c]), d = (1, [2, 3, 4]), 5; print(a, b, c, d)
print(*[1, 2], *(3,), sep="-", **{"end": "!\n"})
print({**{"a": 1}, "b": 2, **{"a": 3}}, {*[1], *[2]}, [*range(3), *"ab"], (*[1], 2))
x = yes = (1,); print(x, yes, (), (1), [])
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4), (lambda: 0)(), (lambda x, /, y=1, *, z=2: x + y + z)(1))
assert x, "never"
del a, b
print("a" in globals(), ... is Ellipsis, __name__, None, True, False, NotImplemented)
pass
