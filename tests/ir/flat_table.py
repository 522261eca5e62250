# An index at a distance that the loop does not change is asked about before the loop, where its sum cannot overflow either.
# FUNCTION: .scale#
# CHECK: vector.body
# CHECK: store <


def scale(cells, row, width):
    for x in range(width):
        cells[row * width + x] = cells[row * width + x] * 0.5


table = [float(i) for i in range(100)]
scale(table, 3, 10)
print(table[30])
