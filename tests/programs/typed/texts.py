def f(s, t):
    n = 0
    for a in s:
        for b in t:
            if a == b: n += 1
            if a != "x": n += 10
    return n
print(f("abcx", "xabé"), f("é中", "中é\U0001f600"), f("\ud800", "\ud800"))
class S(str):
    def __eq__(self, o): return "custom"
    __hash__ = str.__hash__
def g(a, b):
    r = a == b
    return r, a != b
print(g("a", "a"), g("ab", "ab"), g("ab", "ac"), g("a" * 100, "a" * 50 + "a" * 50))
print(g(S("a"), "a"), g("a", S("a")), g("a", 1), g("1", b"1"))
def parse(text):
    i = 0; depth = 0; out = []
    while i < len(text):
        c = text[i]
        if c == "(": depth += 1
        elif c == ")": depth -= 1
        elif c == " ":
            i += 1
            continue
        else: out.append((c, depth))
        i += 1
    return out
print(parse("a (b (c) d) e"))
try: "abc"[5]
except IndexError as e: print(e)
print("abc"[-1], "aé中"[1])
