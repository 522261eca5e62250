# A long random history of set operations, printed along the way.
seed = 12345


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


sets = [set() for _ in range(6)]
for step in range(1500):
    op = rnd(16)
    i, j = rnd(6), rnd(6)
    x = rnd(40) * (1 if rnd(3) else 997) - 7
    if op < 4:
        sets[i].add(x)
    elif op < 6:
        sets[i].discard(x)
    elif op == 6 and sets[i]:
        print("pop", sets[i].pop(), end=" ")
    elif op == 7:
        sets[i] |= sets[j]
    elif op == 8:
        sets[i] = sets[i] & sets[j] if len(sets[i]) > 20 else sets[i]
    elif op == 9:
        sets[i] = sets[i] - sets[j] if len(sets[i]) > 15 else sets[i]
    elif op == 10:
        sets[i] = sets[i] ^ sets[j]
    elif op == 11:
        sets[i] = sets[j].copy()
    elif op == 12:
        sets[i].update(range(rnd(10), rnd(60), 1 + rnd(9)))
    elif op == 13:
        sets[i].difference_update([rnd(40) for _ in range(5)])
    elif op == 14 and rnd(3) == 0:
        sets[i].clear()
    elif op == 15:
        sets[i] = set(list(sets[j])[::-1])
    if step % 25 == 0:
        print()
        print(step, sets[i])
print()
for s in sets:
    print(len(s), s)
