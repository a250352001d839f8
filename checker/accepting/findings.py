"""What is wrong with a suppression, as findings of the report: so every format shows them and every gate counts them."""

from __future__ import annotations

import hashlib

from checker.reporting.build import FINGERPRINT
from checker.reporting.report import CheckReport, EvidenceReport, RuleReport, Severity, Verdict

RULE = RuleReport(
    "suppression",
    "A suppression must name rules, say why, and hold a finding back",
    "Whoever lets a finding stand tells those who come later what it was and why. One that holds nothing back any more, "
    "or is past its date, hides the next mistake.",
    "error",
)
UNDATED = "suppressions with a date were taken as valid: no date is known. Try: --today DATE"
DEMAND = "a suppression names rules, gives a reason, and holds a finding back"


def past(until: str | None, today: str | None) -> bool:
    """Whether the last day on which a suppression holds is over; never where no date is known."""
    return bool(until and today and until < today)


def complaint(verdict: Verdict, message: str, evidence: EvidenceReport | None = None, key: str = "") -> CheckReport:
    """A finding about a suppression: a fail where it is not applied, a warn where it is of no use."""
    severity: Severity = "error" if verdict == "fail" else "warning"
    digest = hashlib.sha256("\n".join((RULE.id, message, evidence.text if evidence else "", key)).encode()).hexdigest()
    return CheckReport(
        id=digest[:FINGERPRINT],
        rule=RULE.id,
        verdict=verdict,
        by=None,
        severity=severity,
        message=message,
        equation=DEMAND,
        reason=None,
        rescue=None,
        bond="suppression",
        evidence=(evidence,) if evidence else (),
        assumed=(),
        implied=None,
        suggestions=(),
    )
