"""Pages of people who have an account: signing in, what protects the account, its sessions."""
