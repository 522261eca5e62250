#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int64_t k[64], start_state[8];

static int64_t root_bits(int64_t n, int power) {
    unsigned __int128 target = (unsigned __int128)n << (32 * power);
    unsigned __int128 low = 0, high = (unsigned __int128)1 << 36;
    while (high - low > 1) {
        unsigned __int128 middle = (low + high) / 2;
        unsigned __int128 value = power == 2 ? middle * middle : middle * middle * middle;
        if (value <= target)
            low = middle;
        else
            high = middle;
    }
    return (int64_t)(low & 0xFFFFFFFF);
}

static int64_t rotate(int64_t x, int64_t n) {
    return (x >> n | x << (32 - n)) & 0xFFFFFFFF;
}

static void compress(int64_t *state, const uint8_t *block) {
    int64_t w[64];
    for (int i = 0; i < 16; i++)
        w[i] = (int64_t)block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        int64_t a = w[i - 15], b = w[i - 2];
        int64_t s0 = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3, s1 = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10;
        w[i] = (w[i - 16] + s0 + w[i - 7] + s1) & 0xFFFFFFFF;
    }
    int64_t a = state[0], b = state[1], c = state[2], d = state[3];
    int64_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < 64; i++) {
        int64_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
        int64_t t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i]) & 0xFFFFFFFF;
        int64_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
        int64_t t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) & 0xFFFFFFFF;
        h = g;
        g = f;
        f = e;
        e = (d + t1) & 0xFFFFFFFF;
        d = c;
        c = b;
        b = a;
        a = (t1 + t2) & 0xFFFFFFFF;
    }
    int64_t more[8] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; i++)
        state[i] = (state[i] + more[i]) & 0xFFFFFFFF;
}

static void sha256(const uint8_t *message, int64_t length, char *out) {
    int64_t padded_length = (length + 9 + 63) / 64 * 64, state[8];
    uint8_t *padded = calloc(padded_length, 1);
    memcpy(padded, message, length);
    padded[length] = 0x80;
    for (int i = 0; i < 8; i++)
        padded[padded_length - 1 - i] = (uint8_t)(8 * length >> (8 * i));
    memcpy(state, start_state, sizeof state);
    for (int64_t at = 0; at < padded_length; at += 64)
        compress(state, padded + at);
    free(padded);
    for (int i = 0; i < 8; i++)
        sprintf(out + 8 * i, "%08lx", state[i]);
}

int main(void) {
    int64_t found = 0;
    for (int64_t n = 2; found < 64; n++) {
        int prime = 1;
        for (int64_t d = 2; d * d <= n; d++)
            prime &= n % d != 0;
        if (prime) {
            if (found < 8)
                start_state[found] = root_bits(n, 2);
            k[found++] = root_bits(n, 3);
        }
    }
    char digest[65] = "taipan";
    int64_t size = 160000;
    uint8_t *message = malloc(size);
    for (int64_t i = 0; i < size; i++)
        message[i] = (uint8_t)(i * 7 + i / 256);
    char first[65];
    sha256(message, size, first);
    puts(first);
    for (int i = 0; i < 1500; i++)
        sha256((const uint8_t *)digest, strlen(digest), digest);
    puts(digest);
    return 0;
}
