# Wrong arguments of number builtins and methods.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 'a'.encode('ascii','foo'))
show(lambda: 'é'.encode('ascii','foo'))
show(lambda: round(1,2,3))
show(lambda: round())
show(lambda: abs())
show(lambda: abs(1,2))
show(lambda: pow(1))
show(lambda: divmod(1))
show(lambda: hex())
show(lambda: chr())
show(lambda: int(1,2,3))
show(lambda: float(1,2))
show(lambda: complex(1,2,3))
show(lambda: bool(1,2))
show(lambda: int(x=1))
show(lambda: int('5',base=7))
show(lambda: float(x=1))
show(lambda: bool(x=1))
show(lambda: (5).bit_length(1))
show(lambda: (5).to_bytes('a'))
show(lambda: (5).to_bytes(-1))
show(lambda: 1.5.hex(1))
show(lambda: float.fromhex(1))
show(lambda: (5).to_bytes(2,1))
show(lambda: str(b'a',errors=1))
