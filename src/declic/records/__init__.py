"""Memory: one Django app per noun; rows are reached only through reads and writes."""
