import sys
class Stack:
    def __init__(self): self._d = []
    def push(self, x): self._d.append(x)
    def pop(self):
        if not self._d:
            raise IndexError("pop from empty stack")
        return self._d.pop()
def rpn(expr):
    st = Stack()
    for tok in expr.split():
        if tok.lstrip("-").isdigit(): st.push(int(tok))
        else:
            b, a = st.pop(), st.pop()
            st.push({"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[tok]())
    return st.pop()
print(rpn("3 4 + 2 *"))
def process(items):
    return [rpn(i)
            for i in items]
def main():
    data = process(["1 2 +", "4 0 /"])
    print(data)
if __name__ == "__main__":
    try:
        main()
    except ZeroDivisionError:
        print("zde", file=sys.stderr)
        process([
            "1 +",
            "2",
        ])
