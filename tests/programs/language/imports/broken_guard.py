if __name__ == "__main__":
    print("never")
print("guarded", __name__)
