#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static double element(int64_t i, int64_t j) {
    return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1);
}

static double *times(const double *v, int64_t n) {
    double *result = malloc(n * sizeof *result);
    for (int64_t i = 0; i < n; i++) {
        double total = 0;
        for (int64_t j = 0; j < n; j++)
            total += element(i, j) * v[j];
        result[i] = total;
    }
    return result;
}

static double *times_transposed(const double *v, int64_t n) {
    double *result = malloc(n * sizeof *result);
    for (int64_t i = 0; i < n; i++) {
        double total = 0;
        for (int64_t j = 0; j < n; j++)
            total += element(j, i) * v[j];
        result[i] = total;
    }
    return result;
}

static double *both(const double *v, int64_t n) {
    double *first = times(v, n);
    double *second = times_transposed(first, n);
    free(first);
    return second;
}

int main(void) {
    int64_t n = 320;
    double *u = malloc(n * sizeof *u), *v = NULL;
    for (int64_t i = 0; i < n; i++)
        u[i] = 1.0;
    for (int step = 0; step < 10; step++) {
        free(v);
        v = both(u, n);
        free(u);
        u = both(v, n);
    }
    double uv = 0, vv = 0;
    for (int64_t i = 0; i < n; i++) {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    printf("%.9f\n", sqrt(uv / vv));
    return 0;
}
