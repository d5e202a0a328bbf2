"""Councils, their sittings, who was there, who voted for whom, and what was decided."""
