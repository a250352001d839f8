"""Solving: can a set of equations over variables with intervals all be true at once, and if not, which few cannot?

    system     variables, equations, their components
    contract   one equation: what it leaves of the intervals of its variables
    propagate  all of them, to a fixed point
    conflict   the smallest set that has no solution, and what stays undecided
    linear     the linear parts by an exact solver, where one is installed and asked for

Data in, data out: nothing here knows of texts, rules or languages; expressions are those of `model`.
"""

from checker.solving.conflict import Conflict, Undecided, conflicts_of, entangled
from checker.solving.propagate import Box, propagate
from checker.solving.system import Equation, System, Term, components

__all__ = ["Box", "Conflict", "Equation", "System", "Term", "Undecided", "components", "conflicts_of", "entangled", "propagate"]
