"""What each page of the pilots shows: one frozen value a page, made from one read."""
