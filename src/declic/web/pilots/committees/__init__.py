"""What steers a pact: committees, meetings, decisions, alerts."""
