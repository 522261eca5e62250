print("left begins")
import cycle.right
from cycle import right


def answer():
    return 40 + right.two()


print("left ends")
