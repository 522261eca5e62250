import random
random.seed(5)
h=0
for i in range(20000):
    f = random.randint(0, 20)
    x = random.randint(1, 2**53-1) / 2**random.randint(0, 60)
    for c in repr(x): h = (h*31 + ord(c)) & 0xffffffffffff
    x = random.randint(1, 10**random.randint(1,17)) / 2**f
    for c in repr(x): h = (h*31 + ord(c)) & 0xffffffffffff
print(h)
