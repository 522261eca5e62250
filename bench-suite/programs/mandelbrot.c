#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int64_t escape_time(double cr, double ci, int64_t limit) {
    double zr = 0, zi = 0;
    for (int64_t n = 0; n < limit; n++) {
        double zr2 = zr * zr, zi2 = zi * zi;
        if (zr2 + zi2 > 4.0)
            return n;
        zi = 2.0 * zr * zi + ci;
        zr = zr2 - zi2 + cr;
    }
    return limit;
}

int main(void) {
    int64_t width = 768, height = 512, limit = 60, inside = 0, total = 0;
    int64_t *rows = malloc(width * height * sizeof *rows);
    for (int64_t y = 0; y < height; y++) {
        double ci = 2.0 * (double)y / (double)height - 1.0;
        for (int64_t x = 0; x < width; x++)
            rows[y * width + x] = escape_time(3.0 * (double)x / (double)width - 2.0, ci, limit);
    }
    for (int64_t i = 0; i < width * height; i++) {
        inside += rows[i] == limit;
        total += rows[i];
    }
    printf("%ld %ld\n", inside, total);
    for (int64_t y = 0; y < height; y += height / 16) {
        for (int64_t x = 0; x < width; x += width / 64) {
            int64_t shade = rows[y * width + x] * 10 / limit;
            putchar(" .:-=+*%@#"[shade < 9 ? shade : 9]);
        }
        putchar('\n');
    }
    free(rows);
    return 0;
}
