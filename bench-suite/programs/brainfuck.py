"""An interpreter of a tiny language: a table of jumps, a tape, one loop of `if` and `elif`."""

HELLO = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."

# A triangle of stars: cell 0 counts the lines, cell 1 the stars of a line.
TRIANGLE = (
    ">>>++++++++++++++++++++++++++++++++++++++++++>++++++++++<<<<++++++++++++"
    "[>+[->+>.<<]>[-<+>]>>.<<<<-]"
)

# Seven loops inside each other.
NESTED = "+++++++[>" * 6 + "+++++++[>+++<-]<-" + "]<-" * 5 + "]>>>>>>>."


def compile_jumps(program):
    jumps = [0] * len(program)
    open_brackets = []
    for i, command in enumerate(program):
        if command == "[":
            open_brackets.append(i)
        elif command == "]":
            start = open_brackets.pop()
            jumps[start] = i
            jumps[i] = start
    return jumps


def run(source):
    program = "".join(c for c in source if c in "<>+-.[]")
    jumps = compile_jumps(program)
    tape = [0] * 30_000
    output = []
    position = 0
    pointer = 0
    steps = 0
    while position < len(program):
        command = program[position]
        if command == ">":
            pointer += 1
        elif command == "<":
            pointer -= 1
        elif command == "+":
            tape[pointer] = (tape[pointer] + 1) & 255
        elif command == "-":
            tape[pointer] = (tape[pointer] - 1) & 255
        elif command == ".":
            output.append(chr(tape[pointer]))
        elif command == "[":
            if tape[pointer] == 0:
                position = jumps[position]
        elif tape[pointer] != 0:
            position = jumps[position]
        position += 1
        steps += 1
    return "".join(output), steps


def main():
    text, steps = run(HELLO)
    print(text.strip(), steps)
    assert text == "Hello World!\n"
    text, steps = run(TRIANGLE)
    print(text + str(steps))
    assert [len(line) for line in text.splitlines()] == list(range(1, 13))
    text, steps = run(NESTED)
    print(ord(text), steps)
    assert ord(text) == 3 * 7**7 % 256


main()
