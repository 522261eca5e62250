#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int64_t fannkuch(int64_t n, int64_t *max_flips) {
    int64_t *permutation = malloc(n * sizeof *permutation);
    int64_t *work = malloc(n * sizeof *work);
    int64_t *count = calloc(n, sizeof *count);
    int64_t checksum = 0, sign = 1, r = n;
    *max_flips = 0;
    for (int64_t i = 0; i < n; i++)
        permutation[i] = i;
    for (;;) {
        for (; r != 1; r--)
            count[r - 1] = r;
        if (permutation[0] != 0) {
            int64_t flips = 0;
            memcpy(work, permutation, n * sizeof *work);
            for (int64_t first = work[0]; first != 0; first = work[0]) {
                for (int64_t low = 0, high = first; low < high; low++, high--) {
                    int64_t swap = work[low];
                    work[low] = work[high];
                    work[high] = swap;
                }
                flips++;
            }
            if (flips > *max_flips)
                *max_flips = flips;
            checksum += sign * flips;
        }
        sign = -sign;
        for (;;) {
            if (r == n) {
                free(permutation);
                free(work);
                free(count);
                return checksum;
            }
            int64_t first = permutation[0];
            for (int64_t i = 0; i < r; i++)
                permutation[i] = permutation[i + 1];
            permutation[r] = first;
            if (--count[r] > 0)
                break;
            r++;
        }
    }
}

int main(void) {
    int64_t sizes[] = {7, 8, 9, 9};
    for (int i = 0; i < 4; i++) {
        int64_t n = sizes[i], flips, checksum = fannkuch(n, &flips);
        printf("%ld\nPfannkuchen(%ld) = %ld\n", checksum, n, flips);
    }
    return 0;
}
