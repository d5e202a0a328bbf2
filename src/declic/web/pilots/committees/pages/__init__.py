"""The pages of committees: one frozen value each."""
