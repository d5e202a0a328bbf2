"""Faces: the pages, by audience; they never touch a row."""
