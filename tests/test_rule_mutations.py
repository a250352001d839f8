"""A consistent example no longer passes when one of its figures is moved far beyond its interval.

Every figure written in digits that fills a role of an equation which passes, and is no bound, is given another first
digit. No check of the rule may then pass on the same figures; the rule fails, warns, does not know, or is silent because
the text no longer says what it is about.
"""

from strategies import checks_on, english, rule_examples, stated

from checker.extracting import extract
from checker.reading import read_text


def roles_in(expression):
    """The names of the roles of an expression."""
    return {expression[1]} if expression[0] == "role" else set().union(*(roles_in(e) for e in expression[1:] if isinstance(e, tuple)), set())


# what stands on both sides, as in "value == max(low, min(value, high))", is an order, not an equation
EQUATIONS = {rule.id for rule in english()[1] if rule.operator == "==" and not roles_in(rule.left) & roles_in(rule.right)}
FIRST_DIGITS = str.maketrans("123456789", "567891234")  # as far away as one digit goes; no zero in front


def moved(figure):
    """The figure with another first digit.

    >>> moved("4.5"), moved("0.36"), moved("15"), moved("10,000")
    ('8.5', '0.76', '55', '50,000')
    """
    at = next((n for n, c in enumerate(figure) if c in "123456789"), None)
    return figure if at is None else figure[:at] + figure[at].translate(FIRST_DIGITS) + figure[at + 1 :]


def mutations(example):
    """Each passing equation with one of its figures moved: (check, evidence, changed text)."""
    text = example.text
    extraction = extract(read_text("example.md", text.encode("utf-8")), english()[0])
    plain = {q.start: q for q in extraction.quantities if q.style == "digits" and q.is_measure and q.components == 1}
    for check in stated(text):
        open_ended = any(e.interval is not None and (e.interval.lo is None or e.interval.hi is None) for e in check.evidence)
        equation = check.rule in EQUATIONS and not check.assumed  # what assumes a bound is an inequality
        if not equation or check.rule != example.rule or check.verdict != "pass" or open_ended:
            continue
        for evidence in check.evidence:
            q = plain.get(evidence.start)
            figure = text[q.number_start : q.number_end] if q else ""
            if evidence.interval is not None and moved(figure) != figure:
                yield check, evidence, text[: q.number_start] + moved(figure) + text[q.number_end :]


def places(check):
    return sorted((e.role, e.start) for e in check.evidence)


def test_a_moved_figure_no_longer_passes_and_most_are_caught():
    """Silence is allowed for one, not in general."""
    passed, told, silent = [], 0, []
    for example in rule_examples(("consistent",)):
        for check, evidence, changed in mutations(example):
            after = checks_on(changed)
            if any(c.rule == check.rule and c.verdict == "pass" and places(c) == places(check) for c in after):
                passed.append((example.name, evidence.role, changed))
            if any(c.verdict != "pass" and any(e.start == evidence.start for e in c.evidence) for c in after):
                told += 1
            else:
                silent.append(changed)
    assert not passed
    assert told >= 0.95 * (told + len(silent)), silent
