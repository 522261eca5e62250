import math, collections
class Person:
    def __init__(self): self.first_name = "a"; self.last_nam = "b"
    def greet(self): pass
    @property
    def full(self): return self.frst_name
p = Person()
"abc".uper()
