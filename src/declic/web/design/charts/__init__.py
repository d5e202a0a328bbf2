"""
Charts drawn on the server: places along the width are shares of it, so that words keep their size on a phone.

Each chart is a frozen value with its own template, its words for who cannot see it, and its table of data.
"""
