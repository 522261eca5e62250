import hashlib, struct
from array import array
for d in (b'', b'abc', b'a'*200, 'héllo'.encode(), b'x'*55, b'y'*56, b'z'*64, b'w'*111, b'v'*112, b'u'*128): print(*[getattr(hashlib,n)(d).hexdigest() for n in ('md5','sha1','sha224','sha256','sha384','sha512')])
h = hashlib.sha256(); h.update(b'a'); h.update(b'bc'); print(h.hexdigest(), h.digest_size, h.name, hashlib.new('md5', b'q').hexdigest(), h.copy().hexdigest() == h.hexdigest(), h.digest()[:3])
try: hashlib.md5('str')
except TypeError as e: print(e)
print(struct.pack('<ihb', 1, -2, 3), struct.pack('>I', 2**32-1), struct.unpack('<ihb', b'\x01\0\0\0\xfe\xff\x03'), struct.calcsize('ihb'), struct.calcsize('bi'), struct.pack('3s2x?', b'abcdef', True), struct.pack('!d', 3.14), struct.unpack('!d', struct.pack('!d', -1e-310)), struct.unpack('f', struct.pack('f', 0.1)), struct.pack('<e', 1.5), struct.unpack('>q', b'\xff'*8), struct.pack('bi', 1, 2), struct.unpack('<2h', b'\1\0\2\0'), struct.pack('<d', float('inf')), struct.pack('5p', b'abc'), list(struct.iter_unpack('<h', b'\1\0\2\0')), struct.Struct('<I').size, struct.unpack_from('<h', b'\0\1\0', 1), struct.pack('<f', 1e-45), struct.pack('c', b'x'))
for f in (lambda: struct.pack('b', 200), lambda: struct.pack('i', 'x'), lambda: struct.pack('ii', 1), lambda: struct.unpack('i', b'abc'), lambda: struct.pack('z', 1), lambda: struct.pack('H', -1), lambda: struct.pack('i', 2**31), lambda: struct.pack('f', 1e40), lambda: struct.pack('d', 'a')):
    try: print(f())
    except (struct.error, OverflowError) as e: print(type(e).__name__, e)
a = array('i', [1, 2, 3]); a.append(4); print(a, a[1], a[-1], a[1:3], len(a), sum(a), 3 in a, a.tolist(), a.typecode, a.itemsize, a.index(3), list(reversed(a)), a + a, a * 2, a == array('i', [1, 2, 3, 4])); a[0] = 9; a.extend([5, 6]); a.insert(0, 7); a.remove(2); print(a.pop(), a, a.count(9), array('d', [1, 2.5]), array('f', [0.1]), array('b'), array('H', b'\1\0\2\0'), a.tobytes()[:4], array('Q', [2**64-1]), max(a)); a.reverse(); del a[0]; print(a); a[0:2] = array('i', [0]); print(a, [x * 2 for x in a])
for f in (lambda: array('i', [1.5]), lambda: array('b', [200]), lambda: array('z'), lambda: a[50], lambda: a.append('x'), lambda: array('B', [-1]), lambda: array('i', [2**31]), lambda: a.remove(99), lambda: array('i').pop(), lambda: a + [1], lambda: array('d', ['x'])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
