x = 1
globals()['y'] = 5
print(y)
del globals()['y']
try:
    print(y)
except NameError as e:
    print(e)
globals().update({'z': 3, 'w': [1]})
print(z, w)
globals().setdefault('q', 9)
globals().setdefault('x', 10)
print(q, x)
print(globals().pop('q'))
try:
    q
except NameError as e:
    print(e)
g = globals()
print('x' in g, g['x'], g.get('nope', 'd'))
g['x'] += 41
print(x)
print(g is globals(), type(g))
def f():
    global newg
    newg = 3
    return globals()['newg']
print(f(), newg)
print(__name__, g['__name__'], __doc__, __file__ is not None)
for name in ['alpha', 'beta']:
    globals()[f'{name}_v'] = name.upper()
print(alpha_v, beta_v)
def loc(a, b=2):
    c = a + b
    print(locals())
    d = 4
    return sorted(locals().items())
print(loc(1))
class C:
    z = 1
    print(sorted(k for k in locals()))
    locals()['dyn'] = 3
print(C.dyn)
print(len(vars(C)) > 3, vars()['x'])
