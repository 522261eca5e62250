# repr and ascii of text.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\tnl\ncr\r", "\x00\x1b\x7f", "é\xa0\xad", "\u0378\u200b\u2028", "\ud800x\udfff", "🐍\U000e0001", "", "'", '"', "日本語"):
    print(repr(s), ascii(s), [s], len(repr(s)))
for b in (b"plain", b"it's", b'say "hi"', b"both ' \"", b"\x00\xff\t\n\r\\", bytes(range(32)), b""):
    print(repr(b), str(b), bytearray(b))
class R:
    def __repr__(self):
        return "R<é>"
    def __str__(self):
        return "S"
print(R(), repr(R()), ascii(R()), f"{R()!r} {R()!s} {R()!a} {R()}", "%s %r %a" % (R(), R(), R()), [R()], {"k": R()})
class NoStr:
    def __repr__(self):
        return "onlyrepr"
print(NoStr(), str(NoStr()), f"{NoStr():>10}" if False else "", "{}".format(NoStr()))
class Bad:
    def __repr__(self):
        return 5
    __str__ = __repr__
for f in (repr, str, ascii, "{}".format):
    try:
        print(f(Bad()))
    except TypeError as e:
        print(e)
print(str(), str(5), str(None), str(b"x", "ascii"), str(b"\xc3\xa9", "utf-8"), str(object=7), str(b"\xff", errors="replace"))
