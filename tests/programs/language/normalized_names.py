ﬁ = 3
print(fi)
class K: 
    ª = 1
print(K.a)
def ℌ(𝐱): return 𝐱 + 1
print(H(x=3), H.__name__)
µ = 2
print(μ)
