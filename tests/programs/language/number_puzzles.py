from math import isqrt, gcd, prod, comb
from functools import reduce, lru_cache
from itertools import count, takewhile, permutations, combinations, product, accumulate
print(sum(x for x in range(1000) if x % 3 == 0 or x % 5 == 0))
def fibs():
    a, b = 1, 2
    while True:
        yield a
        a, b = b, a + b
print(sum(x for x in takewhile(lambda n: n <= 4_000_000, fibs()) if not x & 1))
def factor(n):
    d, out = 2, []
    while d * d <= n:
        while n % d == 0:
            out.append(d); n //= d
        d += 1 if d == 2 else 2
    return out + [n] * (n > 1)
print(factor(600851475143), max(factor(600851475143)))
print(max(p for a in range(999, 900, -1) for b in range(a, 900, -1) if str(p := a * b) == str(p)[::-1]))
print(reduce(lambda a, b: a * b // gcd(a, b), range(1, 21)))
print(sum(range(101)) ** 2 - sum(i * i for i in range(101)))
def sieve(n):
    s = bytearray([1]) * (n + 1)
    s[:2] = b"\0\0"
    for i in range(2, isqrt(n) + 1):
        if s[i]: s[i*i::i] = bytes(len(range(i*i, n + 1, i)))
    return [i for i, f in enumerate(s) if f]
P = sieve(2000)
print(P[-1], len(P), sum(P))
print(next(a * b * c for a in range(1, 500) for b in range(a, 500) if (c := 1000 - a - b) > b and a*a + b*b == c*c))
print(sum(map(int, str(2 ** 1000))), sum(map(int, str(reduce(int.__mul__, range(1, 101))))))
print(comb(40, 20))
@lru_cache(None)
def collatz(n): return 1 if n == 1 else 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
print(max(range(1, 3000), key=collatz), collatz(27))
def d(n): return sum(x + (n // x if x != n // x else 0) for x in range(2, isqrt(n) + 1) if n % x == 0) + 1
print(sum(n for n in range(2, 1500) if d(d(n)) == n != d(n)))
print("".join(list(permutations("0123"))[10]), next(i for i, f in enumerate(fibs(), 2) if len(str(f)) >= 100))
def cycle_len(n):
    seen, r, i = {}, 1, 0
    while r and r not in seen:
        seen[r] = i; r = r * 10 % n; i += 1
    return i - seen[r] if r else 0
print(max(range(2, 200), key=cycle_len))
coins = [1, 2, 5, 10, 20, 50, 100, 200]
ways = [1] + [0] * 200
for c in coins:
    for i in range(c, 201): ways[i] += ways[i - c]
print(ways[200])
print(pow(3, 10**18, 10**9 + 7), pow(7, -1, 101), (28433 * 2 ** 7830457 + 1) % 10**4 if False else 0)
tri = "3\n7 4\n2 4 6\n8 5 9 3"
rows = [list(map(int, r.split())) for r in tri.splitlines()]
print(reduce(lambda lo, up: [u + max(lo[i:i+2]) for i, u in enumerate(up)], reversed(rows))[0])
words = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen", 15: "fifteen", 18: "eighteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 80: "eighty"}
def say(n):
    if n in words: return words[n]
    if n < 20: return words[n % 10] + "teen"
    if n < 100: return words.get(n // 10 * 10, words[n // 10] + "ty") + (("-" + words[n % 10]) if n % 10 else "")
    if n < 1000: return words[n // 100] + " hundred" + (" and " + say(n % 100) if n % 100 else "")
    return "one thousand"
print(sum(sum(c.isalpha() for c in say(i)) for i in range(1, 1001)), say(342), say(115), say(919))
from fractions import Fraction
x = Fraction(1)
for _ in range(20): x = 1 + 1 / (1 + x)
print(x, float(x), x.limit_denominator(100))
