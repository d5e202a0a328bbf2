"""Hours: what runs without a visitor, and the `declic` command line."""
