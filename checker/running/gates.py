"""Which exit code a report deserves: the gates of a build.

    2  bad usage, a missing path, a wrong configuration or rule file (raised, see `__main__`)
    3  no document could be read
    1  findings at or above the failing level
    5  fewer numbers were checked than is demanded
    0  else
"""

from __future__ import annotations

from types import MappingProxyType

from checker.reporting.findings import findings
from checker.reporting.report import Report
from checker.settings import Settings

FOUND, NOTHING_READ, TOO_LITTLE = 1, 3, 5

# From which level on a finding counts. A fail has the level of its rule's severity, a warning is at most "warning".
LEVELS = MappingProxyType({"fail": ("error",), "warn": ("error", "warning"), "never": ()})


def exit_code(report: Report, settings: Settings) -> int:
    """The exit code of a run with this report; that nothing was read is the caller's to tell apart."""
    if any(finding.level in LEVELS[settings.fail_on] for finding in findings(report)):
        return FOUND
    return TOO_LITTLE if too_little(report, settings) else 0


def too_little(report: Report, settings: Settings) -> bool:
    """Whether fewer numbers took part in a check than the settings demand; without numbers there is nothing to miss."""
    counts = report.summary
    return 100 * counts.checked < settings.min_coverage * counts.quantities
