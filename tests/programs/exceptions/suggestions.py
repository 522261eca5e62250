class Thing:
    def __init__(self):
        self.value = 1
    def compute(self): return 1
def show(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
t = Thing()
show(lambda: t.valeu)
total_count = 5
print(total_cont)
