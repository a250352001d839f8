"""Rates, averages, prices and speeds: so much for one, so many, that makes so much."""
