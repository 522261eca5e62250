# Nothing in the loop changes a list: kinds and lengths are asked for before it, and what is left is for the vectorizer.
# FUNCTION: .scale#
# CHECK: vector.body
# CHECK: store <


def scale(xs, out):
    for i in range(len(xs)):
        out[i] = xs[i] * 0.5 + 1.0


ys = [0.0] * 100
scale([float(i) for i in range(100)], ys)
print(ys[99])
