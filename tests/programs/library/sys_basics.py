import sys

print(sys.maxsize, sys.byteorder, sys.platform, sys.version_info[:3], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.modulus)
print(sys.getrecursionlimit(), len(sys.argv), type(sys.path), "sys" in sys.modules, sys.modules["sys"] is sys, sys.maxunicode)
sys.setrecursionlimit(5000)
print(sys.getrecursionlimit(), sys.intern("abc"), sys.exc_info(), sys.getsizeof(1) > 0, sys.implementation.name)
try:
    1 / 0
except ZeroDivisionError:
    kind, value, tb = sys.exc_info()
    print(kind, value, tb is not None, sys.exception() is value)
print(sys.stdout.isatty(), sys.stdout.writable(), sys.float_repr_style, sys.getdefaultencoding())
sys.stderr.write("")
try:
    sys.exit(3)
except SystemExit as e:
    print("exit", e.code)
try:
    sys.exit("message")
except SystemExit as e:
    print("exit", e.code)
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)


class Tee:
    def __init__(self, out):
        self.out = out
        self.seen = []

    def write(self, s):
        self.seen.append(s)
        return self.out.write(s)

    def flush(self):
        self.out.flush()


old = sys.stdout
sys.stdout = tee = Tee(old)
print("captured", 1)
sys.stdout = old
print(tee.seen)
sys.exit(4)
