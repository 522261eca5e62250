# An int of 64 bits without sign stays a machine word in its field: where the field has one, no big integer is asked for or made.
# FUNCTION: .Random.below#1
# CHECK: switch i64
# CHECK-NOT: call
# CHECK: mul i64
# CHECK: store i64 0, ptr


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 33) % n


print(Random(7).below(10))
