def t(s, f):
    try:
        r = f()
        print(s, '->', type(r).__name__, repr(r))
    except Exception as e:
        print(s, '!!', type(e).__name__, e)
import io, os, sys, string, copy, contextlib, fractions
from fractions import Fraction as F
P = 'io-calls.tmp'
def wr(mode, data, **k):
    with open(P, mode, **k) as f: return f.write(data)
def rd(mode='r', **k):
    with open(P, mode, **k) as f: return f.read()
t("wr('w', 'a\\nb\\r\\nc\\rd'), rd(), rd(newline=''), rd(newline='\\n'), rd(newline='\\r'), rd(newline='\\r\\n'), rd('rb')", lambda: (wr('w', 'a\nb\r\nc\rd'), rd(), rd(newline=''), rd(newline='\n'), rd(newline='\r'), rd(newline='\r\n'), rd('rb')))
t("wr('w', 'x\\ny', newline='\\r\\n'), rd('rb'), wr('w', 'é€', encoding='utf-8'), rd(encoding='utf-8'), rd('rb'), wr('w', 'é', encoding='latin-1'), rd('rb'), rd(encoding='latin-1'), wr('a', 'more'), rd(errors='replace')", lambda: (wr('w', 'x\ny', newline='\r\n'), rd('rb'), wr('w', 'é€', encoding='utf-8'), rd(encoding='utf-8'), rd('rb'), wr('w', 'é', encoding='latin-1'), rd('rb'), rd(encoding='latin-1'), wr('a', 'more'), rd(errors='replace')))
t("rd(encoding='utf-8')", lambda: (rd(encoding='utf-8')))
t("wr('w', '€', encoding='ascii')", lambda: (wr('w', '€', encoding='ascii')))
t("wr('w', '€', encoding='ascii', errors='ignore'), wr('wb', b'abc'), rd('rb')", lambda: (wr('w', '€', encoding='ascii', errors='ignore'), wr('wb', b'abc'), rd('rb')))
t("wr('wb', 'abc')", lambda: (wr('wb', 'abc')))
t("wr('w', b'abc')", lambda: (wr('w', b'abc')))
t("wr('w', 5)", lambda: (wr('w', 5)))
t("open('/nonexistent/x')", lambda: (open('/nonexistent/x')))
t("open('/nonexistent/x', 'w')", lambda: (open('/nonexistent/x', 'w')))
t("open(P, 'q')", lambda: (open(P, 'q')))
t("open(P, 'rw')", lambda: (open(P, 'rw')))
t("open(P, '')", lambda: (open(P, '')))
t("open(P, 'r+b', encoding='utf-8')", lambda: (open(P, 'r+b', encoding='utf-8')))
t("open(P, 'rb', newline='')", lambda: (open(P, 'rb', newline='')))
t("open(P, newline='x')", lambda: (open(P, newline='x')))
t("open(P, encoding='nope')", lambda: (open(P, encoding='nope')))
t("open(P, 'U')", lambda: (open(P, 'U')))
t('open(None)', lambda: (open(None)))
t('open(1.5)', lambda: (open(1.5)))
t('open([])', lambda: (open([])))
t("open(P, mode='r', buffering=0)", lambda: (open(P, mode='r', buffering=0)))
t("wr('w', 'line1\\nline2\\nline3\\n')", lambda: (wr('w', 'line1\nline2\nline3\n')))
f = open(P)
t('f.seek(1, 1)', lambda: (f.seek(1, 1)))
t('f.seek(-1)', lambda: (f.seek(-1)))
t('f.seek(0, 5)', lambda: (f.seek(0, 5)))
t("f.write('a')", lambda: (f.write('a')))
t("f.writelines(['a'])", lambda: (f.writelines(['a'])))
t('f.truncate()', lambda: (f.truncate()))
t('f.close(), f.closed, f.close()', lambda: (f.close(), f.closed, f.close()))
t('f.read()', lambda: (f.read()))
t("f.write('x')", lambda: (f.write('x')))
t('next(f)', lambda: (next(f)))
t('f.tell()', lambda: (f.tell()))
t('f.__enter__()', lambda: (f.__enter__()))
f = open(P); a = next(f)
t('f.tell()', lambda: (f.tell()))
t('f.close()', lambda: (f.close()))
f = open(P, 'r+')
t("f.read(3), f.write('ZZ'), f.seek(0), f.read(), f.truncate(5), f.seek(0), f.read(), f.close()", lambda: (f.read(3), f.write('ZZ'), f.seek(0), f.read(), f.truncate(5), f.seek(0), f.read(), f.close()))
f = open(P, 'w+')
t("f.write('hello'), f.tell(), f.seek(0), f.read(2), f.read(-1), f.read(0), f.writelines(['a', 'b']), f.flush(), f.seek(0), f.read(), f.close()", lambda: (f.write('hello'), f.tell(), f.seek(0), f.read(2), f.read(-1), f.read(0), f.writelines(['a', 'b']), f.flush(), f.seek(0), f.read(), f.close()))
f = open(P, 'rb')
f = open(P, 'ab+')
t("[l.rstrip() for l in open(P)], sum(1 for _ in open(P, 'rb'))", lambda: ([l.rstrip() for l in open(P)], sum(1 for _ in open(P, 'rb'))))
s = io.StringIO('a\nb\nc')
t("s.read(1), s.readline(), s.readlines(), s.getvalue(), s.seek(0), s.write('ZZ'), s.getvalue(), s.tell(), s.truncate(), s.getvalue(), s.closed, list(s), s.seek(0, 2), s.write('q'), s.getvalue(), s.readable(), s.seekable(), s.line_buffering, s.newlines, s.encoding, s.errors", lambda: (s.read(1), s.readline(), s.readlines(), s.getvalue(), s.seek(0), s.write('ZZ'), s.getvalue(), s.tell(), s.truncate(), s.getvalue(), s.closed, list(s), s.seek(0, 2), s.write('q'), s.getvalue(), s.readable(), s.seekable(), s.line_buffering, s.newlines, s.encoding, s.errors))
t("s.write(b'x')", lambda: (s.write(b'x')))
t('s.write(5)', lambda: (s.write(5)))
t('s.seek(-1)', lambda: (s.seek(-1)))
t('s.seek(1, 1)', lambda: (s.seek(1, 1)))
t("s.seek(10), s.write('x'), s.getvalue()", lambda: (s.seek(10), s.write('x'), s.getvalue()))
t('s.fileno()', lambda: (s.fileno()))
t("s.read('a')", lambda: (s.read('a')))
t('s.close(), s.closed', lambda: (s.close(), s.closed))
t('s.read()', lambda: (s.read()))
t('s.getvalue()', lambda: (s.getvalue()))
t('io.StringIO(5)', lambda: (io.StringIO(5)))
t("io.StringIO('a\\r\\nb', newline=None).read(), io.StringIO('a\\r\\nb').read(), io.StringIO('a\\r\\nb', newline='').readlines(), io.StringIO(newline='\\r\\n').write('a\\n'), io.StringIO(None).read(), io.StringIO('abc').read(None), io.StringIO('a\\nb').readline(1), io.StringIO('a\\nb').readlines(1)", lambda: (io.StringIO('a\r\nb', newline=None).read(), io.StringIO('a\r\nb').read(), io.StringIO('a\r\nb', newline='').readlines(), io.StringIO(newline='\r\n').write('a\n'), io.StringIO(None).read(), io.StringIO('abc').read(None), io.StringIO('a\nb').readline(1), io.StringIO('a\nb').readlines(1)))
b = io.BytesIO(b'abc\ndef')
t("b.read(2), b.readline(), b.read(), b.getvalue(), b.seek(0), b.write(b'ZZ'), b.getvalue(), b.tell(), b.truncate(3), b.getvalue(), b.seek(-1, 2), b.read(), b.seek(10), b.write(b'x'), b.getvalue(), b.readlines(), b.getbuffer if 0 else 1, b.seek(1, 1)", lambda: (b.read(2), b.readline(), b.read(), b.getvalue(), b.seek(0), b.write(b'ZZ'), b.getvalue(), b.tell(), b.truncate(3), b.getvalue(), b.seek(-1, 2), b.read(), b.seek(10), b.write(b'x'), b.getvalue(), b.readlines(), b.getbuffer if 0 else 1, b.seek(1, 1)))
t("b.write('x')", lambda: (b.write('x')))
t('b.seek(-1)', lambda: (b.seek(-1)))
t("io.BytesIO('x')", lambda: (io.BytesIO('x')))
t('io.BytesIO(5)', lambda: (io.BytesIO(5)))
t('b.close(), b.closed', lambda: (b.close(), b.closed))
t('b.read()', lambda: (b.read()))
t("sys.stdout.write('abc\\n'), sys.stdout.writelines(['x', '\\n']), sys.stdout.flush(), print('a', file=sys.stdout, flush=True), sys.stdout.write('')", lambda: (sys.stdout.write('abc\n'), sys.stdout.writelines(['x', '\n']), sys.stdout.flush(), print('a', file=sys.stdout, flush=True), sys.stdout.write('')))
t('sys.stdout.write(5)', lambda: (sys.stdout.write(5)))
t("print('x', file=5)", lambda: (print('x', file=5)))
t("print('x', file=None)", lambda: (print('x', file=None)))
t('sys.stdin.read(), sys.stdin.readline(), list(sys.stdin)', lambda: (sys.stdin.read(), sys.stdin.readline(), list(sys.stdin)))
t('input()', lambda: (input()))
t('sys.stdout.foo', lambda: (sys.stdout.foo))
t('sys.version_info, sys.float_info, sys.version_info.releaselevel, sys.int_info, sys.hash_info', lambda: (sys.version_info, sys.float_info, sys.version_info.releaselevel, sys.int_info, sys.hash_info))
t('sys.intern(5)', lambda: (sys.intern(5)))
t('sys.setrecursionlimit(0)', lambda: (sys.setrecursionlimit(0)))
t("sys.setrecursionlimit('a')", lambda: (sys.setrecursionlimit('a')))
t('sys.set_int_max_str_digits(5)', lambda: (sys.set_int_max_str_digits(5)))
t('os.path.join()', lambda: (os.path.join()))
t("os.path.join('a', 5)", lambda: (os.path.join('a', 5)))
t("os.path.join('a', b'b')", lambda: (os.path.join('a', b'b')))
t('os.path.commonpath([])', lambda: (os.path.commonpath([])))
t("os.path.commonpath(['/a', 'b'])", lambda: (os.path.commonpath(['/a', 'b'])))
t("os.path.relpath('')", lambda: (os.path.relpath('')))
t("os.environ['NOPE']", lambda: (os.environ['NOPE']))
os.environ['TPX'] = 'v'
t("os.environ['TPX'], os.getenv('TPX'), os.environ.pop('TPX'), 'TPX' in os.environ", lambda: (os.environ['TPX'], os.getenv('TPX'), os.environ.pop('TPX'), 'TPX' in os.environ))
t("os.environ.__setitem__('a', 5)", lambda: (os.environ.__setitem__('a', 5)))
t('os.fspath(5)', lambda: (os.fspath(5)))
T = string.Template
t("T('$a ${b} $$').substitute(a=1, b=2), T('$a $b').safe_substitute(a=1), T('$a').substitute({'a': 5}), T('x').template, T('$a $').safe_substitute(a=1), T('${a}b $c').get_identifiers(), T('$a').is_valid(), T('$ ').is_valid()", lambda: (T('$a ${b} $$').substitute(a=1, b=2), T('$a $b').safe_substitute(a=1), T('$a').substitute({'a': 5}), T('x').template, T('$a $').safe_substitute(a=1), T('${a}b $c').get_identifiers(), T('$a').is_valid(), T('$ ').is_valid()))
t("T('$a').substitute()", lambda: (T('$a').substitute()))
t("T('$').substitute()", lambda: (T('$').substitute()))
t("T('a\\n$1').substitute()", lambda: (T('a\n$1').substitute()))
t("string.ascii_letters, string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, string.printable, string.whitespace, string.capwords('hello  world'), string.capwords('a-b', '-')", lambda: (string.ascii_letters, string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, string.printable, string.whitespace, string.capwords('hello  world'), string.capwords('a-b', '-')))
t("string.Formatter().format('{} {a}', 1, a=2), string.Formatter().vformat('{0}', (1,), {}), list(string.Formatter().parse('a{b!r:>5}c{}')), string.Formatter().format('{0!r:>5}', 'a')", lambda: (string.Formatter().format('{} {a}', 1, a=2), string.Formatter().vformat('{0}', (1,), {}), list(string.Formatter().parse('a{b!r:>5}c{}')), string.Formatter().format('{0!r:>5}', 'a')))
t("string.Formatter().format('{}')", lambda: (string.Formatter().format('{}')))
t("string.Formatter().format('{a}')", lambda: (string.Formatter().format('{a}')))
class MyF(string.Formatter):
    def get_value(self, k, a, kw): return '<%s>' % k if isinstance(k, str) else super().get_value(k, a, kw)
    def convert_field(self, v, c): return v.upper() if c == 'u' else super().convert_field(v, c)
