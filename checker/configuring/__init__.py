"""Configuring: which settings a run has, and who said so.

    find     the nearest configuration file          file     TOML -> keys with their lines, or all problems
    schema   what may stand there (pydantic)         effective  defaults < file < command line
    shown    the settings as `factcheck config` prints them

A run without a configuration file imports `find` and `effective` only: no TOML parser, no pydantic.
"""

from checker.configuring.effective import Effective, effective

__all__ = ["Effective", "effective"]
