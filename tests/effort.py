"""How much work something takes, counted in calls: the same on every machine and however busy it is.

Calls of Python and of built-in functions count, and each step of a generator. What a single call of C does - a search of a
regular expression, a slice - does not show; `python benchmarks/speed.py` times such texts.
"""

from cProfile import Profile


def calls(work, *arguments) -> int:
    """The number of calls that `work(*arguments)` makes."""
    profile = Profile()
    profile.runcall(work, *arguments)
    return sum(entry.callcount for entry in profile.getstats())
