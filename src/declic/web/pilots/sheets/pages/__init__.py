"""What the pages of action sheets show."""
