print("right begins")
import cycle.left
import sys
print("left is half done:", hasattr(sys.modules["cycle.left"], "answer"))


def two():
    return 2


def answer():
    return cycle.left.answer() + 1


print("right ends")
