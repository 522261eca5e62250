"""Finalizers run once, at the latest when the program ends; weak references follow their object."""
import weakref


class Resource:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("closed", self.name)


class Broken:
    def __del__(self):
        print("tidying up")


first = Resource("first")
second = Resource("second")
third = Broken()
watch = weakref.ref(first)
print(watch() is first, watch == weakref.ref(first), hash(watch) == hash(first))
try:
    weakref.ref(1)
except TypeError as e:
    print(e)
cache = weakref.WeakValueDictionary()
cache["x"] = second
print(cache["x"].name, list(cache), "y" in cache)
print("end")
