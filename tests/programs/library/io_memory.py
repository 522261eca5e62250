import io


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


s = io.StringIO()
print(s.write("hello "), s.write("wörld\n"), s.getvalue(), s.tell())
print("printed", 1, 2, sep="-", file=s)
s.seek(0)
print(s.read(3), s.readline(), s.read(), s.read() == "")
s.seek(0)
print(list(s), s.readlines())
t = io.StringIO("one\ntwo\nthree")
for line in t:
    print(repr(line))
t.seek(4)
t.write("TWO")
print(repr(t.getvalue()), t.tell())
t.truncate(5)
print(t.getvalue(), t.seek(0, 2))
t.writelines(["a", "b"])
print(repr(t.getvalue()), t.readable(), t.closed)
with io.StringIO("ctx") as c:
    print(c.read())
print(c.closed)
attempt(lambda: c.read())
attempt(lambda: s.write(5))
attempt(lambda: io.StringIO(b"x"))
b = io.BytesIO(b"abc")
print(b.read(1), b.read(), b.getvalue(), b.write(b"def"), b.getvalue())
b.seek(1)
b.write(b"ZZ")
print(b.getvalue(), b.tell(), b.seek(-2, 2), b.read())
attempt(lambda: b.write("text"))
print(io.BytesIO(b"l1\nl2").readlines(), io.StringIO("x\r\ny").read(), repr(io.StringIO("x\r\ny", newline=None).read()))


class Upper(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


u = Upper()
print("shout", file=u)
print(u.getvalue())
