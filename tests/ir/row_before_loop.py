# The index of a row is computed of what the loop does not change: the row is taken before it, and what is left is for the
# vectorizer.
# FUNCTION: .blur#
# CHECK: vector.body
# CHECK: store <


def blur(out, grid, row, width):
    for x in range(width):
        out[x] = grid[row - 1][x] + grid[row + 1][x]


line = [0.0] * 100
blur(line, [[float(i + j) for i in range(100)] for j in range(3)], 1, 100)
print(line[99])
