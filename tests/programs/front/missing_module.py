def load():
    import module_that_is_not_there
    return module_that_is_not_there


print("before")
load()
