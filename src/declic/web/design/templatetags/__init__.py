"""Tags that templates load from the design."""
