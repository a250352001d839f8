"""Hypothesis draws the same cases in every run and knows no deadline: machines differ, so times are tested as ratios.

New cases are looked for with `pytest --hypothesis-profile=explore`. Memory is searched for cycles as seldom as by the commands.
"""

from hypothesis import settings

from checker.commands import collect_seldom

collect_seldom()

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("steady")
