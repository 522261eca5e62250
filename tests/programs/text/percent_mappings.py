# What has items may be left over; a tuple may not.
print("a" % [], "a" % {}, "s" % b"x", "%s" % [1], "%(k)s" % {"k": 1}, "x" % {"k": 1})
for text, value in [("a", (1,)), ("a", 1), ("%s", ()), ("%s %s", [1, 2]), ("%(k)s", [1]), ("%d", "x"), ("a", "b")]:
    try:
        print(text % value)
    except TypeError as e:
        print(e)
print(b"a" % [], b"%s" % b"q", b"a" % {})
