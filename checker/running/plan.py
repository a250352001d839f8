"""Which documents a run is about, and how each of them is checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from checker.language.hedges import with_bands
from checker.language.pack import Pack
from checker.model import Rule
from checker.settings import Profile, Settings, matches, relative

Tools = tuple[Pack, tuple[Rule, ...]]


def tools_for(settings: Settings, pack: Pack, rules: tuple[Rule, ...]) -> Callable[[str], Tools]:
    """The pack and the rules for the document at a path; the same objects wherever the settings are the same."""

    @lru_cache(maxsize=None)
    def tools(profile: Profile) -> Tools:
        graver = dict(profile.severity)
        chosen = tuple(
            replace(rule, severity=graver[rule.id]) if rule.id in graver else rule for rule in rules if profile.applies(rule.id)
        )
        same = not graver and len(chosen) == len(rules)
        return with_bands(pack, profile.hedges), rules if same else chosen  # tables are made for each tuple of rules

    return lambda path: tools(profile_of(path, settings))


def profile_of(path: str, settings: Settings) -> Profile:
    """How the document at a path is checked."""
    return settings.profile(placed(path, settings)) if settings.overrides else settings.profile(path)


def wanted(files: Iterable[str], named: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """The files without those that the settings exclude; what the command line names itself is never excluded."""
    if not settings.exclude:
        return tuple(files)
    named = frozenset(named)
    return tuple(
        file for file in files if file in named or not any(matches(p, placed(file, settings)) for p in settings.exclude)
    )


def about_outputs(paths: Iterable[str], settings: Settings) -> bool:
    """Whether the configured outputs are about a run over these paths."""
    places = {os.path.abspath(path) for path in paths}
    return not settings.documents or places == {os.path.abspath(path) for path in settings.documents}


def placed(path: str, settings: Settings) -> str:
    """A path relative to the configuration's folder, with forward slashes, as patterns are written."""
    return path if path == "-" else relative(path, settings.base or ".")
