"""From deliveries to observations by rules, and from observations to progress that says when it cannot be known."""
