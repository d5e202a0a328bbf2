"""Journal: what was done, when and by whom; lines are added, never changed."""
