"""Programmes that several institutions signed: axes, measures, figures, money, and what their text says against itself."""
