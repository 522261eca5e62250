# str.format and format_map.
print("{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{} {x}".format(1, x=2), "{{}}".format(), "{0!r} {0!s} {0!a}".format("é"))
print("{:>5}|{:<5}|{:^5}|{:05d}|{:+d}|{:.2f}|{:,}|{:x}|{:e}".format("a", "b", "c", 4, 5, 6.789, 1000000, 255, 12345.678))
print("{0[0]} {0[1]} {1[key]} {2.real} {2.imag}".format([10, 20], {"key": "v"}, 3 + 4j))
print("{:{}}|{:{w}.{p}}".format("ab", 6, 3.14159, w=8, p=3), "{:{fill}{align}{width}}".format("x", fill="*", align="^", width=7))
print("{a.b.c}".format(a=type("A", (), {"b": type("B", (), {"c": 5})()})()))
print("{x}-{y}".format_map({"x": 1, "y": [2]}), "{0}{0}{1}".format(*"ab"), "{k}".format(**{"k": "v"}))
class D(dict):
    def __missing__(self, key):
        return f"<{key}>"
print("{a} {b}".format_map(D(a=1)))
print("{!r:>10}|{!s:<6}|".format("hi", "yo"), "{:%}".format(0.25), "{:c}".format(97), "{:n}".format(1234), "{0:s}".format("z"), "{:_}".format(10**9))
for spec, args in (("{}", ()), ("{1}", (1,)), ("{x}", ()), ("{", ()), ("}", ()), ("{0", (1,)), ("{!}", (1,)), ("{!x}", (1,)), ("{:d}", ("a",)), ("{:s}", (1,)), ("{0}{}", (1, 2)), ("{}{0}", (1, 2)), ("{0.a}", (1,)), ("{0[x]}", ([1],)), ("{0[5]}", ([1],)), ("{:.}", (1.0,)), ("{:5.2d}", (1,)), ("{:,s}", ("a",)), ("{:=5}", ("a",)), ("{:+}", ("a",)), ("{a[}", ()), ("{0[a}", (1,)), ("{: }", ("a",)), ("{:#}", ("a",)), ("{:x}", (1.5,)), ("{:z}", (3,))):
    try:
        print(spec.format(*args))
    except Exception as e:
        print(spec, type(e).__name__, e)
print("Name: {name:<10} Age: {age:>3} Score: {score:6.2f}".format(name="Bob", age=5, score=91.456))
for row in [("apple", 3, 1.5), ("kiwi", 12, 0.25)]:
    print("{:<8}{:>4}{:>8.2f}".format(*row))
