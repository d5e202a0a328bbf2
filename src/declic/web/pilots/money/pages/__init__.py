"""The pages of money: sums, lines, posts."""
