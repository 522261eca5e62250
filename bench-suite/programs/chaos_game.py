"""The chaos game: a point jumps towards random corners and draws a fractal; its own random numbers, a grid of counts."""


class Random:
    """A linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % n


def play(corners, ratio, steps, size):
    random = Random(2024)
    grid = [[0] * size for _ in range(size)]
    x = y = 0.5
    for step in range(steps):
        cx, cy = corners[random.below(len(corners))]
        x += (cx - x) * ratio
        y += (cy - y) * ratio
        if step > 20:
            grid[int(y * size)][int(x * size)] += 1
    return grid


def main():
    triangle = [(0.02, 0.02), (0.98, 0.02), (0.5, 0.9)]
    carpet = [(i / 2 * 0.96 + 0.02, j / 2 * 0.96 + 0.02) for i in range(3) for j in range(3) if (i, j) != (1, 1)]
    for corners, ratio in ((triangle, 0.5), (carpet, 2 / 3)):
        steps = 1_500_000
        grid = play(corners, ratio, steps, 48)
        hit = sum(1 for row in grid for count in row if count)
        total = sum(sum(row) for row in grid)
        print(hit, total, max(max(row) for row in grid) < total // 10)
        assert total == steps - 21
        for row in reversed(grid[::2]):
            print("".join(" .oO@"[min(count.bit_length() // 3, 4)] for count in row))


main()
