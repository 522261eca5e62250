return 1  # error: [syntax-error] SyntaxError: 'return' outside function
# %%
return  # error: [syntax-error] SyntaxError: 'return' outside function
# %%
yield 1  # error: [syntax-error] SyntaxError: 'yield' outside function
# %%
await x  # error: [syntax-error] SyntaxError: 'await' outside function
# %%
yield from x  # error: [syntax-error] SyntaxError: 'yield from' outside function
# %%
x = [(yield 1) for y in z]  # error: [syntax-error] SyntaxError: 'yield' inside list comprehension
# %%
async with a: pass  # error: [syntax-error] SyntaxError: 'async with' outside async function
# %%
async for a in b: pass  # error: [syntax-error] SyntaxError: 'async for' outside async function
# %%
def f(): await x  # error: [syntax-error] SyntaxError: 'await' outside async function
# %%
def f():
    async with a: pass  # error: [syntax-error] SyntaxError: 'async with' outside async function
# %%
def f():
    async for a in b: pass  # error: [syntax-error] SyntaxError: 'async for' outside async function
# %%
def f(): return [x async for x in y]  # error: [syntax-error] SyntaxError: asynchronous comprehension outside of an asynchronous function
# %%
[x async for x in y]  # error: [syntax-error] SyntaxError: asynchronous comprehension outside of an asynchronous function
# %%
async def f(): yield from x  # error: [syntax-error] SyntaxError: 'yield from' inside async function
# %%
async def f():
    yield 1
    return 2  # error: [syntax-error] SyntaxError: 'return' with value in async generator
# %%
class A:
    return 1  # error: [syntax-error] SyntaxError: 'return' outside function
# %%
class A:
    yield 1  # error: [syntax-error] SyntaxError: 'yield' outside function
# %%
class A:
    x = [(yield) for y in z]  # error: [syntax-error] SyntaxError: 'yield' inside list comprehension
# %%
break  # error: [syntax-error] SyntaxError: 'break' outside loop
# %%
continue  # error: [syntax-error] SyntaxError: 'continue' not properly in loop
# %%
if x: break  # error: [syntax-error] SyntaxError: 'break' outside loop
# %%
if x:
    continue  # error: [syntax-error] SyntaxError: 'continue' not properly in loop
# %%
while x:
    def f(): break  # error: [syntax-error] SyntaxError: 'break' outside loop
# %%
while x:
    class A: continue  # error: [syntax-error] SyntaxError: 'continue' not properly in loop
# %%
for x in y: pass
else: break  # error: [syntax-error] SyntaxError: 'break' outside loop
# %%
while 1:
    pass
else:
    continue  # error: [syntax-error] SyntaxError: 'continue' not properly in loop
# %%
def f():
    def g():
        return 1
    break  # error: [syntax-error] SyntaxError: 'break' outside loop
# %%
try:
    pass
finally:
    continue  # error: [syntax-error] SyntaxError: 'continue' not properly in loop
# %%
def f():
    if x:
        return
    else:
        break  # error: [syntax-error] SyntaxError: 'break' outside loop
# %%
lambda: (yield)
# %%
lambda: await x  # error: [syntax-error] SyntaxError: 'await' outside async function
# %%
def f(x=(yield)): pass  # error: [syntax-error] SyntaxError: 'yield' outside function
# %%
try:
    pass
except* A:
    break  # error: [syntax-error] SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block
# %%
for x in y:
    try:
        pass
    except* A:
        continue  # error: [syntax-error] SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block
# %%
def f():
    try:
        pass
    except* A:
        return  # error: [syntax-error] SyntaxError: 'break', 'continue' and 'return' cannot appear in an except* block
# %%
try:
    pass
except:  # error: [syntax-error] SyntaxError: default 'except:' must be last
    pass
except A:
    pass
# %%
try:
    pass
except* A:
    pass
except B:  # error: [syntax-error] SyntaxError: cannot have both 'except' and 'except*' on the same 'try'
    pass
# %%
try:
    pass
except*:  # error: [syntax-error] SyntaxError: expected one or more exception types
    pass
# %%
async def f():
    x = [await y for y in z]
    def g():
        await x  # error: [syntax-error] SyntaxError: 'await' outside async function
