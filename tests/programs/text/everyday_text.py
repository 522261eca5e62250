import sys
def caesar(s, k):
    out = []
    for ch in s:
        if ch.isupper():
            out.append(chr((ord(ch) - 65 + k) % 26 + 65))
        elif ch.islower():
            out.append(chr((ord(ch) - 97 + k) % 26 + 97))
        else:
            out.append(ch)
    return "".join(out)
msg = "The Quick Brown Fox, Jumps!"
enc = caesar(msg, 3); print(enc, caesar(enc, -3))
def roman(n):
    r = ""
    for v, s in [(1000,"M"),(900,"CM"),(500,"D"),(400,"CD"),(100,"C"),(90,"XC"),(50,"L"),(40,"XL"),(10,"X"),(9,"IX"),(5,"V"),(4,"IV"),(1,"I")]:
        while n >= v:
            r += s; n -= v
    return r
print([roman(i) for i in (1,4,9,14,40,90,400,1994,2024,3999)])
text = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
counts = {}
for w in text.lower().replace(",", "").split():
    counts[w] = counts.get(w, 0) + 1
for w, c in sorted(counts.items(), key=lambda t: (-t[1], t[0])):
    print(f"{w:<12}{c:>3} {'#' * c}")
def is_pal(s):
    s = "".join(c.lower() for c in s if c.isalnum())
    return s == s[::-1]
print(is_pal("A man, a plan, a canal: Panama"), is_pal("hello"))
def to_base(n, b):
    if n == 0: return "0"
    d = "0123456789abcdefghijklmnopqrstuvwxyz"
    s = ""
    neg = n < 0
    n = abs(n)
    while n:
        n, r = divmod(n, b)
        s = d[r] + s
    return "-" + s if neg else s
print([to_base(x, b) for x in (255, -10, 0, 2**70) for b in (2, 8, 16, 36)])
for i in range(1, 16):
    print("FizzBuzz" if i % 15 == 0 else "Fizz" if i % 3 == 0 else "Buzz" if i % 5 == 0 else i, end=" ")
print()
print("%-10s|%5.2f|%03d|%s" % ("name", 3.14159, 7, [1, 2]))
print("{:<10}|{:>8,.2f}|{:^9}|".format("total", 12345.678, "mid"))
s = ""
for i in range(20000):
    s += str(i % 10)
print(len(s), s[:20], s[-5:], s.count("7"), hash(s) == hash(s[:]), s == "0123456789" * 2000)
t = s
s += "x"
t2 = t + "y"
print(s[-3:], t[-3:], t2[-3:], len(s), len(t), len(t2))
u = "é" * 300
for c in "abc☃🐍":
    u += c
    print(len(u), u[-4:])
parts = []
while True:
    parts.append(u[len(parts)])
    if len(parts) > 3: break
print(parts, ",".join(map(str, range(5))), sep=" -> ")
print(*[x.rjust(4) for x in "1 22 333".split()], sep="|", end="!\n")
print(sum(int(d) for d in str(2**1000)), max("apple", "banana", key=len), min(["b", "a"], default="z"))
print(ord("a") ^ 32, chr(ord("a") ^ 32), "abc".encode().hex(), int("ff", 16), bytes.fromhex("00ff").hex(" "))
data = bytes(range(0, 64, 3))
for i in range(0, len(data), 8):
    chunk = data[i:i + 8]
    print(f"{i:08x}  {' '.join(f'{b:02x}' for b in chunk):<24}  {''.join(chr(b) if 32 <= b < 127 else '.' for b in chunk)}")
