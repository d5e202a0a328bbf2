"""By when: how often a committee must meet, working days, calendars that other programs read."""
