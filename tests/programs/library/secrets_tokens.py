# Secrets: their form only, as they differ each time.
import secrets

print(len(secrets.token_bytes(8)), len(secrets.token_hex(4)), len(secrets.token_urlsafe(10)), len(secrets.token_urlsafe()))
print(set(secrets.token_urlsafe(50)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"))
print(all(0 <= secrets.randbelow(5) < 5 for _ in range(50)), secrets.choice([7]), secrets.randbits(3) < 8, secrets.compare_digest("a", "a"))
try:
    secrets.randbelow(0)
except ValueError as e:
    print(e)
