#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct board {
    int64_t size, solutions;
    int64_t *columns, *first;
    bool *column_free, *rising_free, *falling_free;
};

static bool *all_true(int64_t n) {
    bool *flags = malloc(n);
    memset(flags, 1, n);
    return flags;
}

static void place(struct board *b, int64_t row) {
    int64_t size = b->size;
    if (row == size) {
        if (b->first == NULL) {
            b->first = malloc(size * sizeof *b->first);
            memcpy(b->first, b->columns, size * sizeof *b->first);
        }
        b->solutions++;
        return;
    }
    for (int64_t column = 0; column < size; column++) {
        int64_t rising = row + column, falling = row - column + size - 1;
        if (b->column_free[column] && b->rising_free[rising] && b->falling_free[falling]) {
            b->columns[row] = column;
            b->column_free[column] = b->rising_free[rising] = b->falling_free[falling] = false;
            place(b, row + 1);
            b->column_free[column] = b->rising_free[rising] = b->falling_free[falling] = true;
        }
    }
}

int main(void) {
    for (int64_t size = 5; size <= 12; size++) {
        struct board b = {size, 0, malloc(size * sizeof(int64_t)), NULL, all_true(size), all_true(2 * size - 1),
                          all_true(2 * size - 1)};
        place(&b, 0);
        printf("%ld %ld [", size, b.solutions);
        for (int64_t i = 0; i < size; i++)
            printf(i ? ", %ld" : "%ld", b.first[i]);
        printf("]\n");
    }
    return 0;
}
