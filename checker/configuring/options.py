"""What the command line sets, as settings: words into values, with what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from checker.errors import UsageError
from checker.settings import AUTO, FAIL_ON


def settings_given(
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str] = (),
    facts: Iterable[str] = (),
    fail_on: str | None = None,
    min_coverage: str | None = None,
    jobs: str | None = None,
    no_cache: bool = False,
    baseline: str | None = None,
    today: str | None = None,
    solver: bool = False,
) -> dict[str, object]:
    """The settings that the options give, by the names of `Settings`; None for what they do not. Raises UsageError.

    >>> {name: value for name, value in settings_given(fail_on="warn", select=["sum-*,balance"]).items() if value}
    {'select': ('sum-*', 'balance'), 'fail_on': 'warn'}
    """
    return {
        "select": _names(select),
        "ignore": _names(ignore),
        "rules": tuple(rules) or None,
        "facts": tuple(facts) or None,
        "fail_on": None if fail_on is None else _verdict(fail_on),
        "min_coverage": None if min_coverage is None else _percent(min_coverage),
        "jobs": None if jobs is None else _jobs(jobs),
        "cache": False if no_cache else None,
        "baseline": baseline,
        "solver": solver or None,
        "today": None if today is None else iso_day(today),
    }


def iso_day(text: str) -> str:
    """A date as people give it, if it is one: 2026-03-31."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(f"--today: not a date: {text}. Try: 2026-03-31") from None


def _names(given: Iterable[str]) -> tuple[str, ...] | None:
    """Names given one by one or with commas between them."""
    return tuple(name.strip() for part in given for name in part.split(",") if name.strip()) or None


def _verdict(text: str) -> str:
    if text not in FAIL_ON:
        raise UsageError(f"--fail-on: not a level: {text}. Try: {', '.join(FAIL_ON)}")
    return text


def _percent(text: str) -> Decimal:
    try:
        value = Decimal(text.removesuffix("%"))
    except InvalidOperation:
        value = Decimal(-1)
    if not 0 <= value <= 100:
        raise UsageError(f"--min-coverage: not a percentage: {text}. Try: 80")
    return value


def _jobs(text: str) -> int:
    if text == "auto":
        return AUTO
    if not (text.isascii() and text.isdigit()):
        raise UsageError(f"--jobs: not a number: {text}. Try: 4, or auto")
    return int(text)
