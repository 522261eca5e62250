import random
random.seed(3)
h = 0
def mix(s):
    global h
    for c in s: h = (h * 31 + ord(c)) & 0xffffffffffff
for i in range(2000):
    k = random.random()
    if k < 0.3: x = random.random() * 10 ** random.randint(-5, 16)
    elif k < 0.5: x = random.randint(-10**6, 10**6) / 8
    elif k < 0.7: x = random.randint(-10**5, 10**5) / 1000
    elif k < 0.8: x = float(random.randint(-10**15, 10**15))
    elif k < 0.9: x = random.choice([0.5, 1.5, 2.5, 0.125, 0.375, 1e22, 1e-7, 5e-324, 1.7976931348623157e308, 0.0, -0.0, 2.675, 1.005, 0.045])
    else: x = random.random() * 2 ** random.randint(-300, 300)
    p = random.randint(0, 20)
    mix(f"{x:.{p}f}"); mix("%.*f" % (p, x)); mix(repr(x)); mix(f"{x:12.2f}"); mix(f"{x:,.3f}"); mix(f"{x:+010.1f}"); mix(f"{x:.0f}")
    n = random.randint(-10**random.randint(1, 18), 10**random.randint(1, 18))
    mix(f"{n}"); mix(f"{n:5d}"); mix(f"{n:<12}|"); mix(f"{n:,}"); mix(f"{n:08d}"); mix("%d|%5d|%-5d|%05d|%+d" % (n, n, n, n, n)); mix(str(n)); mix(f"{n:x}"); mix(f"{n:^20}")
    mix(str(int(str(n)))); mix(str(int("  %d " % n)));
print(h)
for s in ["", "-", "+5", "--5", "1_000", "12 3", "999999999999999999", "1000000000000000000", "9223372036854775808", " 7\n", "-0", "٣"]:
    try: print(int(s))
    except ValueError as e: print(e)
