"""The pages of indicators and of what was done."""
