ZERO = 0


def volume(r):
    return 4 * r ** 3
