import sys
print("before")
try:
    sys.exit(3)
except SystemExit as e:
    print("code", e.code, repr(e))
def f():
    raise SystemExit("goodbye")
f()
