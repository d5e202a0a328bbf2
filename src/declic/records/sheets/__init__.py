"""Sheets: who pilots an axis, who answers for a measure, and the action sheets that carry a promise out."""
