#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIZE = 48, STEPS = 1500000 };

static uint64_t state;

static int64_t below(int64_t n) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (int64_t)(state >> 33) % n;
}

static void play(double (*corners)[2], int64_t count, double ratio, int64_t **grid) {
    state = 2024;
    double x = 0.5, y = 0.5;
    for (int64_t step = 0; step < STEPS; step++) {
        double *corner = corners[below(count)];
        x += (corner[0] - x) * ratio;
        y += (corner[1] - y) * ratio;
        if (step > 20)
            grid[(int64_t)(y * SIZE)][(int64_t)(x * SIZE)]++;
    }
}

int main(void) {
    double triangle[3][2] = {{0.02, 0.02}, {0.98, 0.02}, {0.5, 0.9}}, carpet[8][2];
    int64_t used = 0;
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
            if (i == 1 && j == 1)
                continue;
            carpet[used][0] = i / 2.0 * 0.96 + 0.02;
            carpet[used++][1] = j / 2.0 * 0.96 + 0.02;
        }
    }
    for (int round = 0; round < 2; round++) {
        int64_t **grid = malloc(SIZE * sizeof *grid), hit = 0, total = 0, most = 0;
        for (int y = 0; y < SIZE; y++)
            grid[y] = calloc(SIZE, sizeof **grid);
        if (round == 0)
            play(triangle, 3, 0.5, grid);
        else
            play(carpet, 8, 2.0 / 3.0, grid);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                hit += grid[y][x] != 0;
                total += grid[y][x];
                if (grid[y][x] > most)
                    most = grid[y][x];
            }
        }
        printf("%ld %ld %s\n", hit, total, most < total / 10 ? "True" : "False");
        for (int y = SIZE - 2; y >= 0; y -= 2) {
            for (int x = 0; x < SIZE; x++) {
                int64_t bits = grid[y][x] == 0 ? 0 : 64 - __builtin_clzll(grid[y][x]);
                putchar(" .oO@"[bits / 3 < 4 ? bits / 3 : 4]);
            }
            putchar('\n');
        }
    }
    return 0;
}
