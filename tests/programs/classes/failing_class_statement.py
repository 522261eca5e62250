def f():
    class A(bool):
        x = 1
        def g(self):
            pass
f()