t("MyF().format('{x} {0!u}', 'abc')", lambda: (MyF().format('{x} {0!u}', 'abc')))
t("F(1, 2), F('3/4'), F('0.125'), F(0.5), F(3), F(), F('-1/2'), F(' 1 '), F('1e-3'), F(6, -4), F(F(1, 2), 3), F(1, 2) + F(1, 3), F(1, 2) - 1, 2 * F(1, 2), F(1, 2) / F(1, 4), F(7, 2) // 1, F(7, 2) % 1, F(1, 2) ** 2, F(1, 2) ** -2, F(4) ** 0.5, F(1, 2) + 0.5, F(1, 2) == 0.5, F(1, 2) < 1, -F(1, 2), abs(F(-1, 2)), float(F(1, 3)), int(F(7, 2)), round(F(7, 2)), round(F(1, 3), 2), F(1, 2).numerator, F(1, 2).denominator, str(F(1, 2)), repr(F(1, 2)), hash(F(1, 2)) == hash(0.5), F(3.14159).limit_denominator(100), F.from_float(0.25), F(0.1), divmod(F(7, 2), 1), F(1, 2).as_integer_ratio(), F(5).is_integer(), format(F(1, 3), '.3f'), f'{F(1, 3):.2e}', f'{F(22, 7):>10}', bool(F(0)), sum([F(1, 2), F(1, 3)]), max(F(1, 2), F(1, 3)), F(1, 2) + 1j, math_ok if 0 else 0, F(1, 3) ** F(1, 2), 2 ** F(1, 2), F(10, 4), F(1, 2).conjugate(), F(1, 2).real, F(1, 2).imag, -7 // F(2), F('1_000/3'), F('.5'), F(numerator=1, denominator=2)", lambda: (F(1, 2), F('3/4'), F('0.125'), F(0.5), F(3), F(), F('-1/2'), F(' 1 '), F('1e-3'), F(6, -4), F(F(1, 2), 3), F(1, 2) + F(1, 3), F(1, 2) - 1, 2 * F(1, 2), F(1, 2) / F(1, 4), F(7, 2) // 1, F(7, 2) % 1, F(1, 2) ** 2, F(1, 2) ** -2, F(4) ** 0.5, F(1, 2) + 0.5, F(1, 2) == 0.5, F(1, 2) < 1, -F(1, 2), abs(F(-1, 2)), float(F(1, 3)), int(F(7, 2)), round(F(7, 2)), round(F(1, 3), 2), F(1, 2).numerator, F(1, 2).denominator, str(F(1, 2)), repr(F(1, 2)), hash(F(1, 2)) == hash(0.5), F(3.14159).limit_denominator(100), F.from_float(0.25), F(0.1), divmod(F(7, 2), 1), F(1, 2).as_integer_ratio(), F(5).is_integer(), format(F(1, 3), '.3f'), f'{F(1, 3):.2e}', f'{F(22, 7):>10}', bool(F(0)), sum([F(1, 2), F(1, 3)]), max(F(1, 2), F(1, 3)), F(1, 2) + 1j, math_ok if 0 else 0, F(1, 3) ** F(1, 2), 2 ** F(1, 2), F(10, 4), F(1, 2).conjugate(), F(1, 2).real, F(1, 2).imag, -7 // F(2), F('1_000/3'), F('.5'), F(numerator=1, denominator=2)))
t('F(1, 0)', lambda: (F(1, 0)))
t("F('a')", lambda: (F('a')))
t("F('1/0')", lambda: (F('1/0')))
t('F(1.5, 2)', lambda: (F(1.5, 2)))
t('F(None)', lambda: (F(None)))
t("F(float('nan'))", lambda: (F(float('nan'))))
t("F(float('inf'))", lambda: (F(float('inf'))))
t('F(1, 2) / 0', lambda: (F(1, 2) / 0))
t('F(0) ** -1', lambda: (F(0) ** -1))
t("F(1, 2) + 'a'", lambda: (F(1, 2) + 'a'))
t("F(1, 2) < 'a'", lambda: (F(1, 2) < 'a'))
t('F(1, 2) // 0', lambda: (F(1, 2) // 0))
t("F('1/2/3')", lambda: (F('1/2/3')))
t("F('')", lambda: (F('')))
t("copy.copy([1, [2]]), copy.deepcopy({'a': [1, (2, [3])]}), copy.copy(5), copy.deepcopy('a'), copy.copy((1, 2)), copy.deepcopy({1, 2}), copy.copy(range(3)), copy.deepcopy(None), copy.copy(len), copy.deepcopy(int), copy.copy(bytearray(b'a'))", lambda: (copy.copy([1, [2]]), copy.deepcopy({'a': [1, (2, [3])]}), copy.copy(5), copy.deepcopy('a'), copy.copy((1, 2)), copy.deepcopy({1, 2}), copy.copy(range(3)), copy.deepcopy(None), copy.copy(len), copy.deepcopy(int), copy.copy(bytearray(b'a'))))
class CC:
    def __init__(self): self.a = [1]
class CD:
    def __copy__(self): return 'cp'
    def __deepcopy__(self, m): return 'dcp'
t('copy.copy(CC()).a, copy.deepcopy(CC()).a, copy.copy(CD()), copy.deepcopy([CD()])', lambda: (copy.copy(CC()).a, copy.deepcopy(CC()).a, copy.copy(CD()), copy.deepcopy([CD()])))
rec = [1]; rec.append(rec); rc = copy.deepcopy(rec)
t('rc, rc[1] is rc', lambda: (rc, rc[1] is rc))
t('copy.replace(5)', lambda: (copy.replace(5)))
t('copy.copy((x for x in []))', lambda: (copy.copy((x for x in []))))
@contextlib.contextmanager
def cm(x):
    print('in')
    try: yield x
    except ValueError as e: print('caught', e)
    finally: print('out')
with cm(5) as v: print(v)
with cm(5): raise ValueError('q')
def cmerr():
    with cm(1): raise KeyError('z')
t('cmerr()', lambda: (cmerr()))
@cm(3)
def deco(): return 'd'
t('deco()', lambda: (deco()))
with contextlib.suppress(ZeroDivisionError, KeyError): 1/0
with contextlib.redirect_stdout(io.StringIO()) as so: print('hid')
t('so.getvalue()', lambda: (so.getvalue()))
with contextlib.ExitStack() as st:
    st.enter_context(cm(1)); st.callback(print, 'cb', sep=''); st.push(lambda *a: print('push', a[0]))
with contextlib.nullcontext(7) as q: print(q)
class Cl:
    def close(self): print('closed')
with contextlib.closing(Cl()): pass
@contextlib.contextmanager
def noyield():
    if 0: yield
@contextlib.contextmanager
def twice(): yield 1; yield 2
t('noyield().__enter__()', lambda: (noyield().__enter__()))
def tw():
    with twice(): pass
t('tw()', lambda: (tw()))
def stop():
    with cm(1): raise StopIteration('s')
t('stop()', lambda: (stop()))
class Dec(contextlib.ContextDecorator):
    def __enter__(self): print('E'); return self
    def __exit__(self, *a): print('X'); return False
@Dec()
def fd(): return 9
t('fd()', lambda: (fd()))
with contextlib.chdir('/tmp'): print(os.getcwd())
def sup():
    with contextlib.suppress(5): raise ValueError
t('sup()', lambda: (sup()))
