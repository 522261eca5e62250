def grow(n):
    x = 1
    while True:
        x *= n
        if x > 10**25:
            raise OverflowError("too big: " + str(x))


def main():
    y = 0
    for k in range(3):
        y += k
    print(y)
    grow(12345)


main()
