"""Products of powers, solved exactly: what a chain of shares and growths determines, with shared figures cancelled.

An equation says that a product of powers of variables is one: `share * whole / part == 1` is {share: 1, whole: 1,
part: -1}. Such equations are linear in the logarithms, so unknown variables are eliminated by Gaussian elimination over
the exponents, and only what is left - each known variable once - is evaluated on intervals. A figure that stands on both
sides of a chain cancels and does not widen the result.

The worked example: special zones did a known share of a country's trade in two years, and their own trade grew by a
known multiple. The growth of the whole follows, although no whole is stated:

>>> from checker.interval import Interval
>>> from checker.rational import Fraction as F
>>> known = {"share22": Interval(F("0.195"), F("0.205")), "share12": Interval(F("0.1565"), F("0.1575")),
...          "multiple": Interval(F("1.8"), F("2.25")), "trade22": Interval(F("8.35"), F("8.45"))}
>>> system = solve(known, [{"share22": 1, "total22": 1, "trade22": -1}, {"share12": 1, "total12": 1, "trade12": -1},
...                        {"trade22": 1, "multiple": -1, "trade12": -1}])
>>> growth = system.value({"total22": 1, "total12": -1}) - 1
>>> print(f"{float(growth.lo):.3f} to {float(growth.hi):.3f}")
0.374 to 0.817

Chaining the intervals of the two wholes instead would count 20% and 8.4 twice and give 0.358 to 0.839.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from checker.interval import Interval, point
from checker.rational import Fraction

Exponents = dict[Hashable, Fraction]
_MOST_TIES = 8
_MOST = 64  # equations taken into one system: a document with more is not a chain but a table


@dataclass(frozen=True, slots=True)
class Constant:
    """A plain number as a variable of a product; always known."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class System:
    """Solved equations: `rows` maps an unknown to the product that, times it, is one; `ties` bind known variables."""

    known: Mapping[Hashable, Interval]
    rows: Mapping[Hashable, Exponents]
    ties: tuple[Exponents, ...]

    def derive(self, target: Mapping[Hashable, Fraction | int]) -> Exponents | None:
        """The product of known variables that equals the product `target`; None where the equations leave it open."""
        left: Exponents = {key: Fraction(n) for key, n in target.items() if n}
        for key in list(left):
            row = self.rows.get(key)
            if row is not None:
                _add(left, row, -left[key])
        return left if all(self.is_known(key) for key in left) else None

    def value(self, target: Mapping[Hashable, Fraction | int]) -> Interval | None:
        """Where the product `target` must lie; None where it is open, has roots, or the statements contradict."""
        derived = self.derive(target)
        found = None if derived is None else self.evaluate(derived)
        for tie in self.ties[:_MOST_TIES] if found is not None else ():
            for sign in (1, -1):
                other = dict(derived)
                _add(other, tie, Fraction(sign))
                again = self.evaluate(other)
                found = found if again is None or found is None else found.meet(again)
        return found

    def evaluate(self, product: Exponents) -> Interval | None:
        """The interval of a product of known variables; None where an exponent is no integer or a variable may be 0."""
        result = point(1)
        for key, n in product.items():
            factor = self.interval(key)
            if n.denominator != 1 or factor.lo is None or factor.lo < 0 or n < 0 and factor.hi == 0:
                return None
            result = result * factor ** int(n)
        return result

    def interval(self, key: Hashable) -> Interval:
        return point(key.value) if isinstance(key, Constant) else self.known[key]

    def is_known(self, key: Hashable) -> bool:
        return isinstance(key, Constant) or key in self.known

    def sources(self, product: Exponents) -> tuple[Hashable, ...]:
        """The known variables that a derived product rests on."""
        return tuple(key for key in product if not isinstance(key, Constant))


def solve(known: Mapping[Hashable, Interval], equations: Iterable[Mapping[Hashable, Fraction | int]]) -> System:
    """Eliminate every variable that is not in `known` from equations "this product is one".

    Exact and deterministic: variables are taken in order of first mention. Equations beyond the first 64 are left out.
    """
    rows: dict[Hashable, Exponents] = {}
    ties: list[Exponents] = []
    for _, equation in zip(range(_MOST), equations):
        row: Exponents = {key: Fraction(n) for key, n in equation.items() if n}
        for pivot in [key for key in row if key in rows]:
            _add(row, rows[pivot], -row[pivot])
        free = [key for key in row if key not in known and not isinstance(key, Constant)]
        if not free:
            if row:
                ties.append(row)
            continue
        pivot = free[0]
        head = row[pivot]
        row = {key: n / head for key, n in row.items()}
        for other in rows.values():
            if pivot in other:
                _add(other, row, -other[pivot])
        rows[pivot] = row
    return System(known, rows, tuple(ties))


def _add(target: Exponents, row: Exponents, times: Fraction) -> None:
    """target += times * row, without entries that vanish."""
    for key, n in row.items():
        total = target.get(key, 0) + times * n
        if total:
            target[key] = total
        else:
            target.pop(key, None)
