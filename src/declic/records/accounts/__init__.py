"""Accounts: who signs in, with which roles, and what each role may do."""
