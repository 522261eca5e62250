raise SystemExit("a message for standard error")
