"""The product of two matrices as lists of lists: three nested loops over floats."""


def matrix(n, seed):
    scale = 1.0 / n / n
    return [[scale * (i - j) * (i + j + seed) for j in range(n)] for i in range(n)]


def multiply(a, b):
    n, m, p = len(a), len(b), len(b[0])
    columns = [[b[k][j] for k in range(m)] for j in range(p)]
    product = []
    for i in range(n):
        row = a[i]
        out = [0.0] * p
        for j in range(p):
            column = columns[j]
            total = 0.0
            for k in range(m):
                total += row[k] * column[k]
            out[j] = total
        product.append(out)
    return product


def main():
    n = 280
    a = matrix(n, 1)
    b = matrix(n, 2)
    c = multiply(a, b)
    trace = 0.0
    for i in range(n):
        trace += c[i][i]
    print(f"{c[n // 2][n // 2]:.9f} {c[3][n - 5]:.9f} {trace:.9f}")
    # The sum over all entries is the column sums of a times the row sums of b.
    total = sum(sum(row) for row in c)
    expected = sum(sum(a[i][k] for i in range(n)) * sum(b[k]) for k in range(n))
    assert abs(total - expected) < 1e-6 * max(1.0, abs(expected))


main()
