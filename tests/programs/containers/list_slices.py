# Slices of lists: read, assigned, deleted, with every step.
xs = list(range(10))
print(xs[2:5], xs[:3], xs[7:], xs[:], xs[-3:], xs[:-7], xs[5:2], xs[100:], xs[-100:2])
print(xs[::2], xs[1::3], xs[::-1], xs[::-3], xs[8:2:-2], xs[2:8:-1], xs[-1:-11:-4], xs[5::-1])
print(xs[10**20:], xs[-10**20:3], xs[:: 10**20], xs[::-10**20])
print(xs[True:3], xs[None:None:None])
ys = xs[:]
ys[2:4] = ["a", "b", "c"]
print(ys)
ys[0:0] = [100, 200]
print(ys)
ys[5:] = []
print(ys)
ys[1:1] = ys
print(ys)
ys[:] = "xyz"
print(ys)
ys[10:20] = (1, 2)
print(ys)
ys[3:1] = [0, 0]
print(ys)
ys = list(range(10))
ys[::2] = "abcde"
print(ys)
ys[::-3] = [1, 2, 3, 4]
print(ys)
ys[1:3] = (i * i for i in range(5))
print(ys)
ys = list(range(12))
del ys[2:4]
print(ys)
del ys[::3]
print(ys)
del ys[::-2]
print(ys)
del ys[5:1]
print(ys)
del ys[-1]
print(ys)
del ys[:]
print(ys)
zs = list(range(20))
del zs[15:2:-4]
print(zs)
zs[5:5] = zs[::5]
print(zs)


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


print(xs[I(2):I(8):I(3)], xs[I(-1)])
