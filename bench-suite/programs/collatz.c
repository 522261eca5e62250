#include <stdint.h>
#include <stdio.h>

static int64_t chain(int64_t n) {
    int64_t steps = 1;
    while (n != 1) {
        n = n % 2 == 0 ? n / 2 : 3 * n + 1;
        steps++;
    }
    return steps;
}

int main(void) {
    int64_t best = 0, best_n = 0;
    for (int64_t n = 1; n < 300000; n++) {
        int64_t steps = chain(n);
        if (steps > best) {
            best = steps;
            best_n = n;
        }
    }
    printf("(%ld, %ld)\n", best_n, best);
    return 0;
}
