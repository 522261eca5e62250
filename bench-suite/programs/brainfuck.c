#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *HELLO =
    "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.";

static const char *TRIANGLE =
    ">>>++++++++++++++++++++++++++++++++++++++++++>++++++++++<<<<++++++++++++"
    "[>+[->+>.<<]>[-<+>]>>.<<<<-]";

static const char *NESTED =
    "+++++++[>+++++++[>+++++++[>+++++++[>+++++++[>+++++++[>+++++++[>+++<-]<-]<-]<-]<-]<-]<-]>>>>>>>.";

static char *run(const char *program, int64_t *steps) {
    int64_t length = strlen(program), depth = 0, used = 0;
    int64_t *jumps = calloc(length, sizeof *jumps), *open = malloc(length * sizeof *open);
    for (int64_t i = 0; i < length; i++) {
        if (program[i] == '[') {
            open[depth++] = i;
        } else if (program[i] == ']') {
            int64_t start = open[--depth];
            jumps[start] = i;
            jumps[i] = start;
        }
    }
    int64_t *tape = calloc(30000, sizeof *tape), position = 0, pointer = 0;
    char *output = calloc(4096, 1);
    *steps = 0;
    while (position < length) {
        char command = program[position];
        if (command == '>') {
            pointer++;
        } else if (command == '<') {
            pointer--;
        } else if (command == '+') {
            tape[pointer] = (tape[pointer] + 1) & 255;
        } else if (command == '-') {
            tape[pointer] = (tape[pointer] - 1) & 255;
        } else if (command == '.') {
            output[used++] = (char)tape[pointer];
        } else if (command == '[') {
            if (tape[pointer] == 0)
                position = jumps[position];
        } else if (tape[pointer] != 0) {
            position = jumps[position];
        }
        position++;
        ++*steps;
    }
    free(jumps);
    free(open);
    free(tape);
    return output;
}

int main(void) {
    int64_t steps;
    char *text = run(HELLO, &steps);
    text[strcspn(text, "\n")] = 0;
    printf("%s %ld\n", text, steps);
    text = run(TRIANGLE, &steps);
    printf("%s%ld\n", text, steps);
    text = run(NESTED, &steps);
    printf("%d %ld\n", (unsigned char)text[0], steps);
    return 0;
}
