print("inner", __name__)
value = 7
