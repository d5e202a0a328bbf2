"""Money: who funds what, where each line stands, the posts that were promised and those that are filled."""
