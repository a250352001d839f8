"""Does any single phrase carry the result? Takes them out one at a time and counts what is no longer caught.

    python benchmarks/phrases.py [--worst 15] [--bar 2.0] [--show]

The texts are the inconsistent examples of the rules and the inconsistent texts of benchmarks/blind. A text is caught where
a check with the verdict that its rule gives (`fail`; `warn` for warnings) lies on the changed figure or on two that clash.
Out goes each phrase of a cue or part of the frames of the pack and the rules, and of each class all its entries of several
words together; where such a group loses more than the bar, its entries one at a time. Only texts that a phrase matches are
judged again. Ends with 1 where one phrase loses more than the bar, in percent of what was caught.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker import linking  # noqa: E402
from checker.judging import judge  # noqa: E402
from checker.language.phrase import Phrase  # noqa: E402
from checker.language.split import split_words  # noqa: E402
from checker.linking.lines import lines_of  # noqa: E402
from checker.pipeline import check, extract, load  # noqa: E402
from checker.reading import read_text  # noqa: E402

VERDICTS = {"error": "fail", "warning": "warn", "note": "unknown"}


@dataclass(slots=True)
class Text:
    """A text with an error in it. `rule` is None where any may find it; `clash` the figures, `changed` the wrong one."""

    name: str
    document: object
    rule: str | None
    verdict: str
    clash: tuple[str, ...]
    changed: str | None
    extraction: object = None

    def caught(self, checks: Iterable) -> bool:
        return any(c.verdict == self.verdict and self.rule in (None, c.rule) and self._hit(c) for c in checks)

    def _hit(self, c) -> bool:
        said = [self.document.text[e.start : e.end] for e in c.evidence]
        touched = {figure for figure in {*self.clash, self.changed} - {None} if any(figure in s or s in figure for s in said)}
        return self.changed in touched or len(touched) >= min(2, len(set(self.clash)))


@dataclass(frozen=True, slots=True)
class Loss:
    """What was taken out, and the names of the texts that are no longer caught."""

    what: str
    says: str
    lost: tuple[str, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--worst", type=int, default=15, help="how many are listed")
    parser.add_argument("--bar", type=float, default=2.0, help="percent that one phrase may carry")
    parser.add_argument("--show", action="store_true", help="name the texts that are lost")
    options = parser.parse_args()
    pack, rules = load()
    known = list(texts())
    caught = []
    for text in known:
        text.extraction, judgement = check(text.document, pack, rules)
        if text.caught(judgement.checks):
            caught.append(text)
    if not caught:
        print("nothing is caught: nothing to lose")
        return 1
    most = options.bar / 100 * len(caught)
    phrases = list(without_phrases(caught, pack, rules))
    groups = list(without_entries(caught, pack, rules))
    entries = [e for group in groups if len(group.lost) > most for e in without_entries(caught, pack, rules, group.what)]
    print(f"{len(caught)} of {len(known)} texts are caught; {len(phrases)} phrases and {len(groups)} groups of class entries match one")
    listed("phrases, one at a time", phrases, len(caught), options)
    listed("entries of several words, by class", groups, len(caught), options)
    listed("entries of the heaviest classes, one at a time", entries, len(caught), options)
    worst = max((len(loss.lost) for loss in (*phrases, *entries)), default=0)
    if not any(loss.lost for loss in phrases):
        print("no phrase matters at all: this measures nothing")
        return 1
    print(f"worst single phrase: {worst} of {len(caught)}, {worst / len(caught):.1%}; the bar is {options.bar}%")
    return int(worst > most)


def texts() -> Iterator[Text]:
    """The inconsistent examples of the rules, and the inconsistent blind texts."""
    for path in sorted((ROOT / "rules").glob("*.toml")):
        rule = tomllib.loads(path.read_text("utf-8"))
        for number, example in enumerate(rule.get("inconsistent", ()), 1):
            name = f"{path.stem}/inconsistent/{number}"
            yield Text(name, document(name, example["text"]), rule["id"], VERDICTS[rule["severity"]], tuple(example["clash"]), None)
    for path in sorted((ROOT / "benchmarks" / "blind").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if "inconsistent" in row:
                changed = row["changed"]["to"]
                yield Text(row["id"], document(row["id"], row["inconsistent"]), None, "fail", tuple(row["conflict"]), changed)


def document(name: str, text: str):
    return read_text(f"{name}.md", text.encode("utf-8"))


def without_phrases(caught: list[Text], pack, rules) -> Iterator[Loss]:
    """The loss of each phrase that matches something in a text that is caught."""
    lexicon = linking._lexicon(pack, linking._Rules(rules))
    lines = {t.name: [line.symbols for line in lines_of(t.extraction, lexicon).lines] for t in caught}
    matching = {}
    for where, phrase in phrases_of(lexicon):
        matching[id(phrase)] = where, phrase, [t for t in caught if matches(phrase, lines[t.name])]
    for where, phrase, concerned in matching.values():
        if concerned:
            with silenced(phrase):
                lost = tuple(t.name for t in concerned if not t.caught(judged(t, pack, rules)))
            yield Loss(where, phrase.says, lost)


def phrases_of(lexicon) -> Iterator[tuple[str, Phrase]]:
    """Every phrase of a cue or part, with its family and part."""
    for spec in lexicon.specs:
        for part, phrases in (("cue", spec.cues), *spec.parts):
            yield from ((f"{spec.family}/{part}", phrase) for phrase in phrases)


@contextmanager
def silenced(phrase: Phrase):
    """While it lasts, the phrase matches nothing."""
    original = Phrase.overlapping
    Phrase.overlapping = lambda self, symbols: [] if self is phrase else original(self, symbols)
    try:
        yield
    finally:
        Phrase.overlapping = original


def matches(phrase, lines: list[str]) -> bool:
    for symbols in lines:
        present = set(symbols)
        if all(not present.isdisjoint(need) for need in phrase.needs) and phrase.overlapping(symbols):
            return True
    return False


def judged(text: Text, pack, rules) -> tuple:
    return judge(text.extraction, linking.link(text.extraction, pack, rules), rules, words=pack.data).checks


def without_entries(caught: list[Text], pack, rules, one_class: str | None = None) -> Iterator[Loss]:
    """The loss of each class's entries of several words; of `one_class` each entry for itself."""
    words = {t.name: " ".join(["", *t.extraction.tokens.words, ""]) for t in caught}
    for name, found in pack.classes.items():
        several = [w for w in dict.fromkeys(found.words) if len(split_words(w)) > 1]
        if one_class in (None, name):
            for group in [[w] for w in several] if one_class else [several]:
                said = [f" {' '.join(split_words(w))} " for w in group]
                matching = [t for t in caught if any(s in words[t.name] for s in said)]
                if matching:
                    left = replace(found, words=tuple(w for w in found.words if w not in group))
                    poorer = replace(pack, classes={**pack.classes, name: left})
                    lost = tuple(t.name for t in matching if not t.caught(check(t.document, poorer, rules)[1].checks))
                    yield Loss(name, group[0] if one_class else f"{len(group)} entries", lost)


def listed(title: str, losses: list[Loss], caught: int, options) -> None:
    worst = sorted((loss for loss in losses if loss.lost), key=lambda loss: (-len(loss.lost), loss.what, loss.says))
    print(f"\n{title}: {len(worst)} of {len(losses)} lose something")
    for loss in worst[: options.worst]:
        print(f"{len(loss.lost):5} {len(loss.lost) / caught:6.1%}  {loss.what:24} {loss.says}")
        if options.show:
            print(" " * 14 + ", ".join(loss.lost))


if __name__ == "__main__":
    sys.exit(main())
