# A finalizer may make objects with finalizers and even recurse too deep; the program goes on.
class Chain:
    made = 0

    def __init__(self, n):
        self.n = n
        Chain.made += 1

    def __del__(self):
        if self.n > 0:
            Chain(self.n - 1)


def main():
    for i in range(10):
        Chain(20)
    kept = [Chain(1) for i in range(1000)]
    print(Chain.made >= 1010)
    kept = None
    text = ""
    for i in range(20000):
        text = str(i) * 10
    print(len(text))


main()
print("end")
