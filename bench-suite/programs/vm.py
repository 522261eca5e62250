"""A small virtual machine with a class for each instruction: polymorphic calls, a stack, frames."""


class Machine:
    def __init__(self, code):
        self.code = code
        self.stack = []
        self.variables = [0] * 16
        self.calls = []
        self.position = 0
        self.steps = 0
        self.output = []

    def run(self):
        code = self.code
        while self.position >= 0:
            instruction = code[self.position]
            self.position += 1
            self.steps += 1
            instruction.execute(self)


class Push:
    def __init__(self, value):
        self.value = value

    def execute(self, machine):
        machine.stack.append(self.value)


class Load:
    def __init__(self, slot):
        self.slot = slot

    def execute(self, machine):
        machine.stack.append(machine.variables[self.slot])


class Store:
    def __init__(self, slot):
        self.slot = slot

    def execute(self, machine):
        machine.variables[self.slot] = machine.stack.pop()


class Add:
    def execute(self, machine):
        right = machine.stack.pop()
        machine.stack.append(machine.stack.pop() + right)


class Subtract:
    def execute(self, machine):
        right = machine.stack.pop()
        machine.stack.append(machine.stack.pop() - right)


class Multiply:
    def execute(self, machine):
        right = machine.stack.pop()
        machine.stack.append(machine.stack.pop() * right)


class Remainder:
    def execute(self, machine):
        right = machine.stack.pop()
        machine.stack.append(machine.stack.pop() % right)


class Less:
    def execute(self, machine):
        right = machine.stack.pop()
        machine.stack.append(1 if machine.stack.pop() < right else 0)


class Jump:
    def __init__(self, target):
        self.target = target

    def execute(self, machine):
        machine.position = self.target


class JumpIfZero:
    def __init__(self, target):
        self.target = target

    def execute(self, machine):
        if machine.stack.pop() == 0:
            machine.position = self.target


class Call:
    def __init__(self, target):
        self.target = target

    def execute(self, machine):
        machine.calls.append(machine.position)
        machine.position = self.target


class Return:
    def execute(self, machine):
        machine.position = machine.calls.pop()


class Print:
    def execute(self, machine):
        machine.output.append(str(machine.stack.pop()))


class Halt:
    def execute(self, machine):
        machine.position = -1


SIMPLE = {
    "add": Add, "sub": Subtract, "mul": Multiply, "mod": Remainder, "less": Less,
    "return": Return, "print": Print, "halt": Halt,
}
WITH_NUMBER = {"push": Push, "load": Load, "store": Store}
WITH_LABEL = {"jump": Jump, "jumpz": JumpIfZero, "call": Call}


def assemble(source):
    labels = {}
    lines = []
    for line in source.splitlines():
        words = line.split()
        if not words:
            continue
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(lines)
        else:
            lines.append(words)
    code = []
    for words in lines:
        name = words[0]
        if name in SIMPLE:
            code.append(SIMPLE[name]())
        elif name in WITH_NUMBER:
            code.append(WITH_NUMBER[name](int(words[1])))
        else:
            code.append(WITH_LABEL[name](labels[words[1]]))
    return code


# How many numbers below the limit are prime, by trial division; then factorials modulo a prime, recursively.
PROGRAM = """
    push 2
    store 0
    push 0
    store 1
outer:
    load 0
    push 1500
    less
    jumpz done
    push 2
    store 2
inner:
    load 2
    load 2
    mul
    load 0
    push 1
    add
    less
    jumpz prime
    load 0
    load 2
    mod
    jumpz next
    load 2
    push 1
    add
    store 2
    jump inner
prime:
    load 1
    push 1
    add
    store 1
next:
    load 0
    push 1
    add
    store 0
    jump outer
done:
    load 1
    print
    push 0
    store 3
    push 300
    store 5
again:
    load 5
    jumpz end
    push 200
    store 4
    call factorial
    load 3
    add
    push 1000003
    mod
    store 3
    load 5
    push 1
    sub
    store 5
    jump again
end:
    load 3
    print
    halt
factorial:
    load 4
    jumpz one
    load 4
    load 4
    push 1
    sub
    store 4
    call factorial
    mul
    push 1000003
    mod
    return
one:
    push 1
    return
"""


def main():
    code = assemble(PROGRAM)
    for _ in range(7):
        machine = Machine(code)
        machine.run()
    print(" ".join(machine.output), machine.steps)
    expected = sum(1 for n in range(2, 1500) if all(n % d for d in range(2, int(n**0.5) + 1)))
    factorial = 1
    for n in range(1, 201):
        factorial = factorial * n % 1000003
    assert machine.output == [str(expected), str(factorial * 300 % 1000003)]
    assert not machine.stack and not machine.calls


main()
