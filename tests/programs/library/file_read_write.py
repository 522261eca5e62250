import os
import sys

name = "taipan_test_file.tmp"


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


with open(name, "w") as f:
    print(f.write("line one\n"), f.name == name, f.mode, f.closed, f.writable(), f.readable())
    f.writelines(["line two\n", "grün ✓\n"])
    print("printed", file=f)
print(f.closed, os.path.exists(name), os.path.getsize(name), os.path.isfile(name), os.path.isdir(name))
with open(name) as f:
    print(repr(f.read()))
with open(name, encoding="utf-8") as f:
    print([line.rstrip("\n") for line in f])
f = open(name)
print(f.readline(), f.readlines(2), f.read(3), f.read())
f.seek(0)
print(f.read(4), f.tell())
f.close()
attempt(lambda: f.read())
with open(name, "a") as f:
    f.write("appended")
with open(name, "rb") as f:
    data = f.read()
    print(len(data), data[:8], f)
with open(name, "r+") as f:
    f.write("LINE")
    f.seek(0)
    print(f.readline())
with open(name, "wb") as f:
    print(f.write(b"\x00\xff\r\n"), f.mode)
print(open(name, "rb").read())
with open(name, "w", newline="\r\n") as f:
    f.write("a\nb\n")
print(open(name, "rb").read(), repr(open(name).read()), repr(open(name, newline="").read()))
attempt(lambda: open("no/such/file"))
attempt(lambda: open(name, "q"))
attempt(lambda: open(name, "rw"))
attempt(lambda: open(name, "x"))
attempt(lambda: open(name, "w").read())
attempt(lambda: open(name).write("x"))
attempt(lambda: open(name, "wb").write("text"))
attempt(lambda: open(name, "w").write(5))
attempt(lambda: open("."))
os.remove(name)
print(os.path.exists(name))
try:
    os.remove(name)
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename, e)
print(sys.stdout.name, sys.stdin.name, sys.stderr.mode, sys.stdout.encoding)
sys.stdout.write("direct\n")
