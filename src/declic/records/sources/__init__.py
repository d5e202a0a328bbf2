"""Sources: the documents kept, what was read in them, and the passages that prove it."""
