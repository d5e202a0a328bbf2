"""A public document, as text, becomes drafts with their passages, findings and coverage."""
