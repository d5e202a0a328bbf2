"""The dossier of a meeting as files: its facts in words, as PDF and as a spreadsheet."""
