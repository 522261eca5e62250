d = {i: i for i in range(10)}
for i in range(1000, 20000):
    d[i * 31] = 1
    d.popitem()
print(len(d), 5 in d, 77777 in d)
