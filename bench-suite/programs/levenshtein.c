#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int64_t least(int64_t a, int64_t b) {
    return b < a ? b : a;
}

static int64_t distance(const char *a, const char *b) {
    if (strlen(a) < strlen(b)) {
        const char *swap = a;
        a = b;
        b = swap;
    }
    int64_t n = strlen(a), m = strlen(b);
    int64_t *previous = malloc((m + 1) * sizeof *previous), *current = malloc((m + 1) * sizeof *current);
    for (int64_t j = 0; j <= m; j++)
        previous[j] = j;
    for (int64_t i = 1; i <= n; i++) {
        current[0] = i;
        for (int64_t j = 1; j <= m; j++)
            current[j] = a[i - 1] == b[j - 1]
                             ? previous[j - 1]
                             : 1 + least(least(previous[j - 1], previous[j]), current[j - 1]);
        int64_t *swap = previous;
        previous = current;
        current = swap;
    }
    int64_t result = previous[m];
    free(previous);
    free(current);
    return result;
}

int main(void) {
    enum { COUNT = 52 };
    char *texts[COUNT];
    int64_t state = 7, total = 0, best = 1000, best_i = 0, best_j = 0;
    for (int i = 0; i < COUNT; i++) {
        int64_t length = 60 + state % 60;
        texts[i] = malloc(length + 1);
        for (int64_t k = 0; k < length; k++) {
            state = (state * 1103515245 + 12345) % 2147483648;
            texts[i][k] = "acgt"[state >> 16 & 3];
        }
        texts[i][length] = 0;
    }
    for (int i = 0; i < COUNT; i++) {
        for (int j = 0; j < i; j++) {
            int64_t d = distance(texts[i], texts[j]);
            total += d;
            if (d < best) {
                best = d;
                best_i = i;
                best_j = j;
            }
        }
    }
    printf("%ld (%ld, %ld, %ld)\n", total, best, best_i, best_j);
    return 0;
}
