print("lazy runs once")
thing = "lazy thing"
