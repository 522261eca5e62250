# A sum that leaves 64 bits in the middle of a loop, with other variables live.
def total(step, turns):
    t = 9223372036854775000
    name = "sum"
    half = 0.5
    for i in range(turns):
        t += step
        half += 1
        if i % 300 == 0:
            print(name, i, t, half)
    return t, half


print(total(1, 1000))
print(total(-1, 10))
print(total(10**30, 3))
