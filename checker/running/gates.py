"""Which exit code a report deserves: the gates of a build.

    2  bad usage, a missing path, a wrong configuration or rule file (raised, see `__main__`)
    3  no document could be read
    1  findings at or above the failing level
    5  fewer numbers were checked than is demanded
    0  else
"""

from __future__ import annotations

from checker.reporting.report import CheckReport, Report
from checker.settings import Settings

FOUND, NOTHING_READ, TOO_LITTLE = 1, 3, 5
LEVELS = {"fail": ("fail",), "warn": ("fail", "warn"), "never": ()}


def exit_code(report: Report, settings: Settings) -> int:
    """The exit code of a run with this report; that nothing was read is the caller's to tell apart."""
    if any(fails(check, settings.fail_on) for document in report.documents for check in document.checks):
        return FOUND
    counts = report.summary
    return 0 if 100 * counts.checked >= settings.min_coverage * counts.quantities else TOO_LITTLE


def fails(check: CheckReport, fail_on: str) -> bool:
    """Whether a finding makes the run fail. A rule that is but a note reports its findings and fails nothing; one that
    is a warning counts as one."""
    if check.suppressed is not None or check.verdict not in LEVELS[fail_on]:
        return False
    return check.severity == "error" or check.severity == "warning" and fail_on == "warn"
