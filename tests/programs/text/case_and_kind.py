# Case methods and predicates over Unicode.
words = ["hello world", "HELLO", "they're bill's", "ßtraße", "ŉ", "ǆ ǅ Ǆ", "ΑΣ ΟΔΟΣ Σ", "İstanbul ı", "ﬁne ﬂow", "x1y2", "éÉèÈ", "ÿ µ", "🐍snake", "", "123", "a_b-c", "ⅷ Ⅷ", "ა Ა", "ꭰ"]
for w in words:
    print(repr(w), w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold())
    print(w.isupper(), w.islower(), w.istitle(), w.isalpha(), w.isalnum(), w.isidentifier(), w.isascii(), w.isprintable())
for c in ("5", "٣", "²", "½", "Ⅷ", "一", "१", " ", "\t", "\u3000", "\x1f", "\x85", "\u200b", "\u00ad", "a1", "_a", "1a", "é", "ª", "\n", "\ud800", "\U0010ffff", "ʰ", "a\u0301"):
    print(ascii(c), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isspace(), c.isprintable(), c.isidentifier(), c.isalpha(), c.isalnum())
print("Straße".casefold() == "STRASSE".casefold(), "ὈΔΥΣΣΕΎΣ".lower(), "Hello World".istitle(), "Hello world".istitle(), "HELLO".istitle(), "3D Model".istitle())
up = low = 0
for i in range(0x3000):
    c = chr(i)
    if c.isupper():
        up += 1
    if c.islower():
        low += 1
print(up, low)
print(sum(len(chr(i).upper()) for i in range(0x600)), sum(ord(chr(i).lower()[0]) for i in range(0x600)), sum(ord(chr(i).title()[0]) for i in range(0x600)))
