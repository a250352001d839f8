"""Hypothesis draws the same cases in every run and knows no deadline: machines differ, so times are tested as ratios.

New cases are looked for with `pytest --hypothesis-profile=explore`.
"""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")
