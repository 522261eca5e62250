# Strings of all storage widths mixed.
a, l, u, w = "abc", "aéc", "aλc", "a🐍c"
for x in (a, l, u, w):
    for y in (a, l, u, w):
        z = x + y
        print(z, len(z), z.find(y), z.count("c"), z[::-1], z.upper(), z.replace("a", y), (x < y, x == y), y in z, z.split("c"), z.partition(y), z[1:-1], z.center(9, "·"), z.strip("ac"), sorted(z))
print(("🐍" * 3)[1:], ("a🐍"[0] + "b").isascii(), len("é" * 1000), "λ".join("abc"), "a".join(["λ", "🐍"]), "🐍🐍".replace("🐍", "s"), "ééé".replace("é", "e").encode())
t = "naïve café – 日本 🐍"
print([ord(c) for c in t], t.split(), t.index("日"), t.title(), t.rindex(" "), t.encode("utf-8"), t.isprintable())
d = {"é": 1, "λ": 2, "🐍": 3, "a": 4}
print(d["é"], d["λ"], d["🐍"], d.get("e"), "λx"[0] in d, "xé"[1:] in d, "🐍a"[1] in d)
print("é" == "e\u0301", "\xe9" == "é", "ab\0cd", len("ab\0cd"), "\N{SNAKE}", "\N{GREEK SMALL LETTER ALPHA}", "\x41\101\u0041\U00000041")
s = ""
for i in range(0, 0x11000, 997):
    if not 0xd800 <= i < 0xe000:
        s += chr(i)
print(len(s), sum(map(ord, s)), s.count("\0"), max(s) == s[-1], ascii(s[:12]))
for ch in "aλ🐍":
    print(ch * 3, ch.rjust(3, "."), ch.encode("utf-16-be"), hex(ord(ch)), repr(ch), ch in t)
