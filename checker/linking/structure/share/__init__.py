"""Shares, fractions and majorities: which part, of which whole."""
