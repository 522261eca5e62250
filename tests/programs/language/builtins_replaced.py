import builtins
def f(n):
    return abs(n)
print(f(-3))
builtins.abs = lambda x: "replaced"
print(f(-3))
def p(x): print("my", x)
orig = print
builtins.print = lambda *a: orig("<", *a, ">")
print("hi")
builtins.print = orig
print("back")
len = lambda x: 99
print(len("a"))
del len
print(len("a"))
