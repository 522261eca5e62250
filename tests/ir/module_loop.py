# The counter of a loop at the level of the module is a global, whose number is known: the loop is as one in a function.
# FUNCTION: .<module>#
# CHECK: vector.body
# CHECK: store <
xs = [float(i) for i in range(100)]
ys = [0.0] * 100
for i in range(100):
    ys[i] = xs[i] * 0.5 + 1.0
print(ys[99])
