import time

t = time.time()
print(t > 1e9, time.time_ns() > 10**18, time.perf_counter() <= time.perf_counter(), time.monotonic() > 0, time.process_time() >= 0)
g = time.gmtime(0)
print(g, g.tm_year, g[1], tuple(g)[:6])
print(time.strftime("%Y-%m-%d %H:%M:%S", g), time.asctime(g), time.strftime("%A %d %B %j", time.gmtime(86400 * 400)))
start = time.perf_counter()
time.sleep(0.01)
print(time.perf_counter() - start >= 0.01)
try:
    time.sleep(-1)
except ValueError as e:
    print(e)
