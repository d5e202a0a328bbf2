"""What a clerk of the council sees: sittings, their votes re-counted, their ten checks."""
