#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct tree {
    struct tree *left, *right;
};

static struct tree *build(int64_t depth) {
    struct tree *tree = malloc(sizeof *tree);
    tree->left = depth == 0 ? NULL : build(depth - 1);
    tree->right = depth == 0 ? NULL : build(depth - 1);
    return tree;
}

static int64_t check(const struct tree *tree) {
    return tree->left == NULL ? 1 : 1 + check(tree->left) + check(tree->right);
}

static void drop(struct tree *tree) {
    if (tree->left != NULL) {
        drop(tree->left);
        drop(tree->right);
    }
    free(tree);
}

int main(void) {
    int64_t deepest = 18;
    struct tree *kept = build(deepest);
    for (int64_t depth = 6; depth <= deepest; depth += 4) {
        int64_t count = (int64_t)1 << (deepest - depth), total = 0;
        for (int64_t i = 0; i < count; i++) {
            struct tree *tree = build(depth);
            total += check(tree);
            drop(tree);
        }
        printf("%ld trees of depth %ld check: %ld\n", count, depth, total);
    }
    printf("kept tree of depth %ld check: %ld\n", deepest, check(kept));
    drop(kept);
    return 0;
}
