"""Bounds, ranges, extremes, ranks and places: which of two figures is ahead, which lie between."""
