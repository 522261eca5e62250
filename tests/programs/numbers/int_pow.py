# Powers and modular powers.
print(2**10, 2**64, 3**100, (-2)**3, (-2)**63, (-2)**64, 0**0, 1**10**5, (-1)**101)
print(2**-1, 2**-2, (-2)**-1, 10**-3, 1**-5, (-1)**-3)
print(pow(3, 4, 5), pow(3, -1, 7), pow(2, 10**18, 10**9 + 7), pow(-3, 3, 7), pow(3, 3, -7), pow(5, 0, 1), pow(5, 3, 1))
print(pow(123456789, 987654321, 1000000007), pow(10**30, 10**20, 10**25 + 13))
print(pow(38, -1, mod=97), pow(base=2, exp=5), pow(2, 5, None))
for args in ((2, -1, 4), (2, 2, 0), (2.0, 2, 3), (2, 2, 3.5)):
    try:
        print(pow(*args))
    except Exception as e:
        print(type(e).__name__, e)
def fact(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r
print(fact(50))
f = fact(300)
print(f % (10**9 + 7), len(str(f)), f // fact(298), fact(100) == f // (f // fact(100)))
a, b = 0, 1
for _ in range(1000):
    a, b = b, a + b
print(a)
print(str(2**1000)[-20:], hex(2**100 + 5), oct(-2**70), bin(2**65 + 1))
