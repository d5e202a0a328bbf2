"""The spreadsheet of 28 columns in which action sheets travel between tools: read, written, imported."""
