return 1  # error: [syntax-error] SyntaxError: 'return' outside function
# %%
x = 1
