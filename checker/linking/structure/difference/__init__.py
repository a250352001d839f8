"""Differences and what remains: which two figures lie on either side."""
