"""The pages of residents: find, understand, print. No account."""
