# A call of which many methods are the target, while classes and instances change.
class Animal:
    def speak(self): return "..."
class C0(Animal):
    def speak(self): return 0
class C1(Animal):
    def speak(self): return 1
class C2(Animal):
    def speak(self): return "2"
class C3(Animal):
    def speak(self): return 3.5
class C4(Animal): pass
class C5(Animal):
    def speak(self): return None
class C6(C5):
    def speak(self): return super().speak()
def all_of(zoo):
    out = []
    for z in zoo:
        out.append(z.speak())
    return out
zoo = [C0(), C1(), C2(), C3(), C4(), C5(), C6()]
print(all_of(zoo))
C3.speak = lambda self: "patched"
zoo[1].speak = lambda: "own"
print(all_of(zoo))
zoo[0].__class__ = C2
print(all_of(zoo))
del C2.speak
print(all_of(zoo))
