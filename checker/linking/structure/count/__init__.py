"""Announced counts and what is counted: lists, names, numbered points, votes and goals."""
