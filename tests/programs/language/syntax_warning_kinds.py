print("start")
s = "\d+"
t = "\."
if s is "abc":
    print("no")
x = 5
if x is 5: print("five")
assert (x, "message")
if x is not (): pass
b = b"\q"
f = f"\{x}"
print(s, t, b, f)
print("\400")
[1,2](3) if False else 0
"a"(1) if False else 0
[1, 2][1.5] if False else 0
[1, 2]["a"] if False else 0
0xfor 1
1if 1else 2
