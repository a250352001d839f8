"""One contradiction, told once: a rule that takes figures at their word speaks only where its milder twin does not.

Some structures hand the same three figures to two rules: one that reads them as generously as any text, one for figures whose
arithmetic itself is evidence (`narrow`, with exact roles). Where the first already fails, the second adds nothing; where the
second fails, the first would only be milder.
"""

from __future__ import annotations

from checker.judging.verdict import Finding


def without_twins(findings: list[Finding]) -> list[Finding]:
    """The findings without those that say of the same figures what another says better."""
    failing = {_key(f): _is_strict(f) for f in sorted(findings, key=_is_strict, reverse=True) if f.verdict == "fail"}  # the milder one last
    return [f for f in findings if (strict := failing.get(_key(f))) is None or strict == _is_strict(f)]


def _is_strict(found: Finding) -> bool:
    return bool(found.rule.link.get("narrow")) and any(role.exact for role in found.rule.roles)


def _key(found: Finding) -> tuple[frozenset[int], str]:
    figures = frozenset(o.index for members in found.operands.values() for o in members)
    return figures, found.frame.family.partition("-")[0]
