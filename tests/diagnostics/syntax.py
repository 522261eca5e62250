print(1  # error: [syntax-error] SyntaxError: '(' was never closed
# %%
foo(a,  # error: [syntax-error] SyntaxError: '(' was never closed
  b
# %%
x = [1, 2  # error: [syntax-error] SyntaxError: '[' was never closed
y = 3
# %%
x = (1, 2]  # error: [syntax-error] SyntaxError: closing parenthesis ']' does not match opening parenthesis '('
# %%
x = 1)  # error: [syntax-error] SyntaxError: unmatched ')'
# %%
}  # error: [syntax-error] SyntaxError: unmatched '}'
# %%
x = {1: 2  # error: [syntax-error] SyntaxError: '{' was never closed
print(x)
def f():
    pass
# %%
x = 'abc  # error: [syntax-error] SyntaxError: unterminated string literal (detected at line 1)
# %%
x = 'abc  # error: [syntax-error] SyntaxError: unterminated string literal (detected at line 1)
y = 1
# %%
x = """abc  # error: [syntax-error] SyntaxError: unterminated triple-quoted string literal (detected at line 3)
def

# %%
x = f"abc  # error: [syntax-error] SyntaxError: unterminated f-string literal (detected at line 1)
# %%
x = f'''abc  # error: [syntax-error] SyntaxError: unterminated triple-quoted f-string literal (detected at line 2)

# %%
x = "a\  # error: [syntax-error] SyntaxError: unterminated string literal (detected at line 2)

# %%
print("hello)  # error: [syntax-error] SyntaxError: unterminated string literal (detected at line 1)
# %%
if x  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
if x:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'if' statement on line 1
# %%
if x:
  # error: [syntax-error] IndentationError: expected an indented block after 'if' statement on line 1
# %%
while x  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
for x in y  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
for x y: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
for x in: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f()  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
def f:  # error: [syntax-error] SyntaxError: expected '('
    pass
# %%
class A  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
class A(:  # error: [syntax-error] SyntaxError: invalid syntax
    pass
# %%
else:  # error: [syntax-error] SyntaxError: invalid syntax
    pass
# %%
if x:
    pass
else  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
if x:
    pass
elif y  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
if x:
    pass
else if y:  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
try  # error: [syntax-error] SyntaxError: expected ':'
    pass
except:
    pass
# %%
try:
    pass
x = 1  # error: [syntax-error] SyntaxError: expected 'except' or 'finally' block
# %%
try:
    pass
  # error: [syntax-error] SyntaxError: expected 'except' or 'finally' block
# %%
try:
    pass
except A  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
try:
    pass
except A, B:  # error: [syntax-error] SyntaxError: multiple exception types must be parenthesized
    pass
# %%
try:
    pass
finally  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
with open(x) as f  # error: [syntax-error] SyntaxError: expected ':'
    pass
# %%
with open(x) as f:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'with' statement on line 1
# %%
match x  # error: [syntax-error] SyntaxError: expected ':'
    case 1: pass
# %%
match x:
    case 1  # error: [syntax-error] SyntaxError: expected ':'
        pass
# %%
match x:
case 1: pass  # error: [syntax-error] IndentationError: expected an indented block after 'match' statement on line 1
# %%
match x:
    pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f():
return 1  # error: [syntax-error] IndentationError: expected an indented block after function definition on line 1
# %%
class A:
x = 1  # error: [syntax-error] IndentationError: expected an indented block after class definition on line 1
# %%
for x in y:
print(x)  # error: [syntax-error] IndentationError: expected an indented block after 'for' statement on line 1
# %%
while x:
print(x)  # error: [syntax-error] IndentationError: expected an indented block after 'while' statement on line 1
# %%
if x:
    pass
elif y:
print(1)  # error: [syntax-error] IndentationError: expected an indented block after 'elif' statement on line 3
# %%
if x:
    pass
else:
print(1)  # error: [syntax-error] IndentationError: expected an indented block after 'else' statement on line 3
# %%
try:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'try' statement on line 1
except:
    pass
# %%
try:
    pass
except:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'except' statement on line 3
# %%
try:
    pass
except A:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'except' statement on line 3
# %%
try:
    pass
finally:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'finally' statement on line 3
# %%
with a:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'with' statement on line 1
# %%
with a as b, c:
pass  # error: [syntax-error] IndentationError: expected an indented block after 'with' statement on line 1
# %%
async def f():
pass  # error: [syntax-error] IndentationError: expected an indented block after function definition on line 1
# %%
  x = 1  # error: [syntax-error] IndentationError: unexpected indent
# %%
x = 1
  y = 2  # error: [syntax-error] IndentationError: unexpected indent
# %%
if x:
    y = 1
  z = 2  # error: [syntax-error] IndentationError: unindent does not match any outer indentation level
# %%
if x:
        y = 1
    z = 2  # error: [syntax-error] IndentationError: unindent does not match any outer indentation level
# %%
def f():
    x = 1
      y = 2  # error: [syntax-error] IndentationError: unexpected indent
# %%
if x:
	y = 1
        z = 2  # error: [syntax-error] TabError: inconsistent use of tabs and spaces in indentation
# %%
if x:
        y = 1
	z = 2  # error: [syntax-error] TabError: inconsistent use of tabs and spaces in indentation
# %%
    # c
  x = 1  # error: [syntax-error] IndentationError: unexpected indent
# %%
print "hello"  # error: [syntax-error] SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# %%
print x  # error: [syntax-error] SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# %%
print 1, 2  # error: [syntax-error] SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# %%
exec "x"  # error: [syntax-error] SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?
# %%
print
# %%
print -1
# %%
print f(x)  # error: [syntax-error] SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# %%
x = print 1  # error: [syntax-error] SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
# %%
a b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a b c  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = a b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
foo(a b)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
foo(a, b c)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
[1, 2 3]  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
[1  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
 2]
# %%
{1: 2 3: 4}  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
{1: 2, 3 4}  # error: [syntax-error] SyntaxError: ':' expected after dictionary key
# %%
{1, 2 3}  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
{1:}  # error: [syntax-error] SyntaxError: expression expected after dictionary key and ':'
# %%
{1: 2, 3}  # error: [syntax-error] SyntaxError: ':' expected after dictionary key
# %%
{1: 2, 3:}  # error: [syntax-error] SyntaxError: expression expected after dictionary key and ':'
# %%
{1: *a}  # error: [syntax-error] SyntaxError: cannot use a starred expression in a dictionary value
# %%
(1 2)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
(a, b c)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
foo("a" "b" c)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
foo(1, "a" b)  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
x = (a  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
  b)
# %%
x = a if b  # error: [syntax-error] SyntaxError: expected 'else' after 'if' expression
# %%
x = (a if b)  # error: [syntax-error] SyntaxError: expected 'else' after 'if' expression
# %%
x = a if b c  # error: [syntax-error] SyntaxError: expected 'else' after 'if' expression
# %%
[x for x y]  # error: [syntax-error] SyntaxError: 'in' expected after for-loop variables
# %%
[x for x in]  # error: [syntax-error] SyntaxError: invalid syntax
# %%
[x, y for x in z]  # error: [syntax-error] SyntaxError: did you forget parentheses around the comprehension target?
# %%
[x for x, y]  # error: [syntax-error] SyntaxError: 'in' expected after for-loop variables
# %%
x = = 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x ==   # error: [syntax-error] SyntaxError: invalid syntax
# %%
x =   # error: [syntax-error] SyntaxError: invalid syntax
# %%
x =  # error: [syntax-error] SyntaxError: invalid syntax
# %%
1 +  # error: [syntax-error] SyntaxError: invalid syntax
# %%
1 + * 2  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a++  # error: [syntax-error] SyntaxError: invalid syntax
# %%
++  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = 5 +  # error: [syntax-error] SyntaxError: invalid syntax
# %%
return  # error: [syntax-error] SyntaxError: 'return' outside function
# %%
x y = 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a = 1 b = 2  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a.b.  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a..b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a.1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
.a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a[  # error: [syntax-error] SyntaxError: '[' was never closed
# %%
a[1  # error: [syntax-error] SyntaxError: '[' was never closed
# %%
a[1:  # error: [syntax-error] SyntaxError: '[' was never closed
# %%
a[]  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a(,)  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a(b,,c)  # error: [syntax-error] SyntaxError: invalid syntax
# %%
[,]  # error: [syntax-error] SyntaxError: invalid syntax
# %%
(,)  # error: [syntax-error] SyntaxError: invalid syntax
# %%
{,}  # error: [syntax-error] SyntaxError: invalid syntax
# %%
[1,,2]  # error: [syntax-error] SyntaxError: invalid syntax
# %%
@  # error: [syntax-error] SyntaxError: invalid syntax
# %%
@a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
@a
x = 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a = @  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a ? b : c  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a $ b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a ! b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = 1 !  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a && b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a || b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
!a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a <> b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a === b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a =! b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = 08  # error: [syntax-error] SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# %%
x = 0777  # error: [syntax-error] SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# %%
x = 0xZ  # error: [syntax-error] SyntaxError: invalid hexadecimal literal
# %%
x = 0b2  # error: [syntax-error] SyntaxError: invalid digit '2' in binary literal
# %%
x = 0o8  # error: [syntax-error] SyntaxError: invalid digit '8' in octal literal
# %%
x = 1__0  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
x = 1_  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
x = 1a  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
x = 1.2.3  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = 1e  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
x = 1e+  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
x = 0x  # error: [syntax-error] SyntaxError: invalid hexadecimal literal
# %%
x = 12abc  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
x = 0_7  # error: [syntax-error] SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
# %%
x = 1_000_  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
0b  # error: [syntax-error] SyntaxError: invalid binary literal
# %%
1jx  # error: [syntax-error] SyntaxError: invalid imaginary literal
# %%
x = 1.a  # error: [syntax-error] SyntaxError: invalid decimal literal
# %%
x = 1if  # error: [syntax-error] SyntaxError: invalid syntax
# %%
import  # error: [syntax-error] SyntaxError: Expected one or more names after 'import'
# %%
import a.  # error: [syntax-error] SyntaxError: invalid syntax
# %%
import a,  # error: [syntax-error] SyntaxError: invalid syntax
# %%
from a import  # error: [syntax-error] SyntaxError: Expected one or more names after 'import'
# %%
from import a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
from a import b,  # error: [syntax-error] SyntaxError: trailing comma not allowed without surrounding parentheses
# %%
from a import (b  # error: [syntax-error] SyntaxError: '(' was never closed
# %%
from a import ()  # error: [syntax-error] SyntaxError: invalid syntax
# %%
from a import *, b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
from . import *
x =  # error: [syntax-error] SyntaxError: invalid syntax
# %%
from a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
import a as  # error: [syntax-error] SyntaxError: invalid syntax
# %%
import a as b.c  # error: [syntax-error] SyntaxError: invalid syntax
# %%
import a from b  # error: [syntax-error] SyntaxError: Did you mean to use 'from ... import ...' instead?
# %%
def  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f  # error: [syntax-error] SyntaxError: expected '('
# %%
def f(  # error: [syntax-error] SyntaxError: '(' was never closed
# %%
def f(a  # error: [syntax-error] SyntaxError: '(' was never closed
# %%
def f(a,  # error: [syntax-error] SyntaxError: '(' was never closed
# %%
def f(a b): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f(a, , b): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def 1(): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f() -> : pass  # error: [syntax-error] SyntaxError: expected ':'
# %%
class  # error: [syntax-error] SyntaxError: invalid syntax
# %%
class 1: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
class A: pass x  # error: [syntax-error] SyntaxError: invalid syntax
# %%
class A(b c): pass  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
lambda  # error: [syntax-error] SyntaxError: invalid syntax
# %%
lambda x  # error: [syntax-error] SyntaxError: invalid syntax
# %%
lambda x:   # error: [syntax-error] SyntaxError: invalid syntax
# %%
lambda 1: 2  # error: [syntax-error] SyntaxError: invalid syntax
# %%
lambda (x): 1  # error: [syntax-error] SyntaxError: Lambda expression parameters cannot be parenthesized
# %%
global  # error: [syntax-error] SyntaxError: invalid syntax
# %%
global 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
global x.y  # error: [syntax-error] SyntaxError: invalid syntax
# %%
nonlocal  # error: [syntax-error] SyntaxError: invalid syntax
# %%
del  # error: [syntax-error] SyntaxError: invalid syntax
# %%
del x y  # error: [syntax-error] SyntaxError: invalid syntax
# %%
pass x  # error: [syntax-error] SyntaxError: invalid syntax
# %%
break x  # error: [syntax-error] SyntaxError: invalid syntax
# %%
continue 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
raise x y  # error: [syntax-error] SyntaxError: invalid syntax
# %%
raise from x  # error: [syntax-error] SyntaxError: invalid syntax
# %%
raise x from  # error: [syntax-error] SyntaxError: invalid syntax
# %%
assert  # error: [syntax-error] SyntaxError: invalid syntax
# %%
assert x,  # error: [syntax-error] SyntaxError: invalid syntax
# %%
assert (x, "a")
# %%
assert x y  # error: [syntax-error] SyntaxError: invalid syntax
# %%
if  # error: [syntax-error] SyntaxError: invalid syntax
# %%
if :  # error: [syntax-error] SyntaxError: invalid syntax
# %%
if x: else: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
while  # error: [syntax-error] SyntaxError: invalid syntax
# %%
for  # error: [syntax-error] SyntaxError: invalid syntax
# %%
for x  # error: [syntax-error] SyntaxError: invalid syntax
# %%
for x in  # error: [syntax-error] SyntaxError: invalid syntax
# %%
with  # error: [syntax-error] SyntaxError: invalid syntax
# %%
with x as  # error: [syntax-error] SyntaxError: invalid syntax
# %%
try  # error: [syntax-error] SyntaxError: expected ':'
# %%
try:  # error: [syntax-error] IndentationError: expected an indented block after 'try' statement on line 1
# %%
except: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
finally: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
elif x: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
async  # error: [syntax-error] SyntaxError: invalid syntax
# %%
async x  # error: [syntax-error] SyntaxError: invalid syntax
# %%
async def  # error: [syntax-error] SyntaxError: invalid syntax
# %%
await  # error: [syntax-error] SyntaxError: invalid syntax
# %%
yield  # error: [syntax-error] SyntaxError: 'yield' outside function
# %%
not  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a not b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a is  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a in  # error: [syntax-error] SyntaxError: invalid syntax
# %%
in a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
is a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
and a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
or a  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a and  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = not  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = (yield)  # error: [syntax-error] SyntaxError: 'yield' outside function
# %%
x = [  # error: [syntax-error] SyntaxError: '[' was never closed
# %%
x = {  # error: [syntax-error] SyntaxError: '{' was never closed
# %%
x = {1  # error: [syntax-error] SyntaxError: '{' was never closed
# %%
x = {1:  # error: [syntax-error] SyntaxError: '{' was never closed
# %%
"a" 1  # error: [syntax-error] SyntaxError: invalid syntax
# %%
1 "a"  # error: [syntax-error] SyntaxError: invalid syntax
# %%
a "b"  # error: [syntax-error] SyntaxError: invalid syntax
# %%
"a" b  # error: [syntax-error] SyntaxError: invalid syntax
# %%
"a"."b"  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = “a”  # error: [syntax-error] SyntaxError: invalid character '“' (U+201C)
# %%
x = ‘a’  # error: [syntax-error] SyntaxError: invalid character '‘' (U+2018)
# %%
x = a – b  # error: [syntax-error] SyntaxError: invalid character '–' (U+2013)
# %%
x = 1 + 2  # error: [syntax-error] SyntaxError: invalid non-printable character U+00A0
# %%
x = ​1  # error: [syntax-error] SyntaxError: invalid non-printable character U+200B
# %%
x = €  # error: [syntax-error] SyntaxError: invalid character '€' (U+20AC)
# %%
x = \ 1  # error: [syntax-error] SyntaxError: unexpected character after line continuation character
# %%
x = \  # error: [syntax-error] SyntaxError: unexpected EOF while parsing
# %%
\  # error: [syntax-error] SyntaxError: unexpected EOF while parsing
# %%
`a`  # error: [syntax-error] SyntaxError: invalid syntax
# %%
$  # error: [syntax-error] SyntaxError: invalid syntax
# %%
?  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x = 5;
# %%
x = 5;;  # error: [syntax-error] SyntaxError: invalid syntax
# %%
;  # error: [syntax-error] SyntaxError: invalid syntax
# %%
x;;y  # error: [syntax-error] SyntaxError: invalid syntax
# %%
if x: y = 1; z = 2
  w  # error: [syntax-error] IndentationError: unexpected indent
# %%
x = "\x4"  # error: [syntax-error] SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# %%
x = "\u12"  # error: [syntax-error] SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape
# %%
x = "\U1234"  # error: [syntax-error] SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-5: truncated \UXXXXXXXX escape
# %%
x = "\N{nope}"  # error: [syntax-error] SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name
# %%
x = "\N"  # error: [syntax-error] SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# %%
x = "\U11111111"  # error: [syntax-error] SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
# %%
x = b"\x4"  # error: [syntax-error] SyntaxError: (value error) invalid \x escape at position 0
# %%
x = b"é"  # error: [syntax-error] SyntaxError: bytes can only contain ASCII literal characters
# %%
x = b"a" "b"  # error: [syntax-error] SyntaxError: cannot mix bytes and nonbytes literals
# %%
f"{"  # error: [syntax-error] SyntaxError: f-string: expecting '}'
# %%
f"{}"  # error: [syntax-error] SyntaxError: f-string: valid expression required before '}'
# %%
f"{a"  # error: [syntax-error] SyntaxError: f-string: expecting '}'
# %%
f"{a!}"  # error: [syntax-error] SyntaxError: f-string: missing conversion character
# %%
f"{a!x}"  # error: [syntax-error] SyntaxError: f-string: invalid conversion character 'x': expected 's', 'r', or 'a'
# %%
f"{a!r:"  # error: [syntax-error] SyntaxError: f-string: expecting '}', or format specs
# %%
f"}"  # error: [syntax-error] SyntaxError: f-string: single '}' is not allowed
# %%
f"{a}}"  # error: [syntax-error] SyntaxError: f-string: single '}' is not allowed
# %%
f"{a b}"  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
f"{a:{b}"  # error: [syntax-error] SyntaxError: f-string: expecting '}', or format specs
# %%
f"{ }"  # error: [syntax-error] SyntaxError: f-string: valid expression required before '}'
# %%
f"{!r}"  # error: [syntax-error] SyntaxError: f-string: valid expression required before '!'
# %%
f"{:x}"  # error: [syntax-error] SyntaxError: f-string: valid expression required before ':'
# %%
f"{a!r b}"  # error: [syntax-error] SyntaxError: f-string: expecting ':' or '}'
# %%
f"{lambda x: 1}"  # error: [syntax-error] SyntaxError: f-string: lambda expressions are not allowed without parentheses
# %%
f"{a = b}"  # error: [syntax-error] SyntaxError: f-string: expecting '!', or ':', or '}'
# %%
f"{*a}"  # error: [syntax-error] SyntaxError: can't use starred expression here
# %%
f"{a, b c}"  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
f"{a[}"  # error: [syntax-error] SyntaxError: closing parenthesis '}' does not match opening parenthesis '['
# %%
f"{a(}"  # error: [syntax-error] SyntaxError: closing parenthesis '}' does not match opening parenthesis '('
# %%
f"{)}"  # error: [syntax-error] SyntaxError: f-string: unmatched ')'
# %%
f"{'a}"  # error: [syntax-error] SyntaxError: unterminated string literal (detected at line 1)
# %%
f'{a['b']}'
# %%
f"{#}"  # error: [syntax-error] SyntaxError: '{' was never closed
# %%
f"{a:{b:{c:{d}}}}"  # error: [syntax-error] SyntaxError: f-string: expressions nested too deeply
# %%
f"{1+}"  # error: [syntax-error] SyntaxError: f-string: expecting '=', or '!', or ':', or '}'
# %%
f"{=}"  # error: [syntax-error] SyntaxError: f-string: valid expression required before '='
# %%
f"{a.}"  # error: [syntax-error] SyntaxError: f-string: expecting '=', or '!', or ':', or '}'
# %%
f"{yield}"  # error: [syntax-error] SyntaxError: 'yield' outside function
# %%
f"{x for x in y}"  # error: [syntax-error] SyntaxError: f-string: expecting '=', or '!', or ':', or '}'
# %%
print(f"{a b}")  # error: [syntax-error] SyntaxError: invalid syntax. Perhaps you forgot a comma?
# %%
rb"a" f"x"  # error: [syntax-error] SyntaxError: cannot mix bytes and nonbytes literals
# %%
ur"a"  # error: [syntax-error] SyntaxError: invalid syntax
# %%
bu"a"  # error: [syntax-error] SyntaxError: invalid syntax
# %%
fb"a"  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case a: pass  # error: [syntax-error] SyntaxError: name capture 'a' makes remaining patterns unreachable
    case b: pass
# %%
match x:
    case _: pass  # error: [syntax-error] SyntaxError: wildcard makes remaining patterns unreachable
    case 1: pass
# %%
match x:
    case a | b: pass  # error: [syntax-error] SyntaxError: name capture 'a' makes remaining patterns unreachable
# %%
match x:
    case (a, a): pass  # error: [syntax-error] SyntaxError: multiple assignments to name 'a' in pattern
# %%
match x:
    case [*a, *b]: pass  # error: [syntax-error] SyntaxError: multiple starred names in sequence pattern
# %%
match x:
    case {"a": 1, "a": 2}: pass  # error: [syntax-error] SyntaxError: mapping pattern checks duplicate key ('a')
# %%
match x:
    case A(x=1, x=2): pass  # error: [syntax-error] SyntaxError: attribute name repeated in class pattern: x
# %%
match x:
    case A(x=1, 2): pass  # error: [syntax-error] SyntaxError: positional patterns follow keyword patterns
# %%
match x:
    case 1 | a: pass  # error: [syntax-error] SyntaxError: alternative patterns bind different names
# %%
match x:
    case 1 as _: pass  # error: [syntax-error] SyntaxError: cannot use '_' as a target
# %%
match x:
    case 1 as a.b: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case f"a": pass  # error: [syntax-error] SyntaxError: patterns may only match literals and attribute lookups
# %%
match x:
    case 1 + 2: pass  # error: [syntax-error] SyntaxError: imaginary number required in complex literal
# %%
match x:
    case -a: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case *a: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case {**r, "a": 1}: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case {**_}: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case a.b | c: pass  # error: [syntax-error] SyntaxError: alternative patterns bind different names
# %%
match x:
    case {a: 1}: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case 1 + 2j: pass
    case 1j + 2: pass  # error: [syntax-error] SyntaxError: real number required in complex literal
# %%
match x:
    case (a, *_): pass
    case _ if y: pass
    case _: pass
# %%
match x:
    case [a] | [b]: pass  # error: [syntax-error] SyntaxError: alternative patterns bind different names
# %%
match x:
    case [a] | [a]: pass
# %%
match x:
    case A(**k): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case f(): pass
    case f().g: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case a + b: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case 1 < 2: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case not 1: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
match x:
    case a, : pass
    case a, b,: pass
    case x: pass
# %%
match x: case 1: pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
def f(**): pass  # error: [syntax-error] SyntaxError: invalid syntax
# %%
lambda **: 1  # error: [syntax-error] SyntaxError: invalid syntax
