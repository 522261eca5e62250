1 = x  # error: [syntax-error] SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
# %%
f() = 1  # error: [syntax-error] SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
# %%
a + 1 = 2  # error: [syntax-error] SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
# %%
(a, 1) = 2  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
[a, f()] = 1  # error: [syntax-error] SyntaxError: cannot assign to function call
# %%
a, 1 = 2  # error: [syntax-error] SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
# %%
x = 1 = 2  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
x = f() = 2  # error: [syntax-error] SyntaxError: cannot assign to function call
# %%
None = 1  # error: [syntax-error] SyntaxError: cannot assign to None
# %%
x = None = 3  # error: [syntax-error] SyntaxError: cannot assign to None
# %%
(None) = 1  # error: [syntax-error] SyntaxError: cannot assign to None here. Maybe you meant '==' instead of '='?
# %%
lambda: 1 = 2  # error: [syntax-error] SyntaxError: cannot assign to lambda
# %%
a < b = 1  # error: [syntax-error] SyntaxError: cannot assign to comparison
# %%
a if b else c = 1  # error: [syntax-error] SyntaxError: cannot assign to conditional expression
# %%
1 = not x  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
"a" = 1  # error: [syntax-error] SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
# %%
f"{a}" = 1  # error: [syntax-error] SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='?
# %%
{} = 1  # error: [syntax-error] SyntaxError: cannot assign to dict literal here. Maybe you meant '==' instead of '='?
# %%
{1} = 1  # error: [syntax-error] SyntaxError: cannot assign to set display here. Maybe you meant '==' instead of '='?
# %%
[x for x in y] = 1  # error: [syntax-error] SyntaxError: cannot assign to list comprehension here. Maybe you meant '==' instead of '='?
# %%
(x for x in y) = 1  # error: [syntax-error] SyntaxError: cannot assign to generator expression
# %%
{x for x in y} = 1  # error: [syntax-error] SyntaxError: cannot assign to set comprehension here. Maybe you meant '==' instead of '='?
# %%
{x: 1 for x in y} = 1  # error: [syntax-error] SyntaxError: cannot assign to dict comprehension here. Maybe you meant '==' instead of '='?
# %%
... = 1  # error: [syntax-error] SyntaxError: cannot assign to ellipsis here. Maybe you meant '==' instead of '='?
# %%
-a = 1  # error: [syntax-error] SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?
# %%
not a = 1  # error: [syntax-error] SyntaxError: cannot assign to expression
# %%
a and b = 1  # error: [syntax-error] SyntaxError: cannot assign to expression
# %%
*a = 1  # error: [syntax-error] SyntaxError: starred assignment target must be in a list or tuple
# %%
*a, *b = c  # error: [syntax-error] SyntaxError: multiple starred expressions in assignment
# %%
[*a, *b] = c  # error: [syntax-error] SyntaxError: multiple starred expressions in assignment
# %%
(*a) = 1  # error: [syntax-error] SyntaxError: cannot use starred expression here
# %%
x += 1, 2
# %%
f() += 1  # error: [syntax-error] SyntaxError: 'function call' is an illegal expression for augmented assignment
# %%
(a, b) += 1  # error: [syntax-error] SyntaxError: 'tuple' is an illegal expression for augmented assignment
# %%
[a] += 1  # error: [syntax-error] SyntaxError: 'list' is an illegal expression for augmented assignment
# %%
1 += 1  # error: [syntax-error] SyntaxError: 'literal' is an illegal expression for augmented assignment
# %%
x + 1 += 1  # error: [syntax-error] SyntaxError: 'expression' is an illegal expression for augmented assignment
# %%
None += 1  # error: [syntax-error] SyntaxError: 'None' is an illegal expression for augmented assignment
# %%
a, b += 1  # error: [syntax-error] SyntaxError: 'tuple' is an illegal expression for augmented assignment
# %%
del f()  # error: [syntax-error] SyntaxError: cannot delete function call
# %%
del 1  # error: [syntax-error] SyntaxError: cannot delete literal
# %%
del (a, 1)  # error: [syntax-error] SyntaxError: cannot delete literal
# %%
del [a, f()]  # error: [syntax-error] SyntaxError: cannot delete function call
# %%
del a + b  # error: [syntax-error] SyntaxError: cannot delete expression
# %%
del *a, b  # error: [syntax-error] SyntaxError: cannot delete starred
# %%
del None  # error: [syntax-error] SyntaxError: cannot delete None
# %%
del (a for a in b)  # error: [syntax-error] SyntaxError: cannot delete generator expression
# %%
for 1 in x: pass  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
for f() in x: pass  # error: [syntax-error] SyntaxError: cannot assign to function call
# %%
for a, 1 in x: pass  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
for *a in x: pass  # error: [syntax-error] SyntaxError: starred assignment target must be in a list or tuple
# %%
with a as 1: pass  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
with a as f(): pass  # error: [syntax-error] SyntaxError: cannot assign to function call
# %%
with (a as 1): pass  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
with a as (b, 1): pass  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
a, b: int  # error: [syntax-error] SyntaxError: only single target (not tuple) can be annotated
# %%
[a]: int  # error: [syntax-error] SyntaxError: only single target (not list) can be annotated
# %%
(a, b): int = 1  # error: [syntax-error] SyntaxError: only single target (not tuple) can be annotated
# %%
f(): int  # error: [syntax-error] SyntaxError: illegal target for annotation
# %%
1: int  # error: [syntax-error] SyntaxError: illegal target for annotation
# %%
a + b: int = 3  # error: [syntax-error] SyntaxError: illegal target for annotation
# %%
(x := 1) = 2  # error: [syntax-error] SyntaxError: cannot assign to named expression here. Maybe you meant '==' instead of '='?
# %%
x := 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
(1 := 2)  # error: [syntax-error] SyntaxError: cannot use assignment expressions with literal
# %%
(f() := 2)  # error: [syntax-error] SyntaxError: cannot use assignment expressions with function call
# %%
(a.b := 2)  # error: [syntax-error] SyntaxError: cannot use assignment expressions with attribute
# %%
(a[0] := 2)  # error: [syntax-error] SyntaxError: cannot use assignment expressions with subscript
# %%
((a, b) := 2)  # error: [syntax-error] SyntaxError: cannot use assignment expressions with tuple
# %%
[x for 1 in y]  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
[x for f() in y]  # error: [syntax-error] SyntaxError: cannot assign to function call
# %%
[x for a, 1 in y]  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
if x = 1: pass  # error: [syntax-error] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# %%
if x.y = 1: pass  # error: [syntax-error] SyntaxError: cannot assign to attribute here. Maybe you meant '==' instead of '='?
# %%
if f() = 1: pass  # error: [syntax-error] SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?
# %%
while x = 1: pass  # error: [syntax-error] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# %%
print(x = 1 = 2)  # error: [syntax-error] SyntaxError: invalid syntax
# %%
f(a.b=1)  # error: [syntax-error] SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
# %%
f(1=2)  # error: [syntax-error] SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
# %%
f(True=1)  # error: [syntax-error] SyntaxError: cannot assign to True
# %%
f(None=1)  # error: [syntax-error] SyntaxError: cannot assign to None
# %%
f("a"=1)  # error: [syntax-error] SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
# %%
f(a()=1)  # error: [syntax-error] SyntaxError: expression cannot contain assignment, perhaps you meant "=="?
# %%
(x = 1)  # error: [syntax-error] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# %%
[x = 1]  # error: [syntax-error] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# %%
(x.y = 1)  # error: [syntax-error] SyntaxError: cannot assign to attribute here. Maybe you meant '==' instead of '='?
# %%
{x = 1}  # error: [syntax-error] SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
# %%
yield = 1  # error: [syntax-error] SyntaxError: assignment to yield expression not possible
# %%
x = yield = 1  # error: [syntax-error] SyntaxError: assignment to yield expression not possible
# %%
def f(): (yield) = 1  # error: [syntax-error] SyntaxError: cannot assign to yield expression here. Maybe you meant '==' instead of '='?
# %%
def f(): x = yield = 1  # error: [syntax-error] SyntaxError: assignment to yield expression not possible
# %%
__debug__ = 1  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
def __debug__(): pass  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
def f(__debug__): pass  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
class __debug__: pass  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
import __debug__  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
for __debug__ in x: pass  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
f(__debug__=1)  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
del __debug__  # error: [syntax-error] SyntaxError: cannot delete __debug__
# %%
x.__debug__ = 1  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
lambda __debug__: 1  # error: [syntax-error] SyntaxError: cannot assign to __debug__
# %%
a.b.c = 1 = d  # error: [syntax-error] SyntaxError: cannot assign to literal
# %%
True = 1  # error: [syntax-error] SyntaxError: cannot assign to True
# %%
del True  # error: [syntax-error] SyntaxError: cannot delete True
# %%
for True in x: pass  # error: [syntax-error] SyntaxError: cannot assign to True
# %%
global None  # error: [syntax-error] SyntaxError: invalid syntax
# %%
import a as None  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def None(): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
class True: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f(None): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
lambda True: 1  # error: [syntax-error] SyntaxError: invalid syntax
except None: pass
# %%
a.None = 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
import None  # error: [syntax-error] SyntaxError: invalid syntax
# %%
from a import None  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = *a  # error: [syntax-error] SyntaxError: can't use starred expression here
# %%
x = *a, *b
# %%
print(*a, *b)
# %%
*a  # error: [syntax-error] SyntaxError: can't use starred expression here
# %%
(*a)  # error: [syntax-error] SyntaxError: cannot use starred expression here
# %%
return *a  # error: [syntax-error] SyntaxError: 'return' outside function
# %%
[*a for a in b]  # error: [syntax-error] SyntaxError: iterable unpacking cannot be used in comprehension
# %%
{**a for a in b}  # error: [syntax-error] SyntaxError: dict unpacking cannot be used in dict comprehension
# %%
{*a for a in b}  # error: [syntax-error] SyntaxError: iterable unpacking cannot be used in comprehension
# %%
(*a for a in b)  # error: [syntax-error] SyntaxError: iterable unpacking cannot be used in comprehension
# %%
{**a: 1 for a in b}  # error: [syntax-error] SyntaxError: invalid syntax
# %%
{a: *b}  # error: [syntax-error] SyntaxError: cannot use a starred expression in a dictionary value
# %%
{**a, *b}  # error: [syntax-error] SyntaxError: invalid syntax
# %%
{*a, **b}  # error: [syntax-error] SyntaxError: invalid syntax
# %%
f(**a, *b)  # error: [syntax-error] SyntaxError: iterable argument unpacking follows keyword argument unpacking
# %%
f(**a, b)  # error: [syntax-error] SyntaxError: positional argument follows keyword argument unpacking
# %%
f(a=1, b)  # error: [syntax-error] SyntaxError: positional argument follows keyword argument
# %%
f(a=1, a=2)  # error: [syntax-error] SyntaxError: keyword argument repeated: a
# %%
f(x for x in y, 1)  # error: [syntax-error] SyntaxError: Generator expression must be parenthesized
# %%
f(1, x for x in y)  # error: [syntax-error] SyntaxError: Generator expression must be parenthesized
# %%
f(x for x in y, z=1)  # error: [syntax-error] SyntaxError: Generator expression must be parenthesized
# %%
f(a, *b, c, d=1, *e)
# %%
f(*)  # error: [syntax-error] SyntaxError: Invalid star expression
# %%
f(**)  # error: [syntax-error] SyntaxError: invalid syntax
# %%
f(a b)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
f(a, b c)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
class A(x for x in y): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a[1:2, *b:3]  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a[*]  # error: [syntax-error] SyntaxError: Invalid star expression
