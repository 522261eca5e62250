#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool *sieve(int64_t n) {
    bool *prime = malloc(n + 1);
    memset(prime, 1, n + 1);
    prime[0] = prime[1] = false;
    for (int64_t i = 2; i * i <= n; i++)
        if (prime[i])
            for (int64_t j = i * i; j <= n; j += i)
                prime[j] = false;
    return prime;
}

int main(void) {
    for (int round = 0; round < 3; round++) {
        int64_t limit = 5000000, count = 0, last = 0;
        bool *prime = sieve(limit);
        for (int64_t n = 0; n <= limit; n++) {
            if (prime[n]) {
                count++;
                last = n;
            }
        }
        printf("%ld %ld\n", count, last);
        free(prime);
    }
    return 0;
}
