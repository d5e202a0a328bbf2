"""What every page shares: the shell, the pieces with their examples, the charts, the styles and the pictures."""
