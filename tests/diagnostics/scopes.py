nonlocal x  # error: [syntax-error] SyntaxError: nonlocal declaration not allowed at module level
# %%
def f(): nonlocal x  # error: [syntax-error] SyntaxError: no binding for nonlocal 'x' found
# %%
def f():
    x = 1
    def g():
        nonlocal x
        nonlocal y  # error: [syntax-error] SyntaxError: no binding for nonlocal 'y' found
# %%
def f(x):
    global x  # error: [syntax-error] SyntaxError: name 'x' is parameter and global
# %%
def f(x):
    nonlocal x  # error: [syntax-error] SyntaxError: name 'x' is parameter and nonlocal
# %%
def f():
    x = 1
    global x  # error: [syntax-error] SyntaxError: name 'x' is assigned to before global declaration
# %%
def f():
    print(x)
    global x  # error: [syntax-error] SyntaxError: name 'x' is used prior to global declaration
# %%
def f():
    x = 1
    def g():
        x = 2
        nonlocal x  # error: [syntax-error] SyntaxError: name 'x' is assigned to before nonlocal declaration
# %%
def f():
    x = 1
    def g():
        print(x)
        nonlocal x  # error: [syntax-error] SyntaxError: name 'x' is used prior to nonlocal declaration
# %%
def f():
    global x  # error: [syntax-error] SyntaxError: name 'x' is nonlocal and global
    nonlocal x
# %%
def f():
    x: int
    global x  # error: [syntax-error] SyntaxError: annotated name 'x' can't be global
# %%
def f():
    global x
    x: int = 1  # error: [syntax-error] SyntaxError: annotated name 'x' can't be global
# %%
x = 1
global x  # error: [syntax-error] SyntaxError: name 'x' is assigned to before global declaration
# %%
print(x)
global x  # error: [syntax-error] SyntaxError: name 'x' is used prior to global declaration
# %%
def f(a, a): pass  # error: [syntax-error] SyntaxError: duplicate argument 'a' in function definition
# %%
def f(a, *a): pass  # error: [syntax-error] SyntaxError: duplicate argument 'a' in function definition
# %%
def f(a, *, a): pass  # error: [syntax-error] SyntaxError: duplicate argument 'a' in function definition
# %%
def f(a, **a): pass  # error: [syntax-error] SyntaxError: duplicate argument 'a' in function definition
# %%
lambda a, a: 1  # error: [syntax-error] SyntaxError: duplicate argument 'a' in function definition
# %%
def f(a=1, b): pass  # error: [syntax-error] SyntaxError: parameter without a default follows parameter with a default
# %%
def f(a, b=1, c): pass  # error: [syntax-error] SyntaxError: parameter without a default follows parameter with a default
# %%
def f(a=1, /, b): pass  # error: [syntax-error] SyntaxError: parameter without a default follows parameter with a default
# %%
lambda a=1, b: 1  # error: [syntax-error] SyntaxError: parameter without a default follows parameter with a default
# %%
def f(*): pass  # error: [syntax-error] SyntaxError: named arguments must follow bare *
# %%
def f(*, **k): pass  # error: [syntax-error] SyntaxError: named arguments must follow bare *
# %%
def f(**k, a): pass  # error: [syntax-error] SyntaxError: arguments cannot follow var-keyword argument
# %%
def f(**k, *a): pass  # error: [syntax-error] SyntaxError: arguments cannot follow var-keyword argument
# %%
def f(*a, *b): pass  # error: [syntax-error] SyntaxError: * argument may appear only once
# %%
def f(/, a): pass  # error: [syntax-error] SyntaxError: at least one argument must precede /
# %%
def f(a, /, b, /): pass  # error: [syntax-error] SyntaxError: / may appear only once
# %%
def f(*a, /): pass  # error: [syntax-error] SyntaxError: / must be ahead of *
# %%
def f(*a=1): pass  # error: [syntax-error] SyntaxError: var-positional argument cannot have default value
# %%
def f(**a=1): pass  # error: [syntax-error] SyntaxError: var-keyword argument cannot have default value
# %%
def f(a, b): 
    def g(a, a): pass  # error: [syntax-error] SyntaxError: duplicate argument 'a' in function definition
