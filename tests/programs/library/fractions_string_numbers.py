from fractions import Fraction as F
import string, numbers, math
from string import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for s in ('3/4', ' -1.25 ', '2e-3', '1_000/3', '.5', '5.', '+7', '3 / 4', '1e5', '-.25e1'): print(F(s), end=' ')
print()
for s in ('', 'a', '1/', '/2', '1.2/3', '1 2', '.', 'e5', '1__0', '1/0', '--1'): t(lambda: F(s))
a, b = F(3, 4), F(-5, 6)
print(a+b, a-b, a*b, a/b, a//b, a%b, divmod(a,b), a**2, a**-2, b**-3, a**F(1,2), 2**a, 2**F(3), -a, +b, abs(b), a<b, a>=b, a==0.75, a==F(6,8), hash(a)==hash(0.75), hash(F(3))==3, int(F(-7,2)), round(F(7,2)), round(F(5,2)), round(F(22,7), 2), round(F(1234), -2), math.floor(F(-7,2)), math.ceil(F(-7,2)), math.trunc(F(-7,2)), float(a), complex(a), bool(F(0)), a+1, 1+a, a+0.5, 0.5+a, a+1j, 1j*a, 5-a, 2/a, 7//a, 7%a, repr(a), str(F(5)), F(0.5), F(1.1).limit_denominator(100), F(math.pi).limit_denominator(), F(a, b), a.numerator, a.as_integer_ratio(), a.is_integer(), F(True), sum([F(1,3)]*3), max(a, b), sorted([a, b, F(0)]))
for sp in ('', '>10', '*^12', '+', ',', '.2f', '08.3f', '.3e', 'g', '.0%', '+.3f', ',.2f', '#', '_', '<12.4f', '=+12', 'z.1f', 'G', '.10g'): print(format(F(1234567, 89), sp), format(F(-1, 300), sp), end='|')
print(); t(lambda: format(a, 'd')); t(lambda: F(1, 0)); t(lambda: F(1.5, 2)); t(lambda: F([])); t(lambda: a/0); t(lambda: F(0)**-1); t(lambda: a + 'x'); t(lambda: a < 'x'); t(lambda: F('nan')); t(lambda: F(float('inf'))); t(lambda: F.from_float(3)); t(lambda: F.from_float('a'))
print(isinstance(a, numbers.Rational), isinstance(3, numbers.Integral), isinstance(3.0, numbers.Real), isinstance(3.0, numbers.Rational), isinstance(1j, numbers.Number), F(1,3) in {F(2,6)})
T = Template('$who likes ${what}, $$5 $who_2'); print(T.substitute(who='a', what='b', who_2='c'), T.safe_substitute(who=1), T.get_identifiers(), T.is_valid()); t(lambda: T.substitute(who=1)); t(lambda: Template('a\nb $').substitute()); print(Template('$ x ${bad').safe_substitute(), Template('$').is_valid())
print(capwords('hello  wORLD foo'), capwords('a-b', '-'), ascii_letters, punctuation, repr(printable), hexdigits)
f = Formatter(); print(f.format('{0} {1!r:>5} {x.real} {y[0]} {{}} {}', 1, 'b', x=3, y=[9]) if 0 else '', f.format('{} {} {x!r:>5}|{x:{w}}', 1, 2, x='q', w=4), f.vformat('{a}', (), {'a': 5}), list(f.parse('a{b!r:c}d{}')), f.format('{0[k]} {0[1]}', {'k': 1, 1: 2}))
t(lambda: f.format('{')); t(lambda: f.format('}')); t(lambda: f.format('{0} {}', 1)); t(lambda: f.format('{} {0}', 1)); t(lambda: f.format('{x}')); t(lambda: f.format('{!z}', 1))
class Fm(Formatter):
    def get_value(self, key, args, kw): return kw.get(key, '?') if isinstance(key, str) else super().get_value(key, args, kw)
    def format_field(self, v, spec): return super().format_field(v, spec).upper()
print(Fm().format('{a}-{b}-{}', 'x', a='y'))
