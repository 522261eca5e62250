# a byte order mark
print("café", len("café"))