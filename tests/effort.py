"""How much work something takes, counted in calls: the same on every machine and however busy it is.

Calls of Python and of built-in functions count, and each step of a generator. What a single call of C does - a search of a
regular expression, a slice - does not show; `python benchmarks/speed.py` times such texts.

Calls are exact, so that short texts prove what long ones would, with a narrower margin: where a quadratic step takes r
times the calls of all else in a text, k times the text takes (k + k * k * r) / (1 + r) times the calls; r grows with the text.
"""

from cProfile import Profile


def calls(work, *arguments) -> int:
    """The number of calls that `work(*arguments)` makes."""
    profile = Profile()
    profile.runcall(work, *arguments)
    return sum(entry.callcount for entry in profile.getstats())
