"""From text to quantities: tokens, sentences, numbers with their units and precision."""

from checker.extracting.quantities import extract
from checker.extracting.tokens import tokenize

__all__ = ["extract", "tokenize"]
