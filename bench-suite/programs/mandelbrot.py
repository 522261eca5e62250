"""The Mandelbrot set, one pixel after the other: floats in a tight loop, ints that count."""


def escape_time(cr, ci, limit):
    zr = zi = 0.0
    for n in range(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit


def render(width, height, limit):
    rows = []
    for y in range(height):
        ci = 2.0 * y / height - 1.0
        row = []
        for x in range(width):
            cr = 3.0 * x / width - 2.0
            row.append(escape_time(cr, ci, limit))
        rows.append(row)
    return rows


def main():
    width, height, limit = 768, 512, 60
    rows = render(width, height, limit)
    inside = sum(row.count(limit) for row in rows)
    total = sum(sum(row) for row in rows)
    print(inside, total)
    for row in rows[:: height // 16]:
        print("".join(" .:-=+*%@#"[min(n * 10 // limit, 9)] for n in row[:: width // 64]))
    # The set is symmetric to the real axis.
    for y in range(1, height // 2):
        assert rows[y] == rows[height - y]


main()
