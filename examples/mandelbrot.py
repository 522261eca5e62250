"""The Mandelbrot set in characters."""

SHADES = " .:-=+*#%@"


def escape_time(c, limit):
    z = 0j
    for n in range(limit):
        if abs(z) > 2:
            return n
        z = z * z + c
    return limit


def main(width=64, height=22, limit=60):
    total = 0
    for row in range(height):
        line = []
        for column in range(width):
            c = complex(-2.2 + 3.0 * column / width, -1.15 + 2.3 * row / height)
            n = escape_time(c, limit)
            total += n
            line.append(SHADES[n * (len(SHADES) - 1) // limit])
        print("".join(line).rstrip())
    print(f"{total:,} steps, 2**{total.bit_length()} > {total}")


main()
