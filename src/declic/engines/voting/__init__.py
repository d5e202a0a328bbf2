"""Who may vote on an item, which proxies hold, quorum, totals, and the ten checks of a sitting."""
