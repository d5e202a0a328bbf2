"""A file becomes text, whatever its kind: PDF, word processors, plain text."""
