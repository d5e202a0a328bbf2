"""The pilots' room of money: who funds what, where each line stands, posts promised and filled."""
