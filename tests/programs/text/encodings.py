# Encoding, decoding, error handlers.
s = "aé€🐍"
for e in ("utf-8", "UTF8", "utf_16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig", "unicode_escape", "raw_unicode_escape"):
    b = s.encode(e)
    print(e, b, b.decode(e) == s)
for e in ("ascii", "latin-1", "cp1252"):
    for h in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "strict"):
        try:
            print(e, h, s.encode(e, h))
        except UnicodeEncodeError as x:
            print(x, x.start, x.end, x.reason, x.encoding, x.object == s)
for b in (b"\xff", b"a\xc3", b"\xe2\x82", b"\xf0\x9f\x90", b"ab\xe2\x28\xa1c", b"\xed\xa0\x80", b"\xc0\x80", b"ok\x80\x81ok", b"\xf5\x80", b"\xc3\xa9"):
    for h in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try:
            print(ascii(b.decode("utf-8", h)), end=" ")
        except UnicodeDecodeError as x:
            print(x, x.start, x.end, x.reason)
    print()
print(b"\xff\xfea\x00".decode("utf-16"), b"\xfe\xff\x00a".decode("utf-16"), b"caf\xe9".decode("latin-1"), b"x\xe9".decode("ascii", "replace") == "x\ufffd")
print("\udcff".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800")
for f in (lambda: "\ud800".encode(), lambda: "x".encode("nope"), lambda: b"x".decode("nope"), lambda: b"\x80abc".decode("ascii"), lambda: b"a".decode("utf-16"), lambda: b"\x00\xd8".decode("utf-16-le"), lambda: b"abc".decode("utf-32")):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
print("Ünïcödé".encode("latin-1"), bytes("héllo", "utf-8"), bytearray("é", "utf-16-le"), str(b"\xe2\x82\xac", "utf-8"))
print(b"\\n\\x41\\u00e9\\t\\\\".decode("unicode_escape"), "tab\tnew\né".encode("unicode_escape"))
