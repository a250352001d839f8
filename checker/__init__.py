"""factcheck: a spell-checker for numbers.

As a library: `check_text`, `check_path`, `render`, `Report`, `FactcheckError`; see `checker.api`. Importing the package
imports none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["FactcheckError", "Report", "check_path", "check_text", "render"]

if TYPE_CHECKING:
    from checker.api import FactcheckError, Report, check_path, check_text, render


def __getattr__(name: str):
    if name in __all__:
        from checker import api

        return getattr(api, name)
    raise AttributeError(f"module 'checker' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
