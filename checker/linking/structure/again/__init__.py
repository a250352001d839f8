"""The same figure told again: repetitions, definite references, another unit, a headline and its story."""
