class Thing:
    def compute(self): return 1
Thing().compuet()
