# Format specs that are refused, and a few that are not.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda:  format(3,'zd'))
show(lambda:  format(3,'.2d'))
show(lambda:  format(3,'+c'))
show(lambda:  format(3,'#c'))
show(lambda: format(-3,'c'))
show(lambda: format(10**20,'c'))
show(lambda:  '{!x}'.format(1))
show(lambda:  '{!}'.format(1))
show(lambda:  '{0!r'.format(1))
show(lambda: '{!rr}'.format(1))
show(lambda: '{!'.format(1))
show(lambda:  format(1.5,'d'))
show(lambda:  format(1.5,'zs'))
show(lambda:  format('a','zs'))
show(lambda: format(1j,'%'))
show(lambda: format(1j,'05'))
show(lambda: format(1j,'=5'))
show(lambda: format(1,'é'))
show(lambda: format(1,'\n'))
show(lambda: format(1,'abc'))
show(lambda: format(1.0,',_'))
show(lambda: format(1,'_,'))
show(lambda: format(1,'.'))
show(lambda: format(1,',x'))
show(lambda: format('s',','))
show(lambda: format(1,'99999999999999999999'))
