import math, collections
class Person:
    def __init__(self): self.first_name = "a"; self.last_nam = "b"
    def greet(self): pass
    @property
    def full(self): return self.frst_name
p = Person()
class X(Person):
    def m(self):
        return gret()
    def greet(self): return first_name
    first_name = 3
    def first_nm(self): return first_name
X().greet()
