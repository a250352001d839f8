"""Totals and their parts, lists of shares that make up a whole, groups of a set."""
