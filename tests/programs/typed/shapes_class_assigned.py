# The class of an instance changes under code that was compiled for the class it had.


class Idle:
    def __init__(self):
        self.steps = 0

    def step(self):
        self.steps += 1
        return "idle"


class Busy:
    def __init__(self):
        self.steps = 0

    def step(self):
        self.steps += 10
        return "busy"


def change(o, cls):
    setattr(o, "__cl" + "ass__", cls)


def run(n):
    o = Idle()
    said = []
    for i in range(n):
        said.append(o.step())
        said.append(o.steps)
        if i == 1:
            change(o, Busy)
        if i == 3:
            change(o, Idle)
    return said, type(o).__name__, Idle().step(), Busy().step()


print(run(6))
