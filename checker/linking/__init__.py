"""Linking: which numbers must agree with which. Extraction -> relations, by phrases, searches and structure.

    lexicon   frames of the pack and the rules, compiled         lines      sentences as strings of symbols
    match     phrases open frames and fill parts                 seek       open parts, in tiers
    facts     what parts speak of, for chains
    structure lists, enumerations, repetitions, dates            relations  frames -> rules with roles filled
"""

from __future__ import annotations

from functools import lru_cache

from checker.language.pack import Pack
from checker.linking.context import content, context_of, telling
from checker.linking.facts import unified
from checker.linking.levels import Level, levels_of
from checker.linking.lexicon import Lexicon, build_lexicon
from checker.linking.lines import lines_of
from checker.linking.match import drafts_of
from checker.linking.relations import frames_of, relations_of
from checker.linking.structure import STRUCTURES
from checker.linking.structure.conditions import without_conditions
from checker.linking.structure.joint import JOINT, outdone
from checker.linking.structure.tabular import prose_lines
from checker.linking.together import statements_of
from checker.model import Extraction, Relation, Rule, Statement


class _Rules:
    """Rules hashed by identity, for the cache of compiled lexicons."""

    def __init__(self, rules: tuple[Rule, ...]):
        self.rules = rules

    def __eq__(self, other) -> bool:
        return isinstance(other, _Rules) and other.rules is self.rules

    def __hash__(self) -> int:
        return id(self.rules)


@lru_cache(maxsize=8)
def _lexicon(pack: Pack, rules: _Rules) -> Lexicon:
    return build_lexicon(pack, rules.rules)


def prepare(pack: Pack, rules: tuple[Rule, ...]) -> None:
    """Compile what `link` needs ahead of the first document. Raises FilesRefused for phrases that cannot be read."""
    _lexicon(pack, _Rules(rules))


def link(extraction: Extraction, pack: Pack, rules: tuple[Rule, ...]) -> list[Relation]:
    """All relations of one document, in the order of the text."""
    return link_all(extraction, pack, rules)[0]


def link_all(extraction: Extraction, pack: Pack, rules: tuple[Rule, ...]) -> tuple[list[Relation], tuple[Statement, ...]]:
    """The relations of one document, and what its words say besides of figures and facts, for the test of all of it."""
    lexicon = _lexicon(pack, _Rules(rules))
    context = context_of(extraction, lexicon, lines_of(extraction, lexicon))
    frames = tuple(frame for line in prose_lines(context) for draft in drafts_of(line, lexicon, extraction) for frame in frames_of(draft, context))
    for structure in (*STRUCTURES, *JOINT):
        found = structure(context, frames)
        if found:
            frames = (*frames, *found)
    frames = without_conditions(outdone(frames), context)
    found = relations_of(unified(frames), rules, context), statements_of(context, frames)
    context.shelf.clear()  # what lies there knows the context: without the cycle all of it is freed at once
    return found


def told_words(extraction: Extraction, pack: Pack, rules: tuple[Rule, ...]) -> frozenset[str]:
    """The telling words of a short text, as facts are named by: those of "China's foreign trade"."""
    lexicon = _lexicon(pack, _Rules(rules))
    context = context_of(extraction, lexicon, lines_of(extraction, lexicon))
    return telling(content(0, len(extraction.tokens.words), context), context)


def plain_levels(extraction: Extraction, pack: Pack, rules: tuple[Rule, ...]) -> tuple[Level, ...]:
    """The plain statements of a document, for comparisons with others."""
    lexicon = _lexicon(pack, _Rules(rules))
    return levels_of(context_of(extraction, lexicon, lines_of(extraction, lexicon)))