# %%
def f(a.b): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f((a, b)): pass  # error: [syntax-error] SyntaxError: Function parameters cannot be parenthesized
# %%
def f(1): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f(a, 1): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f("a"): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
class A:
    nonlocal x  # error: [syntax-error] SyntaxError: no binding for nonlocal 'x' found
# %%
class A:
    x = 1
    def f(self):
        nonlocal x  # error: [syntax-error] SyntaxError: no binding for nonlocal 'x' found
# %%
def f():
    import a
    global a
# %%
def f():
    for x in y: pass
    global x  # error: [syntax-error] SyntaxError: name 'x' is assigned to before global declaration
# %%
def f():
    def g(): pass
    global g  # error: [syntax-error] SyntaxError: name 'g' is assigned to before global declaration
# %%
def f():
    class A: pass
    global A  # error: [syntax-error] SyntaxError: name 'A' is assigned to before global declaration
# %%
def f():
    from a import *  # error: [syntax-error] SyntaxError: import * only allowed at module level
# %%
class A:
    from a import *  # error: [syntax-error] SyntaxError: import * only allowed at module level
# %%
def f():
    import a.b as c
    nonlocal c  # error: [syntax-error] SyntaxError: no binding for nonlocal 'c' found
# %%
from __future__ import annotations
# %%
x = 1
from __future__ import annotations  # error: [syntax-error] SyntaxError: from __future__ imports must occur at the beginning of the file
# %%
from __future__ import nope  # error: [syntax-error] SyntaxError: future feature nope is not defined
# %%
from __future__ import braces  # error: [syntax-error] SyntaxError: not a chance
# %%
from __future__ import *  # error: [syntax-error] SyntaxError: future feature * is not defined
# %%
"""doc"""
from __future__ import division
# %%
import a
from __future__ import division  # error: [syntax-error] SyntaxError: from __future__ imports must occur at the beginning of the file
# %%
def f():
    from __future__ import division  # error: [syntax-error] SyntaxError: from __future__ imports must occur at the beginning of the file
# %%
[x := 1 for x in y]  # error: [syntax-error] SyntaxError: assignment expression cannot rebind comprehension iteration variable 'x'
# %%
[(x := 1) for x in y]  # error: [syntax-error] SyntaxError: assignment expression cannot rebind comprehension iteration variable 'x'
# %%
[y for x in (y := z)]  # error: [syntax-error] SyntaxError: assignment expression cannot be used in a comprehension iterable expression
# %%
[(y := x) for x in z if (w := x)]
# %%
class A:
    [(y := x) for x in z]  # error: [syntax-error] SyntaxError: assignment expression within a comprehension cannot be used in a class body
# %%
[[(x := 1) for y in z] for x in w]  # error: [syntax-error] SyntaxError: assignment expression cannot rebind comprehension iteration variable 'x'
# %%
[x for x in y for x in (x := 1)]  # error: [syntax-error] SyntaxError: assignment expression cannot be used in a comprehension iterable expression
# %%
[i := 0, 1]
# %%
lambda: (x := 1)
# %%
def f(x=(y := 1)): pass
# %%
def f[T, T](): pass  # error: [syntax-error] SyntaxError: duplicate type parameter 'T'
# %%
class A[T, T]: pass  # error: [syntax-error] SyntaxError: duplicate type parameter 'T'
# %%
class A[T]:
    def f[T](self): pass
# %%
type X[T, T] = int  # error: [syntax-error] SyntaxError: duplicate type parameter 'T'
# %%
def f():
    x = 1
    class A:
        nonlocal x
        x = 2
# %%
def f(): 
    global a, b
    a = 1
    nonlocal c  # error: [syntax-error] SyntaxError: no binding for nonlocal 'c' found
