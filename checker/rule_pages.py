"""Refreshes the pages of the rules in docs/rules: `python -m checker.rule_pages` (`--check` only tells which are stale).

They are committed; a test calls `generated`. Pages of rules that are no more are deleted.
"""

from __future__ import annotations

import sys
from pathlib import Path

from checker.authoring.manual import pages
from checker.compile import stale
from checker.errors import FactcheckError
from checker.rulebook import shipped_rules

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def generated() -> dict[Path, str]:
    """Every page and what it should hold. Raises FilesRefused where a rule file is wrong."""
    return {FOLDER / name: page for name, page in pages(shipped_rules()).items()}


def orphans(files: dict[Path, str]) -> list[Path]:
    """Pages of rules that are no more."""
    return sorted(set(FOLDER.glob("*.md")) - files.keys())


def main(arguments: list[str]) -> int:
    """Write what is stale, delete what is left over, and name both; with --check do neither and return 1."""
    try:
        files = generated()
    except FactcheckError as error:
        print(error, file=sys.stderr)
        return 2
    written, deleted = stale(files), orphans(files)
    check = arguments == ["--check"]
    for path in written:
        print(f"{'stale' if check else 'written'}: {path}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path], "utf-8")
    for path in deleted:
        print(f"{'left over' if check else 'deleted'}: {path}")
        if not check:
            path.unlink()
    return int(check and bool(written or deleted))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
