value = "leaf of a namespace package"
