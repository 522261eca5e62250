K = 5
def f(x): return x + K
class C:
    def __init__(self, v): self.v = v
