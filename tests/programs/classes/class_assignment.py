class Duck:
    def __init__(self): self.name = "duck"; self.age = 2
    def speak(self): return "quack " + self.name
class Robot:
    def __init__(self): self.model = 1
    def speak(self): return "beep " + self.name
d = Duck()
d.__class__ = Robot
print(type(d).__name__, d.speak(), isinstance(d, Robot), vars(d))
d.model = 7
print(d.__dict__)
try:
    d.__class__ = int
except TypeError as e:
    print(e)
try:
    d.__class__ = 5
except TypeError as e:
    print(e)
