"""Words: the small exact values that every floor speaks in. Pure."""
